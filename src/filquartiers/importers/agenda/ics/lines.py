"""The lines of an iCalendar file (RFC 5545 § 3.1), cut into events that damage cannot spread between."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from filquartiers.problems import Problem, Where, problem

_PROPERTY = re.compile(r"^[A-Za-z0-9-]+[;:]")
_NO_COLON = re.compile(r"^(?:DTSTART|DTEND|DTSTAMP|DURATION|RRULE|EXDATE|UID|SUMMARY|LOCATION|STATUS)\b")
_EVENT, _ZONE = "BEGIN:VEVENT", "BEGIN:VTIMEZONE"
_PROSE = re.compile(r"^(?:DESCRIPTION|SUMMARY|LOCATION|COMMENT)[;:]", re.IGNORECASE)


@dataclass(slots=True)
class Component:
    """One component of the file: the place of its first line, and its unfolded lines."""

    where: Where
    lines: list[str] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """Its first line, in capitals."""
        return self.lines[0].upper()

    @property
    def text(self) -> str:
        """As a calendar library reads it."""
        return "\r\n".join(self.lines) + "\r\n"


@dataclass(frozen=True, slots=True)
class Components:
    """The events of a file, and the text of the time zones that they name."""

    events: tuple[Component, ...]
    zones: str
    problems: tuple[Problem, ...]


def read_components(file: str, text: str) -> Components:
    """Cut a calendar into its events; what is damaged is told, the rest stands."""
    whole: dict[str, list[Component]] = {_EVENT: [], _ZONE: []}
    problems: list[Problem] = []
    current: Component | None = None
    depth = 0
    for where, line in _unfolded(file, text):
        mark = line.strip().upper()
        if current is not None and not mark == current.kind == _EVENT:
            word = mark.partition(":")[0]
            depth += (word == "BEGIN") - (word == "END")
            problems.extend(_take(current, where, line))
            if depth == 0:
                whole[current.kind].append(current)
                current = None
        elif mark in whole:
            problems.extend(_cut(current))
            current, depth = Component(where, [line.strip()]), 1
    problems.extend(_cut(current))
    zones = "".join(zone.text for zone in whole[_ZONE])
    return Components(tuple(whole[_EVENT]), zones, tuple(problems))


def _cut(component: Component | None) -> Iterator[Problem]:
    """An event still open where another begins, or where the file ends."""
    if component is not None:
        yield problem("ics-coupe", component.where)


def _unfolded(file: str, text: str) -> Iterator[tuple[Where, str]]:
    """Each logical line with its place: a line that starts with a space goes on from the one before."""
    waiting: tuple[Where, str] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if line[:1] in {" ", "\t"} and waiting:
            waiting = (waiting[0], waiting[1] + line[1:])
        elif line.strip():
            if waiting:
                yield waiting
            waiting = (Where(file, number, 1, len(line), line), line)
    if waiting:
        yield waiting


def _take(component: Component, where: Where, line: str) -> Iterator[Problem]:
    """Add a line to a component; one that is no property most often goes on from the text above it."""
    if _PROPERTY.match(line):
        component.lines.append(line)
    elif _PROSE.match(component.lines[-1]) and not _NO_COLON.match(line):
        component.lines[-1] += "\\n" + line.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
        yield problem("ics-ligne-rattachee", where, extrait=line.strip())
    else:
        yield problem("ics-ligne-ignoree", where, extrait=line.strip())
