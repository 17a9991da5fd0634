"""A schedule in the terms of RFC 5545 § 3.8.5: first date, RRULE, EXDATE, RDATE, overridden dates."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from filquartiers.model.agenda.expand import occurrence_on, reach, rhythm_days, rule_days
from filquartiers.model.agenda.rrule import rrule_parts
from filquartiers.model.agenda.rule import Exceptions, Rhythm, Rule, Unit
from filquartiers.model.agenda.schedule import Change, Occurrence, Schedule

_EVERY_DAY = Rhythm(unit=Unit.DAY)
_ONCE = (("FREQ", "DAILY"), ("COUNT", "1"))
"""Some readers forget DTSTART when RDATE stands alone: this rule names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What one recurring VEVENT states.

    ``first`` gives DTSTART and DTEND. ``rrule`` is empty, or its parts without UNTIL; ``until`` is the
    last day that it gives, None when it goes on. ``excluded`` and ``added`` are the first days of dates
    taken out of the rule and put beside it. ``overridden`` are the dates that differ from the others: each
    is a VEVENT of its own whose RECURRENCE-ID is on its ``original`` day.
    """

    first: Occurrence
    rrule: tuple[tuple[str, str], ...] = ()
    until: date | None = None
    excluded: tuple[date, ...] = ()
    added: tuple[date, ...] = ()
    overridden: tuple[Occurrence, ...] = ()


def series(schedule: Schedule, horizon: date) -> Series | None:
    """The schedule as a series, or None when it has no date at all.

    A rule without end stays without end, unless it has exceptions that never end either (« sauf jours
    fériés »): those have to be listed, so the series then stops at ``horizon``.

    Raises:
        AgendaError: as `occurrences` does.
    """
    rule = schedule.effective_rule
    days = tuple(rule_days(schedule, reach(schedule, horizon)))
    extra = {one.day for one in schedule.changes if one.change is Change.ADDED} - set(days)
    dates = tuple(sorted({*days, *extra}))
    if len(dates) <= 1:
        return _single(schedule, dates[0]) if dates else None
    rhythm = _rhythm(rule)
    if rule is None or rhythm is None or len(days) <= 1:
        return Series(
            first=occurrence_on(schedule, dates[0]),
            rrule=_ONCE,
            added=dates[1:],
            overridden=tuple(_overridden(schedule, set(dates))),
        )
    grid = set(rhythm_days(rhythm, days[0], days[-1]))
    return Series(
        first=occurrence_on(schedule, days[0]),
        rrule=tuple(rrule_parts(rhythm).items()),
        until=days[-1] if rule.bounded or not _listable(rule) else None,
        excluded=tuple(sorted(grid.difference(dates))),
        added=tuple(sorted(extra - grid)),
        overridden=tuple(_overridden(schedule, set(dates))),
    )


def _single(schedule: Schedule, day: date) -> Series:
    """An event that takes place once, wherever it was moved."""
    change = next((one for one in schedule.changes if one.day == day), None)
    return Series(first=occurrence_on(schedule, day, change))


def _overridden(schedule: Schedule, days: set[date]) -> Iterator[Occurrence]:
    """The dates of the series that differ from the others."""
    for change in sorted(schedule.changes, key=lambda one: one.day):
        occurrence = occurrence_on(schedule, change.day, change)
        usual = occurrence_on(schedule, change.day)
        as_usual = replace(occurrence, change=usual.change) == usual
        if change.day in days and not (change.change is Change.ADDED and as_usual):
            yield occurrence


def _listable(rule: Rule) -> bool:
    """Whether the exceptions of an endless rule are all known dates."""
    dated_only = Exceptions(spans=rule.exceptions.spans) == rule.exceptions
    return dated_only and not rule.uses_school and rule.parity is None


def _rhythm(rule: Rule | None) -> Rhythm | None:
    """What a RRULE can say: the rhythm, or « every day » for a range with hours."""
    if rule is None or rule.days or rule.one_event:
        return None
    return rule.rhythm or _EVERY_DAY
