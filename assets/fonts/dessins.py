# ruff: noqa: INP001  a script's own module, not a package
"""The drawings that our fonts add to their sources, in font units."""

from dataclasses import dataclass
from math import cos, pi, radians, sin

Point = tuple[float, float]

SIDE = 55  # white on both sides of the signs


@dataclass(frozen=True, slots=True)
class Shape:
    """A TrueType outline: contours end to end, outer ones clockwise.

    ``on_curve`` is the flag of each point, ``ends`` the index of each contour's last point.
    """

    points: tuple[Point, ...]
    on_curve: tuple[int, ...]
    ends: tuple[int, ...]
    width: int


def polygon(points: list[Point]) -> Shape:
    """Close straight lines into a sign with its own side bearings."""
    left = SIDE - min(x for x, _ in points)
    moved = tuple((x + left, y) for x, y in points)
    width = round(max(x for x, _ in moved) + SIDE)
    return Shape(moved, (1,) * len(moved), (len(moved) - 1,), width)


def arrow(thickness: float, middle: float, length: float, angle: float) -> Shape:
    """Draw an arrow: a shaft and a head at 45°, all strokes of the same thickness.

    Args:
        thickness: of the strokes.
        middle: height of its centre above the baseline.
        length: from end to end.
        angle: where it points, in degrees, counterclockwise from the right.
    """
    half, diagonal, tip = thickness / 2, thickness / 2**0.5, length / 2
    head = length * 0.36
    upper = [
        (-tip, half),
        (tip - 2 * diagonal - half, half),
        (tip - head - diagonal, head - diagonal),
        (tip - head, head),
        (tip, 0.0),
    ]
    lower = [(x, -y) for x, y in reversed(upper[:-1])]
    return polygon([turned(x, y, angle, middle) for x, y in upper + lower])


def turned(x: float, y: float, angle: float, middle: float) -> Point:
    """Turn a point around the origin, then raise it by ``middle``."""
    a = radians(angle)
    return (x * cos(a) - y * sin(a), middle + x * sin(a) + y * cos(a))


def star(height: float) -> Shape:
    """Draw a five-pointed star standing on the baseline."""
    outer = height / (1 + cos(pi / 5))
    inner = outer * 0.382  # the ratio of the regular pentagram
    corners = []
    for step in range(10):
        radius, angle = inner if step % 2 else outer, pi / 2 - step * pi / 5
        corners.append((radius * cos(angle), height - outer + radius * sin(angle)))
    return polygon(corners)


def plain_zero(slashed: Shape) -> Shape:
    """Open the inside of a barred zero, drawn as one contour around two halves of a counter.

    The new counter is the outer contour, brought to the bounds of the two halves together.
    """
    end = slashed.ends[0] + 1
    outer, halves = slashed.points[:end], slashed.points[end:]
    (x0, y0, x1, y1), (u0, v0, u1, v1) = bounds(outer), bounds(halves)
    across, up = (u1 - u0) / (x1 - x0), (v1 - v0) / (y1 - y0)
    inner = tuple((u0 + (x - x0) * across, v0 + (y - y0) * up) for x, y in reversed(outer))
    on_curve = slashed.on_curve[:end]
    return Shape(outer + inner, on_curve + tuple(reversed(on_curve)), (end - 1, 2 * end - 1), slashed.width)


def bounds(points: tuple[Point, ...]) -> tuple[float, float, float, float]:
    """Least x and y, greatest x and y."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
