"""The days of a rhythm, as RFC 5545 § 3.3.10 counts them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from dateutil import rrule

from filquartiers.model.agenda.exceptions import SATURDAY
from filquartiers.model.agenda.rule import Rhythm, Unit

_FREQUENCIES: dict[Unit, Literal[0, 1, 2, 3]] = {
    Unit.DAY: rrule.DAILY,
    Unit.WEEK: rrule.WEEKLY,
    Unit.MONTH: rrule.MONTHLY,
    Unit.YEAR: rrule.YEARLY,
}
_A_DAY = timedelta(days=1)


def rhythm_days(rhythm: Rhythm, start: date, limit: date) -> Iterator[date]:
    """The days of a rhythm from its first one since ``start``: that one gives the beat of « un sur deux »."""
    if rhythm.weekends:
        saturdays = replace(rhythm, weekdays=(SATURDAY,), weekends=False)
        for day in rhythm_days(saturdays, start - _A_DAY, limit):
            yield from (one for one in (day, day + _A_DAY) if start <= one <= limit)
        return
    first = next(iter(_rrule(rhythm, 1, start, limit)), None)
    if first is None:
        return
    for moment in _rrule(rhythm, rhythm.every, first.date(), limit):
        yield moment.date()


def _rrule(rhythm: Rhythm, every: int, start: date, limit: date) -> rrule.rrule:
    days = [
        rrule.weekday(day, position) for position in rhythm.positions or (None,) for day in rhythm.weekdays
    ]
    return rrule.rrule(
        _FREQUENCIES[rhythm.unit],
        dtstart=datetime.combine(start, time()),
        until=datetime.combine(limit, time()),
        interval=every,
        byweekday=days or None,
        bymonthday=rhythm.month_days or None,
        bymonth=rhythm.months or None,
    )
