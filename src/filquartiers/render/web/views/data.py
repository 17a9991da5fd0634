"""The page of open data: every file that programs may read, and what it is for."""

from collections.abc import Iterator
from dataclasses import dataclass

from filquartiers.render.feeds.channels import channels
from filquartiers.render.feeds.opendata import DICTIONARY, datasets
from filquartiers.render.feeds.syndication import ATOM, JSON_FEED, papers
from filquartiers.render.web.page import Link
from filquartiers.render.web.web import Web

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


def open_data_view(web: Web) -> OpenDataView:
    """The files that feeds and exports publish."""
    families = (
        OfferGroup("L’agenda", AGENDA_USE, tuple(_calendars(web))),
        OfferGroup("Les nouvelles", NEWS_USE, tuple(_news(web))),
        OfferGroup("Les données", DATA_USE, tuple(_data(web))),
    )
    return OpenDataView(tuple(family for family in families if family.offers))


def _calendars(web: Web) -> Iterator[Offer]:
    for channel in channels(web.site):
        if channel.dated:
            formats = (("iCalendar", "ics"), ("CSV", "csv"), ("JSON", "json"))
            yield Offer(channel.label, tuple(Link(name, channel.file(ending)) for name, ending in formats))


def _news(web: Web) -> Iterator[Offer]:
    for paper in papers(web.site, web.frame.name):
        formats = (Link("Atom", f"{paper.folder}{ATOM}"), Link("JSON Feed", f"{paper.folder}{JSON_FEED}"))
        yield Offer(paper.title, formats)


def _data(web: Web) -> Iterator[Offer]:
    for dataset in datasets(web.site):
        formats = (Link("CSV", dataset.file("csv")), Link("JSON", dataset.file("json")))
        yield Offer(dataset.kind.kind.plural, formats)
    yield Offer("Le dictionnaire des champs", (Link("CSV", DICTIONARY),))
