# ruff: noqa: INP001  a script's own module, not a package
"""Change the glyphs of a font that is open whole: see ``read`` in fabriquer.py."""

from array import array
from typing import Any

from dessins import Shape
from fontTools.otlLib.builder import buildLookup, buildSingleSubstSubtable
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphCoordinates
from fontTools.ttLib.tables.ttProgram import Program
from fontTools.ttLib.tables.TupleVariation import TupleVariation


def put(font: TTFont, name: str, glyph: Any, width: int, variations: list[TupleVariation]) -> None:
    """Add or replace a glyph."""
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))
    if "gvar" in font:
        font["gvar"].variations[name] = variations


def copy_glyph(font: TTFont, other: TTFont, name: str) -> None:
    """Copy a glyph, its parts first, with its width and variations."""
    if name in font.getGlyphOrder():
        return
    glyph = other["glyf"][name]
    for part in glyph.getComponentNames(other["glyf"]):
        copy_glyph(font, other, part)
    put(font, name, glyph, other["hmtx"][name][0], other["gvar"].variations.get(name, []))


def map_code(font: TTFont, code: int, name: str) -> None:
    """Make the font show the glyph ``name`` for ``code``."""
    for table in font["cmap"].tables:
        table.cmap[code] = name


def shape_of(font: TTFont, name: str) -> Shape:
    """Read a simple glyph."""
    glyph = font["glyf"][name]
    flags = tuple(flag & 1 for flag in glyph.flags)
    return Shape(tuple(glyph.coordinates), flags, tuple(glyph.endPtsOfContours), font["hmtx"][name][0])


def draw(font: TTFont, name: str, light: Shape, heavy: Shape) -> None:
    """Add or replace a glyph by a drawing that goes from ``light`` to ``heavy`` along the weight."""
    glyph = Glyph()
    glyph.numberOfContours, glyph.endPtsOfContours = len(light.ends), list(light.ends)
    glyph.coordinates = GlyphCoordinates([(round(x), round(y)) for x, y in light.points])
    glyph.flags, glyph.program = array("B", light.on_curve), Program()
    pairs = zip(light.points, heavy.points, strict=True)
    deltas = [(round(b[0]) - round(a[0]), round(b[1]) - round(a[1])) for a, b in pairs]
    width = [(0, 0), (heavy.width - light.width, 0), (0, 0), (0, 0)]
    put(font, name, glyph, light.width, [TupleVariation({"wght": (0, 1, 1)}, deltas + width)])


def offer(font: TTFont, tag: str, mapping: dict[str, str]) -> None:
    """Add a feature of single substitutions, after all others, in every script and language."""
    gsub = font["GSUB"].table
    gsub.LookupList.Lookup.append(buildLookup([buildSingleSubstSubtable(mapping)]))
    record = otTables.FeatureRecord()
    record.FeatureTag, record.Feature = tag, otTables.Feature()
    record.Feature.FeatureParams = None
    record.Feature.LookupListIndex = [len(gsub.LookupList.Lookup) - 1]
    gsub.FeatureList.FeatureRecord.append(record)
    for script in gsub.ScriptList.ScriptRecord:
        languages = [item.LangSys for item in script.Script.LangSysRecord]
        for language in (script.Script.DefaultLangSys, *languages):
            language.FeatureIndex.append(len(gsub.FeatureList.FeatureRecord) - 1)
