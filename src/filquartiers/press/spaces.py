"""Colour spaces (ISO 32000-1, 8.6): what a PDF writes, reduced to what a press needs to know."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Stream, String

from filquartiers.press.resources import lookup

Values = tuple[float, ...]

DEEPEST = 8
"""Spaces nested deeper than this are taken as damaged."""


class Model(StrEnum):
    """The family of a colour space; the value is its French name."""

    GREY = "gris"
    RGB = "RVB"
    CMYK = "CMJN"
    LAB = "Lab"
    INDEXED = "palette"
    INKS = "ton direct"
    PATTERN = "motif"
    UNKNOWN = "inconnu"


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space.

    ``calibrated`` is true for ICC and CIE spaces, ``icc`` is the profile's stream. ``base`` is the
    space behind a palette, an uncoloured pattern or spot inks. ``inks`` names the colorants of a Separation
    or DeviceN. ``table`` is a palette's bytes.
    """

    model: Model
    count: int
    calibrated: bool = False
    icc: Stream | None = None
    base: "Space | None" = None
    inks: tuple[str, ...] = ()
    table: bytes = b""
    lab_range: Values = ()

    @property
    def label(self) -> str:
        """In French, for the report."""
        if self.model is Model.INKS:
            return f"{self.model} ({', '.join(self.inks)})"
        if self.model is Model.INDEXED and self.base:
            return f"{self.base.label} ({self.model})"
        return f"{self.model} avec profil" if self.calibrated else str(self.model)

    @property
    def process(self) -> "Space":
        """The space that the values end in: behind the palette, if there is one."""
        return self.base.process if self.model is Model.INDEXED and self.base else self

    @property
    def initial(self) -> Values:
        """The colour that choosing this space sets (8.6.3 to 8.6.6)."""
        if self.model is Model.CMYK:
            return (0.0, 0.0, 0.0, 1.0)
        return (1.0 if self.model is Model.INKS else 0.0,) * self.count

    def entry(self, index: float) -> Values:
        """The colour of a palette's entry, in its base space: from 0 to 1 each, but for Lab."""
        size = self.base.count if self.base else 0
        start = max(int(index), 0) * size
        shares = tuple(value / 255 for value in self.table[start : start + size].ljust(size, b"\0"))
        if self.base is None or self.base.model is not Model.LAB:
            return shares
        lows, highs = (0.0, *self.base.lab_range[::2]), (100.0, *self.base.lab_range[1::2])
        return tuple(a + share * (b - a) for share, a, b in zip(shares, lows, highs, strict=True))


GREY = Space(Model.GREY, 1)
RGB = Space(Model.RGB, 3)
CMYK = Space(Model.CMYK, 4)
PATTERN = Space(Model.PATTERN, 0)
UNKNOWN = Space(Model.UNKNOWN, 0)

DEVICE = {
    "/DeviceGray": GREY,
    "/G": GREY,
    "/DeviceRGB": RGB,
    "/RGB": RGB,
    "/DeviceCMYK": CMYK,
    "/CMYK": CMYK,
    "/Pattern": PATTERN,
}

DEFAULTS = {Model.GREY: "/DefaultGray", Model.RGB: "/DefaultRGB", Model.CMYK: "/DefaultCMYK"}
BY_COUNT = {1: Model.GREY, 3: Model.RGB, 4: Model.CMYK}


def read_space(value: Object | None, resources: Object | None, depth: int = 0) -> Space:
    """The colour space that ``value`` names or describes; `UNKNOWN` when it is damaged.

    Args:
        value: a name or an array, as found after ``cs`` or under ``/ColorSpace``.
        resources: where names are looked up, and the ``/Default…`` spaces that replace device ones.
        depth: how many spaces we are already inside of.
    """
    if value is None or depth > DEEPEST:
        return UNKNOWN
    if isinstance(value, Name):
        return _named(value, resources, depth)
    if not isinstance(value, Array) or not len(value):
        return UNKNOWN
    try:
        reader = READERS.get(str(value[0]))
        if reader:
            return reader(value, resources, depth + 1)
        return read_space(value[0], resources, depth + 1) if len(value) == 1 else UNKNOWN
    except (AttributeError, KeyError, IndexError, TypeError, ValueError):
        return UNKNOWN


def _named(name: Name, resources: Object | None, depth: int) -> Space:
    space = DEVICE.get(str(name))
    if space is None:
        return read_space(lookup(resources, "/ColorSpace", str(name)), resources, depth + 1)
    default = lookup(resources, "/ColorSpace", DEFAULTS.get(space.model, ""))
    if isinstance(default, Array) and str(default[0]) not in DEVICE:
        return read_space(default, None, depth + 1)
    return space


def _icc(value: Any, resources: Object | None, depth: int) -> Space:
    stream = value[1]
    count = int(stream.get(Name.N, 0))
    if count not in BY_COUNT:
        return read_space(stream.get(Name.Alternate), resources, depth)
    return Space(BY_COUNT[count], count, calibrated=True, icc=stream)


def _lab(value: Any, _resources: Object | None, _depth: int) -> Space:
    low_a, high_a, low_b, high_b = (float(v) for v in value[1].get(Name.Range, [-100, 100, -100, 100]))
    return Space(Model.LAB, 3, calibrated=True, lab_range=(low_a, high_a, low_b, high_b))


def _indexed(value: Any, resources: Object | None, depth: int) -> Space:
    base, table = read_space(value[1], resources, depth), value[3]
    data = table.read_bytes() if isinstance(table, Stream) else bytes(table)
    return Space(Model.INDEXED, 1, calibrated=base.calibrated, base=base, table=data)


def _inks(value: Any, resources: Object | None, depth: int) -> Space:
    _, colorants, alternate, _tint, *_ = value
    names = [colorants] if isinstance(colorants, Name | String) else list(colorants)
    base = read_space(alternate, resources, depth)
    inks = tuple(str(name).removeprefix("/") for name in names)
    return Space(Model.INKS, len(inks), base=base, inks=inks)


def _pattern(value: Any, resources: Object | None, depth: int) -> Space:
    base = read_space(value[1], resources, depth) if len(value) > 1 else None
    return Space(Model.PATTERN, base.count if base else 0, base=base)


READERS: dict[str, Callable[[Any, Object | None, int], Space]] = {
    "/ICCBased": _icc,
    "/CalGray": lambda *_: Space(Model.GREY, 1, calibrated=True),
    "/CalRGB": lambda *_: Space(Model.RGB, 3, calibrated=True),
    "/Lab": _lab,
    "/Indexed": _indexed,
    "/I": _indexed,
    "/Separation": _inks,
    "/DeviceN": _inks,
    "/Pattern": _pattern,
}


def group_space(owner: Object) -> Space | None:
    """The blending space of a page's or form's transparency group; None without one."""
    group = owner.get("/Group")
    if not isinstance(group, Dictionary) or Name.CS not in group:
        return None
    return read_space(group.CS, None)
