"""What an editor changed in a form, beside what others changed in the file meanwhile.

A form carries a mark of each value that it showed. What was not changed in the form leaves the file alone;
what only the form changed is written; what both changed is asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from filquartiers.editing import OpenedEntry, Value
from filquartiers.model.kind import Path
from filquartiers.model.site import Site
from filquartiers.serve.editor.asked import Sent
from filquartiers.serve.editor.controls import Asking, Control
from filquartiers.serve.editor.sent import in_order, is_there, sent_of, value_of
from filquartiers.serve.editor.widgets import pairs, widget

SEEN, KEPT = "vu", "choix."
THEIRS = "fichier"
_NAMES = ("titre", "nom")
_SHORT = 12  # hexadecimal signs of a mark


@dataclass(frozen=True, slots=True)
class Merge:
    """What a form changes in an entry, and the fields that somebody else changed to something else."""

    changes: Mapping[Path, Value | None]
    conflicts: Mapping[str, Value]


def shown(control: Control, value: Value, site: Site) -> Value | None:
    """A value as a form that is not touched sends it back; None when the form does not change it."""
    one = widget(control, value, site)
    return None if one.stays else value_of(control, sent_of(tuple(pairs(one))), site)


def marks_of(controls: Sequence[Control], entry: OpenedEntry, site: Site) -> dict[str, str]:
    """A mark of each value that a form of the entry shows."""
    values = ((one.name, shown(one, entry.values.get(one.name, ""), site)) for one in controls)
    return {name: _mark(value) for name, value in values if value is not None}


def written(marks: Mapping[str, str]) -> str:
    """The marks as a form carries them."""
    return " ".join(f"{name}:{mark}" for name, mark in marks.items())


def marks_in(sent: Sent) -> dict[str, str]:
    """The marks that a form sends back."""
    parts = (one.partition(":") for one in sent.get(SEEN, [""])[0].split())
    return {name: mark for name, _, mark in parts}


def _mark(value: Value) -> str:
    return sha256(repr(_steady(value)).encode()).hexdigest()[:_SHORT]


def _steady(value: Value) -> object:
    """Equal values are written alike; a group with nothing in it is nothing."""
    if isinstance(value, Mapping):
        return tuple((name, _steady(one)) for name, one in sorted(value.items())) or ""
    return tuple(map(_steady, value)) or "" if isinstance(value, tuple) else value


_NOTHING = _mark("")


def rank_of(
    entries: Sequence[Mapping[str, str]], seen: Mapping[str, str], rank: int, *, listed: bool
) -> int | None:
    """Which entry a form is of, from the marks of all: others may have been put before it, or taken away.

    Args:
        entries: the marks of each entry of the file as it is now.
        seen: those that the form showed.
        rank: the place that the entry had.
        listed: whether the file may hold other entries; the only one of a file is known by its file.
    """
    if not listed:
        return rank if rank < len(entries) else None
    said = {name: mark for name, mark in seen.items() if mark != _NOTHING}  # the rest is no sign
    likeness = [sum(marks.get(name) == mark for name, mark in said.items()) for marks in entries]
    named = [any(name in said and marks.get(name) == said[name] for name in _NAMES) for marks in entries]
    order = sorted(range(len(entries)), key=lambda one: (not named[one], -likeness[one], abs(one - rank)))
    best = order[0] if order else None
    return best if best is not None and (named[best] or likeness[best] * 2 > len(said)) else None


def merge(controls: Sequence[Control], entry: OpenedEntry, sent: Sent, site: Site) -> Merge:
    """What a form changes in the entry as the file now has it."""
    seen = marks_in(sent)
    changes: dict[Path, Value | None] = {}
    conflicts: dict[str, Value] = {}
    for control in controls:
        before = entry.values.get(control.name, "")
        theirs = shown(control, before, site)
        is_shown = theirs is not None and control.name in seen and is_there(control, sent)
        if theirs is None or not is_shown or sent.get(KEPT + control.name) == [THEIRS]:
            continue
        mine = value_of(control, sent, site)
        if control.shape is Asking.BOXES:
            mine = in_order(theirs, mine)
        mark = _mark(mine)
        if mark in {_mark(theirs), seen[control.name]}:
            continue
        if seen[control.name] == _mark(theirs):
            changes[(control.name,)] = _as_typed(before, mine)
        else:
            conflicts[control.name] = before
    return Merge(changes, conflicts)


def _as_typed(before: Value, mine: Value) -> Value | None:
    """One value where one value stood, not a list of one."""
    if not before and isinstance(mine, tuple) and len(mine) == 1 and isinstance(mine[0], str):
        return mine[0]
    if isinstance(before, str) and isinstance(mine, tuple) and len(mine) == 1:
        return mine[0]
    return mine or None


def values_in(controls: Sequence[Control], sent: Sent, site: Site) -> dict[str, Value]:
    """All that a form says, for a new entry."""
    found = ((one.name, _as_typed("", value_of(one, sent, site))) for one in controls)
    return {name: value for name, value in found if value}
