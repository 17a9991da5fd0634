"""What drawing with pixels takes: the points of a curve, the box of a disc."""

from collections.abc import Iterator

Point = tuple[float, float]
Piece = tuple[Point, Point, Point, Point]
Box = tuple[float, float, float, float]


def curve(piece: Piece, steps: int = 400) -> Iterator[Point]:
    """Points of a cubic Bézier curve."""
    for step in range(steps + 1):
        t = step / steps
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        yield (
            sum(weight * x for weight, (x, _) in zip(weights, piece, strict=True)),
            sum(weight * y for weight, (_, y) in zip(weights, piece, strict=True)),
        )


def disc(x: float, y: float, radius: float, scale: float = 1) -> Box:
    """The box around a disc, in pixels: ``scale`` of them make a unit."""
    return ((x - radius) * scale, (y - radius) * scale, (x + radius) * scale, (y + radius) * scale)
