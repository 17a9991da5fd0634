"""An iCalendar file (RFC 5545) as events for the common calendar."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import icalendar

from filquartiers.importers.agenda.candidates import Candidate, Reading
from filquartiers.importers.agenda.ics.lines import Component, read_components
from filquartiers.importers.agenda.ics.rules import clock, local, local_day, recurrence_text, told
from filquartiers.importers.prose import escaped
from filquartiers.model.agenda.dates import write_date
from filquartiers.model.agenda.times import LONGEST_NIGHT, Moment, Times, write_moment
from filquartiers.problems import Problem, Where, problem

_ONCE = ("DTSTART", "DTEND", "DURATION", "RECURRENCE-ID")
_TIMED = (*_ONCE, "EXDATE", "RDATE", "RRULE")

_Placed = tuple[Where, Any]
"""An event of the library, with the place of its first line."""

# What a damaged event may raise inside the library, whatever the damage.
_DAMAGE = (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError)


def read_ics(file: str, text: str) -> Reading:
    """The events of a calendar; those changed for one date are told with the event they change."""
    components = read_components(file, text)
    if not components.events and "BEGIN:VCALENDAR" not in text.upper():
        return Reading(problems=(problem("pas-un-agenda", Where(file)),))
    problems = list(components.problems)
    parsed: list[_Placed] = []
    for component in components.events:
        try:
            parsed.append((component.where, _parsed(component, components.zones)))
        except _DAMAGE as error:
            problems.append(_unreadable(component, error))
    candidates: list[Candidate] = []
    for group in _by_identity(parsed, problems):
        try:
            candidates.append(_candidate(group, problems))
        except _DAMAGE:
            problems.append(problem("evenement-illisible", group[0][0], ligne="une date ou une règle"))
    return Reading(tuple(candidates), tuple(problems))


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
    calendar: Any = icalendar.Calendar.from_ical(
        f"BEGIN:VCALENDAR\r\n{zones}{component.text}END:VCALENDAR\r\n"
    )
    event = next(iter(calendar.walk("VEVENT")))
    if "DTSTART" not in event:
        raise _DamagedLineError("DTSTART")
    for name in _TIMED:
        values = _each(event, name)
        broken = any(isinstance(value, icalendar.vBroken) for value in values)
        if broken or (name in _ONCE and len(values) > 1):
            raise _DamagedLineError(name)
    return event


def _by_identity(parsed: Sequence[_Placed], problems: list[Problem]) -> Iterator[list[_Placed]]:
    """Each series with the dates changed in it; among versions of one event, the newest only.

    A changed date whose series is not in the file is an event of its own.
    """
    groups: dict[str, list[_Placed]] = {}
    for where, event in parsed:
        groups.setdefault(_uid(event), []).append((where, event))
    for group in groups.values():
        single = [one for one in group if "RECURRENCE-ID" in one[1]]
        whole = [one for one in group if "RECURRENCE-ID" not in one[1]]
        whole.sort(key=lambda one: _version(one[1]))
        for where, event in whole[:-1]:
            problems.append(problem("version-ancienne", where, titre=_text(event, "SUMMARY")))
        yield from [[whole[-1], *single]] if whole else [[one] for one in single]


def _uid(event: Any) -> str:
    return _text(event, "UID") or f"{_text(event, 'SUMMARY')} {local_day(event['DTSTART'].dt).isoformat()}"


def _key(event: Any) -> str:
    """The identifier of an event; a date apart from its series adds its day."""
    alone = event.get("RECURRENCE-ID")
    return f"{_uid(event)} {local_day(alone.dt).isoformat()}" if alone else _uid(event)


def _version(event: Any) -> int:
    number = _text(event, "SEQUENCE")
    return int(number) if number.isdecimal() else 0


def _candidate(group: Sequence[_Placed], problems: list[Problem]) -> Candidate:
    where, event = group[0]
    values: dict[str, object] = {
        "titre": _text(event, "SUMMARY"),
        "lieu": _text(event, "LOCATION"),
        "theme": ", ".join(event.categories),
        "identifiant": _key(event),
        "corps": "\n\n".join(_body(event)),
        **_moments(event),
    }
    if "RRULE" in event:
        values["recurrence"], problem_code = recurrence_text(event["RRULE"], local(event["DTSTART"].dt))
        if problem_code:
            problems.append(problem(problem_code, where, regle=values["recurrence"]))
    values["en_plus"] = list(_added(event))
    cancelled = {local_day(when) for when in event.exdates}
    moved: list[object] = []
    for place, single in group[1:]:
        _one_date(place, single, cancelled, moved, problems)
    whole = _text(event, "STATUS").upper() == "CANCELLED"
    values["annule"] = ["oui"] if whole else [write_date(day) for day in sorted(cancelled)]
    values["reporte"] = moved
    return Candidate(where, {name: value for name, value in values.items() if value})


def _one_date(
    where: Where, single: Any, cancelled: set[date], moved: list[object], problems: list[Problem]
) -> None:
    """What became of one date of a series."""
    planned, actual = single["RECURRENCE-ID"].dt, single["DTSTART"].dt
    if _text(single, "STATUS").upper() == "CANCELLED":
        cancelled.add(local_day(planned))
    elif local(planned) != local(actual):
        moved.append({"du": told(planned), "au": str(_moments(single)["debut"])})
    else:
        summary = _text(single, "SUMMARY")
        problems.append(problem("seance-particuliere", where, seance=told(planned), titre=summary))


def _moments(event: Any) -> dict[str, object]:
    """Start and end as an editor types them, in French and in the time of Paris."""
    return _span(local(event["DTSTART"].dt), _end(event))


def _span(start: date, end: date | None) -> dict[str, object]:
    if not isinstance(start, datetime):
        last = local_day(end) - timedelta(days=1) if end else start
        days: dict[str, object] = {"debut": write_date(start), "journee": True}
        return days | ({"fin": write_date(last)} if last > start else {})
    if not isinstance(end, datetime) or end <= start:
        return {"debut": told(start)}
    if end.date() == start.date() or end - start <= LONGEST_NIGHT:
        return {"debut": write_moment(Moment(start.date(), Times(clock(start), clock(end))))}
    return {"debut": told(start), "fin": told(end)}


def _end(event: Any) -> date | None:
    if "DTEND" in event:
        return local(event["DTEND"].dt)
    if "DURATION" in event:
        found: date = event["DTSTART"].dt + event["DURATION"].dt
        return local(found)
    return None


def _added(event: Any) -> Iterator[str]:
    """The dates of RDATE, which last as long as the first, or are periods (RFC 5545 § 3.8.5.2)."""
    start, end = local(event["DTSTART"].dt), _end(event)
    length = end - start if end else None  # refuses a day that ends at an hour, against the standard
    for begin, last in event.rdates:
        finish = last or (begin + length if length else None)
        yield str(_span(local(begin), local(finish) if finish else None)["debut"])


def _text(event: Any, name: str) -> str:
    """A text property; one that comes several times, against the standard, keeps all its values."""
    return ", ".join(str(one).strip() for one in _each(event, name))


def _body(event: Any) -> Iterator[str]:
    lines = _text(event, "DESCRIPTION").split("\n")
    yield from (escaped(line) for line in lines if line.strip())
    yield from filter(None, [_text(event, "URL")])


def _each(event: Any, name: str) -> list[Any]:
    """The values of a property, which may come once, several times, or not at all."""
    found = event.get(name, [])
    return found if isinstance(found, list) else [found]
