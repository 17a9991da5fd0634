"""What is drawn: pictures fine enough, fonts in the file, lines thick enough."""

from collections.abc import Iterator

from filquartiers.model.numbers import decimal
from filquartiers.model.press import PressProfile
from filquartiers.press.geometry import thickness
from filquartiers.press.painted import Painted, PaintKind
from filquartiers.press.preflight.examined import Examined
from filquartiers.press.preflight.faults import Fault
from filquartiers.press.preflight.report import Measure
from filquartiers.press.resources import identity, number

LINE_SLACK = 0.005
TINY = 16
"""Points across and down: no picture is so small (R0031)."""
LONG_PT = 6.0
"""A filled shape is taken for a line when it is longer than this, and thinner than the least."""


def images(file: Examined) -> Iterator[Measure | Fault]:
    """Their resolution on paper: coarse pictures refused, soft ones mentioned, unreadable ones named."""
    seen = []
    for view, item, box in file.printed:
        if item.kind not in (PaintKind.IMAGE, PaintKind.STENCIL) or not item.fineness:
            continue
        tolerated, asked = _asked(file.profile, item)
        least = {"image-grossiere": tolerated, "image-juste": asked}
        seen.append(ppi := round(item.fineness))
        sheet = {"fiche": f" (dans « {view.label} »)" if view.label else ""}
        if identity(item.source) in file.unread:
            yield Fault("image-illisible", sheet, view.number, box)
        code = next((code for code, fineness in least.items() if ppi < fineness), "")
        if code and not _is_tiny(item):
            values = {"mesure": ppi, "attendu": asked, **sheet}
            yield Fault(code, values, view.number, box, None, ppi)
    yield Measure("Images", str(len(seen)))
    if seen:
        yield Measure("La moins fine", f"{min(seen)} points par pouce")


def _asked(profile: PressProfile, item: Painted) -> tuple[int, int]:
    """The tolerated and the expected resolution: finer where each point is ink or none (R0031, R0032)."""
    if item.kind is PaintKind.STENCIL or number(item.source, "/BitsPerComponent", 8) == 1:
        return profile.trait_tolere_ppi, profile.trait_min_ppi
    return profile.resolution_toleree_ppi, profile.resolution_min_ppi


def _is_tiny(item: Painted) -> bool:
    """Whether it has so few points that it is a flat colour, or a gradient, rather than a picture."""
    return max(number(item.source, key, 0) for key in ("/Width", "/Height")) <= TINY


def fonts(file: Examined) -> Iterator[Measure | Fault]:
    """Every font that draws a text is in the file, preferably only the letters used (ISO 15930-7, 6.3)."""
    used = set()
    for view in file.pages:
        for item in view.painted:
            font = item.state.font
            if item.kind is not PaintKind.TEXT or font is None:
                continue
            used.add(font.bare_name)
            if font.bare_name.startswith("Courier"):  # R0014: what stands for a missing font
                yield Fault("police-courier", {"police": font.name}, view.number, item.box)
            if not font.embedded:
                yield Fault("police-absente", {"police": font.name}, view.number, item.box)
            elif not font.subset and not font.type3:
                yield Fault("police-entiere", {"police": font.name}, view.number, item.box)
    yield Measure("Employées", ", ".join(sorted(used)) or "aucune")


def lines(file: Examined) -> Iterator[Measure | Fault]:
    """Strokes through the matrix, and filled rectangles that stand for lines: too thin, they vanish."""
    least, strokes = file.profile.filet_min_pt, []
    for view, item, box in file.printed:
        width = None if item.inkless else _width(item)
        if width is None:
            continue
        if item.kind is PaintKind.STROKE:
            strokes.append(width)
        if width < least - LINE_SLACK:
            values = {"mesure": decimal(width, 2), "attendu": decimal(least, 2)}
            yield Fault("filet-fin", values, view.number, box, None, width)
    if strokes:
        yield Measure("Le plus fin", f"{decimal(min(strokes), 2)} pt")


def _width(item: Painted) -> float | None:
    """The thickness on paper, in points; None for what is no line."""
    if item.kind is PaintKind.STROKE:
        return thickness(item.state.ctm, item.state.line_width)
    if item.kind is PaintKind.FILL and item.box and item.box != item.state.clip:
        small, large = sorted((item.box.width, item.box.height))
        return small if large > LONG_PT and small < 1 else None
    return None
