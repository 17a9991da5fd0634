"""Which pages there are: each source yields screens, from the entries or from a table."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Brochure, Charte, Evenement, Fiche, Maison, Objectifs, Pacte, Reseau
from filquartiers.render.feeds.identifiers import base_of
from filquartiers.render.feeds.syndication import ATOM, JSON_FEED
from filquartiers.render.web.agenda import agenda_screens
from filquartiers.render.web.filters import first_sentences
from filquartiers.render.web.links import HOME, NOT_FOUND
from filquartiers.render.web.page import Feed, Link, Screen
from filquartiers.render.web.views import data, entries, home, lists, sheet, special, specimen, tree
from filquartiers.render.web.web import Web

# The view of a kind; any other kind gets the general one.
VIEWS: Mapping[type[Entry], Callable[[Web, Any], object]] = {
    Reseau: home.network_view,
    Maison: entries.house_view,
    Pacte: entries.pact_view,
    Fiche: sheet.sheet_view,
    Charte: entries.charter_view,
    Objectifs: tree.tree_view,
    Brochure: entries.brochure_view,
}

# Kinds whose pages and index are made elsewhere.
ELSEWHERE: tuple[type[Entry], ...] = (Evenement,)


@dataclass(frozen=True, slots=True)
class Special:
    """A page that no entry makes."""

    address: str
    title: str
    template: str
    view: Callable[[Web], object]
    description: str = ""


PAGES: tuple[Special, ...] = (
    Special("plan/", "Le plan", "plan", special.plan_view, "Où sont les maisons, quartier par quartier."),
    Special("recherche/", "Chercher", "recherche", special.search_view, "Chercher dans tout le site."),
    Special("donnees/", "Données ouvertes", "donnees", data.open_data_view, "Les fichiers à réutiliser."),
    Special("mentions-legales/", "Mentions légales", "mentions-legales", special.networks_view),
    Special("accessibilite/", "Accessibilité", "accessibilite", special.networks_view),
    Special(
        "planche/", "La planche", "planche", specimen.specimen_view, "Tous les signes de notre identité."
    ),
    Special(NOT_FOUND, "Page introuvable", "404", special.not_found_view),
)


def screens(web: Web) -> Iterator[Screen]:
    """Every page of the site."""
    yield from home_screens(web)
    yield from entry_screens(web)
    yield from index_screens(web)
    yield from facet_screens(web)
    yield from special_screens(web)
    yield from agenda_screens(web)


def home_screens(web: Web) -> Iterator[Screen]:
    """The home page of several networks; the only network of a site is its own home."""
    if len(web.site.networks) != 1:
        page = web.page(HOME, web.frame.name, description=web.frame.motto, feeds=news_of(HOME))
        yield Screen(page, home.home_view(web), ("accueil",))


def news_of(home: str) -> tuple[Feed, ...]:
    """The feeds of news that lie beside a home page."""
    return (
        Feed("Nouvelles (Atom)", f"{home}{ATOM}", "application/atom+xml"),
        Feed("Nouvelles (JSON Feed)", f"{home}{JSON_FEED}", "application/feed+json"),
    )


def entry_screens(web: Web) -> Iterator[Screen]:
    """A page for each entry that has an address; namesakes are told apart by who carries them."""
    titles = Counter(_place_of(web, entry) for entry in web.site.everything())
    for entry in web.site.everything():
        address = web.addresses.of(entry)
        if address is None or isinstance(entry, ELSEWHERE):
            continue
        kind = entry.kind
        page = web.page(
            address,
            entry.title,
            description=first_sentences(entry.summary),
            network=web.site.network_of(entry),
            section="" if isinstance(entry, Reseau) else f"{kind.address}/",
            crumbs=() if isinstance(entry, Reseau) else (Link(kind.plural, f"{kind.address}/"),),
            feeds=news_of(address) if isinstance(entry, Reseau) else (),
        )
        if titles[_place_of(web, entry)] > 1:
            page = replace(page, detail=getattr(entry, "structure", None) or entry.slug)
        view = VIEWS.get(type(entry), entries.entry_view)(web, entry)
        yield Screen(page, view, (kind.name, "entree"))


def _place_of(web: Web, entry: Entry) -> tuple[str, str, str]:
    """What the title of a page tells of its entry."""
    network = web.site.network_of(entry)
    return entry.kind.name, entry.title, network.ville if network else ""


def index_screens(web: Web) -> Iterator[Screen]:
    """The index of each kind that has entries; networks are listed by the home page."""
    for kind in web.site.kinds:
        known = kind.kind
        if not known.address or not web.site.of(kind) or issubclass(kind, (*ELSEWHERE, Reseau)):
            continue
        page = web.page(f"{known.address}/", known.plural, section=f"{known.address}/")
        yield Screen(page, lists.index_view(web, kind), (f"{known.name}-index", "index"))


def facet_screens(web: Web) -> Iterator[Screen]:
    """A page for each value of each facet of the sheets."""
    known = Fiche.kind
    for facet, values in web.facets:
        for having in values:
            page = web.page(
                facet.address(having.value),
                f"{known.plural} : {having.value.label}",
                section=f"{known.address}/",
                crumbs=(Link(known.plural, f"{known.address}/"),),
            )
            yield Screen(page, lists.facet_view(web, facet, having), ("fiche-index", "index"))


def special_screens(web: Web) -> Iterator[Screen]:
    """The pages of the table."""
    for made in PAGES:
        page = web.page(made.address, made.title, description=made.description, section=made.address)
        page = replace(page, base=base_of(web.site)) if made.address == NOT_FOUND else page
        yield Screen(page, made.view(web), (made.template,))
