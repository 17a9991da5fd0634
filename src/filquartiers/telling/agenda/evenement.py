"""One event: when, where, what to know before coming."""

from collections.abc import Iterator

from filquartiers.model.addresses import AGENDA, event_file, selection_page
from filquartiers.model.agenda.describe import describe_change, describe_occurrence
from filquartiers.model.agenda.schedule import Change, Occurrence
from filquartiers.model.facts.dates import is_dated, only_date, state_of, when_in_words
from filquartiers.model.kinds import Evenement
from filquartiers.model.text import slugify
from filquartiers.prose import plain
from filquartiers.telling.blocks import Fact, Notice, Section, Venue
from filquartiers.telling.parts import fact, facts, links, points, section, sections, text, words
from filquartiers.telling.places import facts_of, place_of
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import Link
from filquartiers.telling.views import EventData, EventDate, EventView
from filquartiers.telling.words import capital, phones, photo

SHOWN, MOST_DATA = 8, 10


def evenement(teller: Teller, event: Evenement) -> EventView:
    """All that an event says."""
    changes = tuple(_changes(teller, event))
    return EventView(
        **teller.identity(event),
        opening=capital(when_in_words(event)),
        state=state_of(event, teller.site.today),
        tags=_theme(teller, event),
        houses=teller.knots(event.maisons),
        notices=(Notice("À noter", points=changes),) if changes else (),
        calendar=event_file(event, "ics") if is_dated(event) else "",
        data=event_data(teller, event),
        photo=photo(event.image, event.image_description, event.title),
        sections=sections(
            section("corps", "De quoi s’agit-il", text(teller, event, "corps")),
            section(
                "pratique",
                "Bon à savoir",
                facts(*(fact(label, capital(value)) for label, value in facts_of(event))),
            ),
            _where(teller, event),
            _dates(teller, event),
            section("origine", "D’où cela vient", facts(*_origins(teller, event))),
            section("aussi", "Et aussi", links((*_alike(teller, event), Link("Tout l’agenda", AGENDA)))),
        ),
    )


def _theme(teller: Teller, event: Evenement) -> tuple[Link, ...]:
    """Its theme, and the events that share it."""
    if not event.theme:
        return ()
    page = selection_page("theme", slugify(event.theme))
    return (Link(event.theme, page if page in teller.diary.pages else None),)


def _changes(teller: Teller, event: Evenement) -> Iterator[str]:
    """What is told of single dates to come; of an event wholly cancelled nothing is left to tell."""
    schedule = event.schedule
    if schedule is None or event.cancelled:
        return
    for change in sorted(schedule.changes, key=lambda change: change.day):
        last = max(change.day, change.new_day or change.day)
        if last >= teller.site.today and change.change is not Change.ADDED:
            yield capital(describe_change(change))


def event_data(teller: Teller, event: Evenement) -> EventData | None:
    """The event for programs, with its next dates or, once it is over, the last one."""
    place = place_of(event)
    dates = teller.diary.next_dates(event) or teller.diary.by_event[event.slug][-1:]
    if not dates or not place.name:
        return None
    return EventData(
        title=event.title,
        words=" ".join(_words(event)),
        place=place,
        organisers=tuple(house.title for house in event.maisons),
        free=event.is_free,
        url=teller.addresses.full(event),
        dates=tuple(_date(one) for one in dates[:MOST_DATA]),
    )


def _words(event: Evenement) -> Iterator[str]:
    """Its text, after hours that only words tell rightly: « à partir de 15 h »."""
    if event.schedule and event.schedule.has_worded_hours:
        yield f"{capital(when_in_words(event))}."
    yield plain(event.corps.text)


def _date(one: Occurrence) -> EventDate:
    end = one.end or (one.last_day if one.last_day > one.day else None)  # a day where no hour is known
    return EventDate(
        start=(one.start or one.day).isoformat(),
        end=end.isoformat() if end else "",
        change=one.change.value if one.change else "",
        previous=one.original.isoformat() if one.change is Change.MOVED else "",
    )


def _where(teller: Teller, event: Evenement) -> Section | None:
    place = place_of(event)
    if not place.name:
        return None
    house = event.maisons[0] if place.is_house else None
    leads = teller.link(house) if house else Link(place.name)
    called = phones(house.telephones) if house else ()
    way = text(teller, house, "acces", "Venir") if house else None
    return section("lieu", "Où", Venue(place=leads, room=place.room, street=place.street, phones=called), way)


def _dates(teller: Teller, event: Evenement) -> Section | None:
    if only_date(event) is not None:
        return None
    coming = teller.diary.next_dates(event)
    more = len(coming) - SHOWN
    return section(
        "dates",
        "Les prochaines dates",
        points(capital(describe_occurrence(one)) for one in coming[:SHOWN]),
        words(f"Et {more} autres dates d’ici un an." if more > 0 else "", note=True),
    )


def _origins(teller: Teller, event: Evenement) -> Iterator[Fact | None]:
    for label, entry in (("L’action", event.fiche), ("Le pacte", event.pacte), ("La charte", event.charte)):
        yield fact(label, teller.link(entry)) if entry else None


def _alike(teller: Teller, event: Evenement) -> Iterator[Link]:
    """The selections this event is part of: its houses, its theme, those it is for."""
    labels = {
        "maison": "L’agenda de la maison",
        "theme": "Tout sur le thème",
        "public": "Pour le même public",
    }
    for channel in teller.diary.channels:
        if channel.family in labels and event in (*channel.events, *channel.elsewhere):
            yield Link(f"{labels[channel.family]} : {channel.label}", channel.page)
