# ruff: noqa: INP001  a script run by hand, not a package
"""Make our own font files, once, from the open fonts that npm distributes.

Run by hand when a face or its coverage changes (docs/decisions/0002-fonts.md tells why)::

    npm install --prefix SOMEWHERE @fontsource-variable/bricolage-grotesque@5.3.0 \
        @fontsource-variable/atkinson-hyperlegible-next@5.3.0
    python assets/fonts/fabriquer.py SOMEWHERE/node_modules

Each face gives a WOFF2 for the site and a TTF for print with the very same glyphs. The same sources
and the same tools give the same bytes: dates stay those of the sources.
"""

import sys
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from dessins import arrow, plain_zero, star
from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from fontTools.varLib.hvar import add_HVAR
from glyphes import copy_glyph, draw, map_code, offer, put, shape_of

HERE = Path(__file__).parent

Limits = dict[str, float | tuple[float, float, float]]
# The same font at its least and greatest weight, point by point alike.
Masters = tuple[TTFont, TTFont]

# Latin-1 and what French typography adds to it; the letters of the other languages of Europe that
# are written in Latin script, for the names of people; our own arrows and star.
LETTERS = (*range(0x20, 0x7F), *range(0xA0, 0x180), 0x218, 0x219, 0x21A, 0x21B, 0x1E9E)
MARKS = (0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2022, 0x2026)
SIGNS = (0x2039, 0x203A, 0x2044, 0x20AC, 0x2122, 0x2212)
NARROW_SPACES = (0x202F, 0x2009)
ARROWS = {0x2192: 0, 0x2191: 90, 0x2190: 180, 0x2193: 270}
STAR = 0x2605
WANTED = (*LETTERS, *MARKS, *SIGNS, *NARROW_SPACES, *ARROWS, STAR)

FEATURES = ("kern", "ccmp", "locl", "tnum", "zero")
NARROW, NARROWEST = 0.7, 1 / 6  # of the word space, but never under this part of an em
BARRED = 3  # contours of a barred zero: the outside and the two halves of the inside
KEPT_NAMES = (0, 5, 14)  # copyright, version, address of the licence
LICENCE = "This Font Software is licensed under the SIL Open Font License, Version 1.1."

BRICOLAGE = "bricolage-grotesque/files/bricolage-grotesque-{}-standard-normal.woff2"
ATKINSON = "atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-{}-wght-normal.woff2"
ATKINSON_ITALIC = ATKINSON.replace("normal", "italic")


@dataclass(frozen=True, slots=True)
class Face:
    """One source and what is made of it. ``limits`` are its axes: a value, or least, default, most."""

    file: str
    family: str
    style: str
    source: str
    limits: Limits


DISPLAY: Limits = {"opsz": 48, "wdth": 80, "wght": (400, 400, 800)}
FACES = (
    Face("bricolage-fil", "Bricolage Fil", "Regular", BRICOLAGE, DISPLAY),
    Face("atkinson-fil", "Atkinson Fil", "Regular", ATKINSON, {"wght": (400, 400, 700)}),
    Face("atkinson-fil-italique", "Atkinson Fil", "Italic", ATKINSON_ITALIC, {"wght": 400}),
)


def make(face: Face, packages: Path) -> TTFont:
    """Cut one face: its letters, our signs, the axes and features we use, our names."""
    source, extension = (read(packages / face.source.format(part)) for part in ("latin", "latin-ext"))
    borrow(source, extension)
    font = instancer.instantiateVariableFont(reread(source), face.limits)
    masters = extremes(font)
    if len(masters[0]["glyf"]["zero"].endPtsOfContours) == BARRED:
        unslash_zero(font, masters)
    draw_signs(font, masters)
    add_spaces(font)
    font = cut(reread(font))
    rename(font, face)
    return font


def read(path: Path) -> TTFont:
    """Open a font whole: the tables of a font being changed cannot be read any more."""
    font = TTFont(path, recalcTimestamp=False)
    font.ensureDecompiled()
    return font


def extremes(font: TTFont) -> Masters:
    """The font at its least and at its greatest weight."""
    if "fvar" not in font:
        return font, font
    weight = font["fvar"].axes[0]
    light, heavy = (
        instancer.instantiateVariableFont(font, {"wght": value})
        for value in (weight.minValue, weight.maxValue)
    )
    return light, heavy


