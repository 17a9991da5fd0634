"""Colours to inks: the rules that come before the profile, and the limit that comes after."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from filquartiers.press.inks import BadProfileError, Inks, darkest, open_profile
from filquartiers.press.separate import shares
from filquartiers.press.spaces import CMYK, GREY, PATTERN, RGB, Model, Space
from press.makers import ICC, SRGB, encoded, photo

COATED = Inks(ICC, 300)
UNCOATED = Inks(ICC, 280)
LIGHT = st.floats(0, 1)


@given(LIGHT, LIGHT, LIGHT)
def test_no_screen_colour_ever_passes_the_ink_limit(red, green, blue):
    for inks in (COATED, UNCOATED):
        assert sum(inks.colour(RGB, (red, green, blue))) * 100 <= inks.limit + 0.5


@given(LIGHT)
def test_a_neutral_is_black_ink_alone_whatever_its_space(light):
    for space, values in ((GREY, (light,)), (RGB, (light,) * 3)):
        assert COATED.colour(space, values) == pytest.approx((0, 0, 0, 1 - light))


@given(LIGHT, LIGHT, LIGHT, LIGHT)
def test_inks_are_left_as_written(cyan, magenta, yellow, black):
    assert COATED.colour(CMYK, (cyan, magenta, yellow, black)) == (cyan, magenta, yellow, black)


def test_pictures_come_back_to_what_they_were():
    """Through the profile and back, a picture within the gamut is the same to the eye."""
    soft = photo(64).point(lambda value: 90 + value // 3)
    back = ImageCms.profileToProfile(
        COATED.image(soft), open_profile(ICC), ImageCms.createProfile("sRGB"), outputMode="RGB"
    )
    differences = [abs(a - b) for a, b in zip(soft.tobytes(), back.tobytes(), strict=True)]
    assert sum(differences) / len(differences) < 3


def test_palettes_lab_and_spot_inks():
    palette = Space(Model.INDEXED, 1, base=RGB, table=b"\0\0\0\xff\xff\xff")
    assert shares(palette, (0,), COATED) == (0, 0, 0, 1, 0)
    assert shares(palette, (1,), COATED) == (0, 0, 0, 0, 0)
    lab = Space(Model.LAB, 3, calibrated=True, lab_range=(-128, 127, -128, 127))
    assert COATED.colour(lab, (30, 0, 0)) == pytest.approx((0, 0, 0, 0.7))
    red = COATED.colour(lab, (50, 65, 45))
    assert red[0] < 0.1
    assert min(red[1:3]) > 0.7
    reds = Space(Model.INDEXED, 1, calibrated=True, base=lab, table=bytes((128, 128 + 65, 128 + 45)))
    assert shares(reds, (0,), COATED)[:4] == pytest.approx(red, abs=0.02)
    gold = Space(Model.INKS, 2, base=CMYK, inks=("Or", "Magenta"))
    assert shares(gold, (0.5, 0.25), COATED) == (0, 0.25, 0, 0, 0.5)
    assert shares(Space(Model.INKS, 1, base=CMYK, inks=("All",)), (1,), COATED) == (1, 1, 1, 1, 0)
    assert shares(PATTERN, (), COATED) == (0,) * 5


def test_a_pattern_has_no_inks_of_its_own():
    with pytest.raises(ValueError, match="motif"):
        COATED.colour(PATTERN, ())


@pytest.mark.parametrize("data", [b"", b"icc", SRGB, ICC[:200]], ids=["vide", "texte", "ecran", "coupe"])
def test_only_an_output_profile_in_four_inks_will_do(data):
    with pytest.raises(BadProfileError):
        open_profile(data)


def test_a_picture_with_a_damaged_profile_is_taken_as_srgb():
    image = Image.new("RGB", (2, 2), (200, 60, 40))
    assert COATED.image(image, b"abime").tobytes() == COATED.image(image).tobytes()


def test_a_photograph_keeps_its_ink_under_the_limit_once_it_is_a_jpeg():
    dark = photo().point(lambda value: value // 6)
    kept = Image.open(BytesIO(encoded(UNCOATED.photograph(dark), "JPEG", quality=92, subsampling=0)))
    assert darkest(kept) <= UNCOATED.limit
