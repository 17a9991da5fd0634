"""What the makers of views look at: the site, where its things are, what its texts lead to."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypedDict, TypeVar

from filquartiers.model.addresses import Addresses, anchored
from filquartiers.model.fields import Prose
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Evenement, Fiche, Maison, Reseau
from filquartiers.model.links import is_internal, name_of
from filquartiers.model.site import Site
from filquartiers.prose import hrefs
from filquartiers.telling.diary import Dated, Diary
from filquartiers.telling.facets import FACETS, KEYWORDS, Facet, Having, by_value
from filquartiers.telling.values import Knot, Link, LongText, NetworkName, OnTheWeb

E = TypeVar("E", bound=Entry)
T = TypeVar("T")


class CommonFields(TypedDict):
    """The fields that every view of an entry has."""

    name: str
    origin: str
    web: OnTheWeb
    title: str


@dataclass(frozen=True)
class Teller:
    """A site that is being told, and its name; ``documents`` are the addresses of files, by their names."""

    site: Site
    name: str = ""
    documents: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    _told: dict[str, dict[tuple[str, str], tuple[Entry | None, Any]]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @cached_property
    def addresses(self) -> Addresses:
        """Where the entries are."""
        return Addresses(self.site)

    @cached_property
    def facets(self) -> tuple[tuple[Facet, tuple[Having, ...]], ...]:
        """Each way to sort out the sheets, with its values and their sheets."""
        return tuple((facet, by_value(facet, self.site.of(Fiche))) for facet in FACETS)

    @cached_property
    def by_keyword(self) -> Mapping[str, tuple[Fiche, ...]]:
        """The sheets of each keyword, by its part of the address."""
        values = next(values for facet, values in self.facets if facet is KEYWORDS)
        return {having.value.key: having.sheets for having in values}

    @cached_property
    def diary(self) -> Diary:
        """Every date of every event."""
        return Diary(self.site)

    @cached_property
    def soon(self) -> tuple[Dated, ...]:
        """Every date of the weeks that come."""
        return self.diary.soon(self.site.of(Evenement))

    def identity(self, entry: Entry) -> CommonFields:
        """What every view of an entry starts with."""
        web = OnTheWeb(self.addresses.of(entry))
        return {"name": entry.slug, "origin": entry.origin.file, "web": web, "title": entry.title}

    def link(self, entry: Entry) -> Link:
        """The name of an entry, and its page when it has one."""
        return Link(entry.title, self.addresses.of(entry))

    def links(self, entries: Iterable[Entry]) -> tuple[Link, ...]:
        """The names of entries, and their pages."""
        return tuple(map(self.link, entries))

    def knot(self, house: Maison) -> Knot:
        """A house on the thread."""
        return self.once("knot", house, Teller._knot)

    def _knot(self, house: Maison) -> Knot:
        return Knot(house.title, house.monogramme, house.colour_rank, house.slug, self.addresses.of(house))

    def once(self, what: str, entry: E, tell: "Callable[[Teller, E], T]") -> T:
        """``what`` is told of an entry in the same words wherever it is named: worked out once."""
        kept = self._told.setdefault(what, {})
        of_whom, found = kept.get(entry.key, (None, None))
        if of_whom is not entry:
            found = tell(self, entry)
            kept[entry.key] = entry, found
        told: T = found
        return told

    def knots(self, houses: Iterable[Maison]) -> tuple[Knot, ...]:
        """Houses on the thread, in the order given."""
        return tuple(map(self.knot, houses))

    def network(self, network: Reseau) -> NetworkName:
        """A network as others name it."""
        address = self.addresses.of(network)
        return NetworkName(network.nom, network.ville, network.slug, address, network.demonstration)

    def what_and_where(self, entry: Entry) -> str:
        """« Maison, Romans »: its kind, and the town that tells it from another of the same title."""
        network = self.site.network_of(entry) if len(self.site.networks) > 1 else None
        town = network.ville if network and network is not entry else ""
        return f"{entry.kind.label}, {town}" if town else entry.kind.label

    def passage(self, prose: Prose) -> LongText:
        """A long text, with what it leads to; what leads to nothing published stays words."""
        found = {typed: self._target(typed) for typed in hrefs(prose.text) if is_internal(typed)}
        known = ((typed, address) for typed, address in found.items() if address is not None)
        return LongText(prose.text, tuple(known))

    def _target(self, typed: str) -> str | None:
        """The address behind what was typed: ``maisons/kerlede``, ``kerlede.md#acces``, ``bilan.pdf``."""
        name, anchor = name_of(typed), typed.partition("#")[2]
        named = self.addresses.named(name)
        address = self.documents.get(name) if named is None else named
        return anchored(address, anchor) if anchor and address is not None else address
