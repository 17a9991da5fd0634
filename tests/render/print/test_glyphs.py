"""A letter that no font has is a message, never a blank."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from filquartiers.model.glyphs import code_points, drawable, is_usual, lost
from filquartiers.paper import drawn_by
from filquartiers.problems import Where
from filquartiers.render.print.glyphs import texts

from .conftest import REPOSITORY, TODAY

FONTS = sorted((REPOSITORY / "assets" / "fonts").glob("*.ttf"))


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_our_reader_sees_what_fonttools_sees(font):
    data = font.read_bytes()
    assert code_points(data) == frozenset(TTFont(BytesIO(data)).getBestCmap())


def test_the_faces_hold_what_french_needs():
    covered = drawn_by(FONTS[0].parent)
    assert {ord(char) for char in "\u202f\u00a0œŒæéÉçÇ€·’«»…–—°→"} <= covered


@pytest.mark.parametrize(("char", "name"), [("🎉", "U+1F389"), ("你", "U+4F60"), ("ع", "U+0639")])
def test_a_missing_glyph_is_named_with_the_file_that_has_it(catalogue, composer, char, name):
    product = catalogue["fiches/atelier-velo"]
    sheet = {**product.data["sheet"], "title": f"Vélo {char}"}
    (told,) = composer.compose(replace(product, data={**product.data, "sheet": sheet}), TODAY)
    assert told.code == "glyphe-absent"
    assert char in told.message
    assert name in told.message
    assert told.where.file == "content/fiches/atelier-velo.md"


def test_joiners_and_soft_hyphens_are_no_letters(catalogue, composer):
    product = catalogue["fiches/atelier-velo"]
    sheet = {**product.data["sheet"], "title": "Vé\u00adlo\u200d\u2060"}
    assert not isinstance(
        composer.compose(replace(product, data={**product.data, "sheet": sheet}), TODAY), tuple
    )


def test_texts_know_the_nearest_entry():
    data = {"origin": "a.yaml", "parts": [{"origin": "b.md", "title": "b"}, {"title": "a"}]}
    assert set(texts(data, Where("x"))) >= {("b", Where("b.md")), ("a", Where("a.yaml"))}


# --- what cannot be drawn -------------------------------------------------------------------------

DRAWN = (
    ("ﬁn de l’aﬀaire eﬃcace", "fin de l’affaire efficace", ""),
    ("e\u0301te\u0301", "été", ""),
    ("𝐠𝐫 ＦＵ ①", "gr FU 1", ""),
    ("Fête 🎉 du port", "Fête du port", "🎉"),
    ("👨\u200d👩\u200d👧 famille", "famille", "👨👩👧"),
    ("Nguyễn", "Nguyên", "ễ"),
    ("Cours de தமிழ் le lundi", "Cours de […] le lundi", "தமிழ்"),
    ("العربية : مرحبا بكم", "[…]", "العربيةمحبك"),
    ("🎉", "[…]", "🎉"),
    ("a\u202eb\u0007c", "abc", ""),
)


@pytest.fixture(scope="module")
def points():
    return drawn_by(FONTS[0].parent)


@pytest.mark.parametrize(("typed", "drawn", "missing"), DRAWN)
def test_what_is_drawn_and_what_is_told(points, typed, drawn, missing):
    assert drawable(typed, points) == drawn
    assert set(lost(typed, points)) == set(missing)


def bare(text):
    """Without the places to break that a long word got."""
    return re.sub("[\u00ad\u200b]", "", text)


@given(st.text())
def test_everything_can_be_drawn(points, text):
    made = drawable(text, points)
    assert all(ord(char) in points or char in "\n\t\u00ad\u200b\u2060" for char in made)
    assert bare(drawable(made, points)) == bare(made)


def test_what_is_usual_needs_no_font_to_be_read(points):
    usual = [chr(point) for point in range(0x20, 0x3000) if is_usual(chr(point))]
    assert [char for char in usual if ord(char) not in points] == []


@pytest.mark.parametrize(
    "word", ["A" * 120, "https://exemple.example/" + "une/" * 30, "mot-" * 30, "!\u202f" * 30]
)
def test_no_word_is_longer_than_a_line(points, word):
    made = drawable(word, points)
    assert max(map(len, re.split("[\u00ad\u200b]", made))) <= 24
    assert bare(made) == word
