"""Boxes and matrices of PDF user space, in points (1/72 inch)."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot, sqrt

from pikepdf import Array, Matrix, Object, Rectangle

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
        found = matrix.transform(Rectangle(self.left, self.bottom, self.right, self.top))
        return Box(found.llx, found.lly, found.urx, found.ury)

    def array(self) -> Array:
        """As a PDF rectangle."""
        return Array([round(value, 4) for value in (self.left, self.bottom, self.right, self.top)])


UNIT = Box(0, 0, 1, 1)
"""The square that an image fills before its matrix."""


def curve_points(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    """Points that bound a Bézier curve exactly: its extremes and its end, not its control points."""
    found = []
    for p0, p1, p2, p3 in zip(start, first, second, end, strict=True):
        a, b, c = -p0 + 3 * p1 - 3 * p2 + p3, 2 * (p0 - 2 * p1 + p2), p1 - p0
        found += [_on_curve(t, start, first, second, end) for t in _roots(a, b, c) if 0 < t < 1]
    return [*found, end]


def _roots(a: float, b: float, c: float) -> list[float]:
    """The real roots of a t² + b t + c."""
    if abs(a) < 1e-9:  # noqa: PLR2004  a straight line
        return [-c / b] if b else []
    inner = b * b - 4 * a * c
    return [(-b + sign * sqrt(inner)) / (2 * a) for sign in (1, -1)] if inner >= 0 else []


def _on_curve(t: float, *points: Point) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (sum(w * p[axis] for w, p in zip(weights, points, strict=True)) for axis in (0, 1))
    return x, y


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
