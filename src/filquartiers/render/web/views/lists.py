"""Indexes: all entries of a kind, those of a facet, and everything from A to Z."""

from dataclasses import dataclass

from filquartiers.model.kind import Entry, Kind
from filquartiers.model.kinds import Fiche, Reseau
from filquartiers.model.text import folded
from filquartiers.render.web.facets import Facet, Having
from filquartiers.render.web.web import Web

MOST_CARDS = 60  # beyond, a page of cards would weigh too much for a phone


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one network, or those of none."""

    network: Reseau | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value one may narrow the list to: how many entries, on which page."""

    label: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """A facet and its values."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """The index of a kind, or the part of it that shares a value."""

    kind: Kind
    groups: tuple[Group, ...]
    filters: tuple[Filter, ...]
    count: int
    chosen: str

    @property
    def compact(self) -> bool:
        """Whether there are too many entries to show more than a line of each."""
        return self.count > MOST_CARDS


@dataclass(frozen=True, slots=True)
class Named:
    """An entry, and the town that tells it from another of the same title."""

    entry: Entry
    town: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The entries whose title starts with a letter."""

    letter: str
    entries: tuple[Named, ...]


def index_view(web: Web, kind: type[Entry]) -> IndexView:
    """The index of a kind."""
    entries = web.site.of(kind)
    filters = _filters(web, None, "") if kind is Fiche else ()
    return IndexView(kind.kind, _grouped(web, entries), filters, len(entries), "")


def facet_view(web: Web, facet: Facet, having: Having) -> IndexView:
    """The sheets that share a value."""
    groups = _grouped(web, having.sheets)
    filters = _filters(web, facet, having.value.key)
    return IndexView(Fiche.kind, groups, filters, len(having.sheets), having.value.label)


def letters(web: Web, entries: tuple[Entry, ...]) -> tuple[Letter, ...]:
    """All entries in alphabetical order, by letter; figures and signs come first, under « # »."""
    found: dict[str, list[Named]] = {}
    several = len(web.site.networks) > 1
    for entry in sorted(entries, key=lambda entry: (folded(entry.title), entry.key)):
        first = folded(entry.title)[:1].upper()
        network = web.site.network_of(entry) if several else None
        named = Named(entry, network.ville if network and entry is not network else "")
        found.setdefault(first if first.isalpha() else "#", []).append(named)
    return tuple(Letter(letter, tuple(entries)) for letter, entries in found.items())


def _grouped(web: Web, entries: tuple[Entry, ...]) -> tuple[Group, ...]:
    """By network, in the order of the networks; what belongs to none comes last."""
    by_slug: dict[str, list[Entry]] = {}
    for entry in entries:
        network = web.site.network_of(entry)
        by_slug.setdefault(network.slug if network else "", []).append(entry)
    known = tuple(
        Group(network, tuple(by_slug[network.slug]))
        for network in web.site.networks
        if network.slug in by_slug
    )
    return (*known, Group(None, tuple(by_slug[""]))) if "" in by_slug else known


def _filters(web: Web, chosen: Facet | None, key: str) -> tuple[Filter, ...]:
    return tuple(
        Filter(facet.name, facet.label, _choices(facet, values, key if facet is chosen else ""))
        for facet, values in web.facets
        if values
    )


def _choices(facet: Facet, values: tuple[Having, ...], key: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(having.value.label, len(having.sheets), facet.address(having.value), having.value.key == key)
        for having in values
    )
