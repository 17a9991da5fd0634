"""Boxes and matrices of PDF user space, in points (1/72 inch)."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot

from pikepdf import Array, Matrix, Object

MM = 72 / 25.4
"""Points in a millimetre."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle: left, bottom, right, top, in points."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def around(cls, points: Iterable[Point]) -> "Box | None":
        """The smallest box that holds every point; None without a point."""
        xs, ys = zip(*points, strict=True) if (points := list(points)) else ((), ())
        return cls(min(xs), min(ys), max(xs), max(ys)) if xs else None

    @classmethod
    def read(cls, value: Object | None) -> "Box | None":
        """A PDF rectangle, whatever the order of its corners; None when it is not one."""
        if not isinstance(value, Array) or len(value) != 4:  # noqa: PLR2004  four numbers by definition
            return None
        try:
            a, b, c, d = (float(number) for number in value)
        except (TypeError, ValueError):
            return None
        return cls(min(a, c), min(b, d), max(a, c), max(b, d))

    @property
    def width(self) -> float:
        """In points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """In points."""
        return self.top - self.bottom

    def grown(self, by: float) -> "Box":
        """The same box with ``by`` points more on each side; fewer when negative."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def meet(self, other: "Box") -> "Box | None":
        """What both boxes share; None when they are apart. A box without thickness counts."""
        left, right = max(self.left, other.left), min(self.right, other.right)
        bottom, top = max(self.bottom, other.bottom), min(self.top, other.top)
        return Box(left, bottom, right, top) if left <= right and bottom <= top else None

    def holds(self, other: "Box", slack: float = 0.01) -> bool:
        """Whether ``other`` lies inside, with ``slack`` points of tolerance."""
        return (
            other.left >= self.left - slack
            and other.bottom >= self.bottom - slack
            and other.right <= self.right + slack
            and other.top <= self.top + slack
        )

    def through(self, matrix: Matrix) -> "Box":
        """The upright box around this one once transformed."""
        corners = (
            (self.left, self.bottom),
            (self.right, self.bottom),
            (self.right, self.top),
            (self.left, self.top),
        )
        points = [matrix.transform(corner) for corner in corners]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return Box(min(xs), min(ys), max(xs), max(ys))

    def array(self) -> Array:
        """As a PDF rectangle."""
        return Array([round(value, 4) for value in (self.left, self.bottom, self.right, self.top)])


UNIT = Box(0, 0, 1, 1)
"""The square that an image fills before its matrix."""


def read_matrix(value: Object | None) -> Matrix:
    """A PDF matrix; the identity when it is missing or damaged."""
    try:
        return Matrix(*(float(number) for number in value)) if isinstance(value, Array) else Matrix()
    except (TypeError, ValueError):
        return Matrix()


def sides(matrix: Matrix) -> tuple[float, float]:
    """The lengths, in points, of the two sides of the unit square once transformed."""
    return hypot(matrix.a, matrix.b), hypot(matrix.c, matrix.d)


def thickness(matrix: Matrix, width: float) -> float:
    """The thickness on paper, in points, of a line ``width`` units thick: the thinner way round."""
    area = abs(matrix.a * matrix.d - matrix.b * matrix.c)
    longest = max(sides(matrix))
    return width * area / longest if longest else 0.0
