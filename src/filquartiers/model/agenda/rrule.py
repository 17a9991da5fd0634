"""Rhythms as RFC 5545 § 3.3.10 writes them, and back."""

from datetime import date

from dateutil.rrule import rrulestr

from filquartiers.model.agenda.dates import read_date
from filquartiers.model.agenda.rule import Rhythm, Rule, Unit
from filquartiers.model.agenda.words import POSITION_WORDS, last_at_end
from filquartiers.model.refusal import Refusal

DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MONTHS = frozenset(range(1, 13))
MONTH_DAYS = frozenset({-1, *range(1, 32)})
"""The days of a month that French words name; -1 is the last."""
_FOLLOWS_START = {"FREQ", "INTERVAL", "BYMONTH", "COUNT", "UNTIL", "WKST"}
_KNOWN = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "COUNT", "UNTIL", "WKST"}


def rrule_parts(rhythm: Rhythm) -> dict[str, str]:
    """The parts of a RRULE, without bounds: ``{"FREQ": "WEEKLY", "BYDAY": "WE"}``."""
    parts = {"FREQ": rhythm.unit.value, "INTERVAL": str(rhythm.every) if rhythm.every > 1 else ""}
    parts["BYMONTH"] = ",".join(map(str, rhythm.months))
    parts["BYMONTHDAY"] = ",".join(map(str, rhythm.month_days))
    codes = [DAY_CODES[rank] for rank in rhythm.weekdays]
    positions = [str(position) for position in rhythm.positions] or [""]
    parts["BYDAY"] = ",".join(position + code for position in positions for code in codes)
    return {name: value for name, value in parts.items() if value}


def rrule_text(rhythm: Rhythm) -> str:
    """``FREQ=WEEKLY;INTERVAL=2;BYDAY=WE``."""
    return ";".join(f"{name}={value}" for name, value in rrule_parts(rhythm).items())


def read_rrule(text: str, start: date | None = None) -> Rule:
    """A raw RRULE, as far as a `Rule` can hold it; `parse_rule` then checks that French words can say it.

    « FREQ=YEARLY;BYMONTH=6 » follows the day of ``start`` (DTSTART).

    Raises:
        Refusal: ``rrule-refusee`` names the part we do not take.
    """
    parts = _parts(text)
    if start and parts.get("BYMONTH") == str(start.month) and parts.keys() <= _FOLLOWS_START:
        parts["BYMONTHDAY"] = str(start.day)
    try:
        _check_week_start(parts)
        rhythm = _rhythm(parts)
        rrulestr(rrule_text(rhythm))
        count = int(parts["COUNT"]) if "COUNT" in parts else None
    except (KeyError, ValueError) as error:
        raise Refusal("rrule-refusee", texte=text, partie=text) from error
    until = parts.get("UNTIL", "")[:8]
    return Rule(
        rhythm=rhythm,
        until=read_date(f"{until[:4]}-{until[4:6]}-{until[6:]}") if until else None,
        count=count,
    )


def _parts(text: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for item in text.upper().removeprefix("RRULE:").strip("; ").split(";"):
        name, _, value = item.partition("=")
        if name not in _KNOWN or not value:
            raise Refusal("rrule-refusee", texte=text, partie=item)
        parts[name] = value
    return parts


def _check_week_start(parts: dict[str, str]) -> None:
    """ValueError when weeks that start on another day than Monday would give other dates."""
    first = DAY_CODES.index(parts.get("WKST", "MO"))
    after = {DAY_CODES.index(day[-2:]) >= first for day in parts.get("BYDAY", "MO").split(",")}
    if len(after) > 1 and parts["FREQ"] == Unit.WEEK and parts.get("INTERVAL", "1") != "1":
        raise ValueError


def _rhythm(parts: dict[str, str]) -> Rhythm:
    """The rhythm of checked parts; ValueError when a value is out of bounds."""
    weekdays, positions = _weekdays(parts)
    unit, every = Unit(parts["FREQ"]), int(parts.get("INTERVAL", "1"))
    month_days, months = _numbers(parts, "BYMONTHDAY"), _numbers(parts, "BYMONTH")
    sayable = (
        POSITION_WORDS.keys() >= set(positions),
        MONTH_DAYS.issuperset(month_days),
        MONTHS.issuperset(months),
    )
    if every < 1 or not all(sayable):
        raise ValueError
    return Rhythm(
        unit=Unit.WEEK if unit is Unit.DAY and weekdays and every == 1 else unit,
        every=every,
        weekdays=weekdays,
        positions=positions,
        month_days=month_days,
        months=months,
    )


def _weekdays(parts: dict[str, str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Weekdays and positions of BYDAY and BYSETPOS; ValueError when they do not multiply (1MO,2TU)."""
    days = parts["BYDAY"].split(",") if "BYDAY" in parts else []
    pairs = {(int(day[:-2] or 0), DAY_CODES.index(day[-2:])) for day in days}
    if "BYSETPOS" in parts:
        ((stated, weekday),) = pairs
        if stated:  # the second of the first Mondays
            raise ValueError
        pairs = {(position, weekday) for position in _numbers(parts, "BYSETPOS")}
    positions = {position for position, _ in pairs}
    weekdays = {weekday for _, weekday in pairs}
    if len(pairs) != len(positions) * len(weekdays):
        raise ValueError
    return tuple(sorted(weekdays)), last_at_end(positions - {0})


def _numbers(parts: dict[str, str], name: str) -> tuple[int, ...]:
    return last_at_end(int(value) for value in parts[name].split(",")) if name in parts else ()
