"""Hairlines: a line too thin vanishes here and there."""

from filquartiers.model.numbers import decimal
from filquartiers.press.geometry import thickness
from filquartiers.press.painted import Kind, Painted
from filquartiers.press.preflight.examined import Examined, Row, group
from filquartiers.press.preflight.inkless import is_white
from filquartiers.press.preflight.report import Fact, Section

SLACK = 0.005
LONG_PT = 6.0
"""A filled shape is taken for a line when it is longer than this, and thinner than the least."""


def check_lines(file: Examined) -> Section:
    """Strokes through the matrix, and filled rectangles that stand for lines."""
    least = file.profile.filet_min_pt
    widths = [
        (view.number, item, width)
        for view in file.pages
        for item in view.printed
        if not is_white(item) and (width := _width(item)) is not None
    ]
    rows = [
        Row(page, {"mesure": decimal(width, 2), "attendu": decimal(least, 2)}, item.box, None, width)
        for page, item, width in widths
        if width < least - SLACK
    ]
    thinnest = min((width for _, item, width in widths if item.kind is Kind.STROKE), default=None)
    facts = () if thinnest is None else (Fact("Le plus fin", f"{decimal(thinnest, 2)} pt"),)
    return Section("Filets", facts, group("filet-fin", rows, file.where))


def _width(item: Painted) -> float | None:
    """The thickness on paper, in points; None for what is no line."""
    if item.kind is Kind.STROKE:
        return thickness(item.state.ctm, item.state.line_width)
    if item.kind is Kind.FILL and item.box and item.box != item.state.clip:
        small, large = sorted((item.box.width, item.box.height))
        return small if large > LONG_PT and small < 1 else None
    return None
