"""What is doubtful in a schedule: told to the editor, never a reason to stop."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise

from filquartiers.model.agenda.dates import write_date, write_range
from filquartiers.model.agenda.describe import describe
from filquartiers.model.agenda.describe_except import write_span
from filquartiers.model.agenda.describe_rule import describe_rule
from filquartiers.model.agenda.expand import length_of, reach, rule_days, rule_start, school_gap, zone
from filquartiers.model.agenda.rhythms import rhythm_days
from filquartiers.model.agenda.rule import Rule, Words
from filquartiers.model.agenda.schedule import Change, Schedule
from filquartiers.model.agenda.words import WEEKDAYS, joined
from filquartiers.model.refusal import Refusal

MOST_OCCURRENCES = 2000
"""Beyond, a rule is a slip of the pen."""


@dataclass(frozen=True)
class Remark:
    """A doubt without its place, told as a `Refusal` is: ``problem(remark.code, where, **remark.values)``."""

    code: str
    values: Mapping[str, str]


def review(schedule: Schedule, *, horizon: date) -> tuple[Remark, ...]:
    """The doubts about a schedule; a rule without end is examined up to ``horizon``, included."""
    try:
        return tuple(_doubts(schedule, horizon))
    except Refusal as refusal:
        return (Remark(refusal.code, refusal.values),)


def _doubts(schedule: Schedule, horizon: date) -> Iterator[Remark]:
    zone(schedule.timezone)
    if schedule.end and schedule.end < schedule.start:
        yield Remark("fin-avant-debut", {"texte": write_range(schedule.start, schedule.end)})
    elif schedule.end and _leaves_end_aside(schedule):
        yield Remark("fin-sans-effet", {"date": write_date(schedule.end), "texte": describe(schedule)})
    rule = schedule.effective_rule
    limit = reach(schedule, horizon)
    days = tuple(islice(rule_days(schedule, limit), MOST_OCCURRENCES + 1))
    if rule:
        yield from _rule_doubts(schedule, rule, days, limit)
    yield from _change_doubts(schedule, limit)


def _rule_doubts(schedule: Schedule, rule: Rule, days: tuple[date, ...], limit: date) -> Iterator[Remark]:
    told = describe_rule(rule)
    if len(days) > MOST_OCCURRENCES:
        yield Remark("regle-trop-longue", {"texte": told, "plafond": f"{MOST_OCCURRENCES}"})
        return
    if not days:
        yield Remark("regle-sans-date", {"texte": told})
    if end := school_gap(schedule, limit):
        yield Remark("vacances-inconnues", {"texte": told, "date": write_date(end, weekday=False)})
    yield from _exception_doubts(schedule, rule, limit)
    yield from _length_doubts(schedule, days)


def _length_doubts(schedule: Schedule, days: tuple[date, ...]) -> Iterator[Remark]:
    """A date that would last past the next one: its end is most often meant as that of the series."""
    length = length_of(schedule)
    for day, following in pairwise(days):
        if schedule.end and following < day + length:
            values = {"fin": write_date(day + length), "suivante": write_date(following)}
            yield Remark("fin-apres-la-suivante", values | {"date": write_date(schedule.end, weekday=False)})
            return


def _leaves_end_aside(schedule: Schedule) -> bool:
    """Whether the stated end tells nothing: of a rule in words, or of a range that ends on another day."""
    rule = schedule.rule
    if isinstance(rule, Rule):
        return bool(rule.timetable) or (rule.is_range and rule.until != schedule.end)
    return isinstance(rule, Words)


def _exception_doubts(schedule: Schedule, rule: Rule, limit: date) -> Iterator[Remark]:
    """Dated exceptions and weekdays, on which the rule would not have fallen."""
    if not rule.exceptions or not rule.rhythm:
        return
    weekdays = set(rule.rhythm.weekdays)
    if weekdays and rule.exceptions.weekdays and weekdays.isdisjoint(rule.exceptions.weekdays):
        told = joined(f"le {WEEKDAYS[day]}" for day in rule.exceptions.weekdays)
        yield Remark("exception-sans-effet", {"texte": told})
    candidates = tuple(rhythm_days(rule.rhythm, rule_start(schedule), limit))
    for span in rule.exceptions.spans:
        if span.last < date.max and not any(map(span.holds, candidates)):
            yield Remark("exception-sans-effet", {"texte": write_span(span)})


def _change_doubts(schedule: Schedule, limit: date) -> Iterator[Remark]:
    """Changes of dates that are none of the schedule's, or changed twice."""
    if not schedule.changes:
        return
    days = set(rule_days(schedule, limit))
    known = days | {one.day for one in schedule.changes if one.change is Change.ADDED}
    seen: set[tuple[date, bool]] = set()
    for one in schedule.changes:
        day, added = write_date(one.day), one.change is Change.ADDED
        if (one.day, added) in seen:
            yield Remark("changement-en-double", {"date": day})
        seen.add((one.day, added))
        if added and one.day in days:
            yield Remark("ajout-deja-prevu", {"date": day})
        if one.day not in known:
            prevue = _near(one.day, known)
            yield Remark("changement-sans-effet", {"date": day, "quoi": one.change, "prevue": prevue})


def _near(day: date, days: set[date]) -> str:
    """The date of the schedule that is nearest, in words."""
    if not days:
        return "aucune"
    return write_date(min(days, key=lambda one: (abs(one - day), one)))
