"""The page of one event."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from filquartiers.model.agenda import Change, describe_change, describe_occurrence
from filquartiers.model.facts.dates import (
    is_dated,
    only_date,
    state_of,
    when_in_words,
)
from filquartiers.model.kinds import Evenement
from filquartiers.render.album import Picture
from filquartiers.render.feeds.channels import event_file
from filquartiers.render.feeds.identifiers import base_of
from filquartiers.render.feeds.places import Place, facts_of, place_of
from filquartiers.render.web.agenda.json_ld import event_data
from filquartiers.render.web.diary import Diary
from filquartiers.render.web.filters import capital
from filquartiers.render.web.page import Link
from filquartiers.render.web.web import Web

SHOWN = 8


@dataclass(frozen=True, slots=True)
class EventView:
    """An event. ``state`` is said first: « annulé », « complet », « reporté », « passé », or nothing.

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
    repeated = only_date(event) is None
    return EventView(
        event=event,
        state=state_of(event, diary.today),
        when=capital(when_in_words(event)),
        dates=tuple(capital(describe_occurrence(one)) for one in coming[:SHOWN]) if repeated else (),
        more=max(0, len(coming) - SHOWN) if repeated else 0,
        changes=tuple(_changes(diary, event)),
        place=place_of(event),
        facts=tuple((label, capital(value)) for label, value in facts_of(event)),
        calendar=event_file(event, "ics") if is_dated(event) else "",
        picture=web.album.picture(event.image),
        alike=tuple(_alike(diary, event)),
        data=event_data(event, coming or diary.by_event[event.slug][-1:], base_of(web.site, event.network)),
    )


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
