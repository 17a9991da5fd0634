"""What colours become: the four inks of the press, or the greys of a soft mask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from pikepdf import Array, ContentStreamInstruction, Name, Object, Operator
from PIL import Image

from filquartiers.press.inks import Inks, hold_ink, source_profile
from filquartiers.press.pictures import UnreadablePictureError, picture_space, read_picture, write_picture
from filquartiers.press.resources import entry, identity
from filquartiers.press.spaces import Model, Space, Values
from filquartiers.press.state import Colour
from filquartiers.press.trace import TEXT_SHOWS, Step

Written = list[Any]
LUMINANCE = (0.3, 0.59, 0.11)
TOO_FINE = 1.5
"""A picture this many times finer than asked is brought down to what is asked."""

OVERPRINT, KNOCKOUT = Name("/FqSurimpression"), Name("/FqReserve")
STATES: Mapping[str, dict[str, Any]] = {
    str(OVERPRINT): {"/Type": Name.ExtGState, "/OP": True, "/op": True, "/OPM": 1},
    str(KNOCKOUT): {"/Type": Name.ExtGState, "/OP": False, "/op": False, "/OPM": 0},
}
HAIRLINE_PT = 1.0
JPEG_SPARE = 6
"""Per cent of ink kept in reserve in a JPEG, whose compression gives some back."""


class Target(Protocol):
    """Where colours go."""

    @property
    def space(self) -> Name:
        """The device space of everything that is written."""

    @property
    def count(self) -> int:
        """The number of values of a colour in that space."""

    @property
    def states(self) -> Mapping[str, dict[str, Any]]:
        """The extended graphics states that `paint` names."""

    def colour(self, space: Space, values: Values) -> Values | None:
        """The colour in the target's space; None to leave it as it is."""

    def ramp(self, space: Space, values: Sequence[Values]) -> list[Values] | None:
        """The colours of a gradient, all treated alike; None to leave it as it is."""

    def image(self, image: Object, resources: Object | None) -> None:
        """Rewrite an image in place. Raises UnreadablePictureError."""

    def paint(self, step: Step) -> Written:
        """What to write in place of an instruction that paints."""


