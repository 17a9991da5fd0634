"""Events for search engines: schema.org/Event as JSON-LD, with the properties they require.

A ``<script type="application/ld+json">`` is a data block (HTML, 4.12.1): browsers never run it, so it stands
under a Content-Security-Policy without inline scripts.
"""

import json
from typing import Any

from markupsafe import Markup

from filquartiers.model.agenda import Change, Occurrence
from filquartiers.model.kinds import Evenement
from filquartiers.render.feeds.channels import AGENDA
from filquartiers.render.feeds.identifiers import absolute
from filquartiers.render.feeds.places import place_of
from filquartiers.render.prose import plain

MOST = 10
_SCHEMA = "https://schema.org/"
_STATUS = {Change.CANCELLED: "EventCancelled", Change.MOVED: "EventRescheduled"}

Json = dict[str, Any]


def event_data(event: Evenement, dates: tuple[Occurrence, ...], base: str) -> Markup:
    """The next dates of an event, at most `MOST`, ready to be written in a data block.

    Empty without a date or a place: « startDate » and « location » are required.
    """
    place = place_of(event)
    if not dates or not place.name:
        return Markup()
    common = _common(event, base)
    told = [common | _one(one) for one in dates[:MOST]]
    text = json.dumps({"@context": "https://schema.org", "@graph": told}, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704  JSON that cannot close its script


def _common(event: Evenement, base: str) -> Json:
    place = place_of(event)
    address = {
        "streetAddress": place.address,
        "postalCode": place.postcode,
        "addressLocality": place.town,
        "addressCountry": "FR",
    }
    told: Json = {
        "@type": "Event",
        "name": event.title,
        "eventAttendanceMode": f"{_SCHEMA}OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": place.name,
            "address": {"@type": "PostalAddress"} | {key: text for key, text in address.items() if text},
        },
    }
    if place.position:
        latitude, longitude = place.position
        told["location"]["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    if event.corps:
        told["description"] = plain(event.corps.text)
    if event.maisons:
        told["organizer"] = [{"@type": "Organization", "name": house.title} for house in event.maisons]
    if event.is_free:
        told["isAccessibleForFree"] = True
    if base:
        told["url"] = absolute(base, f"{AGENDA}{event.slug}/")
    return told


def _one(one: Occurrence) -> Json:
    status = _STATUS.get(one.change, "EventScheduled") if one.change else "EventScheduled"
    told: Json = {
        "startDate": (one.start or one.day).isoformat(),
        "eventStatus": f"{_SCHEMA}{status}",
    }
    if one.end or one.last_day > one.day:
        told["endDate"] = (one.end or one.last_day).isoformat()
    if one.change is Change.MOVED:
        told["previousStartDate"] = one.original.isoformat()
    return told
