"""Which pages there are: each source plans pages, from the entries or from a table.

A plan knows its address at once and tells its page when asked: who wants one page need not wait for all.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from filquartiers.model.addresses import (
    ACCESSIBILITY,
    AGENDA,
    ARCHIVES,
    DATA,
    HOME,
    LEGAL,
    NOT_FOUND,
    PLAN,
    SEARCH,
    SPECIMEN,
    SUBSCRIBE,
    Month,
    base_of,
    index_of,
    month_address,
    year_address,
)
from filquartiers.model.agenda.dates import write_date
from filquartiers.model.facts.dates import only_date
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import (
    Evenement,
    Fiche,
    Maison,
    Page,
    Reseau,
)
from filquartiers.prose import first_words
from filquartiers.telling.agenda.month import month_view
from filquartiers.telling.agenda.selection import agenda_view, month_link
from filquartiers.telling.agenda.subscribe import subscribe_view
from filquartiers.telling.agenda.years import archives_view, year_view
from filquartiers.telling.channels import FAMILIES, Channel
from filquartiers.telling.data import open_data_view
from filquartiers.telling.facets import Facet, Having
from filquartiers.telling.frame import motto
from filquartiers.telling.home import home_view
from filquartiers.telling.kinds import telling_of
from filquartiers.telling.lists import facet_view, index_view
from filquartiers.telling.page import FeedLink, WebPage, news_of, page, searched_as
from filquartiers.telling.special import (
    accessibility_view,
    legal_view,
    not_found_view,
    plan_view,
    search_view,
)
from filquartiers.telling.specimen import specimen_view
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import Link
from filquartiers.telling.views import EntryView

DESCRIPTION = 180  # characters of what search engines are told of a page


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page that will be told when it is asked for; see `WebPage.measures`."""

    address: str
    tell: Callable[[], WebPage]
    measures: bool = False


def pages(teller: Teller) -> Iterator[PlannedPage]:
    """Every page of the site."""
    if len(teller.site.networks) != 1:
        yield PlannedPage(HOME, partial(_home, teller))
    yield from _entries(teller)
    yield from _indexes(teller)
    yield from _facets(teller)
    for one in SPECIALS:
        yield PlannedPage(one.address, partial(_special, teller, one), one.measures)
    yield from _agenda(teller)


def _home(teller: Teller) -> WebPage:
    view = home_view(teller)
    return page(teller, HOME, teller.name, view, "accueil", description=motto(teller), feeds=news_of(HOME))


def _entries(teller: Teller) -> Iterator[PlannedPage]:
    """A page for each entry that has an address; namesakes are told apart by who carries them."""
    titles = Counter(_told_by_title(teller, entry) for entry in teller.site.everything())
    for entry in teller.site.everything():
        address = teller.addresses.of(entry)
        if address is not None:
            alone = titles[_told_by_title(teller, entry)] == 1
            measures = isinstance(entry, Page) and entry.mesures
            yield PlannedPage(address, partial(_entry, teller, entry, address, alone=alone), measures)


def _entry(teller: Teller, entry: Entry, address: str, *, alone: bool) -> WebPage:
    """The page of an entry; ``alone`` tells that no other has its title."""
    view, kind = telling_of(teller, entry), type(entry)
    is_home = isinstance(entry, Reseau)
    return page(
        teller,
        address,
        _title(entry),
        view,
        kind.kind.name,
        "entree",
        description=_description(entry, view),
        network=teller.site.network_of(entry),
        section="" if is_home else index_of(kind),
        crumbs=() if is_home else (Link(kind.kind.plural, index_of(kind)),),
        feeds=news_of(address) if is_home else (),
        detail="" if alone else _detail(entry, view),
        printed_beside=address if isinstance(entry, Maison) else "",
        measures=isinstance(entry, Page) and entry.mesures,
        searched=searched_as(teller, entry),
    )


def _told_by_title(teller: Teller, entry: Entry) -> tuple[str, str, str]:
    """What the title of a page tells of its entry."""
    network = teller.site.network_of(entry)
    town = network.ville if network and not isinstance(entry, Evenement) else ""
    return entry.kind.name, entry.title, town


def _title(entry: Entry) -> str:
    """The title for tabs, where several events of one name stand apart: by their day or their houses."""
    if not isinstance(entry, Evenement):
        return entry.title
    if only := only_date(entry):
        return f"{entry.title}, {write_date(only.day)}"
    return ", ".join((entry.title, *(house.title for house in entry.maisons)))


def _description(entry: Entry, view: EntryView) -> str:
    """What search engines are told: its first words; of an event first when it is."""
    said = f"{view.opening}. {entry.corps.text}" if isinstance(entry, Evenement) else entry.summary
    return first_words(said, DESCRIPTION)


def _detail(entry: Entry, view: EntryView) -> str:
    """What tells an entry from its namesakes."""
    return view.opening if isinstance(entry, Evenement) else getattr(entry, "structure", None) or entry.slug


def _indexes(teller: Teller) -> Iterator[PlannedPage]:
    """The index of each kind that has entries; networks are listed by the home page, events by the agenda."""
    for kind in teller.site.kinds:
        if kind.kind.address and teller.site.of(kind) and not issubclass(kind, (Evenement, Reseau)):
            yield PlannedPage(index_of(kind), partial(_index, teller, kind))


