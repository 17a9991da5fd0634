"""Indexes: all entries of a kind, those of a facet, and everything from A to Z."""

from dataclasses import dataclass

from filquartiers.model.addresses import index_of
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Evenement, Fiche, Maison
from filquartiers.model.text import folded
from filquartiers.prose import first_words
from filquartiers.telling.blocks import Row
from filquartiers.telling.cards import house_card, sheet_card
from filquartiers.telling.facets import Facet, Having
from filquartiers.telling.items import HouseCard, SheetCard
from filquartiers.telling.teller import Teller
from filquartiers.telling.words import capital

MOST_CARDS = 60  # beyond, a page of cards would weigh too much for a phone
ROW_WORDS = 220  # characters of the first words of an entry on its row


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one network, or those of none, under the name of its town: rows or cards."""

    title: str
    rows: tuple[Row, ...] = ()
    sheets: tuple[SheetCard, ...] = ()
    houses: tuple[HouseCard, ...] = ()


@dataclass(frozen=True, slots=True)
class FilterChoice:
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
    choices: tuple[FilterChoice, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """The index of a kind, or the part of it that shares a value; ``whole`` leads from the part to it."""

    title: str
    counted: str
    groups: tuple[Group, ...]
    filters: tuple[Filter, ...]
    whole: str | None


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry, its page, what it is and in which town."""

    title: str
    address: str | None
    note: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The entries whose title starts with a letter."""

    letter: str
    entries: tuple[Listed, ...]


def index_view(teller: Teller, kind: type[Entry]) -> IndexView:
    """The index of a kind."""
    entries = teller.site.of(kind)
    filters = _filters(teller, None, "") if kind is Fiche else ()
    one, many = kind.kind.label.lower(), kind.kind.plural.lower().removeprefix("les ").removeprefix("l’")
    counted = f"{len(entries)} {one if len(entries) == 1 else many}"
    return IndexView(kind.kind.plural, counted, _grouped(teller, entries), filters, None)


def facet_view(teller: Teller, facet: Facet, having: Having) -> IndexView:
    """The sheets that share a value."""
    count = len(having.sheets)
    return IndexView(
        title=capital(having.value.label),
        counted=f"{count} {'action' if count == 1 else 'actions'}",
        groups=_grouped(teller, having.sheets),
        filters=_filters(teller, facet, having.value.key),
        whole=index_of(Fiche),
    )


def letters(teller: Teller) -> tuple[Letter, ...]:
    """All that has a page, by letter; figures and signs come first, under « # ».

    Events are left to the agenda.
    """
    found: dict[str, list[Listed]] = {}
    entries = (one for one in teller.site.everything() if not isinstance(one, Evenement))
    for entry in sorted(entries, key=lambda entry: (folded(entry.title), entry.key)):
        address = teller.addresses.of(entry)
        if address is not None:
            first = folded(entry.title)[:1].upper()
            named = Listed(entry.title, address, teller.what_and_where(entry))
            found.setdefault(first if first.isalpha() else "#", []).append(named)
    return tuple(Letter(letter, tuple(named)) for letter, named in found.items())


def _grouped(teller: Teller, entries: tuple[Entry, ...]) -> tuple[Group, ...]:
    """By network, in the order of the networks; what belongs to none comes last."""
    by_network: dict[str, list[Entry]] = {}
    for entry in entries:
        network = teller.site.network_of(entry)
        by_network.setdefault(network.slug if network else "", []).append(entry)
    towns = {network.slug: network.ville for network in teller.site.networks}
    several, many = len(by_network) > 1, len(entries) > MOST_CARDS
    rest = _elsewhere(entries[0], several=several) if entries else ""
    return tuple(
        _group(teller, towns.get(slug, rest), tuple(by_network[slug]), many=many)
        for slug in (*towns, "")
        if slug in by_network
    )


def _elsewhere(entry: Entry, *, several: bool) -> str:
    """What to call the entries that belong to no network."""
    if isinstance(entry, Fiche):
        return "Dans d’autres villes"
    return "Tous les réseaux" if several else "La liste"


def _group(teller: Teller, title: str, entries: tuple[Entry, ...], *, many: bool) -> Group:
    """Cards for sheets, unless they are too many, and for houses; rows for the rest."""
    if isinstance(entries[0], Maison):
        return Group(
            title, houses=tuple(house_card(teller, one) for one in entries if isinstance(one, Maison))
        )
    if isinstance(entries[0], Fiche) and not many:
        return Group(
            title, sheets=tuple(sheet_card(teller, one) for one in entries if isinstance(one, Fiche))
        )
    return Group(title, rows=tuple(_row(teller, entry) for entry in entries))


def _row(teller: Teller, entry: Entry) -> Row:
    return teller.once("row", entry, _told_row)


def _told_row(teller: Teller, entry: Entry) -> Row:
    where = ""
    if isinstance(entry, Fiche):
        where = ", ".join(house.title for house in entry.maisons) or entry.structure or ""
    words = first_words(entry.summary, ROW_WORDS)
    return Row(entry.title, where, words, teller.addresses.of(entry))


def _filters(teller: Teller, chosen: Facet | None, key: str) -> tuple[Filter, ...]:
    return tuple(
        Filter(facet.name, facet.label, _choices(facet, values, key if facet is chosen else ""))
        for facet, values in teller.facets
        if values
    )


def _choices(facet: Facet, values: tuple[Having, ...], key: str) -> tuple[FilterChoice, ...]:
    return tuple(
        FilterChoice(
            having.value.label, len(having.sheets), facet.address(having.value), having.value.key == key
        )
        for having in values
    )
