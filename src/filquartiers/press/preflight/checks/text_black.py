"""Black text in black ink alone; small text in one or two inks."""

from math import sqrt

from filquartiers.model.numbers import decimal
from filquartiers.press.painted import Kind, Painted
from filquartiers.press.preflight.examined import Examined, Row, group
from filquartiers.press.preflight.report import Fact, Section
from filquartiers.press.spaces import Model

SMALL_PT = 9.0
A_LITTLE = 0.05
BLACKISH, NEUTRAL = 0.5, 0.35


def check_text_black(file: Examined) -> Section:
    """The share of text in K alone, blacks made of several inks, small text in many inks."""
    composed, small, glyphs, black = [], [], 0, 0
    for view in file.pages:
        for item in view.printed:
            if item.kind is not Kind.TEXT or item.colour is None or item.colour.pattern is not None:
                continue
            inks = _inks(file, item)
            glyphs += item.glyphs
            black += item.glyphs if inks and not any(inks[:3]) else 0
            used = sum(part > A_LITTLE for part in inks or ())
            values = {"encres": used, "recette": recipe(inks or ())}
            if inks and used > 1 and inks[3] >= BLACKISH and max(inks[:3]) - min(inks[:3]) <= NEUTRAL:
                composed.append(Row(view.number, values, item.box))
            elif used > 2 and body(item) < SMALL_PT:  # noqa: PLR2004  one or two inks
                small.append(Row(view.number, values | {"corps": decimal(body(item))}, item.box))
    share = f"{100 * black / glyphs:.0f} % des {glyphs} signes" if glyphs else "aucun texte"
    return Section(
        "Noir des textes",
        (Fact("En noir seul", share),),
        (
            *group("texte-noir-compose", composed, file.where),
            *group("petit-texte-couleur", small, file.where),
        ),
    )


def _inks(file: Examined, item: Painted) -> tuple[float, float, float, float] | None:
    """The inks of a text; None for RGB (another check speaks of it) and for spot inks."""
    if item.colour is None or item.colour.space.model not in (Model.CMYK, Model.GREY):
        return None
    try:
        return file.inks.colour(item.colour.space, item.colour.values)
    except ValueError:
        return None


def body(item: Painted) -> float:
    """The size of a text on paper, in points."""
    matrix = item.state.text @ item.state.ctm
    return item.state.font_size * sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))


def recipe(inks: tuple[float, ...]) -> str:
    """« C 75 M 68 J 67 N 90 »."""
    named = zip("CMJN", inks, strict=False)
    return " ".join(f"{name} {round(part * 100)}" for name, part in named if part > 0)
