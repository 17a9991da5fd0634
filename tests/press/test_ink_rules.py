"""Colours to inks at the edges of each rule, against what a colour is by its own definition."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Name, Pdf, Stream
from PIL import Image

from filquartiers.press.inks import BadProfileError, Inks, darkest, hold_ink, open_profile
from filquartiers.press.spaces import GREY, RGB, Model, Space
from press.makers import ICC, SRGB, photo

COATED = Inks(ICC, 300)
HOLDER = Pdf.new()  # a stream lives no longer than its file
LAB = Space(Model.LAB, 3, calibrated=True, lab_range=(-128, 127, -128, 127))
# The same profile, but for its red light, which is green, and its green one, which is red.
SWAPPED = SRGB.replace(b"rXYZ", b"----").replace(b"gXYZ", b"rXYZ").replace(b"----", b"gXYZ")
TO_XYZ_D50 = (
    (0.4360747, 0.3850649, 0.1430804),
    (0.2225045, 0.7168786, 0.0606169),
    (0.0139322, 0.0971045, 0.7141733),
)
SOFT = ((200, 60, 40), (60, 120, 80), (90, 90, 160), (220, 200, 90), (150, 100, 110), (180, 160, 200))


def lights(*levels: int) -> tuple[float, ...]:
    return tuple(level / 255 for level in levels)


def with_profile(data: bytes, **keys: object) -> Space:
    return Space(Model.RGB, 3, calibrated=True, icc=Stream(HOLDER, data, **keys))


def lab_of(*levels: int) -> tuple[float, float, float]:
    """IEC 61966-2-1 to CIE 1976 L*a*b*, white D50."""
    linear = [
        light / 12.92 if light <= 0.04045 else ((light + 0.055) / 1.055) ** 2.4 for light in lights(*levels)
    ]
    x, y, z = (sum(a * b for a, b in zip(row, linear, strict=True)) for row in TO_XYZ_D50)
    fx, fy, fz = ((value / white) ** (1 / 3) for value, white in ((x, 0.96422), (y, 1), (z, 0.82521)))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def test_a_colour_has_the_same_inks_whatever_its_space_says_it_in():
    differences = []
    for levels in SOFT:
        inks, other = COATED.colour(RGB, lights(*levels)), COATED.colour(LAB, lab_of(*levels))
        assert other == pytest.approx(inks, abs=0.012)
        differences += [a - b for a, b in zip(inks, other, strict=True)]
    assert abs(sum(differences) / len(differences)) < 0.001


@pytest.mark.parametrize("levels", [(100, 102, 101), (100, 100, 102), (0, 2, 2), (255, 253, 254)])
def test_what_is_grey_to_the_eye_is_black_ink_alone(levels):
    assert COATED.colour(RGB, lights(*levels)) == pytest.approx((0, 0, 0, 1 - sum(lights(*levels)) / 3))


@pytest.mark.parametrize("levels", [(100, 103, 101), (100, 100, 97)])
def test_what_is_hardly_a_colour_has_inks_of_its_own(levels):
    assert max(COATED.colour(RGB, lights(*levels))[:3]) > 0.1


@pytest.mark.parametrize(
    ("values", "black_alone"), [((50, 0.9, -0.9), True), ((50, 40, 0), False), ((50, 0, 40), False)]
)
def test_a_grey_of_lab_has_neither_red_nor_yellow(values, black_alone):
    assert (COATED.colour(LAB, values)[:3] == (0, 0, 0)) is black_alone


def test_values_out_of_bounds_are_taken_at_the_bound():
    assert COATED.colour(GREY, (1.5,)) == (0, 0, 0, 0)
    assert COATED.colour(GREY, (-0.5,)) == (0, 0, 0, 1)
    assert COATED.colour(RGB, (1.5, 0.2, -0.5)) == COATED.colour(RGB, (1, 0.2, 0))
    assert COATED.colour(RGB, (1.5, 1.5, 1.5)) == (0, 0, 0, 0)


def test_a_colour_is_seen_through_its_own_profile():
    red, green = lights(200, 50, 50), lights(50, 200, 50)
    assert COATED.colour(with_profile(SRGB), red) == COATED.colour(RGB, red)
    assert COATED.colour(with_profile(SWAPPED), red) == pytest.approx(COATED.colour(RGB, green), abs=0.01)
    assert COATED.colour(RGB, red) != COATED.colour(RGB, green)


@pytest.mark.parametrize("keys", [{}, {"Filter": Name.FlateDecode}], ids=["no profile", "no stream"])
def test_a_profile_that_cannot_be_read_is_taken_as_srgb(keys):
    red = lights(200, 50, 50)
    assert COATED.colour(with_profile(b"abime", **keys), red) == COATED.colour(RGB, red)


def test_a_picture_is_seen_through_its_own_profile():
    swapped = Image.merge("RGB", [photo().split()[band] for band in (1, 0, 2)])
    pairs = zip(COATED.image(photo(), SWAPPED).tobytes(), COATED.image(swapped).tobytes(), strict=True)
    assert max(abs(a - b) for a, b in pairs) <= 3


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "1"])
def test_a_picture_of_any_mode_is_turned(mode):
    picture = photo(16, mode)
    assert COATED.image(picture).tobytes() == COATED.image(picture.convert("RGB")).tobytes()


@pytest.mark.parametrize(
    "data",
    [ICC[:12] + b"scnr" + ICC[16:], ICC[:12] + b"link" + ICC[16:], SRGB[:12] + b"prtr" + SRGB[16:]],
    ids=["a scanner in four inks", "a link", "a printer in three lights"],
)
def test_a_profile_is_of_a_printer_and_in_four_inks(data):
    with pytest.raises(BadProfileError):
        open_profile(data)


@pytest.mark.parametrize("levels", [*SOFT, (255, 255, 0), (255, 0, 255), (0, 255, 255), (59, 118, 237)])
def test_a_colour_is_that_of_a_pixel(levels):
    pixel = COATED.image(Image.new("RGB", (1, 1), levels)).getpixel((0, 0))
    assert COATED.colour(RGB, lights(*levels)) == lights(*pixel)
    assert COATED.colour(RGB, tuple(max(light - 0.001, 0) for light in lights(*levels))) == lights(*pixel)


LEVEL = st.integers(0, 255)


@settings(deadline=None)  # the machine may be busy
@given(st.tuples(LEVEL, LEVEL, LEVEL, LEVEL), st.integers(100, 400))
def test_ink_is_held_by_lowering_the_colours_alike_and_never_black(inks, limit):
    *colours, black = inks
    *lowered, kept = hold_ink(Image.new("CMYK", (1, 1), inks), limit).getpixel((0, 0))
    share = min(1, (limit * 2.55 - black) / max(sum(colours), 1))
    assert kept == black
    assert lowered == [pytest.approx(colour * share, abs=1) for colour in colours]
    assert sum((*lowered, kept)) <= limit * 2.55 + 0.01


def test_the_darkest_point_is_told_in_per_cent():
    picture = Image.new("CMYK", (2, 1), (255, 255, 0, 0))
    picture.putpixel((1, 0), (255, 255, 255, 255))
    assert darkest(picture) == 400
