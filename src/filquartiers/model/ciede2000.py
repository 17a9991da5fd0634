"""The difference between two colours that the eye perceives: CIEDE2000."""

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

from filquartiers.model.colour import Lab

_25_7 = 25.0**7


def delta_e(one: Lab, other: Lab) -> float:
    """ΔE00 between two colours: about 1 is just visible, 5 plain, 10 another colour.

    After G. Sharma, W. Wu, E. N. Dalal, “The CIEDE2000 Color-Difference Formula: Implementation
    Notes, Supplementary Test Data, and Mathematical Observations”, Color Research & Application 30(1),
    2005; names and equation numbers are theirs. All three weights k are 1.
    """
    stretch = _stretch(one, other)
    c1, h1 = _chroma_hue(one, stretch)
    c2, h2 = _chroma_hue(other, stretch)
    lightness, chroma = (one.lightness + other.lightness) / 2, (c1 + c2) / 2
    hue = _mean_hue(h1, h2, c1 * c2)

    delta_l = other.lightness - one.lightness
    delta_c = c2 - c1
    delta_h = 2 * sqrt(c1 * c2) * sin(radians(_hue_difference(h1, h2, c1 * c2)) / 2)  # (11)

    s_l = 1 + 0.015 * (lightness - 50) ** 2 / sqrt(20 + (lightness - 50) ** 2)  # (18)
    s_c = 1 + 0.045 * chroma  # (19)
    s_h = 1 + 0.015 * chroma * _hue_weight(hue)  # (20)
    light, colourful, tone = delta_l / s_l, delta_c / s_c, delta_h / s_h
    return sqrt(light**2 + colourful**2 + tone**2 + _rotation(chroma, hue) * colourful * tone)  # (22)


def _stretch(one: Lab, other: Lab) -> float:
    """1 + G, by which a* grows near the grey axis (2–5)."""
    mean = (hypot(one.a, one.b) + hypot(other.a, other.b)) / 2
    return 1.5 - 0.5 * sqrt(mean**7 / (mean**7 + _25_7))


def _chroma_hue(colour: Lab, stretch: float) -> tuple[float, float]:
    """C′ and h′ in degrees (6–7)."""
    a = colour.a * stretch
    return hypot(a, colour.b), degrees(atan2(colour.b, a)) % 360


def _hue_difference(h1: float, h2: float, product: float) -> float:
    """Δh′ in degrees, the short way round; straight opposites keep their order (10)."""
    turn = h2 - h1
    return turn - 360 * round(turn / 360) if product else 0.0


def _mean_hue(h1: float, h2: float, product: float) -> float:
    """The middle of both h′ in degrees, on the short way round; a grey has no say (14)."""
    return (h1 + _hue_difference(h1, h2, product) / 2) % 360 if product else h1 + h2


def _hue_weight(hue: float) -> float:
    """T (15)."""
    return (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )


def _rotation(chroma: float, hue: float) -> float:
    """R_T, which bends the blues (16, 17, 21)."""
    turn = 30 * exp(-(((hue - 275) / 25) ** 2))
    weight = 2 * sqrt(chroma**7 / (chroma**7 + _25_7))
    return -sin(radians(2 * turn)) * weight
