"""A schedule and its dates, in French words."""

from datetime import date

from filquartiers.model.agenda.dates import write_date, write_range
from filquartiers.model.agenda.describe_rule import describe_rule
from filquartiers.model.agenda.rule import Words
from filquartiers.model.agenda.schedule import Change, Occurrence, Override, Schedule
from filquartiers.model.agenda.times import write_times


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
    return _told(_days(schedule.start, schedule.end or schedule.start), schedule)


def describe_occurrence(occurrence: Occurrence) -> str:
    """« jeudi 6 avril 2017, de 9 h à 12 h », « … (reporté du mercredi 5 avril 2017) »."""
    told = _told(_days(occurrence.day, occurrence.last_day), occurrence)
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


def _days(first: date, last: date) -> str:
    return write_date(first) if first == last else write_range(first, last)


def _told(days: str, one: Schedule | Occurrence) -> str:
    """The days with their hours."""
    if one.times:
        return f"{days}, {write_times(one.times)}"
    part = one.part_of_day if isinstance(one, Occurrence) else ""
    return f"{days}, {part}" if part else days
