"""Measure colours: contrast, difference, and what colour-blind readers see of them."""

import re
from enum import Enum
from typing import NamedTuple


class Rgb(NamedTuple):
    """A screen colour: sRGB (IEC 61966-2-1), each part from 0 to 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        """``#RRGGBB``."""
        return f"#{self.red:02X}{self.green:02X}{self.blue:02X}"


class Lab(NamedTuple):
    """A colour in CIE L*a*b* under D50, the white of ICC profiles."""

    lightness: float
    a: float
    b: float


class Vision(Enum):
    """How a reader sees colours; the values are the words of our reports."""

    NORMAL = "toutes les couleurs"
    PROTAN = "sans le rouge (protanopie)"
    DEUTAN = "sans le vert (deutéranopie)"
    TRITAN = "sans le bleu (tritanopie)"


Triple = tuple[float, float, float]

# G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, “A Physiologically-based Model for Simulation of
# Color Vision Deficiency”, IEEE TVCG 15(6), 2009, table for severity 1.0; applied to linear RGB.
_SEEN: dict[Vision, tuple[Triple, Triple, Triple]] = {
    Vision.NORMAL: ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    Vision.PROTAN: (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    Vision.DEUTAN: (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    Vision.TRITAN: (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}

# Linear sRGB to XYZ, adapted from D65 to D50 by the Bradford method: the columns of the sRGB
# profile of the ICC (sRGB2014), and its white.
_XYZ: tuple[Triple, Triple, Triple] = (
    (0.4360747, 0.3850649, 0.1430804),
    (0.2225045, 0.7168786, 0.0606169),
    (0.0139322, 0.0971045, 0.7141733),
)
_WHITE: Triple = (0.96422, 1.0, 0.82521)

# Near black, the sRGB transfer curve is a straight line (IEC 61966-2-1).
_SLOPE, _KNEE = 12.92, 0.0031308


def parse(text: str) -> Rgb:
    """Read ``#RRGGBB``.

    Raises:
        ValueError: the text has another form.
    """
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", text):
        raise ValueError(text)
    return Rgb(*bytes.fromhex(text[1:]))


def linear(colour: Rgb) -> Triple:
    """Undo the sRGB transfer curve: parts from 0 to 1, proportional to light."""
    red, green, blue = (_light(part / 255) for part in colour)
    return red, green, blue


def _light(part: float) -> float:
    return part / _SLOPE if part <= _KNEE * _SLOPE else ((part + 0.055) / 1.055) ** 2.4


def _part(light: float) -> int:
    light = min(1.0, max(0.0, light))
    part = light * _SLOPE if light <= _KNEE else 1.055 * light ** (1 / 2.4) - 0.055
    return round(part * 255)


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    x, y, z = (sum(m * v for m, v in zip(row, vector, strict=True)) for row in matrix)
    return x, y, z


def luminance(colour: Rgb) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, definition « relative luminance »)."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, other: Rgb) -> float:
    """Contrast ratio, 1 to 21, whatever the order (WCAG 2.2, definition « contrast ratio »)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def seen(colour: Rgb, vision: Vision) -> Rgb:
    """What remains of a colour for a reader of this vision, at full severity."""
    red, green, blue = _times(_SEEN[vision], linear(colour))
    return Rgb(_part(red), _part(green), _part(blue))


def lab(colour: Rgb) -> Lab:
    """The CIE L*a*b* of a screen colour, relative to D50 (CIE 15)."""
    x, y, z = (
        _root(value / white) for value, white in zip(_times(_XYZ, linear(colour)), _WHITE, strict=True)
    )
    return Lab(116 * y - 16, 500 * (x - y), 200 * (y - z))


def _root(ratio: float) -> float:
    return ratio ** (1 / 3) if ratio > (6 / 29) ** 3 else ratio / (3 * (6 / 29) ** 2) + 4 / 29
