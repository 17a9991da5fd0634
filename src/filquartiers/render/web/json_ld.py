"""Events for search engines: schema.org/Event as JSON-LD, with the properties they require.

A ``<script type="application/ld+json">`` is a data block (HTML, 4.12.1): browsers never run it, so it stands
under a Content-Security-Policy without inline scripts.
"""

import json
from typing import Any

from markupsafe import Markup

from filquartiers.model.agenda.schedule import Change
from filquartiers.telling.places import Place
from filquartiers.telling.views import EventData, EventDate

_SCHEMA = "https://schema.org/"
_STATUS = {Change.CANCELLED: "EventCancelled", Change.MOVED: "EventRescheduled"}

Json = dict[str, Any]


def json_ld(event: EventData | None) -> Markup:
    """The next dates of an event, ready to be written in a data block; empty when nothing is to be told."""
    if event is None:
        return Markup()
    common = _common(event)
    told = {"@context": "https://schema.org", "@graph": [common | _one(one) for one in event.dates]}
    text = json.dumps(told, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704  JSON that cannot close its script


def _common(event: EventData) -> Json:
    told: Json = {
        "@type": "Event",
        "name": event.title,
        "eventAttendanceMode": f"{_SCHEMA}OfflineEventAttendanceMode",
        "location": _location(event.place),
    }
    if event.words:
        told["description"] = event.words
    if event.organisers:
        told["organizer"] = [{"@type": "Organization", "name": name} for name in event.organisers]
    if event.free:
        told["isAccessibleForFree"] = True
    if event.url:
        told["url"] = event.url
    return told


def _location(place: Place) -> Json:
    address = {
        "streetAddress": place.address,
        "postalCode": place.postcode,
        "addressLocality": place.town,
        "addressCountry": "FR",
    }
    told: Json = {
        "@type": "Place",
        "name": place.name,
        "address": {"@type": "PostalAddress"} | {key: text for key, text in address.items() if text},
    }
    if place.position:
        latitude, longitude = place.position
        told["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return told


def _one(one: EventDate) -> Json:
    status = _STATUS.get(Change(one.change), "EventScheduled") if one.change else "EventScheduled"
    told: Json = {"startDate": one.start, "eventStatus": f"{_SCHEMA}{status}"}
    if one.end:
        told["endDate"] = one.end
    if one.previous:
        told["previousStartDate"] = one.previous
    return told
