"""The dates and hours of iCalendar (RFC 5545 § 3.3.4 and 3.3.5) as a clock of the network shows them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from filquartiers.model.agenda.times import LONGEST_NIGHT, Moment, Times, write_moment

_LAST_MINUTE = time(23, 59)
ALL_DAY = ("X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT", "X-FUNAMBOL-ALLDAY")
"""What some calendars say of a whole day that they write with hours."""


@dataclass(frozen=True, slots=True, order=True)
class Lasting:
    """From a day to another, both included, with hours where they are known, as an `Occurrence` tells."""

    day: date
    last_day: date
    times: Times | None = None

    def values(self) -> dict[str, object]:
        """``debut`` and ``fin`` as an editor types them."""
        if self.times is None:
            days: dict[str, object] = {"debut": write_moment(Moment(self.day)), "journee": True}
            last = write_moment(Moment(self.last_day))
            return days | ({"fin": last} if self.last_day > self.day else {})
        if self.last_day == self.day:
            return {"debut": write_moment(Moment(self.day, self.times))}
        last = write_moment(Moment(self.last_day, Times(self.times.end) if self.times.end else None))
        return {"debut": write_moment(Moment(self.day, Times(self.times.start))), "fin": last}

    def words(self) -> str:
        """In one phrase: the first day, and the hours."""
        return str(self.values()["debut"])


def local(when: date, zone: ZoneInfo) -> date:
    """Without zone: the hour that a clock of the network shows; as written when no zone is said."""
    if isinstance(when, datetime) and when.tzinfo is not None:
        return when.astimezone(zone).replace(tzinfo=None)
    return when


def day_of(when: date) -> date:
    """The day alone."""
    return when.date() if isinstance(when, datetime) else when


def lasting(start: date, end: date | None, zone: ZoneInfo, *, whole_days: bool = False) -> Lasting:
    """What takes place from ``start`` to ``end``, exclusive for days (§ 3.6.1).

    From midnight to midnight, or to a minute before, it is whole days, as it is where the calendar says so.
    """
    if whole_days and isinstance(start, datetime):
        start, end = day_of(start), day_of(end) if end else None
    first, last = local(start, zone), local(end, zone) if end else None
    if not isinstance(first, datetime):
        past = day_of(last) - timedelta(days=1) if last else first
        return Lasting(first, max(first, past))
    begin, finish = _minute(first), _minute(last) if isinstance(last, datetime) else None
    if begin.time() == time(0) and (whole := _whole(begin, finish)):
        return whole
    if finish is None or finish <= begin:
        return Lasting(begin.date(), begin.date(), Times(begin.time()))
    times = Times(begin.time(), finish.time())
    one_evening = finish.date() == begin.date() or finish - begin <= LONGEST_NIGHT
    return Lasting(begin.date(), begin.date() if one_evening else finish.date(), times)


def _whole(begin: datetime, finish: datetime | None) -> Lasting | None:
    """The whole days from a midnight to another; midnight without an end is a day without its hour."""
    if finish is None or finish <= begin:
        return Lasting(begin.date(), begin.date())
    if finish.time() == time(0):
        return Lasting(begin.date(), finish.date() - timedelta(days=1))
    return Lasting(begin.date(), finish.date()) if finish.time() >= _LAST_MINUTE else None


def _minute(when: datetime) -> datetime:
    """Without seconds: nobody announces them."""
    return when.replace(second=0, microsecond=0)


def end_of(event: Any) -> date | None:
    """When it ends, in its own zone; nothing of an end that cannot be right."""
    return None if odd_end(event) else _stated_end(event)


def odd_end(event: Any) -> str:
    """An end before the start, or a day for an hour: as it is written; nothing when all is well."""
    start, end = event["DTSTART"].dt, _stated_end(event)
    if end is None or (
        isinstance(end, datetime) == isinstance(start, datetime) and in_zone_of(end, start) >= naive(start)
    ):
        return ""
    return str(event["DTEND" if "DTEND" in event else "DURATION"].to_ical().decode())


def _stated_end(event: Any) -> date | None:
    """DTEND, or the start and DURATION."""
    if "DTEND" in event:
        end: date = event["DTEND"].dt
        return end
    if "DURATION" in event:
        later: date = event["DTSTART"].dt + event["DURATION"].dt
        return later
    return None


def says_whole_days(event: Any) -> bool:
    """Whether its calendar says that it lasts whole days, whatever its hours."""
    return any(str(event.get(name, "")).upper() == "TRUE" for name in ALL_DAY)


def naive(when: date) -> datetime:
    """Its own hour without its zone; a day starts at midnight."""
    return when.replace(tzinfo=None) if isinstance(when, datetime) else datetime.combine(when, time())


def in_zone_of(when: date, start: date) -> datetime:
    """The hour that a clock of the zone of ``start`` shows then, without that zone."""
    zone = start.tzinfo if isinstance(start, datetime) else None
    if isinstance(when, datetime) and when.tzinfo is not None and zone is not None:
        return when.astimezone(zone).replace(tzinfo=None)
    return naive(when)


def like(when: datetime, start: date) -> date:
    """A naive hour in the zone of ``start``, or the day alone when it is one."""
    return when.replace(tzinfo=start.tzinfo) if isinstance(start, datetime) else when.date()
