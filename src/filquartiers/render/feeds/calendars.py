"""The agenda for other programs: iCalendar, a table of dates, the JSON that OpenAgenda's readers know."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from filquartiers.artifact import Artifact
from filquartiers.model.addresses import absolute, base_of, event_file, output_path
from filquartiers.model.facts.dates import is_dated, when_in_words
from filquartiers.model.facts.publisher import marked, notice
from filquartiers.model.identifiers import stable_id
from filquartiers.model.kinds import Evenement
from filquartiers.render.feeds.json_files import json_bytes
from filquartiers.render.feeds.openagenda import Json, openagenda, openagenda_event
from filquartiers.render.feeds.timetable import Row, rows_of, timetable
from filquartiers.render.ics import Feed, IcsEvent, ToldEvent, feed_bytes, tell
from filquartiers.telling.channels import Channel
from filquartiers.telling.places import facts_of, place_of
from filquartiers.telling.teller import Teller

_AHEAD = timedelta(days=2 * 366)
"""How far rules without end are followed."""
_NEVER_REVISED = date(2020, 1, 1)
"""DTSTAMP of events that state no revision: any fixed day, so that it moves only when they do."""


@dataclass(frozen=True, slots=True)
class _Told:
    """One event in each format, worked out once for all the feeds that hold it."""

    ics: ToldEvent | None
    rows: tuple[Row, ...]
    json: Json | None


def calendars(teller: Teller) -> Iterator[Artifact]:
    """The ``.ics``, ``.csv`` and OpenAgenda-shaped ``.json`` of each selection; each event's ``.ics``."""
    horizon, all_events = teller.site.today + _AHEAD, teller.site.of(Evenement)
    told = {event.slug: _told(teller, event, horizon) for event in all_events}
    for channel in teller.diary.channels:
        if channel.followed:
            events = [told[event.slug] for event in channel.events]
            yield from _files(channel, _feed(teller, channel), events, horizon)
    for event in all_events:
        if found := told[event.slug].ics:
            name = marked(event.title, teller.site, event.network)
            data = feed_bytes(Feed(name=name), [found], horizon=horizon)
            yield _file(event_file(event, "ics"), data)


def _files(channel: Channel, feed: Feed, events: list[_Told], horizon: date) -> Iterator[Artifact]:
    dated = [event.ics for event in events if event.ics]
    yield _file(channel.file("ics"), feed_bytes(feed, dated, horizon=horizon))
    yield _file(channel.file("csv"), timetable(row for event in events for row in event.rows))
    told = openagenda((event.json for event in events if event.json), feed.description)
    yield _file(channel.file("json"), json_bytes(told))


def _told(teller: Teller, event: Evenement, horizon: date) -> _Told:
    found = ics_event(teller, event)
    ics = tell(found, horizon) if found else None
    return _Told(ics, tuple(rows_of(teller, event)), openagenda_event(teller, event))


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
        revised=event.modifie_le or _NEVER_REVISED,
        sequence=event.revision,
        description="\n".join((*_description(event), *warned)),
        location=place.line,
        url=teller.addresses.full(event),
        categories=tuple(word for word in (event.theme, *event.public) if word),
        position=place.position,
    )


def feed_title(channel: Channel) -> str:
    """What a subscriber's calendar shows as its name."""
    whose = channel.label if channel.family else (channel.network.nom if channel.network else "")
    return f"Agenda · {whose}" if whose else "Agenda"


def _description(event: Evenement) -> Iterator[str]:
    if event.rule:
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
