"""How far something is from each side of a box: shared by the checks of bleed and of margin."""

from collections.abc import Iterator

from filquartiers.press.geometry import Box

SIDES = ("gauche", "bas", "droit", "haut")


def overshoots(item: Box, box: Box) -> Iterator[tuple[str, float]]:
    """For each side, its French name and by how many points ``item`` goes beyond; negative inside."""
    yield SIDES[0], box.left - item.left
    yield SIDES[1], box.bottom - item.bottom
    yield SIDES[2], item.right - box.right
    yield SIDES[3], item.top - box.top