@dataclass(frozen=True, slots=True)
class ToInks:
    """Everything in CMYK, greys and blacks in K alone; spot inks stay.

    ``resolution`` is what the press asks, in points per inch; ``fineness`` the coarsest use, in points
    per inch, of each image of the file, by object number.
    """

    inks: Inks
    resolution: float
    fineness: dict[tuple[int, int], float] = field(default_factory=dict)
    space: Name = Name.DeviceCMYK
    count: int = 4
    states: Mapping[str, dict[str, Any]] = field(default_factory=lambda: STATES)

    def colour(self, space: Space, values: Values) -> Values | None:
        """See `Target`."""
        if space.model in (Model.INKS, Model.PATTERN, Model.UNKNOWN) or _is_final(space):
            return None
        return self.inks.colour(space, values)

    def ramp(self, space: Space, values: Sequence[Values]) -> list[Values] | None:
        """See `Target`: a gradient goes through the profile as a whole, unless it is grey throughout."""
        if space.model in (Model.INKS, Model.UNKNOWN) or _is_final(space):
            return None
        colours = [self.inks.colour(space, value) for value in values]
        if space.model is Model.RGB and any(sum(colour[:3]) for colour in colours):
            return [self.inks.through_profile(space, value) for value in values]
        return list(colours)

    def image(self, image: Any, resources: Object | None) -> None:
        """See `Target`. A grey picture is one plate already: it is only relabelled, never re-encoded."""
        space = picture_space(image, resources)
        if space.model is Model.INDEXED and space.base and space.base.model is not Model.INKS:
            image.ColorSpace = self._palette(space)
        elif space.model is Model.GREY:
            image.ColorSpace = Name.DeviceGray
        elif space.model is Model.CMYK:
            image.ColorSpace = Name.DeviceCMYK
        elif space.model is Model.RGB and not isinstance(entry(image, "/Mask"), Array):
            picture = read_picture(image, resources)
            spare = JPEG_SPARE if picture.lossy else 0
            samples = hold_ink(
                self.inks.image(self._reduced(image, picture.samples), source_profile(space)),
                self.inks.limit - spare,
            )
            write_picture(image, samples, self.space, lossy=picture.lossy)
        elif space.model not in (Model.INKS, Model.INDEXED):
            raise UnreadablePictureError(space.label)

    def _palette(self, space: Space) -> list[Any]:
        base = space.base or space
        size = len(space.table) // base.count
        entries = [self.inks.colour(space, (float(i),)) for i in range(size)]
        table = bytes(round(part * 255) for colour in entries for part in colour)
        return [Name.Indexed, self.space, size - 1, table]

    def _reduced(self, image: Object, samples: Image.Image) -> Image.Image:
        fineness = self.fineness.get(identity(image) or (0, 0), 0)
        if fineness < self.resolution * TOO_FINE:
            return samples
        share = self.resolution / fineness
        size = tuple(-int(-side * share // 1) for side in samples.size)
        return samples.convert("RGB").resize((size[0], size[1]), Image.Resampling.LANCZOS)

    def paint(self, step: Step) -> Written:
        """See `Target`: black text and hairlines are printed over what is below, without a white gap."""
        if not self._overprints_well(step):
            return [step.instruction]
        return [_gs(OVERPRINT), step.instruction, _gs(KNOCKOUT)]

    def _overprints_well(self, step: Step) -> bool:
        state = step.state
        if state.transparent or state.fill_overprint or state.stroke_overprint:
            return False
        if step.operator in TEXT_SHOWS:
            drawn = state.font is None or state.font.type3
            return state.text_mode == 0 and not drawn and self._is_black(state.fill)
        thin = state.line_width * max(abs(v) for v in state.ctm.shorthand[:4]) <= HAIRLINE_PT
        return step.operator in ("S", "s") and thin and self._is_black(state.stroke)

    def _is_black(self, colour: Colour) -> bool:
        """Whether it will be black ink alone: as written, or by a recipe."""
        if colour.space.model not in (Model.CMYK, Model.GREY, Model.RGB):
            return False
        try:
            return self.inks.colour(colour.space, colour.values) == (0, 0, 0, 1)
        except ValueError:
            return False


def _is_final(space: Space) -> bool:
    return space.model is Model.CMYK and not space.calibrated


def _gs(name: Name) -> ContentStreamInstruction:
    return ContentStreamInstruction([name], Operator("gs"))


@dataclass(frozen=True, slots=True)
class ToGrey:
    """Everything in DeviceGray by its luminance: what a soft mask is read by."""

    inks: Inks
    space: Name = Name.DeviceGray
    count: int = 1
    states: Mapping[str, dict[str, Any]] = field(default_factory=dict)

    def colour(self, space: Space, values: Values) -> Values | None:
        """See `Target`."""
        if space.model in (Model.PATTERN, Model.UNKNOWN):
            return None
        if space.model is Model.GREY:
            return values
        if space.model is Model.RGB:
            return (sum(a * b for a, b in zip(LUMINANCE, values, strict=True)),)
        c, m, y, k = self.inks.colour(space, values)
        ink = sum(a * b for a, b in zip(LUMINANCE, (c, m, y), strict=True))
        return (1 - min(1.0, ink + k),)

    def ramp(self, space: Space, values: Sequence[Values]) -> list[Values] | None:
        """See `Target`."""
        if space.model is Model.GREY and not space.calibrated:
            return None
        return [self.colour(space, value) or (0.0,) for value in values]

    def image(self, image: Any, resources: Object | None) -> None:
        """See `Target`."""
        picture = read_picture(image, resources)
        if picture.space.model is Model.GREY:
            image.ColorSpace = self.space
            return
        write_picture(image, picture.samples.convert("L"), self.space, lossy=picture.lossy)

    def paint(self, step: Step) -> Written:
        """See `Target`."""
        return [step.instruction]
