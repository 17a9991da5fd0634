"""The dates of a schedule, in a window."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from filquartiers.model.agenda.portions import portions, sessions_on
from filquartiers.model.agenda.rhythms import rhythm_days
from filquartiers.model.agenda.rule import Rule, Words
from filquartiers.model.agenda.schedule import Change, Occurrence, Override, Schedule
from filquartiers.model.agenda.school import SchoolBreak
from filquartiers.model.agenda.times import Times
from filquartiers.model.refusal import Refusal

_A_DAY = timedelta(days=1)
FURTHEST = timedelta(days=366 * 40)
"""How far a rule is followed to find its last time, or the next one."""


def occurrences(schedule: Schedule, first: date, last: date) -> Iterator[Occurrence]:
    """The times that an event takes place from ``first`` to ``last``, both included, in order.

    An event that began before ``first`` and still lasts is among them. Cancelled dates are there,
    marked so. A moved date is found at its new place. A rule that depends on school breaks stops where the
    school table does. `Words` have no dates but those stated: the start, and those added.

    Raises:
        Refusal: ``zone-manquante``, ``zone-inconnue`` or ``fuseau-inconnu``.
    """
    found = (
        occurrence_on(portion, day, change)
        for portion in portions(schedule)
        for day, change in planned(portion, last).items()
    )
    inside = (one for one in found if one.day <= last and one.last_day >= first)
    yield from sorted(inside, key=lambda one: one.sort_key)


def rule_days(schedule: Schedule, last: date) -> Iterator[date]:
    """The days that the rule gives up to ``last``, exceptions left out, single changes ignored."""
    rule, portion = schedule.effective_rule, schedule.portion
    if portion:
        yield from filter(portion.holds, rule_days(portion.whole, last))
        return
    if rule is None:
        if schedule.start <= last:
            yield schedule.start
        return
    school_end = schedule.almanac.school_end(rule.zone) if rule.uses_school else last
    limit = min(last, rule_end(schedule) or last, school_end)
    days = filter(_test(schedule, rule), _candidates(schedule, rule, limit))
    yield from islice(days, rule.count)


def rule_start(schedule: Schedule) -> date:
    """The first day on which the rule may apply; what comes back never starts before its first day."""
    rule = schedule.rule
    if not isinstance(rule, Rule) or rule.start is None:
        return schedule.start
    return max(rule.start, schedule.start) if rule.rhythm else rule.start


def rule_end(schedule: Schedule) -> date | None:
    """The last day on which the rule may apply, when it is known; a school zone that is not hides it."""
    rule = schedule.effective_rule
    if rule is None or not rule.until_break:
        return rule.last_day if rule else None
    try:
        zone = schedule.almanac.known_zone(rule.zone)
    except Refusal:
        return rule.last_day
    eve = schedule.almanac.school.eve_of(rule.until_break, zone, rule_start(schedule))
    return min(filter(None, (rule.last_day, eve)), default=None)


def _candidates(schedule: Schedule, rule: Rule, limit: date) -> Iterator[date]:
    """The days before exceptions."""
    if rule.days:
        return (day for day in rule.days if day <= limit)
    start = rule_start(schedule)
    if rule.rhythm:
        return rhythm_days(rule.rhythm, start, limit)
    if rule.one_event:
        return iter((start,) if start <= limit else ())
    return (start + timedelta(days=rank) for rank in range((limit - start).days + 1))


def _test(schedule: Schedule, rule: Rule) -> Callable[[date], bool]:
    """What a day must pass."""
    almanac, exceptions = schedule.almanac, rule.exceptions
    zone = almanac.known_zone(rule.zone) if rule.uses_school else ""

    def kept(day: date) -> bool:
        one = almanac.school.break_on(day, zone) if zone else None
        public_holiday = (
            exceptions.public_holidays or day.weekday() in exceptions.holiday_weekdays
        ) and almanac.public_holiday(day)
        return not (
            (rule.parity and not rule.parity.holds(day))
            or (exceptions.school_holidays and one)
            or (one and one.name in exceptions.breaks)
            or not _in_break(rule, one, day)
            or public_holiday
            or exceptions.holds(day)
            or (exceptions.half_days and not sessions_on(rule, day))
        )

    return kept


def _in_break(rule: Rule, one: SchoolBreak | None, day: date) -> bool:
    """Whether the day is in one of the breaks that the rule keeps; any day when it keeps none."""
    if rule.only_school_holidays and not one:
        return False
    if rule.only_breaks and not (one and one.name in rule.only_breaks):
        return False
    return not rule.only_week or (one is not None and one.in_week(rule.only_week, day))


def planned(schedule: Schedule, last: date) -> dict[date, Override | None]:
    """The days that the rule gives or that are added, in order, each with what changed.

    The last change stated for a day counts; an added day may itself be cancelled, moved or full.
    """
    added = {one.day: one for one in schedule.changes if one.change is Change.ADDED}
    changes = {one.day: one for one in schedule.changes if one.change is not Change.ADDED}
    days = set(rule_days(schedule, max([last, *added, *changes])))

    def change_of(day: date) -> Override | None:
        change, extra = changes.get(day), None if day in days else added.get(day)
        if change and extra:
            return replace(change, times=change.times or extra.times)
        return change or extra

    return {day: change_of(day) for day in sorted(days | added.keys())}


def occurrence_on(schedule: Schedule, day: date, change: Override | None = None) -> Occurrence:
    """What takes place of a day that is planned."""
    first, last, times = place_on(schedule, day, change)
    start, end = _bounds(times, first, last, zone(schedule.timezone))
    return Occurrence(
        day=first,
        last_day=last,
        original=day,
        times=times,
        start=start,
        end=end,
        change=Change.CANCELLED if schedule.cancelled else change.change if change else None,
        part_of_day=schedule.rule.part_of_day if isinstance(schedule.rule, Rule) else "",
        note=change.note if change else "",
    )


def place_on(
    schedule: Schedule, day: date, change: Override | None = None
) -> tuple[date, date, Times | None]:
    """The first day, the last day and the hours of a day that is planned.

    A date that states its own end, unless it is moved, lasts one day; else it lasts as long as the others,
    and ends at their hour when it lasts several days.
    """
    usual, stated = schedule.hours, change.times if change else None
    first = (change.new_day if change else None) or day
    if change and stated and stated.end and change.change is not Change.MOVED:
        return first, first, stated
    length = length_of(schedule)
    if length and stated and usual:
        stated = Times(stated.start, stated.end or usual.end)
    return first, first + length, stated or usual


def known_to_end(schedule: Schedule) -> bool:
    """Whether its last date is known: it neither goes on, nor outlasts the school breaks that are known."""
    rule = schedule.effective_rule
    return rule is None or (rule.bounded and school_gap(schedule, reach(schedule, schedule.start)) is None)


def school_gap(schedule: Schedule, last: date) -> date | None:
    """The day from which unknown school breaks hide dates up to ``last``; None when all are known."""
    rule = schedule.effective_rule
    if rule is None or not rule.uses_school:
        return None
    end = schedule.almanac.school_end(rule.zone)
    counted = rule.count is not None and rule.count == sum(1 for _ in rule_days(schedule, end))
    ended = (rule_end(schedule) or date.max) <= end
    return None if counted or ended or end >= last else end


def reach(schedule: Schedule, horizon: date) -> date:
    """The day up to which a schedule is to be followed: its own end, else ``horizon``."""
    rule = schedule.effective_rule
    changed = [day for change in schedule.changes for day in (change.day, change.new_day) if day]
    if rule is None or not rule.bounded:
        spans = rule.exceptions.spans if rule else ()
        return max([horizon, schedule.start, *changed, *(span.last for span in spans)])
    own = rule_end(schedule) or (rule.days[-1] if rule.days else rule_start(schedule) + FURTHEST)
    return max([own, *changed])


def length_of(schedule: Schedule) -> timedelta:
    """How long after its first day each date ends.

    The start that a rule states (« à partir du 1er janvier ») need not be a date: its first one counts.
    """
    rule = schedule.effective_rule
    if rule and rule.one_event and rule.until:
        return rule.until - rule_start(schedule)
    if (
        schedule.end is None
        or isinstance(schedule.rule, Words)
        or (rule and (rule.is_range or rule.timetable))
    ):
        return timedelta()
    first = schedule.start
    if rule and rule.start == first:
        first = next(rule_days(schedule, schedule.end), first)
    return max(timedelta(), schedule.end - first)


def _bounds(
    times: Times | None, day: date, last_day: date, where: ZoneInfo
) -> tuple[datetime | None, datetime | None]:
    """The aware start and end; 18:00 stays 18:00 whatever the season."""
    if times is None:
        return None, None
    start, end = times.on(day)
    if last_day > day and times.end:
        end = datetime.combine(last_day, times.end)
    return start.replace(tzinfo=where), end.replace(tzinfo=where) if end else None


def zone(name: str) -> ZoneInfo:
    """The time zone of an IANA name.

    Raises:
        Refusal: ``fuseau-inconnu``.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Refusal("fuseau-inconnu", texte=name) from None
