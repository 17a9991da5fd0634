"""How much ink lands on the paper, and where most."""

from filquartiers.model.numbers import decimal
from filquartiers.press.geometry import MM, Box
from filquartiers.press.plates import PageInk
from filquartiers.press.preflight.examined import Examined, PageView, Row, group
from filquartiers.press.preflight.report import Fact, Finding, Section
from filquartiers.problems import problem

TOLERANCE = 2.0
"""Per cent: what rounding to 8 bits four times can add."""
NAMES = ("cyan", "magenta", "jaune", "noir", "tons directs")


def check_ink(file: Examined) -> Section:
    """The sum of inks, measured on the rendered plates over squares of a millimetre."""
    if not file.ink:
        told = any(view.cut_short for view in file.pages)
        return Section("Encre", (), () if told else (Finding(problem("encre-non-mesuree", file.where)),))
    limit = file.profile.couverture_encre_max
    pairs = list(zip(file.pages, file.ink, strict=True))
    rows = [_row(view, ink, limit) for view, ink in pairs if ink.heaviest > limit + TOLERANCE]
    view, worst = max(pairs, key=lambda pair: pair[1].heaviest)
    plates = zip(NAMES, zip(*(ink.coverage for ink in file.ink), strict=True), strict=False)
    means = ", ".join(f"{name} {decimal(sum(values) / len(values), fixed=True)} %" for name, values in plates)
    return Section(
        "Encre",
        (
            Fact("Zone la plus chargée", f"{worst.heaviest:.0f} % (page {view.number}), limite {limit} %"),
            Fact("Couverture moyenne", means),
        ),
        group("encre-excessive", rows, file.where),
    )


def _row(view: PageView, ink: PageInk, limit: int) -> Row:
    x, y = ink.place
    cut = view.boxes.cut
    values = {
        "mesure": round(ink.heaviest),
        "x": round((x - cut.left) / MM),
        "y": round((cut.top - y) / MM),
        "maximum": limit,
    }
    return Row(view.number, values, Box(x, y, x, y).grown(MM / 2))