def _index(teller: Teller, kind: type[Entry]) -> WebPage:
    view, address = index_view(teller, kind), index_of(kind)
    names = (f"{kind.kind.name}-index", "index")
    return page(teller, address, kind.kind.plural, view, *names, section=address)


def _facets(teller: Teller) -> Iterator[PlannedPage]:
    """A page for each value of each facet of the sheets."""
    for facet, values in teller.facets:
        for having in values:
            yield PlannedPage(facet.address(having.value), partial(_facet, teller, facet, having))


def _facet(teller: Teller, facet: Facet, having: Having) -> WebPage:
    whole, address = Link(Fiche.kind.plural, index_of(Fiche)), facet.address(having.value)
    title, view = f"{whole.label} : {having.value.label}", facet_view(teller, facet, having)
    names = ("fiche-index", "index")
    return page(teller, address, title, view, *names, section=index_of(Fiche), crumbs=(whole,))


@dataclass(frozen=True, slots=True)
class Special:
    """A page that no entry makes; ``measures`` tells that it claims what was found in all others."""

    address: str
    title: str
    template: str
    view: Callable[[Teller], object]
    description: str = ""
    measures: bool = False


SPECIALS: tuple[Special, ...] = (
    Special(PLAN, "Le plan", "plan", plan_view, "Où sont les maisons, quartier par quartier."),
    Special(SEARCH, "Chercher", "recherche", search_view, "Chercher dans tout le site."),
    Special(DATA, "Données ouvertes", "donnees", open_data_view, "Les fichiers à réutiliser."),
    Special(LEGAL, "Mentions légales", "mentions-legales", legal_view, measures=True),
    Special(ACCESSIBILITY, "Accessibilité", "accessibilite", accessibility_view, measures=True),
    Special(SPECIMEN, "La planche", "planche", specimen_view, "Tous les signes de notre identité."),
    Special(NOT_FOUND, "Page introuvable", "404", not_found_view),
)


def _special(teller: Teller, one: Special) -> WebPage:
    base = base_of(teller.site) if one.address == NOT_FOUND else ""
    view = one.view(teller)
    return page(
        teller,
        one.address,
        one.title,
        view,
        one.template,
        description=one.description,
        section=one.address,
        base=base,
        measures=one.measures,
    )


def _agenda(teller: Teller) -> Iterator[PlannedPage]:
    """The selections of events, the months, the past years; each event has its page among the entries."""
    for channel in teller.diary.channels:
        yield PlannedPage(channel.page, partial(_selection, teller, channel))
    for month in teller.diary.months:
        yield PlannedPage(month_address(month), partial(_month, teller, month))
    for year in teller.diary.past_years:
        yield PlannedPage(year_address(year), partial(_year, teller, year))
    yield PlannedPage(ARCHIVES, partial(_archives, teller))
    yield PlannedPage(SUBSCRIBE, partial(_subscribe, teller))


_WHOLE_AGENDA, _ARCHIVES = Link(Evenement.kind.plural, AGENDA), Link("Archives", ARCHIVES)


def _of_agenda(
    teller: Teller, address: str, title: str, view: object, template: str, *above: Link
) -> WebPage:
    return page(teller, address, title, view, template, section=AGENDA, crumbs=(_WHOLE_AGENDA, *above))


def _month(teller: Teller, month: Month) -> WebPage:
    title = f"Agenda : {month_link(month).label.lower()}"
    return _of_agenda(teller, month_address(month), title, month_view(teller, month), "agenda-mois")


def _year(teller: Teller, year: int) -> WebPage:
    title, view = f"Ce qui s’est passé en {year}", year_view(teller, year)
    return _of_agenda(teller, year_address(year), title, view, "agenda-annee", _ARCHIVES)


def _archives(teller: Teller) -> WebPage:
    view = archives_view(teller)
    return _of_agenda(teller, ARCHIVES, "Les archives de l’agenda", view, "agenda-archives")


def _subscribe(teller: Teller) -> WebPage:
    view = subscribe_view(teller)
    return _of_agenda(teller, SUBSCRIBE, "S’abonner à l’agenda", view, "agenda-abonnement")


def _selection(teller: Teller, channel: Channel) -> WebPage:
    feed = FeedLink("L’agenda, pour votre téléphone", channel.file("ics"), "text/calendar")
    return page(
        teller,
        channel.page,
        _selection_title(channel),
        agenda_view(teller, channel),
        "agenda",
        description="Ce qui a lieu dans les semaines qui viennent.",
        network=channel.network,
        section=AGENDA,
        crumbs=(_WHOLE_AGENDA,) if channel.family else (),
        feeds=(feed,) if channel.dated else (),
        printed_beside=_programmes_beside(teller, channel),
    )


def _programmes_beside(teller: Teller, channel: Channel) -> str:
    """The printed months of a house lie beside its page, those of all beside the agenda."""
    if channel.house:
        return teller.addresses.of(channel.house) or ""
    return "" if channel.family else AGENDA


def _selection_title(channel: Channel) -> str:
    """« L’agenda », « L’agenda : Le Phare », « Thème : cuisine »."""
    whole = _WHOLE_AGENDA.label
    if not channel.family:
        return whole
    label = dict(FAMILIES)[channel.family] if channel.family in {"theme", "public"} else whole
    return f"{label} : {channel.label}"
