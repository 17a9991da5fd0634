"""Events in the shape of OpenAgenda's JSON (its API v2 « events »), so that its readers work on ours."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from filquartiers.model.agenda import Change, Occurrence, Schedule
from filquartiers.model.facts.dates import all_dates, is_dated, state_of, when_in_words
from filquartiers.model.kinds import Evenement
from filquartiers.model.site import Site
from filquartiers.render.feeds.channels import AGENDA
from filquartiers.render.feeds.identifiers import absolute, base_of, stable_id
from filquartiers.render.feeds.places import place_of
from filquartiers.render.prose import plain, to_html

Json = dict[str, Any]
_AHEAD = timedelta(days=366)
_SCHEDULED, _RESCHEDULED, _FULL, _CANCELLED = 1, 2, 5, 6  # OpenAgenda's « status »
_EXACT_NUMBERS = 2**53  # JSON readers keep whole numbers exact below this


def openagenda(events: Iterable[Json]) -> Json:
    """The file that holds some events, as `openagenda_event` told them."""
    told = list(events)
    return {"total": len(told), "events": told}


def openagenda_event(site: Site, event: Evenement) -> Json | None:
    """One event with all its past dates and those of the year to come; None without any date."""
    return _event(site, event, event.schedule) if event.schedule and is_dated(event) else None


def _event(site: Site, event: Evenement, schedule: Schedule) -> Json:
    timings = [
        _timing(one, schedule)
        for one in all_dates(event, site.today + _AHEAD)
        if one.change is not Change.CANCELLED
    ]
    uid = stable_id(event)
    return {
        "uid": uid.int % _EXACT_NUMBERS,
        "slug": event.slug,
        "title": _french(event.title),
        "description": _french(plain(event.corps.text)[:200] or event.title),
        "longDescription": _french(str(to_html(event.corps))),
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
        "status": _status(event, site.today),
        "canonicalUrl": absolute(base_of(site, event.network), f"{AGENDA}{event.slug}/") or None,
    }


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
        "phone": place.house.telephones[0] if place.house and place.house.telephones else "",
        "website": (place.house.site or "") if place.house else "",
    }
    yield from ((name, value) for name, value in parts.items() if value)
    yield "countryCode", "FR"
