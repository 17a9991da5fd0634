"""The sheet: how many pages, where they are cut, what reaches the cut and what keeps away from it."""

from collections.abc import Iterator

from filquartiers.model.numbers import decimal
from filquartiers.press.boxes import Boxes
from filquartiers.press.geometry import MM, Box
from filquartiers.press.painted import PaintKind
from filquartiers.press.preflight.examined import Examined, PageView
from filquartiers.press.preflight.faults import Fault
from filquartiers.press.preflight.report import Measure
from filquartiers.press.resources import as_float
from filquartiers.press.walk import inherited

ONE_SHEET = 2  # pages: a poster or a leaflet is not bound, whatever the press asks of booklets
NEARLY = 0.05 * MM
SAME_FORMAT = 0.5 * MM
TOUCHES = 0.1 * MM
BLEED_SLACK = 0.15 * MM
SIDES = ("gauche", "bas", "droit", "haut")


def page_count(file: Examined) -> Iterator[Measure | Fault]:
    """A multiple of what the binding asks (a folded sheet carries four), between its least and its most."""
    profile, count = file.profile, len(file.pages)
    yield Measure("Nombre de pages", str(count))
    if count > ONE_SHEET and (missing := -count % profile.multiple_de):
        values = {"pages": count, "multiple": profile.multiple_de, "manque": missing}
        yield Fault("pages-multiple", values)
    least, most = profile.pages_min or 1, profile.pages_max
    if count < least or (most and count > most):
        bounds = {"mini": str(least), "maxi": str(most or "autant qu’on veut")}
        yield Fault("pages-nombre", {"pages": count} | bounds)
    for view in file.pages:
        if view.cut_short:
            yield Fault("objets-nombreux", {"limite": len(view.painted)}, view.number)
    for view, ink in zip(file.pages, file.ink, strict=False):
        if not any(ink.coverage):
            yield Fault("page-vide", {}, view.number)


def boxes(file: Examined) -> Iterator[Measure | Fault]:
    """TrimBox present, bleed as wide as asked, boxes nested, one format (ISO 15930-7, 6.13)."""
    first = file.pages[0].boxes
    yield Measure("Format fini", f"{_format(first.cut)} mm")
    yield Measure("Fond perdu", f"{decimal(_bleed(first))} mm")
    yield Measure("Feuille", f"{_format(first.media)} mm")
    for view in file.pages:
        yield from _boxes(view, file.profile.fond_perdu_mm, first.cut)


def _boxes(view: PageView, asked: float, first: Box) -> Iterator[Fault]:
    found, bleed, number = view.boxes, _bleed(view.boxes), view.number
    if found.trim is None:
        yield Fault("coupe-absente", {}, number)
    elif bleed < asked - NEARLY / MM:
        yield Fault("fond-perdu-absent", {"mesure": decimal(bleed), "attendu": decimal(asked)}, number)
    for inner_name, inner, outer_name, outer in (
        ("coupe", found.trim, "fond perdu", found.bleed),
        ("fond perdu", found.bleed, "la feuille", found.media),
        ("coupe", found.trim, "la feuille", found.media),
    ):
        if inner and outer and not outer.holds(inner, NEARLY):
            yield Fault("boites-desordre", {"interieure": inner_name, "exterieure": outer_name}, number)
    yield from _seen_otherwise(view)
    cut = found.cut
    if max(abs(cut.width - first.width), abs(cut.height - first.height)) > SAME_FORMAT:
        yield Fault("formats-melanges", {"format": _format(cut), "premier": _format(first)}, number)


def _seen_otherwise(view: PageView) -> Iterator[Fault]:
    """What makes a page look larger, smaller or turned where it is opened (R0002 to R0004)."""
    found, number = view.boxes, view.number
    if found.unit != 1:
        size = {"facteur": decimal(found.unit, 2), "format": _format(found.cut)}
        yield Fault("page-agrandie", size, number)
    if found.crop and max(abs(beyond) for _, beyond in overshoots(found.crop, found.media)) > NEARLY:
        yield Fault("feuille-recadree", {"format": _format(found.crop)}, number)
    if turned := as_float(inherited(view.page, "/Rotate")) % 360:
        yield Fault("page-tournee", {"angle": round(turned)}, number)


def _bleed(found: Boxes) -> float:
    """The narrowest of the four bleeds, in millimetres."""
    return max(min(-beyond for _, beyond in overshoots(found.cut, found.printed)), 0) / MM


def _format(box: Box) -> str:
    return f"{decimal(box.width / MM)} × {decimal(box.height / MM)}"


def overshoots(item: Box, box: Box) -> Iterator[tuple[str, float]]:
    """For each side, its French name and by how many points ``item`` goes beyond; negative inside."""
    beyond = (box.left - item.left, box.bottom - item.bottom, item.right - box.right, item.top - box.top)
    return zip(SIDES, beyond, strict=True)


def bleed(file: Examined) -> Iterator[Measure | Fault]:
    """What reaches the cut goes on to the edge of the bleed; text, white and invisible objects apart."""
    asked, full = file.profile.fond_perdu_mm, 0
    for view, item, box in file.printed:
        full += any(beyond >= -BLEED_SLACK for _, beyond in overshoots(box, view.boxes.printed))
        if item.kind is PaintKind.TEXT or item.alpha == 0 or item.inkless or view.boxes.trim is None:
            continue
        for side, beyond in overshoots(box, view.boxes.trim) if box.meet(view.boxes.trim) else ():
            if -TOUCHES <= beyond < asked * MM - BLEED_SLACK:
                values = {"mesure": decimal(max(beyond, 0) / MM), "cote": side, "attendu": decimal(asked)}
                yield Fault("fond-perdu-court", values, view.number, box, item.kind, beyond)
    yield Measure("Éléments qui vont jusqu’au bord", str(full))


def margin(file: Examined) -> Iterator[Measure | Fault]:
    """Text and pictures keep away from the cut, which moves by a millimetre from copy to copy.

    A picture that touches the cut is the business of the bleed; a text that passes it is cut.
    """
    asked = file.profile.marge_securite_mm
    yield Measure("Marge demandée", f"{decimal(asked)} mm")
    nearest = {PaintKind.TEXT: 0.0, PaintKind.IMAGE: -TOUCHES}
    for view, item, box in file.printed:
        if item.kind not in nearest:
            continue
        cut = view.boxes.cut
        for side, beyond in overshoots(box, cut):
            if item.kind is PaintKind.TEXT and beyond > 0:
                yield Fault("texte-coupe", {"cote": side}, view.number, box)
            elif -asked * MM + TOUCHES < beyond <= nearest[item.kind] and box.meet(cut):
                values = {"mesure": decimal(-beyond / MM), "cote": side, "attendu": decimal(asked)}
                yield Fault("marge-courte", values, view.number, box, item.kind, -beyond)
