"""Overprinting: right for black, a trap for white and for colours."""

from filquartiers.press.painted import Painted
from filquartiers.press.preflight.checks.text_black import recipe
from filquartiers.press.preflight.examined import Examined, Row, group
from filquartiers.press.preflight.inkless import is_white
from filquartiers.press.preflight.report import Fact, Section
from filquartiers.press.spaces import Model


def check_overprint(file: Examined) -> Section:
    """White that would vanish, colours that would mix, and how many blacks overprint."""
    white, mixed, blacks = [], [], 0
    for view in file.pages:
        for item in view.printed:
            if not item.overprints or item.colour is None or item.colour.pattern is not None:
                continue
            if _vanishes(item):
                white.append(Row(view.number, {}, item.box, item.kind))
            elif _is_black(item):
                blacks += 1
            elif not is_white(item):
                values = {"recette": recipe(item.colour.values) or item.colour.space.label}
                mixed.append(Row(view.number, values, item.box, item.kind))
    return Section(
        "Surimpression",
        (Fact("Éléments noirs en surimpression", str(blacks)),),
        (
            *group("surimpression-blanc", white, file.where),
            *group("surimpression-couleur", mixed, file.where),
        ),
    )


def _vanishes(item: Painted) -> bool:
    """In mode 1, or with a spot ink, no ink leaves the plates as they were (8.6.7)."""
    spot = item.colour is not None and item.colour.space.model is Model.INKS
    return is_white(item) and (spot or item.state.overprint_mode == 1)


def _is_black(item: Painted) -> bool:
    colour = item.colour
    if colour is None or not colour.values:
        return False
    if colour.space.model is Model.CMYK:
        return not any(colour.values[:3])
    return colour.space.model is Model.GREY or colour.space.inks in {("Black",), ("All",)}
