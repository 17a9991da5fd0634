"""The page of open data: every file that programs may read, and what it is for."""

from collections.abc import Iterator
from dataclasses import dataclass

from filquartiers.model.addresses import ATOM, DICTIONARY, JSON_FEED, beside, dataset_file
from filquartiers.model.kind import Entry
from filquartiers.model.site import Site
from filquartiers.telling.news import news_feeds
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import Link

AGENDA_USE = "iCalendar se suit dans un agenda ; CSV donne une ligne par date ; JSON a la forme d’OpenAgenda."
NEWS_USE = "À suivre dans un lecteur de nouvelles."
DATA_USE = "CSV s’ouvre dans un tableur, JSON se lit par un programme."


@dataclass(frozen=True, slots=True)
class Offer:
    """The same thing in one or several files; the label of a link is the format of its file."""

    label: str
    files: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class OfferGroup:
    """Files of one family, and how to use them."""

    title: str
    use: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class OpenDataView:
    """The files that others may use, by family."""

    groups: tuple[OfferGroup, ...]


def open_data_view(teller: Teller) -> OpenDataView:
    """The files that feeds and exports publish."""
    families = (
        OfferGroup("L’agenda", AGENDA_USE, tuple(_calendars(teller))),
        OfferGroup("Les nouvelles", NEWS_USE, tuple(_news(teller))),
        OfferGroup("Les données", DATA_USE, tuple(_data(teller))),
    )
    return OpenDataView(tuple(family for family in families if family.offers))


def published_kinds(site: Site) -> tuple[type[Entry], ...]:
    """The kinds that have a page and an entry: those of the open data."""
    return tuple(kind for kind in site.kinds if kind.kind.address and site.of(kind))


def _calendars(teller: Teller) -> Iterator[Offer]:
    for channel in teller.diary.channels:
        if channel.dated:
            formats = (("iCalendar", "ics"), ("CSV", "csv"), ("JSON", "json"))
            files = tuple(Link(name, channel.file(ending)) for name, ending in formats)
            yield Offer(channel.label, files)


def _news(teller: Teller) -> Iterator[Offer]:
    for paper in news_feeds(teller):
        files = (Link("Atom", beside(paper.home, ATOM)), Link("JSON Feed", beside(paper.home, JSON_FEED)))
        yield Offer(paper.title, files)


def _data(teller: Teller) -> Iterator[Offer]:
    for kind in published_kinds(teller.site):
        files = (Link("CSV", dataset_file(kind, "csv")), Link("JSON", dataset_file(kind, "json")))
        yield Offer(kind.kind.plural, files)
    yield Offer("Le dictionnaire des champs", (Link("CSV", DICTIONARY),))
