"""Rhythms as RFC 5545 § 3.3.10 writes them, and back."""

from dateutil.rrule import rrulestr

from filquartiers.model.agenda.dates import read_date
from filquartiers.model.agenda.errors import AgendaError
from filquartiers.model.agenda.rule import Rhythm, Rule, Unit

DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
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


def read_rrule(text: str) -> Rule:
    """A raw RRULE, as long as French words can say it too.

    Raises:
        AgendaError: ``rrule-refusee`` names the part we do not take.
    """
    parts = _parts(text)
    try:
        rhythm = _rhythm(parts)
        rrulestr(rrule_text(rhythm))
        count = int(parts["COUNT"]) if "COUNT" in parts else None
    except (KeyError, ValueError) as error:
        raise AgendaError("rrule-refusee", texte=text, partie=text) from error
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
        if name not in _KNOWN or not value or (name == "WKST" and value != "MO"):
            raise AgendaError("rrule-refusee", texte=text, partie=item)
        parts[name] = value
    return parts


def _numbers(parts: dict[str, str], name: str) -> tuple[int, ...]:
    return tuple(sorted({int(value) for value in parts[name].split(",")})) if name in parts else ()


def _rhythm(parts: dict[str, str]) -> Rhythm:
    days = parts.get("BYDAY", "").split(",") if "BYDAY" in parts else []
    positions = {int(day[:-2]) for day in days if day[:-2]} | set(_numbers(parts, "BYSETPOS"))
    weekdays = {DAY_CODES.index(day[-2:]) for day in days}
    rhythm = Rhythm(
        unit=Unit(parts["FREQ"]),
        every=int(parts.get("INTERVAL", 1)),
        weekdays=tuple(sorted(weekdays)),
        positions=tuple(sorted(positions, key=lambda position: (position < 0, position))),
        month_days=_numbers(parts, "BYMONTHDAY"),
        months=_numbers(parts, "BYMONTH"),
    )
    _check_sayable(rhythm, days)
    return rhythm


def _check_sayable(rhythm: Rhythm, days: list[str]) -> None:
    """French words say neither a weekday that must be the 13th, nor « 1MO,2TU »."""
    positioned = bool(rhythm.positions)
    product = len(rhythm.positions or (0,)) * len(rhythm.weekdays)
    from_set = positioned and len(rhythm.weekdays) == 1 and len(days) == 1
    monthly = rhythm.unit in {Unit.MONTH, Unit.YEAR}
    if (
        (rhythm.weekdays and rhythm.month_days)
        or (positioned and not (monthly and (from_set or product == len(days))))
        or (monthly and rhythm.weekdays and not positioned)
        or any(abs(position) > 5 for position in rhythm.positions)  # noqa: PLR2004  no month has six Mondays
        or rhythm.every < 1
    ):
        raise ValueError
