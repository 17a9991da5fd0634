"""The agenda for other programs: iCalendar, a table of dates, the JSON that OpenAgenda's readers know."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import uuid5

from filquartiers.artifact import Artifact
from filquartiers.model.addresses import absolute, base_of, event_file, output_path
from filquartiers.model.facts.dates import is_dated, when_in_words
from filquartiers.model.facts.publisher import marked, notice
from filquartiers.model.identifiers import stable_id
from filquartiers.model.kinds import Evenement
from filquartiers.render.feeds.json_files import json_bytes
from filquartiers.render.feeds.openagenda import Json, openagenda, openagenda_event
from filquartiers.render.feeds.timetable import Row, rows_of, timetable
from filquartiers.render.former import Former, read_former, under
from filquartiers.render.ics import DatedEvent, Feed, IcsEvent, ToldEvent, feed_bytes, stamp, tell
from filquartiers.telling.channels import Channel
from filquartiers.telling.places import facts_of, place_of
from filquartiers.telling.teller import Teller

_AHEAD = timedelta(days=2 * 366)
"""How far rules without end are followed, at least."""


@dataclass(frozen=True, slots=True)
class _Told:
    """One event in each format, worked out once for all the feeds that hold it."""

    ics: DatedEvent | None
    rows: tuple[Row, ...]
    json: Json | None


def calendars(teller: Teller, former: bytes = b"") -> Iterator[Artifact]:
    """The ``.ics``, ``.csv`` and OpenAgenda-shaped ``.json`` of each selection; each event's ``.ics``.

    ``former`` is the feed of all events as it was last published, if it was: see `render.former`.
    """
    horizon, all_events = horizon_of(teller.site.today), teller.site.of(Evenement)
    dated = _dated(teller, all_events, horizon, read_former(former, teller.site.today))
    told = {
        event.slug: _Told(
            dated.get(event.slug), tuple(rows_of(teller, event)), openagenda_event(teller, event)
        )
        for event in all_events
    }
    for channel in teller.diary.channels:
        if channel.followed:
            events = [told[event.slug] for event in channel.events]
            yield from _files(channel, _feed(teller, channel), events, horizon)
    for event in all_events:
        if found := told[event.slug].ics:
            name = marked(event.title, teller.site, event.network)
            data = feed_bytes(Feed(name=name), [found], horizon=horizon)
            yield _file(event_file(event, "ics"), data)


def horizon_of(today: date) -> date:
    """The last day of a year: what is listed up to it changes once a year, not at each build."""
    return date((today + _AHEAD).year, 12, 31)


def _dated(
    teller: Teller, events: Iterable[Evenement], horizon: date, former: Former | None
) -> dict[str, DatedEvent]:
    """The events that have dates, by slug, each under its UID and with the marks of its version."""
    found: dict[str, ToldEvent] = {}
    slugs: dict[str, str] = {}
    for event in events:
        ics = ics_event(teller, event)
        if ics and ics.uid in slugs:  # a copy that kept the « identifiant » of the other: both must show
            ics = replace(ics, uid=str(uuid5(stable_id(event), event.slug)))
        if ics and (told := tell(ics, horizon)):
            found[event.slug] = told
            slugs[ics.uid] = event.slug
    kept = former.renamed({uid: found[slug].parts for uid, slug in slugs.items()}) if former else {}
    for own, uid in kept.items():
        told = found[slugs[own]]
        found[slugs[own]] = replace(told, parts=under(told.parts, own, uid))
    return {slug: stamp(told, former) for slug, told in found.items()}


def _files(channel: Channel, feed: Feed, events: list[_Told], horizon: date) -> Iterator[Artifact]:
    dated = [event.ics for event in events if event.ics]
    yield _file(channel.file("ics"), feed_bytes(feed, dated, horizon=horizon))
    yield _file(channel.file("csv"), timetable(row for event in events for row in event.rows))
    told = openagenda((event.json for event in events if event.json), feed.description)
    yield _file(channel.file("json"), json_bytes(told))


def ics_event(teller: Teller, event: Evenement) -> IcsEvent | None:
    """The event as calendars take it; None when no date is known."""
    if event.schedule is None or not is_dated(event):
        return None
    place = place_of(event)
    warned = filter(None, (notice(teller.site, event.network),))  # an event is often looked at alone
    return IcsEvent(
        uid=str(stable_id(event)),
        schedule=event.schedule,
        summary=event.title,
        revised=event.modifie_le,
        sequence=event.revision,
        description="\n".join((*_description(event), *warned)),
        location=place.line,
        url=teller.addresses.full(event),
        categories=tuple(word for word in (event.theme, *event.public) if word),
        position=place.position,
        organizer=_organizer(event),
    )


def _organizer(event: Evenement) -> tuple[str, str] | None:
    """The house that invites, when it alone does and gives an address to write to."""
    house = event.maisons[0] if len(event.maisons) == 1 else None
    return (house.title, house.courriel) if house and house.courriel else None


def feed_title(channel: Channel) -> str:
    """What a subscriber's calendar shows as its name."""
    whose = channel.label if channel.family else (channel.network.nom if channel.network else "")
    return f"Agenda · {whose}" if whose else "Agenda"


def _description(event: Evenement) -> Iterator[str]:
    if event.rule or (event.schedule and event.schedule.has_worded_hours):
        yield when_in_words(event)
    for label, value in facts_of(event):
        yield f"{label} : {value}"


def _feed(teller: Teller, channel: Channel) -> Feed:
    base = base_of(teller.site, channel.network)
    return Feed(
        name=marked(feed_title(channel), teller.site, channel.network),
        description=notice(teller.site, channel.network),
        source=absolute(base, channel.file("ics")),
        url=absolute(base, channel.page),
    )


def _file(address: str, data: bytes) -> Artifact:
    return Artifact(output_path(address), data)
