"""What is on soon, for home pages and houses."""

from dataclasses import dataclass
from datetime import date, timedelta

from filquartiers.model.agenda.dates import write_date
from filquartiers.model.agenda.schedule import Change, Occurrence
from filquartiers.model.agenda.times import write_times_short
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Evenement, Reseau
from filquartiers.render.web.web import Web

MOST = 5
TOLD = (Change.CANCELLED, Change.MOVED, Change.FULL)


@dataclass(frozen=True, slots=True)
class Coming:
    """One date of an event: ``state`` is « annulé », « complet », « reporté » or nothing."""

    event: Evenement
    day: date
    last_day: date
    details: str
    state: str


def coming_of(web: Web, whose: Reseau | Entry) -> tuple[Coming, ...]:
    """The next dates of a network or a house, in order; empty when nothing is announced."""
    found = (one for one in web.soon if _concerns(web, one[0], whose))
    return tuple(coming(event, occurrence) for event, occurrence in found)[:MOST]


def count_of(web: Web, whose: Reseau | Entry, days: int) -> int:
    """How many dates a network or a house has in that many days, cancelled ones aside."""
    last = web.site.today + timedelta(days=days - 1)
    return sum(
        _concerns(web, event, whose) and one.day <= last and one.change is not Change.CANCELLED
        for event, one in web.soon
    )


def _concerns(web: Web, event: Evenement, whose: Entry) -> bool:
    if isinstance(whose, Reseau):
        return web.site.belongs(event, whose)
    return any(house.slug == whose.slug for house in event.maisons)


def coming(event: Evenement, occurrence: Occurrence) -> Coming:
    """One date as lists show it."""
    day = occurrence.day
    hours = write_times_short(occurrence.times) if occurrence.times else ""
    end = f"jusqu’au {write_date(occurrence.last_day, year=False)}" if occurrence.last_day > day else ""
    return Coming(
        event=event,
        day=day,
        last_day=occurrence.last_day,
        details=" · ".join(part for part in (hours, end, event.lieu, event.age, event.tarif) if part),
        state=occurrence.change.value if occurrence.change in TOLD else "",
    )
