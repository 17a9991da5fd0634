"""Addresses: the only module that says where a thing is on the site, and how one place leads to another.

An address is relative to the root of the site and ends with a slash for a page (``maisons/kerlede/``), with
a name for a file (``agenda/tous.ics``); the home page is the empty one. Links are relative and end in
``index.html``, so that the site works from any folder, and from the disk.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import quote, urljoin

from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Brochure, Evenement, Fiche, Maison, Pacte, Reseau
from filquartiers.model.links import bare_name, names_of
from filquartiers.model.site import Site

Month = tuple[int, int]
"""A year and a month."""


def index_of(kind: type[Entry]) -> str:
    """The address of the list of a kind: ``maisons/``."""
    return f"{kind.kind.address}/"


HOME = ""
NOT_FOUND = "404.html"
AGENDA = index_of(Evenement)
HOUSES, PACTS, SHEETS, PRINTED = (index_of(kind) for kind in (Maison, Pacte, Fiche, Brochure))
ARCHIVES = f"{AGENDA}archives/"
SUBSCRIBE = f"{AGENDA}s-abonner/"
PLAN = "plan/"
SEARCH = "recherche/"
DATA = "donnees/"
ACCESSIBILITY = "accessibilite/"
LEGAL = "mentions-legales/"
SPECIMEN = "planche/"
PAGES = (AGENDA, ARCHIVES, SUBSCRIBE, PLAN, SEARCH, DATA, ACCESSIBILITY, LEGAL, SPECIMEN)
"""The pages that every site has, and that no entry makes."""

ASSETS, DOCUMENTS, IMAGES = "assets/", "documents/", "images/"
"""Where the files beside the pages lie."""

AGENDA_SCRIPT = f"{AGENDA}agenda.js"
SEARCH_INDEX, SEARCH_SCRIPT = f"{SEARCH}index.js", f"{SEARCH}recherche.js"
DICTIONARY = f"{DATA}champs.csv"
SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"
ATOM, JSON_FEED = "atom.xml", "feed.json"
"""The names of the feeds of news, beside a home page."""

SITE, INDEX = "site/", "index.html"
"""The folder of ``build/`` that addresses start from, and the file behind a page."""


def address_of(entry: Entry, *, alone: bool = False) -> str:
    """The address of the page of an entry; ``alone`` tells that its network is the only one."""
    if isinstance(entry, Reseau):
        return HOME if alone else f"{entry.slug}/"
    return f"{index_of(type(entry))}{entry.slug}/"


def facet_address(kind: type[Entry], facet: str, key: str) -> str:
    """The list of what shares a value: ``fiches/public/familles/``."""
    return f"{index_of(kind)}{facet}/{key}/"


def selection_page(family: str, key: str) -> str:
    """The page of a selection of events: ``agenda/maison/kerlede/``; that of all has no family."""
    return f"{AGENDA}{family}/{key}/" if family else AGENDA


def selection_file(family: str, key: str, extension: str) -> str:
    """A feed of a selection of events: ``agenda/maison/kerlede.ics``."""
    return f"{AGENDA}{family}/{key}.{extension}" if family else f"{AGENDA}tous.{extension}"


WHOLE_CALENDAR = selection_file("", "", "ics")
"""The feed of all events."""


def event_file(event: Evenement, extension: str) -> str:
    """The feed of one event, beside its page."""
    return f"{address_of(event)}evenement.{extension}"


def month_address(month: Month) -> str:
    """The page of a month: ``agenda/mois/2026-11/``."""
    return f"{AGENDA}mois/{month[0]:04}-{month[1]:02}/"


def year_address(year: int) -> str:
    """The page of a past year."""
    return f"{ARCHIVES}{year:04}/"


def dataset_file(kind: type[Entry], extension: str) -> str:
    """The open data of a kind in one format: ``donnees/maisons.csv``."""
    return f"{DATA}{kind.kind.folder}.{extension}"


def document_address(name: str) -> str:
    """Where a document of ``content/`` is published, as a link writes it."""
    return quote(f"{DOCUMENTS}{name.removeprefix(DOCUMENTS)}")


def beside(page: str, name: str) -> str:
    """The address of a file that lies beside a page."""
    return f"{page}{name}"


def sitemap_part(rank: int) -> str:
    """The address of one part of a list of pages too long for one file, counted from 1."""
    return f"sitemap-{rank}.xml"


def facsimile(page: str, number: int) -> str:
    """The picture of a page of the document that lies beside a page."""
    return beside(page, f"pages/{number:02}.png")


def anchored(address: str, place: str) -> str:
    """The address of a place in a page."""
    return f"{address}#{place}"


def leaf(document: str, number: int) -> str:
    """The address of a page of a PDF, from 1."""
    return anchored(document, f"page={number}")


def output_path(address: str) -> str:
    """The file behind an address, from ``build/``."""
    return SITE + address + (INDEX if is_page(address) else "")


def address_at(path: str) -> str:
    """The address of a file of ``build/`` that is no page."""
    return path.removeprefix(SITE)


def page_at(path: str) -> str:
    """The address of the page that a file of ``build/`` is."""
    return address_at(path).removesuffix(INDEX)


def is_page(address: str) -> bool:
    """Whether an address is that of a page to be listed: home, or anything that ends with a slash."""
    return not address or address.endswith("/")


def is_elsewhere(address: str) -> bool:
    """Whether an address is complete: another site, an e-mail, a telephone."""
    return address.lower().startswith(("http:", "https:", "mailto:", "tel:", "webcal:"))


def relative(source: str, target: str) -> str:
    """The link from the page at ``source`` to ``target``, which may carry an anchor or be elsewhere."""
    place, mark, anchor = target.partition("#")
    if place == source and mark:
        return f"#{anchor}"
    return _from_depth(source.count("/"), target)


@lru_cache(maxsize=1 << 14)  # the same menu on each page
def _from_depth(depth: int, target: str) -> str:
    if is_elsewhere(target):
        return target
    place, mark, anchor = target.partition("#")
    name = INDEX if is_page(place) else ""
    return "../" * depth + place + name + mark + anchor


def short(url: str) -> str:
    """A web address as one types it: without scheme, ``www`` or last slash."""
    return url.split("://", 1)[-1].removeprefix("www.").rstrip("/")


def absolute(base: str, address: str) -> str:
    """The full web address of a page or file of the site; empty while the base is not known."""
    if is_elsewhere(address):
        return address
    if base and _PLAIN.fullmatch(address):
        return _root_of(base) + address
    return urljoin(base, address) if base else ""


_PLAIN = re.compile(r"[a-z0-9][a-z0-9-]*(?:/[a-z0-9-]+)*/?")  # joining it takes no thought (RFC 3986, § 5.2)


@lru_cache(maxsize=256)
def _root_of(base: str) -> str:
    return urljoin(base, "x").removesuffix("x")


def is_unprotected(url: str) -> bool:
    """Whether a site is asked for without encryption: some programs refuse its feeds."""
    return url.lower().startswith("http:")


def webcal(url: str) -> str:
    """The same address as the calendar of a telephone opens it."""
    return f"webcal:{url.partition(':')[2]}" if url else ""


def base_of(site: Site, network: Reseau | None = None) -> str:
    """The web address of the root of the site, with a last slash; empty while it is not known.

    A network's own answer comes first; else the one that all networks that state one agree on.
    """
    stated = {one.site for one in ((network,) if network else site.networks) if one.site}
    return f"{stated.pop().rstrip('/')}/" if len(stated) == 1 else ""


def reserved(kinds: Iterable[type[Entry]]) -> frozenset[str]:
    """Names at the root of the site that the home of a network may not take."""
    own = (address.partition("/")[0] for address in (*PAGES, ASSETS, DOCUMENTS, IMAGES))
    return frozenset((*own, *(kind.kind.address for kind in kinds)))


def own_pages(site: Site) -> tuple[str, ...]:
    """The pages that a text may link to though no entry makes them: those of every site, and its lists."""
    kinds = (kind for kind in site.kinds if kind.kind.address and site.of(kind))
    lists = (index_of(kind) for kind in kinds if not issubclass(kind, Reseau))
    return tuple(dict.fromkeys(address.rstrip("/") for address in (*PAGES, *lists)))


@dataclass(frozen=True)
class Addresses:
    """Addresses of the entries of one site, and what the names typed in texts lead to."""

    site: Site

    def of(self, entry: Entry) -> str | None:
        """The address of the entry, or None when it has no page (a draft, a kind without pages)."""
        return self._of_entries.get(entry.key)

    def full(self, entry: Entry) -> str:
        """The full web address of the page of an entry; empty while that of the site is not known."""
        address = self.of(entry)
        return "" if address is None else absolute(base_of(self.site, entry.network), address)

    def named(self, name: str) -> str | None:
        """The address behind a name typed in a text: ``maisons/kerlede``, ``../kerlede.md``, ``agenda``."""
        return self._by_name.get(bare_name(name))

    @cached_property
    def _of_entries(self) -> Mapping[tuple[str, str], str]:
        alone = len(self.site.networks) == 1
        shown = (entry for entry in self.site.everything() if entry.kind.address)
        return {entry.key: address_of(entry, alone=alone) for entry in shown}

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        """Every usual name of a page; pages that no entry makes come first."""
        entries = {name: self.of(entry) for name, entry in names_of(self.site).items()}
        found = {name: address for name, address in entries.items() if address is not None}
        return found | {name: f"{name}/" for name in own_pages(self.site)}
