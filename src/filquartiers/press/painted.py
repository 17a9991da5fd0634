"""One object on paper: what the walk gives and the checks read."""

from dataclasses import dataclass, field
from enum import StrEnum

from pikepdf import Object

from filquartiers.press.geometry import Box
from filquartiers.press.state import Colour, State


class Kind(StrEnum):
    """What is painted; the value is its French name."""

    TEXT = "texte"
    FILL = "aplat"
    STROKE = "filet"
    IMAGE = "image"
    STENCIL = "pochoir"
    SHADING = "dégradé"


class Inside(StrEnum):
    """What a painted object is hidden in; the value is its French name."""

    FORM = "bloc"
    TILE = "motif"
    MASK = "masque"
    GLYPH = "police dessinée"


@dataclass(frozen=True, slots=True)
class Painted:
    """One object on paper.

    ``box`` is what can be seen of it at most, in page points; None when it is wholly clipped away.
    ``colour`` is None for images and shadings, whose ``source`` is then their dictionary.
    """

    kind: Kind
    box: Box | None
    state: State
    colour: Colour | None = None
    source: Object | None = None
    resources: Object | None = field(default=None, compare=False)
    inside: tuple[Inside, ...] = ()
    glyphs: int = 0

    @property
    def alpha(self) -> float:
        """Its constant opacity, from 0 to 1."""
        return self.state.stroke_alpha if self.kind is Kind.STROKE else self.state.fill_alpha

    @property
    def overprints(self) -> bool:
        """Whether it leaves the inks below it in place."""
        stroke = self.kind is Kind.STROKE
        return self.state.stroke_overprint if stroke else self.state.fill_overprint

    @property
    def in_mask(self) -> bool:
        """Whether it makes a mask: then it puts no ink on paper."""
        return Inside.MASK in self.inside
