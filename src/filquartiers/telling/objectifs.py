"""The tree of objectives: nested where the document says what serves what, in layers where it does not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from filquartiers.model.kinds import Fiche, Objectifs
from filquartiers.model.kinds.objectifs import Action, Finalite, Objectif
from filquartiers.telling.blocks import Notice
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import SCREEN, Link, Verbatim
from filquartiers.telling.views import EntryView

ByCode = Mapping[str, str]  # the words of each objective
Cited = Mapping[str, tuple[Link, ...]]  # code → the sheets that cite it


@dataclass(frozen=True, slots=True)
class Leaf:
    """An action, its examples, the sheets that cite it, and the other objectives it serves.

    ``mark`` tells that it is a new one.
    """

    code: Verbatim
    words: str
    mark: str
    also: str
    examples: tuple[str, ...]
    sheets: Annotated[tuple[Link, ...], SCREEN]


@dataclass(frozen=True, slots=True)
class Branch:
    """An objective, the actions drawn on it, and the other aims it serves."""

    code: Verbatim
    words: str
    also: str
    leaves: tuple[Leaf, ...]
    sheets: Annotated[tuple[Link, ...], SCREEN]


@dataclass(frozen=True, slots=True)
class Bough:
    """An aim, for whom, and the objectives that serve it."""

    code: Verbatim
    kicker: str
    words: str
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Loose:
    """What hangs on nothing that is known, under the name of its level: branches, leaves or bare examples."""

    title: str
    branches: tuple[Branch, ...] = ()
    leaves: tuple[Leaf, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the tree as a drawing lays it: its words, and the codes of the lines it hangs on."""

    code: Verbatim
    words: str
    parents: tuple[Verbatim, ...] = ()
    kicker: str = ""
    new: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """All lines of one level of the tree, under its name."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeView(EntryView):
    """The tree, each part once: ``loose`` parts are those whose link upward is not known.

    ``levels`` are the same lines from trunk to leaves, for a drawing.
    """

    boughs_title: str
    boughs: tuple[Bough, ...]
    loose: tuple[Loose, ...]
    levels: tuple[Level, ...]
    has_new: bool


def objectifs(teller: Teller, tree: Objectifs) -> TreeView:
    """The tree as it is drawn: each part once, on the first thing above that it names."""
    aims = {aim.code: aim.pour or aim.texte for aim in tree.finalites}
    goals = {goal.code: goal.texte for goal in tree.objectifs}
    cited = _cited(teller)
    leaves = [(action, _leaf(tree, action, goals, cited)) for action in tree.actions]
    branches = [(goal, _branch(goal, leaves, (aims, goals), cited)) for goal in tree.objectifs]
    known = {action.code for action in tree.actions}
    return TreeView(
        **teller.identity(tree),
        opening=tree.introduction or "",
        boughs_title="La finalité" if len(tree.finalites) == 1 else "Les finalités",
        boughs=tuple(_bough(aim, branches, aims) for aim in tree.finalites),
        loose=tuple(
            loose
            for loose in (
                Loose(
                    "Les objectifs",
                    branches=tuple(b for goal, b in branches if not _first(goal.finalites, aims)),
                ),
                Loose(
                    "Les actions",
                    leaves=tuple(leaf for act, leaf in leaves if not _first(act.objectifs, goals)),
                ),
                Loose(
                    "Des exemples",
                    examples=tuple(one.texte for one in tree.exemples if one.action not in known),
                ),
            )
            if loose.branches or loose.leaves or loose.examples
        ),
        levels=tuple(level for level in _levels(tree) if level.lines),
        has_new=any(action.nouvelle for action in tree.actions),
        notices=(Notice("À savoir", tree.note),) if tree.note else (),
        sources=tree.sources,
    )


def _cited(teller: Teller) -> Cited:
    found: dict[str, tuple[Link, ...]] = {}
    for sheet in teller.site.of(Fiche):
        for code in sheet.objectifs:
            found[code] = (*found.get(code, ()), teller.link(sheet))
    return found


def _bough(aim: Finalite, branches: Iterable[tuple[Objectif, Branch]], aims: ByCode) -> Bough:
    served = tuple(branch for goal, branch in branches if _first(goal.finalites, aims) == aim.code)
    return Bough(aim.code, aim.pour or "", aim.texte, served)


def _branch(
    goal: Objectif,
    leaves: Iterable[tuple[Action, Leaf]],
    above: tuple[ByCode, ByCode],
    cited: Cited,
) -> Branch:
    aims, goals = above
    served = tuple(leaf for action, leaf in leaves if _first(action.objectifs, goals) == goal.code)
    return Branch(goal.code, goal.texte, _others(goal.finalites, aims), served, cited.get(goal.code, ()))


def _leaf(tree: Objectifs, action: Action, goals: ByCode, cited: Cited) -> Leaf:
    examples = tuple(example.texte for example in tree.exemples if example.action == action.code)
    mark = "nouvelle" if action.nouvelle else ""
    also = _others(action.objectifs, goals)
    return Leaf(action.code, action.texte, mark, also, examples, cited.get(action.code, ()))


def _first(codes: tuple[str, ...], known: ByCode) -> str:
    """The first code that the tree knows, or an empty string."""
    return next((code for code in codes if code in known), "")


def _others(codes: tuple[str, ...], known: ByCode) -> str:
    """« Sert aussi : … », the words of the codes known beyond the first; nothing when there is none."""
    others = " ; ".join([known[code] for code in codes if code in known][1:])
    return f"Sert aussi : {others}" if others else ""


def _levels(tree: Objectifs) -> tuple[Level, ...]:
    illustrated = {action.code for action in tree.actions}
    examples = (Line("", one.texte, _among(illustrated, one.action)) for one in tree.exemples)
    return (
        Level("Finalités", tuple(Line(one.code, one.texte, kicker=one.pour or "") for one in tree.finalites)),
        Level("Objectifs", tuple(Line(one.code, one.texte, one.finalites) for one in tree.objectifs)),
        Level(
            "Actions",
            tuple(Line(one.code, one.texte, one.objectifs, new=bool(one.nouvelle)) for one in tree.actions),
        ),
        Level("Exemples", tuple(examples)),
    )


def _among(codes: Iterable[str], code: str | None) -> tuple[str, ...]:
    return (code,) if code is not None and code in codes else ()
