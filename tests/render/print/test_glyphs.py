"""A letter that no font has is a message, never a blank."""

from dataclasses import replace
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from filquartiers.problems import Where
from filquartiers.render.print.glyphs import Coverage, code_points, texts

from .conftest import REPOSITORY, TODAY

FONTS = sorted((REPOSITORY / "assets" / "fonts").glob("*.ttf"))


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_our_reader_sees_what_fonttools_sees(font):
    data = font.read_bytes()
    assert code_points(data) == frozenset(TTFont(BytesIO(data)).getBestCmap())


def test_the_faces_hold_what_french_needs():
    covered = Coverage.of(FONTS).points
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
