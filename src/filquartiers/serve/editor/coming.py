"""The next dates of an event, in words."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from filquartiers.model.agenda.dates import read_date, write_date
from filquartiers.model.agenda.describe import describe_occurrence
from filquartiers.model.agenda.rule import Rule
from filquartiers.model.agenda.schedule import Change
from filquartiers.model.facts.dates import next_dates, only_date
from filquartiers.model.kinds import Evenement
from filquartiers.model.refusal import Refusal

FIVE = 5
_FAR = timedelta(days=800)


@dataclass(frozen=True, slots=True)
class ComingDate:
    """One date: ``day`` names it in a form, ``original`` is the one that the rule gives."""

    day: str
    words: str
    cancelled: bool


def coming(event: Evenement, today: date, most: int = FIVE) -> tuple[ComingDate, ...]:
    """Its next dates, cancelled ones among them; none when they cannot be computed."""
    found = next_dates(event, today, today + _FAR)[:most]
    return tuple(
        ComingDate(one.original.isoformat(), describe_occurrence(one), one.change is Change.CANCELLED)
        for one in found
    )


def told_dates(event: Evenement | None, today: date) -> dict[str, Any]:
    """What « les cinq prochaines dates » shows: the dates, or why there are none."""
    return {
        "five": coming(event, today) if event else (),
        "dite": bool(event and event.is_told),
        "sans_debut": bool(event and event.schedule is None and isinstance(event.rule, Rule)),
    }


def without(event: Evenement, day: date) -> tuple[str, ...]:
    """The words of ``annule`` once that date is cancelled."""
    if only_date(event):
        return ("oui",)
    return (*(one for one in event.annule if one != "non"), write_date(day, weekday=False))


def with_again(event: Evenement, day: date) -> tuple[str, ...]:
    """The words of ``annule`` once that date takes place again."""
    if event.cancelled:
        return ()
    start = event.schedule.start if event.schedule else None
    return tuple(one for one in event.annule if not _is(one, day, start))


def _is(text: str, day: date, start: date | None) -> bool:
    try:
        return read_date(text, since=start) == day
    except Refusal:
        return False
