"""Events in the shape of OpenAgenda's JSON (its API v2 « events »), so that its readers work on ours."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from filquartiers.model.addresses import absolute, base_of
from filquartiers.model.agenda.schedule import Change, Occurrence, Schedule
from filquartiers.model.facts.dates import all_dates, is_dated, state_of, when_in_words
from filquartiers.model.identifiers import stable_id
from filquartiers.model.kinds import Evenement
from filquartiers.prose import plain
from filquartiers.render.passages import to_html
from filquartiers.telling.places import place_of
from filquartiers.telling.teller import Teller

Json = dict[str, Any]
_AHEAD = timedelta(days=366)
_SCHEDULED, _RESCHEDULED, _FULL, _CANCELLED = 1, 2, 5, 6  # OpenAgenda's « status »
_EXACT_NUMBERS = 2**53  # JSON readers keep whole numbers exact below this


def openagenda(events: Iterable[Json], notice: str = "") -> Json:
    """The file that holds some events, as `openagenda_event` told them; ``notice`` is that of a trial."""
    told = list(events)
    return {"total": len(told), "events": told} | ({"notice": notice} if notice else {})


def openagenda_event(teller: Teller, event: Evenement) -> Json | None:
    """One event with all its past dates and those of the year to come; None without any date."""
    return _event(teller, event, event.schedule) if event.schedule and is_dated(event) else None


def _event(teller: Teller, event: Evenement, schedule: Schedule) -> Json:
    timings = [
        _timing(one, schedule)
        for one in all_dates(event, teller.site.today + _AHEAD)
        if one.change is not Change.CANCELLED
    ]
    uid = stable_id(event)
    return {
        "uid": uid.int % _EXACT_NUMBERS,
        "slug": event.slug,
        "title": _french(event.title),
        "description": _french(plain(event.corps.text)[:200] or event.title),
        "longDescription": _french(_long(teller, event)),
        "keywords": {"fr": [word for word in (event.theme, *event.public) if word]},
        "conditions": _french(event.tarif or ""),
        "dateRange": _french(when_in_words(event)),
        "timezone": schedule.timezone,
        "timings": timings,
        "firstTiming": timings[0] if timings else None,
        "lastTiming": timings[-1] if timings else None,
        "location": _location(event),
        "registration": [],
        "accessibility": {},
        "attendanceMode": 1,
        "status": _status(event, teller.site.today),
        "canonicalUrl": teller.addresses.full(event) or None,
    }


def _long(teller: Teller, event: Evenement) -> str:
    """The text as HTML for another site: its links are whole, its pictures stay here."""
    base = base_of(teller.site, event.network)
    text = teller.passage(event.corps)
    return str(to_html(text, lambda found: absolute(base, found), lambda *_: "", anchors=False))


def _french(text: str) -> Json:
    return {"fr": text} if text else {}


def _timing(one: Occurrence, schedule: Schedule) -> Json:
    """Begin and end with their offset; without hours, the whole days."""
    zone = ZoneInfo(schedule.timezone)
    begin = one.start or datetime.combine(one.day, time(0), zone)
    end = one.closing or (begin if one.start else datetime.combine(one.last_day, time(23, 59), zone))
    return {"begin": begin.isoformat(), "end": end.isoformat()}


def _status(event: Evenement, today: date) -> int:
    state = state_of(event, today)
    if state == Change.CANCELLED:
        return _CANCELLED
    if event.full or state == Change.FULL:
        return _FULL
    return _RESCHEDULED if event.reporte else _SCHEDULED


def _location(event: Evenement) -> Json:
    place = place_of(event)
    return dict(_place_parts(event)) | (
        {"latitude": place.position[0], "longitude": place.position[1]} if place.position else {}
    )


def _place_parts(event: Evenement) -> Iterator[tuple[str, object]]:
    place = place_of(event)
    parts = {
        "name": place.name,
        "address": place.street,
        "city": place.town,
        "postalCode": place.postcode,
        "phone": place.phone,
        "website": place.site,
    }
    yield from ((name, value) for name, value in parts.items() if value)
    yield "countryCode", "FR"
