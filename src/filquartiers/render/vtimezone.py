"""A time zone's changes of hour, as the VTIMEZONE of RFC 5545 § 3.6.5 that every reader understands.

Readers differ on all but the classic form: two observances that start in 1970 and come back each year. A list
of changes (RDATE) is ignored by Outlook and half read by ical.js, which puts summer an hour late.
"""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from filquartiers.render.content_lines import content_line, moment_value, offset_value

_DAY = timedelta(days=1)
_SINCE = 1970
"""Where the classic form starts; observances before 1919 break some readers."""
_ENOUGH_YEARS = 12
"""In so many years, the last Sunday of a month is now the fourth, now the fifth."""
_DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class _Onset:
    """A change of hour: the local time at which it comes, the offset before, the one after."""

    local: datetime
    before: timedelta
    after: timedelta
    name: str
    daylight: bool

    @property
    def kind(self) -> tuple[timedelta, timedelta, str, bool]:
        """What it has in common with that of another year."""
        return self.before, self.after, self.name, self.daylight


@cache
def vtimezone(name: str, first_year: int, last_year: int) -> bytes:
    """The VTIMEZONE of an IANA zone, right at least from the start of a year to the end of another.

    A zone whose changes do not come back each year alike gets an observance for each of them.
    """
    last_year = max(last_year, first_year + _ENOUGH_YEARS)
    years = [_changes(name, year) for year in range(first_year, last_year + 1)]
    observances = _yearly(name, first_year, years) or _listed(name, first_year, years)
    inside = b"".join((content_line("TZID", name), *observances))
    return b"".join((b"BEGIN:VTIMEZONE\r\n", inside, b"END:VTIMEZONE\r\n"))


def _yearly(name: str, first_year: int, years: Sequence[tuple[_Onset, ...]]) -> tuple[bytes, ...]:
    """The classic form; nothing when the changes are not the same each year."""
    if not any(years):
        return (_observance(_first(name, first_year), datetime(_SINCE, 1, 1)),)  # noqa: DTZ001  a local hour
    kinds = {tuple(one.kind for one in year) for year in years}
    if len(kinds) > 1:
        return ()
    found = tuple(map(_rule, zip(*years, strict=True)))
    return tuple(one for one in found if one) if all(found) else ()


def _rule(onsets: Sequence[_Onset]) -> bytes:
    """One observance that gives the change of each year; nothing when no such rule does."""
    first = onsets[0].local
    places = {(one.local.month, one.local.weekday(), one.local.time()) for one in onsets}
    if len(places) > 1:
        return b""
    if all(one.local.day + 7 > _month_length(one.local) for one in onsets):
        position = -1
    else:
        positions = {(one.local.day - 1) // 7 + 1 for one in onsets}
        position = positions.pop() if len(positions) == 1 else 0
    if not position:
        return b""
    start = datetime.combine(_day_in(_SINCE, first.month, first.weekday(), position), first.time())
    rule = f"FREQ=YEARLY;BYMONTH={first.month};BYDAY={position}{_DAY_CODES[first.weekday()]}"
    return _observance(onsets[0], start, rule)


def _day_in(year: int, month: int, weekday: int, position: int) -> date:
    """The nth weekday of a month, or its last with -1."""
    days = (date(year, month, day) for day in range(1, calendar.monthrange(year, month)[1] + 1))
    found = [day for day in days if day.weekday() == weekday]
    return found[position if position < 0 else position - 1]


def _month_length(day: datetime) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _listed(name: str, first_year: int, years: Sequence[tuple[_Onset, ...]]) -> tuple[bytes, ...]:
    """One observance for each change, the first in force since the start of the first year."""
    return tuple(map(_observance, (_first(name, first_year), *(one for year in years for one in year))))


def _observance(onset: _Onset, start: datetime | None = None, rule: str = "") -> bytes:
    kind = "DAYLIGHT" if onset.daylight else "STANDARD"
    lines = (
        content_line("BEGIN", kind),
        content_line("DTSTART", moment_value(start or onset.local)),
        content_line("TZOFFSETFROM", offset_value(onset.before)),
        content_line("TZOFFSETTO", offset_value(onset.after)),
        content_line("TZNAME", onset.name),
        content_line("RRULE", rule) if rule else b"",
        content_line("END", kind),
    )
    return b"".join(lines)


def _first(name: str, year: int) -> _Onset:
    """What is in force as a year starts."""
    zone, start = ZoneInfo(name), datetime(year, 1, 1, tzinfo=UTC)
    offset = _offset(zone, start)
    local = start.astimezone(zone)
    return _Onset(local.replace(tzinfo=None), offset, offset, local.tzname() or name, bool(local.dst()))


@cache
def _changes(name: str, year: int) -> tuple[_Onset, ...]:
    """The changes of hour of a year; no zone changes twice in a day."""
    zone = ZoneInfo(name)
    days = [datetime(year, 1, 1, tzinfo=UTC) + _DAY * rank for rank in range(366 + calendar.isleap(year))]
    offsets = [_offset(zone, day) for day in days]
    return tuple(
        _onset(zone, _first_minute(zone, day))
        for day, offset, following in zip(days, offsets, offsets[1:], strict=False)
        if offset != following
    )


def _onset(zone: ZoneInfo, moment: datetime) -> _Onset:
    before, local = _offset(zone, moment - timedelta(minutes=1)), moment.astimezone(zone)
    return _Onset(
        local=(moment + before).replace(tzinfo=None),
        before=before,
        after=_offset(zone, moment),
        name=local.tzname() or zone.key,
        daylight=bool(local.dst()),
    )


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _first_minute(zone: ZoneInfo, day: datetime) -> datetime:
    """The minute of the change, within the day after ``day``."""
    former = _offset(zone, day)
    low, high = 0, int(_DAY / timedelta(minutes=1))
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(zone, day + timedelta(minutes=middle)) == former:
            low = middle
        else:
            high = middle
    return day + timedelta(minutes=high)
