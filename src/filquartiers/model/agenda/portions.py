"""A schedule whose days have several hours, or differ, as schedules of one hour each.

Dates of one hour are what calendars repeat: everything that follows hours works portion by portion.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta

from filquartiers.model.agenda.rule import DayHours, Rule
from filquartiers.model.agenda.schedule import Change, Override, Portion, Schedule
from filquartiers.model.agenda.times import Times
from filquartiers.model.agenda.words import joined

Session = tuple[Times | None, str]
"""Hours, and what is told of them: « matin », « sauf le matin »."""

_PARTS = {"matin": (0, 12), "après-midi": (12, 18), "soir": (18, 30)}
_SLACK = timedelta(hours=1)
"""A morning that ends at 12:30 is one."""
_WEEK = range(7)


def sessions_on(rule: Rule, day: date) -> tuple[Session, ...]:
    """What takes place of a day: nothing when all of it is excepted."""
    alike = DayHours(times=(rule.times,) if rule.times else (), part_of_day=rule.part_of_day)
    hours = next((one for one in rule.timetable or (alike,) if one.holds(day)), None)
    if hours is None:
        return ()
    parts = [one.part for one in rule.exceptions.half_days if one.weekday == day.weekday()]
    sessions: list[Session] = [(times, hours.part_of_day) for times in hours.times or (None,)]
    return tuple(left for one in sessions if (left := _left(one, parts)) is not None)


def _left(session: Session, excepted: list[str]) -> Session | None:
    """What is left of a session without some parts of its day; hours that are cut are not known any more."""
    times, part = session
    if times is None and part in _PARTS:
        return None if part in excepted else session
    cut = [one for one in _PARTS if one in excepted and (times is None or _touches(times, one))]
    if any(times is not None and _within(times, one) for one in cut):
        return None
    article = {"après-midi": "l'"}
    words = joined(f"{article.get(one, 'le ')}{one}" for one in cut) if cut else ""
    return (None, f"sauf {words}") if cut else session


def _touches(times: Times, part: str) -> bool:
    start, end, first, last = _hours(times, part)
    return start < last and end > first + _SLACK if end > start else first <= start < last


def _within(times: Times, part: str) -> bool:
    start, end, first, last = _hours(times, part)
    return start >= first and end <= last + _SLACK


def _hours(times: Times, part: str) -> tuple[timedelta, timedelta, timedelta, timedelta]:
    """Start and end of a session and of a part of the day, from midnight."""
    begin, finish = times.on(_SOME_DAY)
    midnight = begin.combine(_SOME_DAY, time())
    first, last = (timedelta(hours=hour) for hour in _PARTS[part])
    return begin - midnight, (finish or begin) - midnight, first, last


_SOME_DAY = date(2000, 1, 1)


def portions(schedule: Schedule) -> tuple[Schedule, ...]:
    """The schedules of one hour that make up a schedule; itself when it has no more than one.

    A date added goes with the hours that it states, else with those of its weekday. A date moved to a stated
    hour happens once.
    """
    rule = schedule.effective_rule
    if schedule.portion or rule is None or not (rule.timetable or rule.exceptions.half_days):
        return (schedule,)
    found = [_portion(schedule, rule, *one) for one in _split(rule).items()]
    return tuple(
        _with_changes(schedule, rule, found or [_portion(schedule, rule, (None, ""), Portion(schedule))])
    )


def _split(rule: Rule) -> dict[Session, DayHours]:
    """The weekdays, or the days listed, of each session."""
    held: dict[Session, DayHours] = {}
    if rule.days:
        for day in rule.days:
            for session in sessions_on(rule, day):
                former = held.get(session, DayHours())
                held[session] = replace(former, days=(*former.days, day))
        return held
    monday = date(2001, 1, 1)
    for rank in _WEEK:
        for session in sessions_on(rule, monday + timedelta(days=rank)):
            former = held.get(session, DayHours())
            held[session] = replace(former, weekdays=(*former.weekdays, rank))
    return held


def _portion(schedule: Schedule, rule: Rule, session: Session, where: DayHours | Portion) -> Schedule:
    times, part = session
    own = replace(
        rule,
        times=times,
        part_of_day=part,
        timetable=(),
        exceptions=replace(rule.exceptions, half_days=()),
    )
    portion = Portion(schedule, where.weekdays, where.days)
    return replace(schedule, rule=own, times=None, end=None, portion=portion, changes=())


def _with_changes(schedule: Schedule, rule: Rule, found: list[Schedule]) -> Iterator[Schedule]:
    """Each portion with the changes that concern it, then the days added that have no known hours."""
    kept = [one for one in schedule.changes if one.change is not Change.ADDED]
    once = {one.day for one in kept if one.change is Change.MOVED and one.times}
    added = [one for one in schedule.changes if one.change is Change.ADDED]
    homeless = list(added)
    taken = set[date]()
    for one in found:
        portion = one.portion
        assert portion is not None  # noqa: S101  made so above
        mine = [add for add in added if _joins(add, portion, taken)]
        homeless = [add for add in homeless if add not in mine]
        days = {day for day in once if portion.names(day)}
        skipped = frozenset(days & taken)
        taken |= days | {add.day for add in mine if add.times}
        yield replace(one, portion=replace(portion, skipped=skipped), changes=(*mine, *kept))
    if homeless:
        yield replace(_portion(schedule, rule, (None, ""), DayHours()), changes=(*homeless, *kept))


def _joins(add: Override, portion: Portion, taken: set[date]) -> bool:
    """Whether an added date is one of a portion: with stated hours, of the first one."""
    return add.day not in taken if add.times else portion.names(add.day) and not portion.days
