"""A schedule in the terms of RFC 5545 § 3.8.5: first date, RRULE, EXDATE, dates beside it, changed dates."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, timedelta

from filquartiers.model.agenda.exceptions import Exceptions
from filquartiers.model.agenda.expand import FURTHEST, occurrence_on, planned, reach, rule_days
from filquartiers.model.agenda.portions import portions
from filquartiers.model.agenda.rhythms import rhythm_days
from filquartiers.model.agenda.rrule import DAY_CODES, rrule_parts
from filquartiers.model.agenda.rule import Rhythm, Rule, Unit
from filquartiers.model.agenda.schedule import Change, Occurrence, Override, Portion, Schedule

_EVERY_DAY = Rhythm(unit=Unit.DAY)


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
    """
    schedule, *others = portions(schedule)
    if others:
        raise ValueError("one series a portion: see `portions`")
    rule, last = schedule.effective_rule, reach(schedule, horizon)
    dates = planned(schedule, last) or planned(schedule, last := reach(schedule, horizon + FURTHEST))
    days = tuple(rule_days(schedule, last))
    rhythm = _rhythm(rule, schedule.portion)
    endless = rule is not None and rhythm is not None and not rule.bounded and _listable(rule)
    if not dates:
        return None
    if len(dates) == 1 and not endless:
        ((day, change),) = dates.items()
        return Series(first=occurrence_on(schedule, day, change))
    if rhythm is None or not days:
        return _listed(schedule, dates)
    grid = set(rhythm_days(rhythm, days[0], last if endless else days[-1]))
    first = occurrence_on(schedule, days[0])
    return Series(
        first=first,
        rrule=tuple(rrule_parts(rhythm).items()),
        until=None if endless else days[-1],
        excluded=tuple(sorted(grid - dates.keys())),
        added=tuple(day for day in dates if day not in grid),
        overridden=tuple(_overridden(schedule, dates, first)),
    )


def _listed(schedule: Schedule, dates: dict[date, Override | None]) -> Series:
    """Dates that no rule gives: the first, and the others beside it."""
    day, *others = dates
    first = occurrence_on(schedule, day)
    return Series(
        first=first,
        added=tuple(others),
        overridden=tuple(_overridden(schedule, dates, first)),
    )


def _overridden(
    schedule: Schedule, dates: dict[date, Override | None], first: Occurrence
) -> Iterator[Occurrence]:
    """The dates of the series that differ from the others.

    All members last exactly as long as the first, in real time (RFC 5545 § 3.8.5.3): those over which the
    clocks change do not.
    """
    for day, change in dates.items():
        occurrence, usual = occurrence_on(schedule, day, change), occurrence_on(schedule, day)
        same_but_added = replace(usual, change=Change.ADDED)
        if occurrence not in {usual, same_but_added} or _elapsed(occurrence) != _elapsed(first):
            yield occurrence


def _elapsed(one: Occurrence) -> timedelta | None:
    return one.closing.astimezone(UTC) - one.start.astimezone(UTC) if one.closing and one.start else None


def _listable(rule: Rule) -> bool:
    """Whether the exceptions of an endless rule are all known dates."""
    dated_only = Exceptions(spans=rule.exceptions.spans) == rule.exceptions
    return dated_only and not rule.uses_school and rule.parity is None


def _rhythm(rule: Rule | None, portion: Portion | None) -> Rhythm | None:
    """What a RRULE can say: the rhythm, or « every day » for a range with hours; on the days of a portion."""
    if rule is None or rule.days or rule.one_event or (rule.rhythm and rule.rhythm.weekends):
        return None
    rhythm = rule.rhythm or _EVERY_DAY
    if portion is None or len(portion.weekdays) == len(DAY_CODES):
        return rhythm
    if rhythm.weekdays:
        return replace(rhythm, weekdays=tuple(sorted(set(rhythm.weekdays) & set(portion.weekdays))))
    if rhythm.unit is Unit.DAY:
        return replace(rhythm, unit=Unit.WEEK if rhythm.every == 1 else Unit.DAY, weekdays=portion.weekdays)
    return replace(rhythm, weekdays=portion.weekdays) if rhythm.month_days else None
