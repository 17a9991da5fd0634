"""Sheet, bleed and cut: whether the file says them, and whether they fit into one another."""

from collections.abc import Iterator

from filquartiers.model.numbers import decimal
from filquartiers.press.geometry import MM, Box
from filquartiers.press.preflight.examined import Examined, PageView, Row, group
from filquartiers.press.preflight.report import Fact, Section

SLACK = 0.05 * MM
SAME_FORMAT = 0.5 * MM


def check_boxes(file: Examined) -> Section:
    """TrimBox present, bleed as wide as asked, boxes nested, one format (ISO 15930-7, 6.13)."""
    first = file.pages[0].boxes
    uncut = [Row(view.number, {}) for view in file.pages if view.boxes.trim is None]
    short = [row for view in file.pages for row in _short(view, file.profile.fond_perdu_mm)]
    other = [row for view in file.pages for row in _other(view.number, view.boxes.cut, first.cut)]
    nested = [row for view in file.pages for row in _unnested(view)]
    return Section(
        "Format et coupe",
        (
            Fact("Format fini", f"{_format(first.cut)} mm"),
            Fact("Fond perdu", f"{decimal(_bleed(file.pages[0]))} mm"),
            Fact("Feuille", f"{_format(first.media)} mm"),
        ),
        (
            *group("coupe-absente", uncut, file.where),
            *group("fond-perdu-absent", short, file.where),
            *group("boites-desordre", nested, file.where),
            *group("formats-melanges", other, file.where),
        ),
    )


def _short(view: PageView, asked: float) -> Iterator[Row]:
    if view.boxes.trim is not None and _bleed(view) < asked - SLACK / MM:
        yield Row(view.number, {"mesure": decimal(_bleed(view)), "attendu": decimal(asked)})


def _other(number: int, cut: Box, first: Box) -> Iterator[Row]:
    """A page that is not of the first one's format."""
    if abs(cut.width - first.width) > SAME_FORMAT or abs(cut.height - first.height) > SAME_FORMAT:
        yield Row(number, {"format": _format(cut), "premier": _format(first)})


def _bleed(view: PageView) -> float:
    """The narrowest of the four bleeds, in millimetres."""
    cut, printed = view.boxes.cut, view.boxes.printed
    sides = (
        cut.left - printed.left,
        cut.bottom - printed.bottom,
        printed.right - cut.right,
        printed.top - cut.top,
    )
    return max(min(sides), 0) / MM


def _unnested(view: PageView) -> Iterator[Row]:
    boxes = view.boxes
    pairs = (
        ("coupe", boxes.trim, "fond perdu", boxes.bleed),
        ("fond perdu", boxes.bleed, "la feuille", boxes.media),
        ("coupe", boxes.trim, "la feuille", boxes.media),
    )
    for inner_name, inner, outer_name, outer in pairs:
        if inner and outer and not outer.holds(inner, SLACK):
            yield Row(view.number, {"interieure": inner_name, "exterieure": outer_name})


def _format(box: Box) -> str:
    return f"{decimal(box.width / MM)} × {decimal(box.height / MM)}"
