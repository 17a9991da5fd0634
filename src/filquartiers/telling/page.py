"""One page: its view, and what it says of itself to tabs, search engines and feed readers."""

from dataclasses import dataclass

from filquartiers.model.addresses import ATOM, JSON_FEED, absolute, base_of, beside
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Evenement, Reseau
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import Link, NetworkName


@dataclass(frozen=True, slots=True)
class FeedLink:
    """What a program may follow from a page: its title, its address, its media type."""

    label: str
    address: str
    type: str


@dataclass(frozen=True, slots=True)
class SearchedAs:
    """What the search knows of the entry of a page, beside its view.

    Attributes:
        title: its own, which tabs may lengthen.
        label: its kind.
        whose: its network: that of its houses is found with them.
        summary: its summary, in Markdown.
    """

    title: str
    label: str
    whose: str
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """One page: what it says of itself, its view, the names of the templates that may draw it, best first.

    Attributes:
        address: where it is on the site.
        title: what it is called.
        full_title: its title for tabs and bookmarks: itself, what it is under, its town, the site.
        description: what search engines are told.
        network: the network it is about, if it is about one.
        section: the entry of the menu it belongs to.
        crumbs: the pages above it.
        feeds: what a program may follow from it.
        url: its full web address, empty while that of the site is not known.
        base: the web address its links start from: a server may show the page of an unknown address at
            any depth. Empty where links are relative.
        demonstration: whether it shows a network marked as a demonstration.
        measures: whether it tells what was found in all other pages, and so is drawn after them.
        printed_beside: the address that its printed programmes lie beside; empty when it offers none.
        searched: what else the search reads; None when it does not find this page.
    """

    address: str
    title: str
    full_title: str
    description: str
    network: NetworkName | None
    section: str
    crumbs: tuple[Link, ...]
    feeds: tuple[FeedLink, ...]
    url: str
    base: str
    demonstration: bool
    printed_beside: str
    measures: bool
    searched: SearchedAs | None
    view: object
    templates: tuple[str, ...]


def page(  # noqa: PLR0913  what a page says of itself, all optional past its view
    teller: Teller,
    address: str,
    title: str,
    view: object,
    *templates: str,
    description: str = "",
    network: Reseau | None = None,
    section: str = "",
    crumbs: tuple[Link, ...] = (),
    feeds: tuple[FeedLink, ...] = (),
    base: str = "",
    detail: str = "",
    printed_beside: str = "",
    measures: bool = False,
    searched: SearchedAs | None = None,
) -> WebPage:
    """A page of this site; ``detail`` tells it from another of the same title."""
    above = crumbs[-1].label if crumbs else ""
    parts = (title, detail, above, network.ville if network else "", teller.name)
    shown = (network,) if network else teller.site.networks
    return WebPage(
        address=address,
        title=title,
        full_title=" · ".join(dict.fromkeys(part for part in parts if part)),
        description=description,
        network=teller.network(network) if network else None,
        section=section,
        crumbs=crumbs,
        feeds=feeds,
        url=absolute(base_of(teller.site, network), address),
        base=base,
        demonstration=any(one.demonstration for one in shown),
        printed_beside=printed_beside,
        measures=measures,
        searched=searched,
        view=view,
        templates=templates,
    )


def searched_as(teller: Teller, entry: Entry) -> SearchedAs | None:
    """What the search reads of an entry; past events are left to the archive of the agenda."""
    if isinstance(entry, Evenement) and teller.diary.is_past(entry):
        return None
    network = getattr(entry, "reseau", None)
    return SearchedAs(entry.title, entry.kind.label, network.title if network else "", entry.summary)


def news_of(home: str) -> tuple[FeedLink, ...]:
    """The feeds of news that lie beside a home page."""
    return (
        FeedLink("Nouvelles (Atom)", beside(home, ATOM), "application/atom+xml"),
        FeedLink("Nouvelles (JSON Feed)", beside(home, JSON_FEED), "application/feed+json"),
    )
