"""Whether a painted object puts no ink on paper."""

from filquartiers.press.painted import Painted
from filquartiers.press.spaces import Model


def is_white(item: Painted) -> bool:
    """True for a flat colour without ink; a picture or gradient never counts as white."""
    colour = item.colour
    if colour is None or not colour.values:
        return False
    if colour.space.model in (Model.GREY, Model.RGB):
        return min(colour.values) >= 1
    return colour.space.model in (Model.CMYK, Model.INKS) and max(colour.values) <= 0
