"""What is doubtful in a schedule: told to the editor, never a reason to stop."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from filquartiers.model.agenda.dates import write_date, write_range
from filquartiers.model.agenda.describe_rule import describe_rule
from filquartiers.model.agenda.errors import AgendaError, Remark
from filquartiers.model.agenda.expand import occurrences, reach, rhythm_days, rule_days, rule_start, zone
from filquartiers.model.agenda.rule import Rule
from filquartiers.model.agenda.schedule import Change, Occurrence, Schedule

MOST_OCCURRENCES = 2000
"""Beyond, a rule is a slip of the pen."""


def review(schedule: Schedule, *, horizon: date) -> tuple[Remark, ...]:
    """The doubts about a schedule, whatever their gravity.

    Args:
        schedule: what an event states.
        horizon: the last day that is published; a rule without end is examined up to it.
    """
    try:
        return tuple(_doubts(schedule, horizon))
    except AgendaError as error:
        return (error.remark,)


def upcoming(
    schedule: Schedule, today: date, number: int = 5, *, within: int = 400
) -> tuple[Occurrence, ...]:
    """The next occurrences from today on, at most ``number``, in the coming ``within`` days."""
    return tuple(islice(occurrences(schedule, today, today + timedelta(days=within)), number))


def _doubts(schedule: Schedule, horizon: date) -> Iterator[Remark]:
    zone(schedule.timezone)
    if schedule.end and schedule.end < schedule.start:
        yield Remark("fin-avant-debut", {"texte": write_range(schedule.start, schedule.end)})
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
    if rule.uses_school and (not days or rule.count != len(days)):
        end = schedule.almanac.school_end(rule.zone)
        if end < limit:
            yield Remark("vacances-inconnues", {"texte": told, "date": write_date(end, weekday=False)})
    yield from _exception_doubts(schedule, rule, limit)


def _exception_doubts(schedule: Schedule, rule: Rule, limit: date) -> Iterator[Remark]:
    """Dated exceptions, on which the rule would not have fallen."""
    if not rule.exceptions.spans or not rule.rhythm:
        return
    candidates = tuple(rhythm_days(rule.rhythm, rule_start(schedule), limit))
    for span in rule.exceptions.spans:
        if not any(map(span.holds, candidates)):
            yield Remark("exception-sans-effet", {"texte": write_range(span.first, span.last)})


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
