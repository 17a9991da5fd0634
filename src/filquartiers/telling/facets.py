"""The ways sheets can be sorted out: each is a set of plain pages, one per value."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from filquartiers.model.addresses import facet_address
from filquartiers.model.kinds import Fiche
from filquartiers.model.text import folded, slugify
from filquartiers.telling.values import Link


class Value(NamedTuple):
    """What a sheet may have: its part of the address, which tells it from all others, and its words."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Facet:
    """One way: its part of the address, its name, and the values of a sheet.

    ``on_sheet`` tells that the sheet's own page shows these values as labels.
    """

    name: str
    label: str
    values: Callable[[Fiche], Iterable[Value]]
    on_sheet: bool = False

    def of(self, sheet: Fiche) -> tuple[Value, ...]:
        """The values of a sheet, each once."""
        return tuple({value.key: value for value in self.values(sheet)}.values())

    def address(self, value: Value) -> str:
        """The page of the sheets that have this value."""
        return facet_address(Fiche, self.name, value.key)


@dataclass(frozen=True, slots=True)
class Having:
    """A value and the sheets that have it."""

    value: Value
    sheets: tuple[Fiche, ...]


def _words(*labels: str | None) -> tuple[Value, ...]:
    return tuple(Value(slugify(label), label) for label in labels if label)


KEYWORDS = Facet("mots-cles", "Mots clés", lambda sheet: _words(*sheet.mots_cles), on_sheet=True)

FACETS: tuple[Facet, ...] = (
    Facet("public", "Pour qui", lambda sheet: _words(*sheet.public)),
    KEYWORDS,
    Facet("dimension", "Dimension", lambda sheet: _words(*sheet.dimension), on_sheet=True),
    Facet("territoire", "Territoire", lambda sheet: _words(sheet.territoire)),
    Facet("statut", "État", lambda sheet: _words(sheet.statut)),
    # Two towns may have a house of the same name: the slug tells them apart.
    Facet("maison", "Maison", lambda sheet: (Value(house.slug, house.title) for house in sheet.maisons)),
)


def by_value(facet: Facet, sheets: tuple[Fiche, ...]) -> tuple[Having, ...]:
    """Each value of a facet with its sheets, in alphabetical order."""
    labels: dict[str, Value] = {}
    found: dict[str, list[Fiche]] = {}
    for sheet in sheets:
        for value in sheet.once(facet.of):
            labels.setdefault(value.key, value)
            found.setdefault(value.key, []).append(sheet)
    keys = sorted(found, key=lambda key: (folded(labels[key].label), key))
    return tuple(Having(labels[key], tuple(found[key])) for key in keys)


def labels_of(sheet: Fiche) -> tuple[Link, ...]:
    """The keywords and other values that lead to lists of sheets alike."""
    shown = (facet for facet in FACETS if facet.on_sheet)
    return tuple(Link(value.label, facet.address(value)) for facet in shown for value in facet.values(sheet))
