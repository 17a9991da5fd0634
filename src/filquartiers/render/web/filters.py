"""What templates may call on plain values: they lay out and colour, they work nothing out.

Spaces are ordinary ones, typography makes them narrow.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from filquartiers.model import addresses
from filquartiers.model.numbers import decimal
from filquartiers.render.thread import Strand, smooth, strands
from filquartiers.telling.special import PlanKnot
from filquartiers.telling.values import Knot
from filquartiers.telling.words import capital


@dataclass(frozen=True, slots=True)
class Placed:
    """A house, and its place across the thread (a level of ``render.thread``)."""

    house: Knot
    level: int


@dataclass(frozen=True, slots=True)
class KnotRow:
    """A row of houses and its drawing; the last one turns into the spine of the page."""

    strand: Strand
    knots: tuple[Placed, ...]
    first: bool
    last: bool


def rows_of(houses: Sequence[Knot]) -> tuple[KnotRow, ...]:
    """The thread through these houses, row by row."""
    drawn, rows, start = strands(len(houses)), [], 0
    for index, strand in enumerate(drawn):
        part = houses[start : start + len(strand.levels)]
        knots = tuple(Placed(house, level) for house, level in zip(part, strand.levels, strict=True))
        rows.append(KnotRow(strand, knots, first=index == 0, last=index == len(drawn) - 1))
        start += len(strand.levels)
    return tuple(rows)


def plan_path(knots: Sequence[PlanKnot]) -> str:
    """The thread through the houses of a plan, as an SVG path."""
    return smooth([(knot.x, knot.y) for knot in knots])


def breakable(url: str) -> Markup:
    """A web address that may break after its slashes, and nowhere inside a word."""
    return Markup("/<wbr>").join(url.split("/"))


FILTERS: Mapping[str, Any] = {
    "capitale": capital,
    "court": addresses.short,
    "fil": rows_of,
    "nombre": decimal,
    "secable": breakable,
    "trace": plan_path,
}
