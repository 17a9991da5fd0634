"""The tree of objectives as print draws it: purposes, objectives, actions, examples.

A document may leave a link unsaid: what hangs on nothing is listed under the name of its level, and
never hung at a guess.
"""

from collections.abc import Iterable

from filquartiers.model.kinds import Objectifs
from filquartiers.model.kinds.objectifs import Action, Objectif
from filquartiers.render.print.data.scope import Json, Scope, text


def tree(entry: Objectifs, scope: Scope) -> Json:
    """The whole tree, the linked part by purpose, then the levels of what is not linked."""
    codes = {purpose.code for purpose in entry.finalites}
    loose = [one for one in entry.objectifs if not codes.intersection(one.finalites)]
    known = {one.code for one in entry.objectifs}
    free = [one for one in entry.actions if not known.intersection(one.objectifs)]
    illustrated = {one.code for one in entry.actions}
    return {
        "origin": entry.origin.file,
        "title": text(entry.titre),
        "introduction": text(entry.introduction),
        "purposes": [
            {
                "for": text(purpose.pour),
                "text": text(purpose.texte),
                "objectives": _objectives(entry, (o for o in entry.objectifs if purpose.code in o.finalites)),
            }
            for purpose in entry.finalites
        ],
        "loose": _groups(
            ("Objectifs opérationnels", _objectives(entry, loose)),
            ("Actions", [_action(entry, action) | {"actions": []} for action in free]),
            ("Exemples", [_leaf(one.texte) for one in entry.exemples if one.action not in illustrated]),
        ),
        "note": text(entry.note),
        "new_count": sum(bool(action.nouvelle) for action in entry.actions),
        "web": scope.web(entry),
    }


def _groups(*groups: tuple[str, list[Json]]) -> list[Json]:
    return [
        {"label": label, "items": items, "short": label == "Exemples"} for label, items in groups if items
    ]


def _objectives(entry: Objectifs, chosen: Iterable[Objectif]) -> list[Json]:
    return [
        {
            "text": text(one.texte),
            "actions": [_action(entry, action) for action in entry.actions if one.code in action.objectifs],
        }
        for one in chosen
    ]


def _action(entry: Objectifs, action: Action) -> Json:
    return {
        "text": text(action.texte),
        "new": bool(action.nouvelle),
        "examples": [text(one.texte) for one in entry.exemples if one.action == action.code],
    }


def _leaf(words: str) -> Json:
    return {"text": text(words), "actions": [], "new": False, "examples": []}
