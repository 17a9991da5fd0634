"""Is the identity worth using: readable, printable, alike on screen and on paper?"""

from collections.abc import Iterator
from functools import partial
from itertools import combinations, product
from math import ceil, floor
from pathlib import Path

import yaml
from PIL import ImageCms
from pydantic import ValidationError

from filquartiers.model.ciede2000 import delta_e
from filquartiers.model.colour import Rgb, Vision, contrast, lab, parse, seen
from filquartiers.model.identity import HOUSES, Colour, Identity, Pair
from filquartiers.model.numbers import decimal
from filquartiers.paper import print_gaps
from filquartiers.problems import Problem, Where, problem

FILE = "assets/identite.yaml"

# A text that grows with the screen must still reach twice its size when a reader zooms to 500 %
# (WCAG 2.2, 1.4.4): it may then not grow by more than this on its own.
GROWTH = 2.5
HAIRLINE = 0.25  # pt: below, a press may lose the stroke

_HERE = Where(FILE)
_THEMES = ("clair", "sombre")  # the fields of a colour that hold it for a screen
_french = partial(decimal, digits=2)


def read_identity(file: Path) -> tuple[Identity | None, tuple[Problem, ...]]:
    """The tokens of ``identite.yaml``; None, and why, when the file cannot be used."""
    try:
        plain = yaml.load(file.read_text(encoding="utf-8-sig"), Loader=yaml.CBaseLoader)  # noqa: S506  text only
        return Identity.model_validate(plain), ()
    except (yaml.YAMLError, UnicodeDecodeError):
        return None, (problem("yaml-illisible", _HERE),)
    except ValidationError as error:
        return None, tuple(_faults(error))


def check_identity(identity: Identity, profile: bytes) -> Iterator[Problem]:
    """All that is wrong with the values of an identity; ``profile`` is that of a press (ICC, CMYK)."""
    yield from _contrasts(identity)
    yield from _inks(identity)
    yield from _likeness(identity, profile)
    yield from _houses(identity)
    yield from _sizes(identity)


def _faults(error: ValidationError) -> Iterator[Problem]:
    """Why ``Identity.model_validate`` refused the file, in French."""
    for detail in error.errors(include_url=False):
        place = " › ".join(str(part + 1) if isinstance(part, int) else part for part in detail["loc"])
        own = detail.get("ctx", {}).get("error")
        reason = str(own) if own else _REASONS.get(detail["type"], "la valeur n’a pas la forme attendue")
        yield problem("identite-illisible", _HERE, place=place or "le fichier", raison=reason)


_REASONS = {
    "missing": "il manque cette valeur",
    "extra_forbidden": "ce nom n’est pas prévu ici",
    "string_pattern_mismatch": "un nom s’écrit en minuscules, sans accent ni espace : papier_teinte",
    "float_parsing": "il faut un nombre",
    "int_parsing": "il faut un nombre entier",
    "less_than_equal": "ce nombre est trop grand",
    "greater_than_equal": "ce nombre est trop petit",
    "greater_than": "il faut un nombre plus grand que zéro",
}


def _contrasts(identity: Identity) -> Iterator[Problem]:
    for (name, pair), theme in product(identity.paires.items(), _THEMES):
        for top, bottom, ratio in _ratios(identity, pair, theme):
            if ratio < pair.contraste:
                yield problem(
                    "contraste-faible",
                    _HERE,
                    paire=name,
                    dessus=top,
                    dessous=bottom,
                    theme=theme,
                    mesure=_below(ratio),
                    voulu=_french(pair.contraste),
                )


def _ratios(identity: Identity, pair: Pair, theme: str) -> Iterator[tuple[str, str, float]]:
    """Both names of each pair of colours that ``pair`` stands for, and their contrast."""
    for (top, over), (bottom, under) in product(identity.named(pair.dessus), identity.named(pair.dessous)):
        yield top, bottom, contrast(_screen(over, theme), _screen(under, theme))


def _screen(colour: Colour, theme: str) -> Rgb:
    return parse(getattr(colour, theme))


def _inks(identity: Identity) -> Iterator[Problem]:
    limit = identity.seuils.encrage
    for name, colour in _all(identity):
        if colour.ink > limit:
            yield problem("encrage-fort", _HERE, nom=name, mesure=_above(colour.ink), limite=_french(limit))


def _likeness(identity: Identity, profile: bytes) -> Iterator[Problem]:
    try:
        gaps = print_gaps(identity, profile)
    except (OSError, ImageCms.PyCMSError):
        yield problem("profil-illisible", _HERE)
        return
    for name, colour, gap in gaps:
        limit = colour.ecart_admis or identity.seuils.ecart_impression
        if gap > limit:
            yield problem("ecart-impression", _HERE, nom=name, mesure=_above(gap), limite=_french(limit))


def _houses(identity: Identity) -> Iterator[Problem]:
    limits = identity.seuils
    for theme, vision, (one, other) in product(_THEMES, Vision, combinations(identity.maisons, 2)):
        limit = limits.ecart_maisons_normal if vision is Vision.NORMAL else limits.ecart_maisons
        gap = delta_e(*(lab(seen(_screen(house, theme), vision)) for house in (one, other)))
        if gap < limit:
            yield problem(
                "maisons-proches",
                _HERE,
                une=one.nom,
                autre=other.nom,
                vision=vision.value,
                theme=theme,
                mesure=_below(gap),
                limite=_french(limit),
            )


def _sizes(identity: Identity) -> Iterator[Problem]:
    for name, step in identity.tailles.items():
        least, most = step.ecran
        if most > least * GROWTH:
            yield problem("taille-elastique", _HERE, nom=name, limite=_french(GROWTH))
    for name, stroke in identity.traits.items():
        if stroke.impression < HAIRLINE:
            yield problem("trait-fin", _HERE, nom=name, limite=_french(HAIRLINE))


def _all(identity: Identity) -> Iterator[tuple[str, Colour]]:
    yield from identity.couleurs.items()
    yield from identity.named(HOUSES)


def _below(value: float) -> str:
    """A value that misses its floor, rounded down so that it still shows."""
    return _french(floor(value * 100) / 100)


def _above(value: float) -> str:
    """A value that passes its ceiling, rounded up so that it still shows."""
    return _french(ceil(value * 100) / 100)
