"""One object on paper: what the walk gives and the checks read."""

from dataclasses import dataclass, field
from enum import Enum, StrEnum

from pikepdf import Object

from filquartiers.press.geometry import Box, sides
from filquartiers.press.resources import entry, number
from filquartiers.press.spaces import Model
from filquartiers.press.state import PaintColour, State

POINTS_PER_INCH = 72


class PaintKind(Enum):
    """What is painted; the value is its French name, one and several."""

    TEXT = ("un texte", "textes")
    FILL = ("un aplat", "aplats")
    STROKE = ("un filet", "filets")
    IMAGE = ("une image", "images")
    STENCIL = ("une image au trait", "images au trait")
    SHADING = ("un dégradé", "dégradés")

    def counted(self, number: int) -> str:
        """« un texte », « 12 textes »."""
        one, several = self.value
        return one if number == 1 else f"{number} {several}"

    @property
    def label(self) -> str:
        """« Textes »."""
        return str(self.value[1]).capitalize()


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

    kind: PaintKind
    box: Box | None
    state: State
    colour: PaintColour | None = None
    source: Object | None = None
    resources: Object | None = field(default=None, compare=False)
    inside: tuple[Inside, ...] = ()
    glyphs: int = 0

    @property
    def alpha(self) -> float:
        """Its constant opacity, from 0 to 1."""
        return self.state.stroke_alpha if self.kind is PaintKind.STROKE else self.state.fill_alpha

    @property
    def lets_through(self) -> bool:
        """Whether the background shows through it, by its state or by the soft mask of its picture."""
        masked = self.kind is PaintKind.IMAGE and entry(self.source, "/SMask") is not None
        return self.state.transparent or masked

    @property
    def fineness(self) -> float:
        """The resolution of a picture at its size on paper, in points per inch: the coarser way round."""
        width, height = sides(self.state.ctm)
        across = number(self.source, "/Width", 0) * POINTS_PER_INCH / width if width else 0.0
        down = number(self.source, "/Height", 0) * POINTS_PER_INCH / height if height else 0.0
        return min(across, down)

    @property
    def overprints(self) -> bool:
        """Whether it leaves the inks below it in place."""
        stroke = self.kind is PaintKind.STROKE
        return self.state.stroke_overprint if stroke else self.state.fill_overprint

    @property
    def flat(self) -> PaintColour | None:
        """Its colour, when it has one alone: no picture, gradient or pattern."""
        return self.colour if self.colour and self.colour.pattern is None else None

    @property
    def inkless(self) -> bool:
        """Whether it is flat and without ink: white."""
        if self.colour is None or not self.colour.values:
            return False
        if self.colour.space.model in (Model.GREY, Model.RGB):
            return min(self.colour.values) >= 1
        return self.colour.space.model in (Model.CMYK, Model.INKS) and max(self.colour.values) <= 0

    @property
    def in_mask(self) -> bool:
        """Whether it makes a mask: then it puts no ink on paper."""
        return Inside.MASK in self.inside
