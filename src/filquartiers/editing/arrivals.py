"""Events of a calendar or a spreadsheet, accepted one by one, and written among those of the project.

An event is known by its ``identifiant``, wherever it stands in the calendar: one that is there already is not
proposed again, and one that says something else now is proposed as a change of what stands there.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from filquartiers.compose import compose_list
from filquartiers.editing.desk import Desk
from filquartiers.editing.entry import OpenedEntry
from filquartiers.editing.found import Value
from filquartiers.editing.opened import OpenedText, open_text
from filquartiers.editing.refused import ChangedMeanwhile, Gone, Refused
from filquartiers.importers.agenda.calendar_files import FOLDER
from filquartiers.importers.agenda.planning import AgendaContext, Judged, judge_agenda, stem_of
from filquartiers.importers.plan import Arrival
from filquartiers.model.kinds import Evenement
from filquartiers.model.text import numbered
from filquartiers.problems import Problem

KEY = "identifiant"
_TRIES = 3
_PLACES = ("maisons", "lieu")  # two houses may hold the same event on the same day


class Novelty(Enum):
    """Where an event that arrives stands beside those of the project."""

    NEW = "nouveau"
    CHANGED = "changé"
    PRESENT = "déjà là"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One event that arrives.

    Attributes:
        entry: the event as it would be written.
        line: where it stands in what was dropped; ``sheet`` in which part of a workbook.
        standing: beside those of the project.
        file: where it stands already.
        changes: what it says otherwise there: the field, what stands, what arrives.
        told: notices about it.
    """

    entry: OpenedEntry
    line: int
    sheet: str
    standing: Novelty
    file: str = ""
    changes: tuple[tuple[str, Value, Value], ...] = ()
    told: tuple[Problem, ...] = ()

    @property
    def values(self) -> Mapping[str, Value]:
        """What it says, as typed."""
        return self.entry.values

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return str(self.values.get(KEY, ""))

    @property
    def title(self) -> str:
        """Its title."""
        return str(self.values.get("titre", ""))


@dataclass(frozen=True, slots=True)
class Delivery:
    """All that was dropped: the events, the lines left aside, and what there is to say of the whole."""

    source: str
    target: str
    events: tuple[Incoming, ...]
    aside: tuple[Arrival, ...]
    problems: tuple[Problem, ...]


def delivery(name: str, data: bytes, context: AgendaContext) -> Delivery:
    """What a calendar or a spreadsheet brings; nothing is written.

    Args:
        name: of the file, with its ending.
        data: what it holds.
        context: what the project holds already.
    """
    judged: Judged = judge_agenda(name, data, context)
    there = _there(context.existing)
    events = []
    for candidate, told in zip(judged.accepted, judged.told, strict=True):
        one = _placed(candidate.values, there)
        events.append(replace(one, line=candidate.where.line, sheet=candidate.sheet, told=told))
    beside = {id(problem) for told in judged.told for problem in told}
    rest = tuple(one for one in judged.problems if id(one) not in beside)
    paths = (f"{FOLDER}/{stem}.yaml" for stem in numbered(stem_of(name, context)))
    target = next(path for path in paths if _takes(context.existing.get(path), name))
    return Delivery(name, target, tuple(events), judged.items, rest)


def _header(source: str) -> str:
    return f"Importé de « {source} », événement par événement."


def _takes(data: bytes | None, source: str) -> bool:
    """Whether the events of a source go to a file that holds this: none yet, or one that began with them."""
    return data is None or data.removeprefix(b"\xef\xbb\xbf").startswith(f"# {_header(source)}".encode())


def _there(existing: Mapping[str, bytes]) -> Mapping[str, tuple[str, OpenedEntry]]:
    """The events of the project by identifier, and their files."""
    found: dict[str, tuple[str, OpenedEntry]] = {}
    for path, data in sorted(existing.items()):
        for entry in open_text(path, data, Evenement).entries:
            if key := str(entry.values.get(KEY, "")):
                found.setdefault(key, (path, entry))
    return found


def _placed(values: Mapping[str, Any], there: Mapping[str, tuple[str, OpenedEntry]]) -> Incoming:
    """An event beside that of its name; another one, elsewhere, leaves its name to the first."""
    for key in numbered(str(values.get(KEY, ""))):
        entry = _as_written({**values, KEY: key})
        if key not in there:
            return Incoming(entry, 0, "", Novelty.NEW)
        file, other = there[key]
        if all(entry.values.get(name, "") == other.values.get(name, "") for name in _PLACES):
            changes = tuple(
                (name, other.values.get(name, ""), value)
                for name, value in entry.values.items()
                if value != other.values.get(name, "")
            )
            return Incoming(entry, 0, "", Novelty.CHANGED if changes else Novelty.PRESENT, file, changes)
    raise AssertionError  # names never end


def _as_written(values: Mapping[str, Any]) -> OpenedEntry:
    return open_text("import.yaml", compose_list(Evenement, [values]).encode(), Evenement).entries[0]


def accept(desk: Desk, brought: Delivery, chosen: Collection[str]) -> tuple[str, ...]:
    """Write the events that were chosen, by their keys, and touch no other; gives the files written.

    Raises:
        Refused: the disk refuses, or a file changes without end; files written before stay so.
        NotEditable: a list cannot take them in.
    """
    taken = [one for one in brought.events if one.key in chosen]
    new = [one.values for one in taken if one.standing is Novelty.NEW]
    changed = [one for one in taken if one.standing is Novelty.CHANGED]
    files = dict.fromkeys(one.file for one in changed)
    written = [file for file in files if _change(desk, file, [one for one in changed if one.file == file])]
    if new and _add(desk, brought, new):
        written.append(brought.target)
    return tuple(written)


def _change(desk: Desk, file: str, changed: Iterable[Incoming]) -> bool:
    """Whether something was to be written."""
    for _ in range(_TRIES):
        data, seen = desk.read(file)
        opened = open_text(file, data, Evenement)
        for one in changed:
            opened = _changed(opened, one)
        try:
            desk.save(file, seen, opened.data)
        except ChangedMeanwhile:
            continue
        return opened.data != data
    raise _restless(file)


def _changed(opened: OpenedText, one: Incoming) -> OpenedText:
    ranks = [rank for rank, entry in enumerate(opened.entries) if entry.values.get(KEY) == one.key]
    if not ranks:
        return opened  # taken away meanwhile: it was somebody's choice
    return opened.reopened(opened.changed(ranks[0], {(name,): value for name, _, value in one.changes}))


def _add(desk: Desk, brought: Delivery, events: list[Mapping[str, Value]]) -> bool:
    for _ in range(_TRIES):
        try:
            data, seen = desk.read(brought.target)
        except Gone:
            text = compose_list(Evenement, events, header=_header(brought.source))
            desk.create(brought.target, text.encode())
            return True
        opened = open_text(brought.target, data, Evenement)
        known = {entry.values.get(KEY) for entry in opened.entries}
        for values in events:
            if values.get(KEY) not in known:
                opened = opened.reopened(opened.added(values))
        try:
            desk.save(brought.target, seen, opened.data)
        except ChangedMeanwhile:
            continue
        return opened.data != data
    raise _restless(brought.target)


def _restless(file: str) -> Refused:
    return Refused(f"« {file} » change sans cesse : attendez un instant, puis recommencez.")
