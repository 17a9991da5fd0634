"""Text and pictures keep away from the cut, which moves by a millimetre from copy to copy."""

from collections.abc import Iterator

from filquartiers.model.numbers import decimal
from filquartiers.press.geometry import MM
from filquartiers.press.painted import Kind
from filquartiers.press.preflight.checks.bleed import TOUCHES
from filquartiers.press.preflight.checks.edges import overshoots
from filquartiers.press.preflight.examined import Examined, PageView, Row, group
from filquartiers.press.preflight.report import Fact, Section

ROUNDING = 0.1 * MM


def check_margin(file: Examined) -> Section:
    """Text inside the safe margin; pictures inside it too, unless they bleed."""
    asked = file.profile.marge_securite_mm
    cut = [row for view in file.pages for row in _cut_text(view)]
    near = [row for view in file.pages for row in _near(view, asked)]
    return Section(
        "Marge de sécurité",
        (Fact("Marge demandée", f"{decimal(asked)} mm"),),
        (*group("texte-coupe", cut, file.where), *group("marge-courte", near, file.where)),
    )


def _cut_text(view: PageView) -> Iterator[Row]:
    for item in view.printed:
        if item.kind is Kind.TEXT and item.box:
            for side, beyond in overshoots(item.box, view.boxes.cut):
                if beyond > 0:
                    yield Row(view.number, {"cote": side}, item.box)


def _near(view: PageView, asked: float) -> Iterator[Row]:
    for item in view.printed:
        if item.kind not in (Kind.TEXT, Kind.IMAGE) or not item.box or not item.box.meet(view.boxes.cut):
            continue
        # A picture that touches the cut is the business of the bleed, a text that passes it is cut.
        nearest = -TOUCHES if item.kind is Kind.IMAGE else 0
        for side, beyond in overshoots(item.box, view.boxes.cut):
            if -asked * MM + ROUNDING < beyond <= nearest:
                values = {"mesure": decimal(-beyond / MM), "cote": side, "attendu": decimal(asked)}
                yield Row(view.number, values, item.box, item.kind, -beyond)
