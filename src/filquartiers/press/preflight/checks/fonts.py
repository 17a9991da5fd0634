"""Every font that draws a text is in the file, preferably only the letters used."""

from filquartiers.press.fonts import Font
from filquartiers.press.painted import Kind
from filquartiers.press.preflight.examined import Examined, Row, group
from filquartiers.press.preflight.report import Fact, Section


def check_fonts(file: Examined) -> Section:
    """Embedded, subset (ISO 15930-7, 6.3)."""
    used = [
        (view.number, item.state.font, item.box)
        for view in file.pages
        for item in view.painted
        if item.kind is Kind.TEXT and item.state.font is not None
    ]
    absent = [Row(page, {"police": font.name}, box) for page, font, box in used if not font.embedded]
    whole = [
        Row(page, {"police": font.name}, box)
        for page, font, box in used
        if font.embedded and not font.subset and not font.type3
    ]
    names = sorted({_short(font) for _, font, _ in used})
    return Section(
        "Polices",
        (Fact("Employées", ", ".join(names) or "aucune"),),
        (*group("police-absente", absent, file.where), *group("police-entiere", whole, file.where)),
    )


def _short(font: Font) -> str:
    name = font.name.split("+", 1)[-1] if font.subset else font.name
    return name.removesuffix("-Identity-H")
