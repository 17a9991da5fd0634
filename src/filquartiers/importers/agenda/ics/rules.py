"""The dates, hours and rules of iCalendar (RFC 5545 § 3.3.4, 3.3.5 and 3.3.10) as the houses say them."""

import contextlib
from datetime import date, datetime, time, timedelta
from typing import Any

import icalendar

from filquartiers.model.agenda.describe_rule import describe_rule
from filquartiers.model.agenda.expand import zone
from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.agenda.rule import Rule
from filquartiers.model.agenda.schedule import PARIS
from filquartiers.model.agenda.times import Moment, Times, write_moment
from filquartiers.model.refusal import Refusal


def local(when: date) -> date:
    """Without zone: the hour that a clock shows in Paris, or the hour as written when no zone is said."""
    if isinstance(when, datetime) and when.tzinfo is not None:
        return when.astimezone(zone(PARIS)).replace(tzinfo=None)
    return when


def local_day(when: date) -> date:
    """The day that a calendar on the wall shows."""
    found = local(when)
    return found.date() if isinstance(found, datetime) else found


def clock(when: datetime) -> time:
    """The hour, without seconds: nobody announces them."""
    return when.time().replace(second=0, microsecond=0)


def told(when: date) -> str:
    """As an editor types it: « mercredi 7 octobre 2026, à 14 h »."""
    found = local(when)
    times = Times(clock(found)) if isinstance(found, datetime) else None
    return write_moment(Moment(local_day(found), times))


def recurrence_text(rule: Any, start: date) -> tuple[str, str]:
    """The rule in French for ``recurrence``, and the code of a problem when no French words say it.

    It means what it meant: the week's first day is dropped only where it changes nothing, an end told in
    universal time becomes the last local day, and a month without days takes that of the start.
    ``rule`` is one ``vRecur`` of icalendar, or several; ``start`` the local start of the series.
    """
    if isinstance(rule, list):
        return f"à préciser ({' ; '.join(_raw(one) for one in rule)})", "regle-a-preciser"
    parts = dict(item.partition("=")[::2] for item in _raw(rule).split(";"))
    if "WKST" in parts and (parts.get("INTERVAL", "1") == "1" or "," not in parts.get("BYDAY", "")):
        del parts["WKST"]
    if "UNTIL" in parts:
        parts["UNTIL"] = _last_day(parts["UNTIL"], start)
    if parts.get("FREQ") == "MONTHLY" and not {"BYDAY", "BYMONTHDAY"} & parts.keys():
        parts["BYMONTHDAY"] = str(start.day)
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    with contextlib.suppress(Refusal, ValueError):
        if isinstance(found := parse_rule(text, start=local_day(start)), Rule):
            return describe_rule(found), ""
    return f"à préciser ({text})", "regle-a-preciser"


def _raw(rule: Any) -> str:
    return str(rule.to_ical().decode())


def _last_day(until: str, start: date) -> str:
    """``20270630T215959Z`` as the last day that a date of the series may fall on."""
    hour = start.time() if isinstance(start, datetime) else time(0)
    try:
        end = local(icalendar.vDDDTypes.from_ical(until))  # type: ignore[no-untyped-call]
    except ValueError:
        return until
    if not isinstance(end, datetime):
        return until
    return f"{end.date() if end.time() >= hour else end.date() - timedelta(days=1):%Y%m%d}"
