"""The pages of the agenda: the coming weeks, the months, each selection, each event, the past years."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from filquartiers.artifact import Artifact
from filquartiers.model.agenda import write_date
from filquartiers.model.facts.dates import only_date
from filquartiers.model.kinds import Evenement
from filquartiers.render.feeds.channels import AGENDA, FAMILIES, Channel
from filquartiers.render.web.agenda.addresses import ARCHIVES, SCRIPT, SUBSCRIBE, month_address, year_address
from filquartiers.render.web.agenda.event import event_view
from filquartiers.render.web.agenda.lists import (
    agenda_view,
    archives_view,
    month_link,
    year_view,
    years,
)
from filquartiers.render.web.agenda.month import month_view
from filquartiers.render.web.agenda.subscribe import qr_codes, subscribe_view
from filquartiers.render.web.diary import Diary
from filquartiers.render.web.filters import first_sentences
from filquartiers.render.web.page import Feed, Link, Page, Screen
from filquartiers.render.web.web import Web

HERE = Link(Evenement.kind.plural, AGENDA)


def agenda_files(web: Web) -> Iterator[Artifact]:
    """What the pages of the agenda need beside them: a script, the QR codes."""
    yield Artifact(f"site/{SCRIPT}", web.edition.asset("js/agenda.js").read_bytes())
    yield from qr_codes(web.site)


def agenda_screens(web: Web) -> Iterator[Screen]:
    """Every page of the agenda."""
    diary = web.diary
    for channel in diary.channels:
        yield Screen(_channel_page(web, channel), agenda_view(diary, channel, web.printed), ("agenda",))
    for month in diary.months:
        page = _page(web, month_address(month), f"Agenda : {month_link(month).label.lower()}")
        yield Screen(page, month_view(diary, month), ("agenda-mois",))
    for year in years(diary):
        page = _page(web, year_address(year), f"Ce qui s’est passé en {year}", Link("Archives", ARCHIVES))
        yield Screen(page, year_view(diary, year), ("agenda-annee",))
    yield Screen(_page(web, ARCHIVES, "Les archives de l’agenda"), archives_view(diary), ("agenda-archives",))
    yield Screen(
        _page(web, SUBSCRIBE, "S’abonner à l’agenda"), subscribe_view(web.site), ("agenda-abonnement",)
    )
    yield from _events(web, diary)


def _events(web: Web, diary: Diary) -> Iterator[Screen]:
    titles = Counter(event.title for event in web.site.of(Evenement))
    for event in web.site.of(Evenement):
        view = event_view(web, diary, event)
        page = web.page(
            f"{AGENDA}{event.slug}/",
            _event_title(event),
            description=first_sentences(f"{view.when}. {event.corps.text}"),
            network=web.network_of(event),
            section=AGENDA,
            crumbs=(HERE,),
        )
        if titles[event.title] > 1:
            page = replace(page, detail=view.when)
        yield Screen(page, view, ("evenement",))


def _event_title(event: Evenement) -> str:
    """The title for tabs, where several events of one name stand apart: by their day or their houses."""
    if only := only_date(event):
        return f"{event.title}, {write_date(only.day)}"
    return ", ".join((event.title, *(house.title for house in event.maisons)))


def _channel_page(web: Web, channel: Channel) -> Page:
    feed = Feed("L’agenda, pour votre téléphone", channel.file("ics"), "text/calendar")
    return web.page(
        channel.page,
        _channel_title(channel),
        description="Ce qui a lieu dans les semaines qui viennent.",
        network=channel.network,
        section=AGENDA,
        crumbs=(HERE,) if channel.family else (),
        feeds=(feed,) if channel.dated else (),
    )


def _channel_title(channel: Channel) -> str:
    """« L’agenda », « L’agenda : Le Phare », « Thème : cuisine »."""
    if not channel.family:
        return HERE.label
    label = dict(FAMILIES)[channel.family] if channel.family in {"theme", "public"} else HERE.label
    return f"{label} : {channel.label}"


def _page(web: Web, address: str, title: str, *above: Link) -> Page:
    return web.page(address, title, section=AGENDA, crumbs=(HERE, *above))
