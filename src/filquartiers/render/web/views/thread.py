"""The houses of a network, on their thread."""

from collections.abc import Iterator
from dataclasses import dataclass

from filquartiers.model.kinds import Maison
from filquartiers.render.thread import Strand, strands


@dataclass(frozen=True, slots=True)
class Knot:
    """One house, and its place across the thread (a level of ``render.thread``)."""

    house: Maison
    level: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of houses and its drawing; the last one turns into the spine of the page."""

    strand: Strand
    knots: tuple[Knot, ...]
    first: bool
    last: bool


def thread_of(houses: tuple[Maison, ...]) -> tuple[Row, ...]:
    """The thread through these houses, row by row."""
    return tuple(_rows(houses))


def _rows(houses: tuple[Maison, ...]) -> Iterator[Row]:
    drawn = strands(len(houses))
    start = 0
    for index, strand in enumerate(drawn):
        part = houses[start : start + len(strand.levels)]
        knots = tuple(Knot(house, level) for house, level in zip(part, strand.levels, strict=True))
        yield Row(strand, knots, first=index == 0, last=index == len(drawn) - 1)
        start += len(strand.levels)
