"""The visual identity: what ``assets/identite.yaml`` says, checked for shape.

Keys are spelled as in that file. Screen lengths are in rem (strokes in px), print lengths in mm
(type and strokes in pt), inks in CMYK %. What the values are worth (contrast, ink, likeness of
screen and print) is judged by ``filquartiers.checks.identity``.
"""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from filquartiers.model import colour

HOUSES = "maisons"  # stands for each of the house colours in a pair


def _hex(text: str) -> str:
    try:
        return str(colour.parse(text))
    except ValueError:
        raise ValueError(f'« {text} » n’est pas une couleur : écrivez par exemple "#C8341B"') from None


Hex = Annotated[str, AfterValidator(_hex)]
Percent = Annotated[float, Field(ge=0, le=100)]
Positive = Annotated[float, Field(gt=0)]
Weight = Annotated[int, Field(ge=1, le=1000)]
# A token name becomes part of a CSS custom property: --couleur-texte-secondaire.
Token = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Colour(_Part):
    """One colour: on a light and on a dark screen, and in ink."""

    clair: Hex
    sombre: Hex
    cmjn: tuple[Percent, Percent, Percent, Percent]
    ton_direct: str = ""
    ecart_admis: Positive | None = None

    @property
    def ink(self) -> float:
        """Total ink, in %."""
        return sum(self.cmjn)


class HouseColour(Colour):
    """The colour of one house."""

    nom: Token


class Pair(_Part):
    """A colour that components put upon another, with the contrast that it needs (WCAG 1.4.3, 1.4.11)."""

    dessus: Token
    dessous: Token
    contraste: Annotated[float, Field(ge=1, le=21)]


class Limits(_Part):
    """What the checks accept: ink in %, differences in ΔE00."""

    encrage: Positive
    ecart_impression: Positive
    ecart_maisons: Positive
    ecart_maisons_normal: Positive


class FontFile(_Part):
    """``assets/fonts/<nom>.woff2`` for the site, ``<nom>.ttf`` for print, with its range of weights."""

    nom: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
    graisses: tuple[Weight, Weight]
    style: Literal["normal", "italic"]


class Font(_Part):
    """A family, and what a visitor sees before it has come.

    ``secours`` are the names of one installed font under its many names. ``montante`` and
    ``descendante`` are the family's own, in em; ``chasse`` is its mean width over that font's.
    """

    famille: str
    fichiers: tuple[FontFile, ...]
    secours: tuple[str, ...]
    montante: Positive
    descendante: Positive
    chasse: Positive


class TypeStep(_Part):
    """A step of the type scale: screen in rem from 360 to 1280 px, print in pt, tracking in em."""

    police: Token
    graisse: Weight
    ecran: tuple[Positive, Positive]
    impression: Positive
    interligne: Positive
    approche: float


class Length(_Part):
    """A length: screen in rem (px for strokes), print in mm (pt for strokes)."""

    ecran: Positive
    impression: Positive


class FluidLength(_Part):
    """A length that grows with the screen, in rem from 360 to 1280 px; print in mm."""

    ecran: tuple[Positive, Positive]
    impression: Positive


class Grid(_Part):
    """Columns of the page, and its side margin."""

    colonnes: Annotated[int, Field(ge=1)]
    marge: FluidLength


class Identity(_Part):
    """Every token of the site and of the printed pages."""

    nom: str
    couleurs: dict[Token, Colour]
    maisons: Annotated[tuple[HouseColour, ...], Field(min_length=1)]
    paires: dict[Token, Pair]
    seuils: Limits
    polices: dict[Token, Font]
    tailles: dict[Token, TypeStep]
    espaces: tuple[Length, ...]
    dimensions: dict[Token, Length]
    traits: dict[Token, Length]
    mesures: dict[Token, Positive]
    grille: Grid

    @model_validator(mode="after")
    def _pairs_name_colours(self) -> Self:
        for name, pair in self.paires.items():
            for side in (pair.dessus, pair.dessous):
                if side != HOUSES and side not in self.couleurs:
                    raise ValueError(f"la paire « {name} » nomme une couleur inconnue : « {side} »")
        return self

    @model_validator(mode="after")
    def _sizes_have_their_font(self) -> Self:
        for name, step in self.tailles.items():
            font = self.polices.get(step.police)
            if font is None:
                raise ValueError(f"la taille « {name} » nomme une police inconnue : « {step.police} »")
            if not any(file.graisses[0] <= step.graisse <= file.graisses[1] for file in font.fichiers):
                raise ValueError(f"la police « {step.police} » n’a pas la graisse de « {name} »")
        return self

    def house(self, position: int) -> HouseColour:
        """The colour of the house at this place of its network, from 0; they start over past the last."""
        return self.maisons[position % len(self.maisons)]

    def named(self, token: str) -> Iterator[tuple[str, Colour]]:
        """The colours behind one side of a pair, with their names: one, or each house's."""
        if token == HOUSES:
            yield from ((f"maison {house.nom}", house) for house in self.maisons)
        else:
            yield token, self.couleurs[token]
