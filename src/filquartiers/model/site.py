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

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """The entries of one kind."""
        return cast("tuple[E, ...]", self.entries.get(kind.kind.name, ()))

    @property
    def networks(self) -> tuple[Reseau, ...]:
        """The networks; with only one, the home page is its own."""
        return self.of(Reseau)

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
            for key in dict.fromkeys(cited.key for cited in entry.references()):
                found.setdefault(key, []).append(entry)
        return found