def borrow(font: TTFont, other: TTFont) -> None:
    """Bring into ``font`` the mapped letters that only ``other``, cut from the same design, holds."""
    own = font.getBestCmap()
    for code, name in sorted(other.getBestCmap().items()):
        if code not in own:
            copy_glyph(font, other, name)
            map_code(font, code, name)
    # The widths' variations of the borrowed letters are known to gvar alone: see cut().
    del font["HVAR"]


def reread(font: TTFont) -> TTFont:
    """Write the font and read it again, so that every table knows the glyphs just added."""
    data = BytesIO()
    font.save(data)
    return TTFont(data, recalcTimestamp=False)


def unslash_zero(font: TTFont, masters: Masters) -> None:
    """Draw the zero without its bar, too heavy in sums; the feature ``zero`` brings it back.

    The tabular zero of the source has the zero as its only part, and follows.
    """
    glyf, widths = font["glyf"], font["hmtx"]
    variations = font["gvar"].variations if "gvar" in font else {}
    put(font, "zero.slash", deepcopy(glyf["zero"]), widths["zero"][0], variations.get("zero", []))
    tabular = deepcopy(glyf["zero.tf"])
    tabular.components[0].glyphName = "zero.slash"
    put(font, "zero.slash.tf", tabular, widths["zero.tf"][0], variations.get("zero.tf", []))
    light, heavy = (plain_zero(shape_of(master, "zero")) for master in masters)
    draw(font, "zero", light, heavy)
    offer(font, "zero", {"zero": "zero.slash", "zero.tf": "zero.slash.tf"})


def draw_signs(font: TTFont, masters: Masters) -> None:
    """Draw the four arrows, as thick as the minus sign at each weight, and the star."""
    height = font["OS/2"].sCapHeight
    for code, angle in ARROWS.items():
        light, heavy = (arrow(*minus(master), height, angle) for master in masters)
        draw(font, f"uni{code:04X}", light, heavy)
        map_code(font, code, f"uni{code:04X}")
    draw(font, "uni2605", star(height), star(height))
    map_code(font, STAR, "uni2605")


def minus(font: TTFont) -> tuple[float, float]:
    """Thickness of the minus sign, and the height of its middle, in font units."""
    sign = font["glyf"][font.getBestCmap()[0x2212]]
    return sign.yMax - sign.yMin, (sign.yMax + sign.yMin) / 2


def add_spaces(font: TTFont) -> None:
    """Give the narrow spaces a real width and make the non-breaking hyphen a hyphen."""
    cmap = font.getBestCmap()
    word = font["hmtx"][cmap[0x20]][0]
    width = round(max(word * NARROW, font["head"].unitsPerEm * NARROWEST))
    for code in NARROW_SPACES:
        put(font, f"uni{code:04X}", TTGlyphPen(None).glyph(), width, [])
        map_code(font, code, f"uni{code:04X}")
    for code in (0x2010, 0x2011):
        map_code(font, code, cmap[0x2D])


def cut(font: TTFont) -> TTFont:
    """Keep what ``WANTED`` and ``FEATURES`` name, and compute the widths' variations anew."""
    if "gvar" in font:
        for name in font.getGlyphOrder():
            font["gvar"].variations.setdefault(name, [])
    options = subset.Options(
        layout_features=list(FEATURES), hinting=False, name_IDs=["*"], notdef_outline=True
    )
    options.recalc_timestamp = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=WANTED)
    cutter.subset(font)
    if "gvar" in font:
        add_HVAR(font)
    return font


def rename(font: TTFont, face: Face) -> None:
    """Give the modified font names of its own, so that an installed original is never taken for it."""
    table = font["name"]
    named_axes = {axis.axisNameID for axis in font["fvar"].axes} if "fvar" in font else set()
    table.names = [record for record in table.names if record.nameID in {*KEPT_NAMES, *named_axes}]
    post = f"{face.family}-{face.style}".replace(" ", "")
    full = f"{face.family} {face.style}"
    own = {1: face.family, 2: face.style, 3: f"filquartiers;{post}", 4: full, 6: post, 13: LICENCE}
    for number, text in own.items():
        table.setName(text, number, 3, 1, 0x409)
    if "STAT" in font:
        del font["STAT"]  # menus of text editors only
    if "fvar" in font:
        font["fvar"].instances = []


def main(packages: Path) -> None:
    """Write every face beside this script."""
    for face in FACES:
        font = make(face, packages / "@fontsource-variable")
        font.flavor = None
        font.save(HERE / f"{face.file}.ttf")
        font.flavor = "woff2"
        font.save(HERE / f"{face.file}.woff2")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
