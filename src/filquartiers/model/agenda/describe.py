"""A schedule and its dates, in French words."""

from dataclasses import replace
from datetime import date

from filquartiers.model.agenda.dates import write_date, write_range
from filquartiers.model.agenda.describe_rule import describe_rule, write_days
from filquartiers.model.agenda.expand import length_of, place_on, planned
from filquartiers.model.agenda.rule import Rule, Words
from filquartiers.model.agenda.schedule import Change, Occurrence, Override, Schedule
from filquartiers.model.agenda.times import Times, write_start, write_time, write_times
from filquartiers.model.agenda.words import joined
from filquartiers.model.numbers import in_words

_FEW = 6
"""Beyond, so many dates are counted rather than told one by one."""


def describe(schedule: Schedule) -> str:
    """When it happens: « tous les mercredis de 14 h à 17 h, sauf vacances scolaires ».

    Without a rule: « jeudi 6 avril 2017, de 9 h à 12 h », « les 12, 14 et 16 janvier 2027 » where they take
    place. Words that cannot be computed come as typed. Of a rule, single changes are told by
    `describe_change`.
    """
    rule = schedule.effective_rule
    if rule is not None:
        return _rule_with_length(rule, length_of(schedule).days)
    return schedule.rule.text if isinstance(schedule.rule, Words) else _days(schedule)


def _rule_with_length(rule: Rule, more: int) -> str:
    """The rule; with ``more`` days after the first of each date, the end of each."""
    if not more or rule.one_event:
        return describe_rule(rule)
    start = describe_rule(replace(rule, times=replace(rule.times, end=None)) if rule.times else rule)
    end = f" à {write_time(rule.times.end)}" if rule.times and rule.times.end else ""
    last = {1: "jusqu'au lendemain", 2: "jusqu'au surlendemain"}.get(more) if end else ""
    number = in_words(more + 1)
    return f"{start}, chaque fois {last or f'pendant {number} jours'}{end if last else ''}"


def _days(schedule: Schedule) -> str:
    """The dates of an event without a rule, where they take place; cancelled ones only when all are."""
    changes = planned(schedule, schedule.start)
    held = {day: one for day, one in changes.items() if not one or one.change is not Change.CANCELLED}
    found = (place_on(schedule, day, change) for day, change in (held or changes).items())
    places = sorted(found, key=lambda place: place[:2])
    first, last, times = places[0]
    if len(places) == 1:
        ((day, change),) = (held or changes).items()
        moved = f" (reporté du {write_date(day)})" if change and change.change is Change.MOVED else ""
        return f"{_told(first, last, times)}{moved}"
    if len(places) > _FEW:
        return f"{len(places)} dates, {write_range(first, places[-1][1])}"
    if any(one[0] < one[1] for one in places):
        return joined(write_range(one[0], one[1]) for one in places)
    told = write_days(tuple(dict.fromkeys(one[0] for one in places)))
    return f"{told} {write_times(times)}" if times and {one[2] for one in places} == {times} else told


def describe_occurrence(occurrence: Occurrence) -> str:
    """« jeudi 6 avril 2017, de 9 h à 12 h », « … (reporté du mercredi 5 avril 2017) »."""
    told = _told(occurrence.day, occurrence.last_day, occurrence.times, occurrence.part_of_day)
    if occurrence.change is Change.MOVED:
        return f"{told} (reporté du {write_date(occurrence.original)})"
    return f"{told} ({occurrence.change})" if occurrence.change else told


def describe_change(change: Override) -> str:
    """« mercredi 11 novembre 2026 : annulé », « … : reporté au jeudi 12 novembre 2026, à 15 h »."""
    hours = f", {write_times(change.times)}" if change.times else ""
    day = write_date(change.day)
    if change.change is Change.MOVED:
        where = f" au {write_date(change.new_day)}" if change.new_day else ""
        told = f"{day} : reporté{where}{hours}"
    else:
        told = f"{day}{hours} : {change.change}"
    return f"{told} ({change.note})" if change.note else told


def _told(first: date, last: date, times: Times | None, part_of_day: str = "") -> str:
    """Days with their hours: those of the first and of the last day when they are several."""
    if first < last and times and times.end:
        start = f", {write_start(times)}," if times.word else f" à {write_time(times.start)}"
        return f"du {write_date(first)}{start} au {write_date(last)} à {write_time(times.end)}"
    hours = write_times(times) if times else part_of_day
    days = write_date(first) if first == last else write_range(first, last)
    return f"{days}, {hours}" if hours else days
