"""What reaches the cut goes on to the edge of the bleed."""

from collections.abc import Iterator

from filquartiers.model.numbers import decimal
from filquartiers.press.geometry import MM, Box
from filquartiers.press.painted import Kind
from filquartiers.press.preflight.checks.edges import overshoots
from filquartiers.press.preflight.examined import Examined, PageView, Row, group
from filquartiers.press.preflight.inkless import is_white
from filquartiers.press.preflight.report import Fact, Section

TOUCHES = 0.1 * MM
SLACK = 0.15 * MM


def check_bleed(file: Examined) -> Section:
    """Each painted object but text, side by side; white and invisible ones do not count."""
    cut = [view for view in file.pages if view.boxes.trim is not None]
    rows = [row for view in cut for row in _rows(view, file.profile.fond_perdu_mm)]
    full = sum(1 for view in file.pages for item in view.printed if _bleeds(view, item.box))
    return Section(
        "Fond perdu",
        (Fact("Éléments qui vont jusqu’au bord", str(full)),),
        group("fond-perdu-court", rows, file.where),
    )


def _rows(view: PageView, asked: float) -> Iterator[Row]:
    cut = view.boxes.cut
    for item in view.printed:
        if item.kind is Kind.TEXT or item.alpha == 0 or is_white(item) or item.box is None:
            continue
        if item.box.meet(cut) is None:
            continue
        for side, beyond in overshoots(item.box, cut):
            if -TOUCHES <= beyond < asked * MM - SLACK:
                values = {"mesure": decimal(max(beyond, 0) / MM), "cote": side, "attendu": decimal(asked)}
                yield Row(view.number, values, item.box, item.kind, beyond)


def _bleeds(view: PageView, box: Box | None) -> bool:
    printed = view.boxes.printed
    return box is not None and any(beyond >= -SLACK for _, beyond in overshoots(box, printed))
