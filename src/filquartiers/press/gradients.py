"""Gradients and spot inks: colours that a PDF writes as functions, sampled again in other inks."""

from typing import Any

from pikepdf import Name, Object, Pdf

from filquartiers.press.functions import from_samples, grid, read_function
from filquartiers.press.resources import entry
from filquartiers.press.spaces import Model, Space
from filquartiers.press.targets import Target

FUNCTION_BASED = 1
AXIAL, RADIAL = 2, 3


def convert_shading(pdf: Pdf, shading: Any, space: Space, target: Target) -> None:
    """Rewrite a shading dictionary in place.

    Raises:
        ValueError: a mesh coloured point by point, or a damaged function.
    """
    if target.ramp(space, [space.initial]) is None:
        return
    if Name.Function not in shading:
        raise ValueError("a mesh without a function")
    function, domain = read_function(shading.Function), _domain(shading)
    colours = target.ramp(space, [function(point) for point in grid(domain)])
    shading.Function = from_samples(pdf, domain, colours or ())
    shading.ColorSpace = target.space
    if Name.Background in shading:
        values = tuple(float(value) for value in shading.Background)
        shading.Background = list((target.ramp(space, [values]) or [()])[0])


def convert_tint(pdf: Pdf, source: Any, space: Space, target: Target) -> None:
    """Give a spot ink's array a replacement colour in the target's inks, when it has another.

    Raises:
        ValueError: several inks in a space that is not CMYK, or a damaged function.
    """
    base = space.base
    if base is None or (base.model is Model.CMYK and not base.calibrated):
        return
    if space.count != 1 or space.tint is None:
        raise ValueError("several inks")
    tint, domain = read_function(space.tint), (0.0, 1.0)
    source[3] = from_samples(pdf, domain, [target.colour(base, tint(point)) or () for point in grid(domain)])
    source[2] = target.space


def _domain(shading: Object) -> list[float]:
    """The inputs of a shading's function: two for a function-based one, else one."""
    kind = int(entry(shading, "/ShadingType") or 0)
    if kind in (FUNCTION_BASED, AXIAL, RADIAL):
        written: Any = entry(shading, "/Domain")
        default = [0, 1, 0, 1] if kind == FUNCTION_BASED else [0, 1]
        return [float(value) for value in (default if written is None else written)]
    function: Any = entry(shading, "/Function")
    first = function[0] if entry(function, "/Domain") is None else function
    return [float(value) for value in first.Domain]
