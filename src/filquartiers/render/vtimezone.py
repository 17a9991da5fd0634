"""A time zone's changes of hour, as the VTIMEZONE of RFC 5545 § 3.6.5.

The icalendar library writes the spring onset in the new offset, an hour late: § 3.8.2.4 wants the local
time in TZOFFSETFROM, which is what this module gives.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class _Observance:
    """An offset that is in force for a while, and the one before."""

    before: timedelta
    after: timedelta
    name: str
    daylight: bool


@cache
def vtimezone(name: str, first_year: int, last_year: int) -> Timezone:
    """The VTIMEZONE of an IANA zone, right from the start of a year to the end of another."""
    zone = ZoneInfo(name)
    start = datetime(first_year, 1, 1, tzinfo=UTC)
    onsets: defaultdict[_Observance, list[datetime]] = defaultdict(list)
    onsets[_observance(zone, start, start)].append(start)
    for moment in _changes(zone, start, datetime(last_year + 1, 1, 1, tzinfo=UTC)):
        onsets[_observance(zone, moment - timedelta(minutes=1), moment)].append(moment)
    timezone = Timezone()
    timezone.add("TZID", name)
    for observance, moments in onsets.items():
        timezone.add_component(_component(observance, moments))
    return timezone


def _component(observance: _Observance, moments: list[datetime]) -> TimezoneStandard | TimezoneDaylight:
    first, *others = [(moment + observance.before).replace(tzinfo=None) for moment in moments]
    component = TimezoneDaylight() if observance.daylight else TimezoneStandard()
    component.add("DTSTART", first)
    component.add("TZOFFSETFROM", observance.before)
    component.add("TZOFFSETTO", observance.after)
    component.add("TZNAME", observance.name)
    if others:
        component.add("RDATE", others)
    return component


def _observance(zone: ZoneInfo, before: datetime, after: datetime) -> _Observance:
    local = after.astimezone(zone)
    return _Observance(
        before=_offset(zone, before),
        after=_offset(zone, after),
        name=local.tzname() or zone.key,
        daylight=bool(local.dst()),
    )


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[datetime]:
    """The moments, in UTC, from which the offset is another; no zone changes twice in a day."""
    day = start
    while day < end:
        if _offset(zone, day) != _offset(zone, day + _DAY):
            yield _first_minute(zone, day, day + _DAY)
        day += _DAY


def _first_minute(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The minute of the change, between two moments whose offsets differ."""
    former = _offset(zone, before)
    low, high = 0, int((after - before) / timedelta(minutes=1))
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(zone, before + timedelta(minutes=middle)) == former:
            low = middle
        else:
            high = middle
    return before + timedelta(minutes=high)
