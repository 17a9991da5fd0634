"""Colours against published values."""

import re
from pathlib import Path

import pytest

from filquartiers.model.ciede2000 import delta_e
from filquartiers.model.colour import Lab, Rgb, Vision, contrast, lab, luminance, parse, seen

TABLE = (Path(__file__).parent / "ciede2000.tsv").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("row", TABLE)
def test_ciede2000_gives_the_values_of_its_authors(row):
    *colours, expected = map(float, row.split("\t"))
    one, other = Lab(*colours[:3]), Lab(*colours[3:])
    assert delta_e(one, other) == pytest.approx(expected, abs=5e-5)
    assert delta_e(other, one) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#777777", "#FFFFFF", 4.478),  # the grey that just fails, known to all auditors
        ("#767676", "#FFFFFF", 4.542),
        ("#C8341B", "#C8341B", 1.0),
    ],
)
def test_contrast(one, other, ratio):
    assert contrast(parse(one), parse(other)) == pytest.approx(ratio, abs=0.001)
    assert contrast(parse(other), parse(one)) == contrast(parse(one), parse(other))


def test_luminance_weighs_the_three_lights():
    assert luminance(parse("#FF0000")) == pytest.approx(0.2126)
    assert luminance(parse("#00ff00")) == pytest.approx(0.7152)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#FFFFFF", (100, 0, 0)),
        ("#FF0000", (54.29, 80.81, 69.89)),  # sRGB's red under D50
        ("#0000FF", (29.57, 68.30, -112.03)),
        ("#808080", (53.59, 0, 0)),
    ],
)
def test_lab_under_d50(text, expected):
    assert lab(parse(text)) == pytest.approx(expected, abs=0.02)


@pytest.mark.parametrize("vision", Vision)
def test_greys_stay_grey_for_everyone(vision):
    assert seen(Rgb(128, 128, 128), vision) == Rgb(128, 128, 128)


def test_red_and_green_of_the_same_light_meet_without_the_green_cone():
    red, green = parse("#B06A00"), parse("#6F8C00")
    apart = delta_e(lab(red), lab(green))
    met = delta_e(lab(seen(red, Vision.DEUTAN)), lab(seen(green, Vision.DEUTAN)))
    assert apart > 25
    assert met < 12


@pytest.mark.parametrize("text", ["", "red", "#FFF", "#12345G", "123456", "#1234567", "#123456\n"])
def test_other_writings_are_refused(text):
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        parse(text)


def test_a_colour_is_written_as_it_is_read():
    assert str(parse("#c8341b")) == "#C8341B"
