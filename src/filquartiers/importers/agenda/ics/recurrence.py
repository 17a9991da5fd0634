"""The dates of one rule of iCalendar (RFC 5545 § 3.3.10), as dateutil reads it, in the zone of its event."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any

import icalendar
from dateutil.rrule import rrulestr

from filquartiers.importers.agenda.ics.moments import in_zone_of, naive

MOST = 6000
"""Beyond so many dates, a rule is not followed."""
_FURTHEST = timedelta(days=366 * 40)
_MARGIN = timedelta(days=2)  # another zone may be a day away
_KNOWN = frozenset((
    "FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYMONTH", "BYSETPOS",
    "BYHOUR", "BYMINUTE", "BYSECOND", "BYWEEKNO",
))  # fmt: skip
_HOURS = ("BYHOUR", "BYMINUTE", "BYSECOND")
_LONGEST = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
"""Days of the months that have not 31."""
_UNITS = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")


@dataclass(slots=True)
class RuleDates:
    """What a rule gives, in the zone of its start and without it.

    ``endless`` tells that it goes on; ``followed`` that all readers of the standard know it; ``doubtful_end``
    is an end that they do not all understand alike: its day is then left out.
    """

    dates: list[datetime] = field(default_factory=list)
    endless: bool = False
    followed: bool = True
    doubtful_end: str = ""


def rule_dates(rule: Any, start: date, limit: date) -> RuleDates:
    """The dates of a rule; those up to ``limit``, and two days more, when it goes on."""
    parts = parts_of(rule)
    found = RuleDates(endless=_goes_on(parts, start))
    if not _KNOWN.issuperset(parts) or parts.get("FREQ") not in _UNITS or _is_doubtful(parts):
        found.followed = False
        return found
    if not isinstance(start, datetime):  # hours say nothing of whole days
        parts = {name: value for name, value in parts.items() if name not in _HOURS}
    last = datetime.combine(limit + _MARGIN, time()) if found.endless else naive(start) + _FURTHEST
    if "UNTIL" in parts:
        last = min(last, _earliest(_end(parts), start))
    text = ";".join(f"{name}={value}" for name, value in parts.items() if name not in {"COUNT", "UNTIL"})
    try:
        given: Any = rrulestr(text, dtstart=naive(start))
        most = min(int(parts.get("COUNT", MOST)), MOST)
        found.dates = list(islice(given.replace(until=last), most))
        if "UNTIL" in parts and not _is_alike(_end(parts), start):
            more = given.replace(until=last + timedelta(days=1))
            found.doubtful_end = parts["UNTIL"] if len(list(islice(more, most))) > len(found.dates) else ""
    except (ValueError, TypeError):
        found.followed = False
    if len(found.dates) == MOST:
        found.dates, found.followed = [], False
    return found


def _goes_on(parts: dict[str, str], start: date) -> bool:
    """Whether a rule has no end, or one so far that it means none."""
    if "UNTIL" in parts:
        return in_zone_of(_end(parts), start) > naive(start) + _FURTHEST
    return "COUNT" not in parts


def is_over(rule: Any, start: date) -> bool:
    """Whether a rule ends before it starts."""
    parts = parts_of(rule)
    return "UNTIL" in parts and bool(in_zone_of(_end(parts), start).date() < naive(start).date())


def parts_of(rule: Any) -> dict[str, str]:
    """The parts of a RRULE, by name, in capitals."""
    text = str(rule.to_ical().decode()).upper()
    return dict(item.partition("=")[::2] for item in text.split(";"))


def _is_doubtful(parts: dict[str, str]) -> bool:
    """Rules that readers do not expand alike, or seek for ever: a week without its day, 30 February."""
    months, days = (
        {int(one) for one in parts.get(name, "0").split(",")} for name in ("BYMONTH", "BYMONTHDAY")
    )
    never = months != {0} and not any(abs(day) <= _LONGEST.get(month, 31) for day in days for month in months)
    return never or ("BYWEEKNO" in parts and "BYDAY" not in parts)


def _end(parts: dict[str, str]) -> date:
    found: date = icalendar.vDDDTypes.from_ical(parts["UNTIL"])  # type: ignore[no-untyped-call]
    return found


def _earliest(end: date, start: date) -> datetime:
    """The end in the zone of the start; of a day for a series with hours, the earlier of two readings."""
    if isinstance(end, datetime) or not isinstance(start, datetime):
        return in_zone_of(end, start)
    return min(naive(end), in_zone_of(naive(end).replace(tzinfo=UTC), start))


def _is_alike(end: date, start: date) -> bool:
    """Whether an end is of the type of the start, as it should: a day, an hour, an hour of a zone."""
    if isinstance(end, datetime) and isinstance(start, datetime):
        return start.tzinfo is not None or end.tzinfo is None
    return isinstance(end, datetime) == isinstance(start, datetime)
