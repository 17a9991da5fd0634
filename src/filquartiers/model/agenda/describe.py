"""A schedule and its dates, in French words."""

from datetime import date

from filquartiers.model.agenda.dates import write_date, write_range
from filquartiers.model.agenda.describe_rule import describe_rule
from filquartiers.model.agenda.rule import Words
from filquartiers.model.agenda.schedule import Change, Occurrence, Override, Schedule
from filquartiers.model.agenda.times import Times, write_time, write_times


def describe(schedule: Schedule) -> str:
    """When it happens: « tous les mercredis de 14 h à 17 h, sauf vacances scolaires ».

    Without a rule: « jeudi 6 avril 2017, de 9 h à 12 h ». Words that cannot be computed come as typed.
    Single changes are told by `describe_change`.
    """
    rule = schedule.effective_rule
    if rule is not None:
        return describe_rule(rule)
    if isinstance(schedule.rule, Words):
        return schedule.rule.text
    return _told(schedule.start, schedule.end or schedule.start, schedule.times)


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
        start, end = write_time(times.start), write_time(times.end)
        return f"du {write_date(first)} à {start} au {write_date(last)} à {end}"
    hours = write_times(times) if times else part_of_day
    days = write_date(first) if first == last else write_range(first, last)
    return f"{days}, {hours}" if hours else days
