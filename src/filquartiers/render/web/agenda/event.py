"""The page of one event."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from filquartiers.model.agenda import Change, describe_change, describe_occurrence
from filquartiers.model.kinds import Evenement
from filquartiers.render.album import Picture
from filquartiers.render.feeds.channels import event_file
from filquartiers.render.feeds.identifiers import base_of
from filquartiers.render.feeds.places import Place, facts_of, place_of
from filquartiers.render.web.agenda.json_ld import event_data
from filquartiers.render.web.agenda.lists import regular
from filquartiers.render.web.diary import Diary
from filquartiers.render.web.filters import capital
from filquartiers.render.web.page import Link
from filquartiers.render.web.web import Web

SHOWN = 8


@dataclass(frozen=True, slots=True)
class EventView:
    """An event. ``state`` is said first: « annulé », « complet », « passé », or nothing.

    ``when`` is its rule or date in words, ``dates`` the next ones, ``changes`` what is told of single dates
    to come. ``data`` is its description for search engines (schema.org), empty without a date.
    """

    event: Evenement
    state: str
    when: str
    dates: tuple[str, ...]
    more: int
    changes: tuple[str, ...]
    place: Place
    facts: tuple[tuple[str, str], ...]
    calendar: str
    picture: Picture | None
    alike: tuple[Link, ...]
    data: Markup


def event_view(web: Web, diary: Diary, event: Evenement) -> EventView:
    """What the page of an event shows."""
    coming = diary.next_dates(event)
    repeated = bool(event.schedule and event.schedule.rule)
    return EventView(
        event=event,
        state=_state(diary, event),
        when=regular(event).when,
        dates=tuple(capital(describe_occurrence(one)) for one in coming[:SHOWN]) if repeated else (),
        more=max(0, len(coming) - SHOWN) if repeated else 0,
        changes=tuple(_changes(diary, event)),
        place=place_of(event),
        facts=tuple((label, capital(value)) for label, value in facts_of(event)),
        calendar=event_file(event, "ics") if event.schedule else "",
        picture=web.album.picture(event.image),
        alike=tuple(_alike(diary, event)),
        data=event_data(event, coming or diary.by_event[event.slug][-1:], base_of(web.site, event.network)),
    )


def _state(diary: Diary, event: Evenement) -> str:
    if event.cancelled:
        return "annulé"
    if diary.is_past(event):
        return "passé"
    return "complet" if event.full else ""


def _changes(diary: Diary, event: Evenement) -> Iterator[str]:
    """What is told of single dates to come; of an event wholly cancelled nothing is left to tell."""
    schedule = event.schedule
    if schedule is None or event.cancelled:
        return
    for change in sorted(schedule.changes, key=lambda change: change.day):
        if max(change.day, change.new_day or change.day) >= diary.today and change.change is not Change.ADDED:
            yield capital(describe_change(change))


def _alike(diary: Diary, event: Evenement) -> Iterator[Link]:
    """The selections this event is part of: its houses, its theme."""
    labels = {"maison": "L’agenda de la maison", "theme": "Tout sur le thème"}
    for channel in diary.channels:
        if channel.family in labels and event.slug in {one.slug for one in channel.events}:
            yield Link(f"{labels[channel.family]} : {channel.label}", channel.page)
