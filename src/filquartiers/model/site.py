"""The whole of what is published, ready to be drawn: entries, their links, the day it is built for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Reseau

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Site:
    """Every entry, by kind, in the order readers see them.

    ``today`` is the day of the build: what is coming, past or about to end is reckoned from it.
    """

    entries: Mapping[str, tuple[Entry, ...]]
    kinds: tuple[type[Entry], ...]
    today: date

    def of(self, kind: type[E], network: Reseau | None = None) -> tuple[E, ...]:
        """The entries of one kind: all, or those of a network (its houses in the order of the thread)."""
        found = cast("tuple[E, ...]", self.entries.get(kind.kind.name, ()))
        return found if network is None else tuple(one for one in found if self.belongs(one, network))

    def network_of(self, entry: Entry) -> Reseau | None:
        """The network of an entry: its own, or the only one of the site if it names none."""
        return entry.network or self.only_network

    def belongs(self, entry: Entry, network: Reseau) -> bool:
        """Whether this is its network."""
        found = self.network_of(entry)
        return found is not None and found.key == network.key

    @property
    def networks(self) -> tuple[Reseau, ...]:
        """The networks; with only one, the home page is its own."""
        return self.of(Reseau)

    @property
    def only_network(self) -> Reseau | None:
        """The network of a site that has one; with several, or none, nothing."""
        return self.networks[0] if len(self.networks) == 1 else None

    def everything(self) -> Iterable[Entry]:
        """All entries, kind after kind."""
        for kind in self.kinds:
            yield from self.of(kind)

    def citing(self, cited: Entry, kind: type[E]) -> tuple[E, ...]:
        """The entries of ``kind`` that name ``cited``: the way back of a reference."""
        return tuple(entry for entry in self._citing.get(cited.key, ()) if isinstance(entry, kind))

    def holds(self, entry: Entry) -> bool:
        """Whether the entry is published: a draft may be named, but has no page."""
        return entry.key in self._keys

    @cached_property
    def _keys(self) -> frozenset[tuple[str, str]]:
        return frozenset(entry.key for entry in self.everything())

    @cached_property
    def _citing(self) -> dict[tuple[str, str], list[Entry]]:
        found: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.everything():
            for key in entry.once(_cited):
                found.setdefault(key, []).append(entry)
        return found


def _cited(entry: Entry) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys(cited.key for cited in entry.references))
