"""The tree of objectives: nested where the document says what serves what, in layers where it does not."""

from dataclasses import dataclass

from filquartiers.model.kinds import Fiche, Objectifs
from filquartiers.model.kinds.objectifs import Action, Exemple, Finalite, Objectif
from filquartiers.render.web.web import Web

Named = dict[str, str]  # code → words
Sheets = dict[str, tuple[Fiche, ...]]  # code → sheets that cite it


@dataclass(frozen=True, slots=True)
class Leaf:
    """An action, its examples, the sheets that cite it, and the other objectives it serves."""

    action: Action
    also: tuple[str, ...]
    examples: tuple[Exemple, ...]
    sheets: tuple[Fiche, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """An objective, the actions drawn on it, and the other aims it serves."""

    goal: Objectif
    also: tuple[str, ...]
    leaves: tuple[Leaf, ...]
    sheets: tuple[Fiche, ...]


@dataclass(frozen=True, slots=True)
class Bough:
    """An aim and the objectives that serve it."""

    aim: Finalite
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class TreeView:
    """The tree; ``loose`` parts are those whose link upward is not known."""

    tree: Objectifs
    boughs: tuple[Bough, ...]
    loose_branches: tuple[Branch, ...]
    loose_leaves: tuple[Leaf, ...]
    loose_examples: tuple[Exemple, ...]
    has_new: bool


def tree_view(web: Web, tree: Objectifs) -> TreeView:
    """The tree as its page draws it: each part once, on the first thing above that it names."""
    sheets = _sheets_by_code(web)
    aims = {aim.code: aim.pour or aim.texte for aim in tree.finalites}
    goals = {goal.code: goal.texte for goal in tree.objectifs}
    actions = {action.code for action in tree.actions}
    leaves = tuple(_leaf(tree, action, goals, sheets) for action in tree.actions)
    branches = tuple(_branch(goal, leaves, (aims, goals), sheets) for goal in tree.objectifs)
    return TreeView(
        tree=tree,
        boughs=tuple(
            Bough(aim, tuple(b for b in branches if _first(b.goal.finalites, aims) == aim.code))
            for aim in tree.finalites
        ),
        loose_branches=tuple(branch for branch in branches if not _first(branch.goal.finalites, aims)),
        loose_leaves=tuple(leaf for leaf in leaves if not _first(leaf.action.objectifs, goals)),
        loose_examples=tuple(example for example in tree.exemples if example.action not in actions),
        has_new=any(action.nouvelle for action in tree.actions),
    )


def _sheets_by_code(web: Web) -> Sheets:
    found: Sheets = {}
    for sheet in web.site.of(Fiche):
        for code in sheet.objectifs:
            found[code] = (*found.get(code, ()), sheet)
    return found


def _leaf(tree: Objectifs, action: Action, goals: Named, sheets: Sheets) -> Leaf:
    examples = tuple(example for example in tree.exemples if example.action == action.code)
    return Leaf(action, _others(action.objectifs, goals), examples, sheets.get(action.code, ()))


def _branch(goal: Objectif, leaves: tuple[Leaf, ...], above: tuple[Named, Named], sheets: Sheets) -> Branch:
    aims, goals = above
    served = tuple(leaf for leaf in leaves if _first(leaf.action.objectifs, goals) == goal.code)
    return Branch(goal, _others(goal.finalites, aims), served, sheets.get(goal.code, ()))


def _first(codes: tuple[str, ...], known: Named) -> str:
    """The first code that the tree knows, or an empty string."""
    return next((code for code in codes if code in known), "")


def _others(codes: tuple[str, ...], known: Named) -> tuple[str, ...]:
    """The words of the codes known beyond the first."""
    return tuple(known[code] for code in codes if code in known)[1:]
