"""The dates of events as a table, one line a date: for a town's own calendar or a poster."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from filquartiers.model.agenda import Occurrence, occurrences
from filquartiers.model.kinds import Evenement
from filquartiers.model.site import Site
from filquartiers.render.feeds.channels import AGENDA
from filquartiers.render.feeds.identifiers import absolute, base_of, stable_id
from filquartiers.render.feeds.places import place_of
from filquartiers.render.feeds.tables import csv_bytes

COLUMNS = (
    "id", "titre", "jour", "dernier_jour", "debut", "fin", "etat", "lieu", "adresse", "maisons", "theme",
    "public", "age", "tarif", "inscription", "adresse_web",
)  # fmt: skip
_AHEAD = timedelta(days=366)


def timetable(site: Site, events: Iterable[Evenement]) -> bytes:
    """The dates from today on, over a year, in order, as CSV."""
    last = site.today + _AHEAD
    dated = [
        (event, one)
        for event in events
        if event.schedule
        for one in occurrences(event.schedule, site.today, last)
    ]
    dated.sort(key=lambda told: (told[1].sort_key, told[0].slug))
    return csv_bytes(COLUMNS, (list(_row(site, event, one)) for event, one in dated))


def _row(site: Site, event: Evenement, one: Occurrence) -> Iterator[str]:
    place = place_of(event)
    yield from (stable_id(event).urn, event.title, *_when(one))
    yield one.change.value if one.change else ""
    yield from (place.name, place.street, " | ".join(house.title for house in event.maisons))
    yield event.theme or ""
    yield " | ".join(event.public)
    yield from (event.age or "", event.tarif or "", event.inscription or "")
    yield absolute(base_of(site, event.network), f"{AGENDA}{event.slug}/")


def _when(one: Occurrence) -> Iterator[str]:
    """First and last day, then hours as ``14:00``; empty when they are not known."""
    days: tuple[date, date] = (one.day, one.last_day)
    yield from (day.isoformat() for day in days)
    for moment in (one.start, one.end):
        yield f"{moment:%H:%M}" if moment else ""
