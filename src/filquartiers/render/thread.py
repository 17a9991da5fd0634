"""The thread, drawn from data: pure geometry, from a number of houses to SVG paths.

The drawing has no size of its own. Its unit along the thread is a house (`SPAN` per house); across,
it is a *level*, from 0 to `DEPTH`. Templates stretch it over a list of houses whose cells share these
units, so that names stay text of the page, wrap, and are never crossed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

SPAN = 100
DEPTH = 4
LONGEST = 6  # houses in a row of the wide drawing
RISE = (2, 4, 1, 3, 0, 2)  # the levels of the houses of a row: up and down, slowly rising

EXIT = 1.5  # the level at which a row reaches the right edge; fil.css knows it as --sortie

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Strand:
    """One row of the thread.

    ``levels`` places each house across the thread. ``wide`` is the SVG path of the row laid from left
    to right (viewBox ``0 0 length DEPTH*SPAN``), on to the right edge; ``tall`` goes down (axes exchanged)
    and starts and ends on the spine, at level 0.
    """

    levels: tuple[int, ...]
    wide: str
    tall: str

    @property
    def length(self) -> int:
        """How long the drawing is, in its own units."""
        return len(self.levels) * SPAN


def strands(count: int) -> tuple[Strand, ...]:
    """The rows of a thread of ``count`` houses, as even as possible, none longer than `LONGEST`."""
    return tuple(strand(size) for size in _sizes(count))


def strand(count: int) -> Strand:
    """One row of ``count`` houses."""
    levels = tuple(RISE[index % len(RISE)] for index in range(count))
    knots = [((index + 0.5) * SPAN, float(level * SPAN)) for index, level in enumerate(levels)]
    spine_ends = [(0.0, 0.0), *knots, (count * float(SPAN), 0.0)]
    return Strand(
        levels, wide=_path([*knots, (count * float(SPAN), EXIT * SPAN)]), tall=_path(spine_ends, down=True)
    )


def _sizes(count: int) -> Iterator[int]:
    rows = -(-count // LONGEST)
    for row in range(rows):
        yield count // rows + (row < count % rows)


def _path(knots: Sequence[Point], *, down: bool = False) -> str:
    """A curve from knot to knot, level at each of them: no corner, no loop."""
    if not knots:
        return ""
    pieces = [f"M{_point(knots[0], down=down)}"]
    for (x0, y0), (x1, y1) in pairwise(knots):
        middle = (x0 + x1) / 2
        bends = ((middle, y0), (middle, y1), (x1, y1))
        pieces.append("C" + " ".join(_point(point, down=down) for point in bends))
    return "".join(pieces)


def _point(point: Point, *, down: bool) -> str:
    x, y = reversed(point) if down else point
    return f"{x:g},{y:g}"


def smooth(points: Sequence[Point]) -> str:
    """A calm curve through points anywhere on a plan (Catmull-Rom, tension one half, as Bézier pieces)."""
    if len(points) < 2:  # noqa: PLR2004  a line needs two ends
        return ""
    around = [points[0], *points, points[-1]]
    pieces = [f"M{_point(points[0], down=False)}"]
    for before, start, end, after in zip(around, around[1:], around[2:], around[3:], strict=False):
        leaving = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        arriving = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        pieces.append("C" + " ".join(_point(point, down=False) for point in (leaving, arriving, end)))
    return "".join(pieces)
