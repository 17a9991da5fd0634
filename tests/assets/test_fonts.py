"""The font files themselves: letters, spaces, names, weights, bytes."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import typst
import yaml
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
IDENTITY = yaml.safe_load((FONTS.parent / "identite.yaml").read_text(encoding="utf-8"))
FILES = sorted(path.name for suffix in ("ttf", "woff2") for path in FONTS.glob(f"*.{suffix}"))

# All that our pages are likely to hold. The spaces are last: word, no-break, narrow no-break, thin.
LETTERS = "".join(map(chr, range(0x21, 0x7F))) + "àâäæçéèêëîïôœöùûüÿÀÂÄÆÇÉÈÊËÎÏÔŒÖÙÛÜŸ"
NAMES = "áåãñóòõøßúíìÁÅÑÓØÚÍ" + "ąćęłńśźżŁŚŻčďěňřšťůžČŘŠŽğışİŞĞőűăâșțȘȚāēīūđ"
SIGNS = "«»‹›“”„‘’‚…–—‐‑·•€°²³¹½¼¾×÷±−§©®™ªº¡¿→←↑↓★"
SPACES = " \u00a0\u202f\u2009"

# The advance widths of Arial and Arial Bold (as of Helvetica), in thousandths, from a to z, then the
# space; and how often each comes in French, in percent.
WIDTHS = {
    "Arial": "556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 "
    "500 500 500 278",
    "Arial Bold": "556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 "
    "778 556 556 500 278",
}
SHARES = "7.6 .9 3.3 3.7 14.7 1.1 .9 .7 7.5 .6 .1 5.5 3 7.1 5.4 3 1.4 6.6 7.9 7.2 6.3 1.8 .1 .4 .3 .1 18"
HEAVY = {"affichage": 750, "texte": 400}  # the weight seen most


def font_at(name, weight):
    font = TTFont(FONTS / name)
    return instantiateVariableFont(font, {"wght": weight}) if "fvar" in font else font


def advance(font, letter):
    return font["hmtx"][font.getBestCmap()[ord(letter)]][0] / font["head"].unitsPerEm


@pytest.mark.parametrize("name", FILES)
def test_every_letter_is_there(name):
    held = TTFont(FONTS / name).getBestCmap()
    assert [letter for letter in LETTERS + NAMES + SIGNS + SPACES if ord(letter) not in held] == []


@pytest.mark.parametrize("name", FILES)
def test_the_narrow_space_is_narrow_and_not_nothing(name):
    font = TTFont(FONTS / name)
    assert 1 / 6.01 <= advance(font, "\u202f") <= 1 / 5
    assert advance(font, "\u202f") < advance(font, " ")
    assert advance(font, "\u00a0") == advance(font, " ")


@pytest.mark.parametrize("name", FILES)
def test_the_file_carries_its_licence(name):
    names = TTFont(FONTS / name)["name"]
    assert "Project Authors" in names.getDebugName(0)
    assert "Open Font License" in names.getDebugName(13)


@pytest.mark.parametrize("stem", sorted({Path(name).stem for name in FILES}))
def test_web_and_print_hold_the_same_drawings(stem):
    web, press = (TTFont(FONTS / f"{stem}.{suffix}") for suffix in ("woff2", "ttf"))
    assert web.getBestCmap() == press.getBestCmap()
    assert all(web["glyf"][name] == press["glyf"][name] for name in press.getGlyphOrder())


def test_the_two_faces_of_every_page_weigh_little():
    weight = sum((FONTS / f"{name}.woff2").stat().st_size for name in ("bricolage-fil", "atkinson-fil"))
    assert weight < 60_000


@pytest.mark.parametrize("role", IDENTITY["polices"])
def test_the_identity_tells_the_truth_about_its_fonts(role):
    told = IDENTITY["polices"][role]
    for file in told["fichiers"]:
        font = TTFont(FONTS / f"{file['nom']}.ttf")
        em, weights = font["head"].unitsPerEm, [font["OS/2"].usWeightClass] * 2
        if "fvar" in font:
            weights = [font["fvar"].axes[0].minValue, font["fvar"].axes[0].maxValue]
        assert font["name"].getDebugName(1) == told["famille"]
        assert weights == file["graisses"]
        assert font["hhea"].ascent / em == told["montante"]
        assert -font["hhea"].descent / em == told["descendante"]


@pytest.mark.parametrize("role", IDENTITY["polices"])
def test_the_fallback_takes_the_same_room(role):
    told = IDENTITY["polices"][role]
    font = font_at(f"{told['fichiers'][0]['nom']}.ttf", HEAVY[role])
    letters = "abcdefghijklmnopqrstuvwxyz "
    shares = [float(share) for share in SHARES.split()]
    theirs = [int(width) / 1000 for width in WIDTHS[told["secours"][0]].split()]
    ours = [advance(font, letter) for letter in letters]
    mean = [sum(map(float.__mul__, shares, widths)) for widths in (ours, theirs)]
    assert mean[0] / mean[1] == pytest.approx(told["chasse"], abs=0.02)


@pytest.mark.parametrize("name", ["atkinson-fil.ttf", "atkinson-fil-italique.ttf"])
def test_the_zero_is_open_and_the_barred_one_is_offered(name):
    font = TTFont(FONTS / name)
    zero = font.getBestCmap()[ord("0")]
    barred = substitutes(font, "zero")[zero]
    assert len(font["glyf"][zero].endPtsOfContours) == 2
    assert len(font["glyf"][barred].endPtsOfContours) == 3
    assert font["hmtx"][zero][0] == font["hmtx"][barred][0]
    tabular = substitutes(font, "tnum")[zero]
    assert substitutes(font, "zero")[tabular] not in (tabular, barred)


def substitutes(font, tag):
    table = font["GSUB"].table
    (feature,) = {
        id(record.Feature): record.Feature
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == tag
    }.values()
    lookups = [table.LookupList.Lookup[index] for index in feature.LookupListIndex]
    return {k: v for lookup in lookups for part in lookup.SubTable for k, v in part.mapping.items()}


@pytest.mark.parametrize("family", ["Bricolage Fil", "Atkinson Fil"])
def test_typst_finds_the_family_and_needs_no_other(family, tmp_path):
    page = tmp_path / "page.typ"
    text = LETTERS + NAMES + SIGNS + SPACES
    (tmp_path / "texte.txt").write_text(text, encoding="utf-8")
    page.write_text(
        f'#set text(font: "{family}", fallback: false)\n#read("texte.txt")\n*#read("texte.txt")*',
        encoding="utf-8",
    )
    compiler = typst.Compiler(page, font_paths=[str(FONTS)], ignore_system_fonts=True)
    pdf, warnings = compiler.compile_with_warnings(format="pdf")
    assert [str(warning) for warning in warnings] == []
    with pikepdf.open(BytesIO(pdf)) as document:
        fonts = [each for each in document.objects if isinstance(each, pikepdf.Dictionary)]
        names = {str(font.FontName).partition("+")[2] for font in fonts if "/FontName" in font}
    assert names == {f"{family.replace(' ', '')}-Regular"}


def test_typst_tells_when_a_family_is_missing(tmp_path):
    page = tmp_path / "page.typ"
    page.write_text('#set text(font: "Absente")\nRien', encoding="utf-8")
    compiler = typst.Compiler(page, font_paths=[str(FONTS)], ignore_system_fonts=True)
    _, warnings = compiler.compile_with_warnings(format="pdf")
    assert warnings
