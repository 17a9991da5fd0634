"""What is on soon, for home pages and houses."""

from dataclasses import dataclass
from datetime import date, timedelta

from filquartiers.model.agenda.schedule import Change, Occurrence
from filquartiers.model.facts.dates import hours_of, last_day_of, state_of_date
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Evenement, Reseau
from filquartiers.render.web.web import Web

MOST = 5


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
    found = (one for one in web.soon if _concerns(one[0], whose))
    return tuple(coming(event, occurrence) for event, occurrence in found)[:MOST]


def count_of(web: Web, whose: Reseau | Entry, days: int) -> int:
    """How many dates a network or a house has in that many days, cancelled ones aside."""
    last = web.site.today + timedelta(days=days - 1)
    return sum(
        _concerns(event, whose) and one.day <= last and one.change is not Change.CANCELLED
        for event, one in web.soon
    )


def _concerns(event: Evenement, whose: Entry) -> bool:
    if isinstance(whose, Reseau):
        return event.network is not None and event.network.slug == whose.slug
    return any(house.slug == whose.slug for house in event.maisons)


def coming(event: Evenement, occurrence: Occurrence) -> Coming:
    """One date as lists show it."""
    parts = (hours_of(occurrence), last_day_of(occurrence), event.lieu, event.age, event.tarif)
    return Coming(
        event=event,
        day=occurrence.day,
        last_day=occurrence.last_day,
        details=" · ".join(part for part in parts if part),
        state=state_of_date(occurrence),
    )
