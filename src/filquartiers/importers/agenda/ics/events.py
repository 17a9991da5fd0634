"""An iCalendar file (RFC 5545) as events for the common calendar: all that it announces is told."""

import re
import warnings
from collections.abc import Iterator, Sequence
from typing import Any

import icalendar

from filquartiers.importers.agenda.candidates import Candidate, Reading
from filquartiers.importers.agenda.ics.groups import Bundle, Told, grouped
from filquartiers.importers.agenda.ics.lines import Component, read_components
from filquartiers.importers.agenda.ics.properties import Ledger
from filquartiers.importers.agenda.ics.telling import Setting, candidates_of
from filquartiers.importers.plan import Arrival, Fate
from filquartiers.problems import Problem, Where, problem

_ONCE = ("DTSTART", "DTEND", "DURATION", "RECURRENCE-ID")
_TIMED = (*_ONCE, "EXDATE", "RDATE", "RRULE", "EXRULE")

# What a damaged event may raise inside the libraries, whatever the damage.
_DAMAGE = (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError)


def read_ics(file: str, data: bytes, setting: Setting) -> Reading:
    """The events of a calendar; those changed for one date are told with the event they change.

    Args:
        file: its name, for messages.
        data: its octets.
        setting: the day, and the zone of each place.
    """
    if not data.strip():
        return Reading(problems=(problem("import-vide", Where(file)),))
    components = read_components(file, data)
    if not components.is_calendar:
        return Reading(problems=(problem("pas-un-agenda", Where(file)),))
    problems, ledger = list(components.problems), Ledger()
    if not components.events:
        problems.append(problem("agenda-sans-evenement", Where(file)))
    told = list(_readable(components.events, components.zones, problems, ledger))
    problems.extend(ledger.problems())
    candidates: list[Candidate] = []
    left: list[Arrival] = []
    for group in grouped(told, problems):
        if group.private:
            left.append(_left_out(group, problems))
            continue
        try:
            found = list(candidates_of(group, setting, problems))
            candidates.extend(found)
            if not found:
                left.append(_empty(group, problems))
        except _DAMAGE:
            problems.append(problem("evenement-illisible", group.where, ligne="une date ou une règle"))
    return Reading(tuple(candidates), tuple(problems), tuple(left))


def _left_out(group: Bundle, problems: list[Problem]) -> Arrival:
    title = group.main.title or "(sans titre)"
    problems.append(problem("evenement-prive", group.where, titre=title))
    return Arrival(title, group.where.line, Fate.PRIVATE)


def _empty(group: Bundle, problems: list[Problem]) -> Arrival:
    title = group.main.title or "(sans titre)"
    problems.append(problem("serie-sans-date", group.where, titre=title))
    return Arrival(title, group.where.line, Fate.REFUSED)


def _readable(
    components: Sequence[Component], zones: str, problems: list[Problem], ledger: Ledger
) -> Iterator[Told]:
    for component in components:
        try:
            event = _parsed(component, zones)
        except _DAMAGE as error:
            problems.append(_unreadable(component, error))
            continue
        ledger.note(component)
        problems.extend(_zones(component, event))
        yield Told(component.where, event, component)


def _unreadable(component: Component, error: Exception) -> Problem:
    """Name the line that does not read, when it is known."""
    name = error.args[0] if isinstance(error, _DamagedLineError) else "DTSTART"
    lines = (line for line in component.lines if re.match(rf"{name}\b", line, re.IGNORECASE))
    line = next(lines, f"{name} manque")
    return problem("evenement-illisible", component.where, ligne=line[:60])


class _DamagedLineError(ValueError):
    """The property of that name, whose value is no date, duration or rule."""


def _parsed(component: Component, zones: str) -> Any:
    """The event of a component, its dates all readable."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about zones named by their maker: they are read as we wish
        calendar: Any = icalendar.Calendar.from_ical(
            f"BEGIN:VCALENDAR\r\n{zones}{component.text}END:VCALENDAR\r\n"
        )
    event = next(iter(calendar.walk("VEVENT")))
    if "RECURRENCE-ID" in event:  # one date of a series does not come back by itself
        for name in ("RRULE", "RDATE", "EXDATE", "EXRULE"):
            event.pop(name, None)
    if "DTSTART" not in event:
        raise _DamagedLineError("DTSTART")
    for name in _TIMED:
        values = _each(event, name)
        broken = any(isinstance(value, icalendar.vBroken) for value in values)
        if broken or (name in _ONCE and len(values) > 1):
            raise _DamagedLineError(name)
    return event


def _zones(component: Component, event: Any) -> Iterator[Problem]:
    """A zone that nothing describes: its hours are taken as they are written."""
    for name in ("DTSTART", "DTEND", "RECURRENCE-ID"):
        value = event.get(name)
        zone = str(value.params.get("TZID", "")) if value is not None else ""
        if zone and getattr(value.dt, "tzinfo", None) is None and hasattr(value.dt, "hour"):
            yield problem("fuseau-sans-description", component.where, fuseau=zone)
            return


def _each(event: Any, name: str) -> list[Any]:
    """The values of a property, which may come once, several times, or not at all."""
    found = event.get(name, [])
    return found if isinstance(found, list) else [found]
