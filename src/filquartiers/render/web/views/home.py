"""The home page of the site, and that of each network."""

from collections.abc import Iterator
from dataclasses import dataclass

from filquartiers.model.agenda.dates import write_date, write_partial_date
from filquartiers.model.kinds import Charte, Fiche, Maison, Objectifs, Pacte, Reseau
from filquartiers.model.kinds.reseau import Document
from filquartiers.model.numbers import in_words
from filquartiers.model.site import Site
from filquartiers.render.web.filters import capital
from filquartiers.render.web.page import Link
from filquartiers.render.web.views.soon import Coming, coming_of, count_of
from filquartiers.render.web.views.thread import Row, thread_of
from filquartiers.render.web.web import Web

SHOWN_SHEETS = 6


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the table of contents: words, the large figure that ends it or a note, where it leads."""

    label: str
    figure: str
    link: Link
    note: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to read; ``address`` is on this site or, with its scheme, elsewhere; may be empty."""

    title: str
    note: str
    address: str


@dataclass(frozen=True, slots=True)
class Sheets:
    """The first action sheets, under words that say whose they are, and how many there are in all."""

    title: str
    shown: tuple[Fiche, ...]
    count: int


@dataclass(frozen=True, slots=True)
class NetworkView:
    """The home of a network: what is on, where are the houses, what is the cooperation."""

    network: Reseau
    headline: tuple[str, ...]
    houses: tuple[Maison, ...]
    thread: tuple[Row, ...]
    coming: tuple[Coming, ...]
    week: int
    pacts: tuple[Pacte, ...]
    sheets: Sheets
    documents: tuple[Objectifs | Charte, ...]
    papers: tuple[Paper, ...]

    @property
    def contents(self) -> tuple[ContentsLine, ...]:
        """What the page holds, with the figures that answer at once."""
        return tuple(_contents(self))

    @property
    def tells_cooperation(self) -> bool:
        """Whether there is anything to say of what the houses do together."""
        network = self.network
        told = (network.cooperation, network.presentation, network.reperes, network.buts, network.chiffres)
        return any(told) or bool(self.pacts)


@dataclass(frozen=True, slots=True)
class Card:
    """A network on the home page of a site that holds several."""

    network: Reseau
    houses: tuple[Maison, ...]
    thread: tuple[Row, ...]
    coming: int


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page of a site that holds several networks."""

    cards: tuple[Card, ...]
    sheets: Sheets
    contents: tuple[ContentsLine, ...]


def network_view(web: Web, network: Reseau) -> NetworkView:
    """What the home of a network shows."""
    site, houses = web.site, web.site.of(Maison, network)
    sheets = sheets_of(site, network)
    return NetworkView(
        network=network,
        headline=headline(network, len(houses)),
        houses=houses,
        thread=thread_of(houses),
        coming=coming_of(web, network),
        week=count_of(web, network, days=7),
        pacts=site.of(Pacte, network),
        sheets=sheets,
        documents=(*site.of(Objectifs, network), *site.of(Charte, network)),
        papers=tuple(_paper(web, document) for document in network.documents),
    )


def home_view(web: Web) -> HomeView:
    """What the home page of several networks shows."""
    cards = tuple(_card(web, network) for network in web.site.networks)
    return HomeView(cards, sheets_of(web.site), tuple(_towns(cards)))


def headline(network: Reseau, houses: int) -> tuple[str, ...]:
    """The great title, cut after its comma: « Six maisons, » « un même fil. »."""
    noun = "maison" if houses == 1 else "maisons"
    written = network.accroche or f"{capital(in_words(houses, feminine=True))} {noun}, un même fil."
    start, comma, end = written.partition(", ")
    return (start + ",", end) if comma else (written,)


def sheets_of(site: Site, network: Reseau | None = None) -> Sheets:
    """The sheets of a network, or of all; without any, those of other towns, under words that say so."""
    own = tuple(
        sheet
        for sheet in site.of(Fiche)
        if sheet.network and (network is None or sheet.network.slug == network.slug)
    )
    shared = tuple(sheet for sheet in site.of(Fiche) if sheet.network is None)
    title = "Ce que l’on y fait" if own else "Ce que font d’autres maisons"
    sheets = own or shared
    return Sheets(title, sheets[:SHOWN_SHEETS], len(sheets))


def _paper(web: Web, document: Document) -> Paper:
    date = write_partial_date(document.date) if document.date else ""
    note = ", ".join(part for part in (date, document.description or "") if part)
    return Paper(document.titre, note, web.album.document(document.fichier) or document.lien or "")


def _card(web: Web, network: Reseau) -> Card:
    houses = web.site.of(Maison, network)
    return Card(network, houses, thread_of(houses), len(coming_of(web, network)))


def _contents(view: NetworkView) -> Iterator[ContentsLine]:
    figure, note = (str(view.week), "cette semaine") if view.week else ("", _soonest(view.coming))
    yield ContentsLine("Bientôt", figure, Link("", "#bientot"), note)
    yield ContentsLine("Trouver ma maison", str(len(view.houses)), Link("", "#maisons"))
    if view.tells_cooperation:
        yield ContentsLine("La coopération", "", Link("", "#cooperation"), "pourquoi, avec qui")
    if view.sheets.count:
        yield ContentsLine(view.sheets.title, str(view.sheets.count), Link("", "#actions"))


def _soonest(coming: tuple[Coming, ...]) -> str:
    return f"dès le {write_date(coming[0].day, weekday=False, year=False)}" if coming else "rien d’annoncé"


def _towns(cards: tuple[Card, ...]) -> Iterator[ContentsLine]:
    for card in cards:
        yield ContentsLine(card.network.ville, str(len(card.houses)), Link("", f"{card.network.slug}/"))
