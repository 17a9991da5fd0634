"""The dates of events as a table, one line a date: for a town's own calendar or a poster."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from operator import itemgetter

from filquartiers.model.agenda.schedule import Occurrence
from filquartiers.model.facts.dates import dates_between, hours_of
from filquartiers.model.facts.publisher import notice
from filquartiers.model.identifiers import stable_id
from filquartiers.model.kinds import Evenement
from filquartiers.render.feeds.tables import csv_bytes
from filquartiers.telling.places import place_of
from filquartiers.telling.teller import Teller

COLUMNS = (
    "id", "titre", "jour", "dernier_jour", "debut", "fin", "etat", "lieu", "adresse", "maisons", "theme",
    "public", "age", "tarif", "inscription", "adresse_web", "avertissement",
    "horaire",
)  # fmt: skip
_NAME, _DAY, _START = (COLUMNS.index(name) for name in ("titre", "jour", "debut"))
_AHEAD = timedelta(days=366)


Row = tuple[str, ...]


def timetable(rows: Iterable[Row]) -> bytes:
    """Rows of `rows_of` as CSV, by day and hour; the last column has the hours in words: « vers 15 h »."""
    return csv_bytes(COLUMNS, sorted(rows, key=itemgetter(_DAY, _START, _NAME)))


def rows_of(teller: Teller, event: Evenement) -> Iterator[Row]:
    """The dates of an event from today on, over a year."""
    for one in dates_between(event, teller.site.today, teller.site.today + _AHEAD):
        yield tuple(_row(teller, event, one))


def _row(teller: Teller, event: Evenement, one: Occurrence) -> Iterator[str]:
    place = place_of(event)
    yield from (stable_id(event).urn, event.title, *_when(one))
    yield one.change.value if one.change else ""
    yield from (place.name, place.street, " | ".join(house.title for house in event.maisons))
    yield event.theme or ""
    yield " | ".join(event.public)
    yield from (event.age or "", event.tarif or "", event.inscription or "")
    yield teller.addresses.full(event)
    yield notice(teller.site, event.network)
    yield hours_of(one)


def _when(one: Occurrence) -> Iterator[str]:
    """First and last day, then hours as ``14:00``; empty when they are not known."""
    days: tuple[date, date] = (one.day, one.last_day)
    yield from (day.isoformat() for day in days)
    for moment in (one.start, one.end):
        yield f"{moment:%H:%M}" if moment else ""
