"""A letter that no font has is a message, never a blank."""

import re
from dataclasses import replace
from io import BytesIO
from shutil import copyfile

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Dictionary, Pdf
from pypdfium2 import PdfDocument

from filquartiers.model.glyphs import code_points, drawable, is_usual, lost
from filquartiers.paper import drawn_by
from filquartiers.problems import Where
from filquartiers.render.print.glyphs import texts
from filquartiers.render.print.product import Composed

from .conftest import REPOSITORY, TODAY

OURS = REPOSITORY / "assets" / "fonts"
FONTS = sorted(OURS.rglob("*.ttf"))


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_our_reader_sees_what_fonttools_sees(font):
    data = font.read_bytes()
    assert code_points(data) == frozenset(TTFont(BytesIO(data)).getBestCmap())


def test_the_faces_hold_what_french_needs():
    covered = drawn_by(OURS)
    assert {ord(char) for char in "\u202f\u00a0œŒæéÉçÇ€·’«»…–—°→"} <= covered


def test_templates_name_the_fonts_of_other_scripts():
    """In a wrong name, typst would find no font, and letters would be missing."""
    base = (REPOSITORY / "templates/print/base.typ").read_text(encoding="utf-8")
    listed = re.search(r"other-scripts = \((.*?)\)", base)[1]
    named = {f"Noto Fil {word}" for word in re.findall(r'"(\w+)"', listed)}
    assert named == {TTFont(font)["name"].getDebugName(1) for font in OURS.glob("ecritures/*.ttf")}


GREETINGS = (
    *("مرحبا بكم في بيت الحي", "ברוכים הבאים", "Ласкаво просимо", "Καλώς ήρθατε", "வரவேற்கிறோம்"),
    *("Բարի գալուստ", "მობრძანდით", "स्वागत है", "স্বাগতম", "Fête 🎉"),
)


@pytest.mark.parametrize("words", GREETINGS)
def test_a_text_of_another_script_is_drawn(catalogue, composer, words):
    made = _titled(catalogue, composer, words)
    with Pdf.open(BytesIO(made.screen)) as pdf:
        fonts = [
            str(one.BaseFont) for one in pdf.objects if isinstance(one, Dictionary) and "/BaseFont" in one
        ]
    assert any("NotoFil" in font for font in fonts)


def test_what_is_read_from_the_right_stands_on_the_right(catalogue, composer):
    page = PdfDocument(_titled(catalogue, composer, "مرحبا").screen)[0]
    drawn = page.get_textpage()
    at = drawn.get_text_range().index("ا")
    assert drawn.get_charbox(at)[0] > page.get_width() / 3  # on the left, it would stand at 24 mm


def _titled(catalogue, composer, title):
    product = catalogue["fiches/atelier-velo"]
    sheet = {**product.data["sheet"], "title": title, "lead": []}
    made = composer.compose(replace(product, data={**product.data, "sheet": sheet}), TODAY)
    assert isinstance(made, Composed), made
    return made


@pytest.mark.parametrize(("char", "name"), [("你", "U+4F60"), ("ሰ", "U+1230"), ("ᚠ", "U+16A0")])
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
def points(tmp_path_factory):
    """What our own faces draw, without those of other scripts."""
    folder = tmp_path_factory.mktemp("polices")
    for font in OURS.glob("*.ttf"):
        copyfile(font, folder / font.name)
    return drawn_by(folder)


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
