"""RRULE (RFC 5545 § 3.3.10) as the calendar takes it."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from filquartiers.model.agenda.describe_rule import describe_rule
from filquartiers.model.agenda.expand import zone
from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.agenda.rule import Rule
from filquartiers.model.agenda.schedule import PARIS
from filquartiers.model.refusal import Refusal

_UTC_INSTANT = 16  # characters of 20270630T215959Z


def recurrence_text(rule: Any, start: date) -> tuple[str, str]:
    """The rule in French for ``recurrence``, and the code of a problem when no French words say it.

    It means what it meant: the week's first day is dropped only where it changes nothing, an end told in
    universal time becomes the last local day, and a month without days takes that of the start.

    Args:
        rule: one ``vRecur`` of icalendar, or several.
        start: the local start of the series.
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
    try:
        rule = parse_rule(text)
    except (Refusal, ValueError):
        rule = None
    if not isinstance(rule, Rule):
        return f"à préciser ({text})", "regle-a-preciser"
    return describe_rule(rule), ""


def _raw(rule: Any) -> str:
    return str(rule.to_ical().decode())


def _last_day(until: str, start: date) -> str:
    """``20270630T215959Z`` as the last day that a date of the series may fall on."""
    hour = start.time() if isinstance(start, datetime) else time(0)
    try:
        if len(until) == _UTC_INSTANT:
            instant = datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            end = instant.astimezone(zone(PARIS)).replace(tzinfo=None)
        else:
            end = datetime.strptime(until, "%Y%m%dT%H%M%S")  # noqa: DTZ007  a local hour
    except ValueError:
        return until
    return f"{end.date() if end.time() >= hour else end.date() - timedelta(days=1):%Y%m%d}"
