"""The lines of an iCalendar file (RFC 5545 § 3.1), cut into events that damage cannot spread between."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from filquartiers.importers.agenda.ics.octets import read_lines
from filquartiers.problems import Problem, Where, problem

_PROPERTY = re.compile(r"^[A-Za-z0-9-]+[;:]")
_NO_COLON = re.compile(r"^(?:DTSTART|DTEND|DTSTAMP|DURATION|RRULE|EXDATE|UID|SUMMARY|LOCATION|STATUS)\b")
_EVENT, _ZONE = "BEGIN:VEVENT", "BEGIN:VTIMEZONE"
_PROSE = re.compile(r"^(?:DESCRIPTION|SUMMARY|LOCATION|COMMENT)[;:]", re.IGNORECASE)
_SAYS_NOTHING = re.compile(r"^(?:EXDATE|RDATE|EXRULE|RRULE|DURATION)(?:;[^:]*)?:\s*$", re.IGNORECASE)
_METHOD = re.compile(r"^METHOD:(?P<method>.*)$", re.IGNORECASE)
# A zone named as Windows shows it, « (UTC+01:00) Paris, Madrid », whose signs no quotes protect.
_BARE_ZONE = re.compile(
    r"^(?P<name>[A-Z-]+(?:;VALUE=[A-Z-]+)?);TZID=(?P<zone>[^\";]*[:,][^\";]*):(?P<value>\d{8}.*)$"
)


@dataclass(slots=True)
class Component:
    """One component of the file: the place of its first line, and its unfolded lines.

    ``method`` is that of its calendar (RFC 5546), in capitals.
    """

    where: Where
    lines: list[str] = field(default_factory=list)
    method: str = ""

    def values(self, name: str) -> list[str]:
        """The values of a property of the event itself, as they are written."""
        return [line.partition(":")[2].strip() for one, line in names_of(self) if one == name]

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
    """The events of a file, and the text of the time zones that they name; ``is_calendar`` if it is one."""

    events: tuple[Component, ...]
    zones: str
    problems: tuple[Problem, ...]
    is_calendar: bool


def read_components(file: str, data: bytes) -> Components:
    """Cut a calendar into its events; what is damaged is told, the rest stands."""
    lines, problems = read_lines(file, data)
    cutter = _Cutter(problems)
    for where, line in lines:
        cutter.take(where, line)
    cutter.close()
    return cutter.components()


@dataclass
class _Cutter:
    problems: list[Problem]
    whole: dict[str, list[Component]] = field(default_factory=lambda: {_EVENT: [], _ZONE: []})
    current: Component | None = None
    depth: int = 0
    method: str = ""
    is_calendar: bool = False
    others: Counter[str] = field(default_factory=Counter)
    first: dict[str, Where] = field(default_factory=dict)

    def take(self, where: Where, line: str) -> None:
        mark = line.strip().upper()
        if self.current is not None and not mark == self.current.kind == _EVENT:
            word = mark.partition(":")[0]
            self.depth += (word == "BEGIN") - (word == "END")
            self.problems.extend(_take(self.current, where, line))
            if self.depth == 0:
                self.whole[self.current.kind].append(self.current)
                self.current = None
        elif mark in self.whole:
            self.close()
            self.current, self.depth = Component(where, [line.strip()], self.method), 1
        else:
            self._outside(where, mark)

    def _outside(self, where: Where, mark: str) -> None:
        """A line of the calendar itself, or of a component that is no event."""
        if mark == "BEGIN:VCALENDAR":
            self.is_calendar, self.method = True, ""
        elif found := _METHOD.match(mark):
            self.method = found["method"].strip()
        elif mark in _OTHERS:
            self.others[_OTHERS[mark]] += 1
            self.first.setdefault(_OTHERS[mark], where)

    def close(self) -> None:
        """An event still open where another begins, or where the file ends."""
        if self.current is not None:
            self.problems.append(problem("ics-coupe", self.current.where))

    def components(self) -> Components:
        for what, number in self.others.items():
            self.problems.append(problem("composant-ignore", self.first[what], quoi=what, nombre=number))
        zones = "".join(zone.text for zone in self.whole[_ZONE])
        is_calendar = self.is_calendar or bool(self.whole[_EVENT])
        return Components(tuple(self.whole[_EVENT]), zones, tuple(self.problems), is_calendar)


_OTHERS = {
    "BEGIN:VTODO": "tâche",
    "BEGIN:VJOURNAL": "note de journal",
    "BEGIN:VFREEBUSY": "plage de disponibilité",
    "BEGIN:VAVAILABILITY": "plage de disponibilité",
}


def _take(component: Component, where: Where, line: str) -> Iterable[Problem]:
    """Add a line to a component; one that is no property most often goes on from the text above it."""
    if _SAYS_NOTHING.match(line):
        return
    if _PROPERTY.match(line):
        component.lines.append(_BARE_ZONE.sub(r'\g<name>;TZID="\g<zone>":\g<value>', line))
    elif _PROSE.match(component.lines[-1]) and not _NO_COLON.match(line):
        component.lines[-1] += "\\n" + line.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
        yield problem("ics-ligne-rattachee", where, extrait=line.strip())
    else:
        yield problem("ics-ligne-ignoree", where, extrait=line.strip())


def names_of(component: Component) -> Iterator[tuple[str, str]]:
    """The properties of an event itself, those of its alarms apart: name in capitals, whole line.

    A component inside it other than an alarm is one line, ``BEGIN:…``.
    """
    depth = 0
    for line in component.lines[1:-1]:
        mark = line.strip().upper()
        if depth == 0 and mark != "BEGIN:VALARM":
            yield re.split("[;:]", mark, maxsplit=1)[0] if not mark.startswith("BEGIN:") else mark, line
        depth += mark.startswith("BEGIN:") - mark.startswith("END:")
