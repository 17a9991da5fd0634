"""One printing plate: what every colour puts on it, as a grey."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pikepdf import (
    Array,
    ContentStreamInstruction,
    Name,
    Object,
    Operator,
)
from PIL import Image, ImageChops

from filquartiers.press.inks import Inks
from filquartiers.press.pictures import UnreadablePictureError, write_bare
from filquartiers.press.resources import entry, identity
from filquartiers.press.separate import PLATES, separate
from filquartiers.press.spaces import Model, Space, Values
from filquartiers.press.targets import Written
from filquartiers.press.trace import TEXT_SHOWS, Step

INVISIBLE = 3
"""The text rendering mode that paints nothing."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a file taken apart once for all plates, by object number."""

    inks: Inks
    known: dict[tuple[int, int], list[Image.Image]]
    unread: set[tuple[int, int]]

    def plates(self, image: Object, resources: Object | None) -> list[Image.Image]:
        """Five grey pictures, white where there is no ink; white throughout when it cannot be read."""
        key = identity(image)
        if key in self.known:
            return self.known[key]
        try:
            plates = [ImageChops.invert(plate) for plate in separate(image, resources, self.inks)]
        except (UnreadablePictureError, ValueError):
            plates = [Image.new("L", (1, 1), 255)] * (len(PLATES) + 1)
            if key:
                self.unread.add(key)
        if key:
            self.known[key] = plates
        return plates


@dataclass(frozen=True, slots=True)
class ToPlate:
    """One printing plate in DeviceGray, white where there is no ink.

    ``plate`` is 0 to 3 for cyan, magenta, yellow, black; 4 gathers every spot ink.
    """

    pictures: "Pictures"
    plate: int
    space: Name = Name.DeviceGray
    count: int = 1
    states: Mapping[str, dict[str, Any]] = field(default_factory=dict)

    def colour(self, space: Space, values: Values) -> Values | None:
        """See `Target`."""
        if space.model is Model.PATTERN:
            return None
        return (1 - min(self._ink(space, values), 1.0),)

    def _ink(self, space: Space, values: Values) -> float:
        if space.model is Model.INKS:
            return sum(value for ink, value in zip(space.inks, values, strict=False) if self._is_mine(ink))
        if space.model is Model.UNKNOWN or self.plate == len(PLATES):
            return 0.0
        try:
            return self.pictures.inks.colour(space, values)[self.plate]
        except ValueError:
            return 0.0

    def _is_mine(self, ink: str) -> bool:
        if ink == "All":
            return self.plate < len(PLATES)
        if ink in PLATES:
            return PLATES.index(ink) == self.plate
        return self.plate == len(PLATES) and ink != "None"

    def ramp(self, space: Space, values: Sequence[Values]) -> list[Values] | None:
        """See `Target`."""
        return [self.colour(space, value) or (1.0,) for value in values]

    def image(self, image: Any, resources: Object | None) -> None:
        """See `Target`. What cannot be read is painted white: `preflight` says so by its own check."""
        plates = self.pictures.plates(image, resources)
        if isinstance(entry(image, "/Mask"), Array):
            del image.Mask  # a colour key speaks of the former samples
        write_bare(image, plates[self.plate], self.space)

    def paint(self, step: Step) -> Written:
        """See `Target`: what overprints with no ink on this plate leaves the plate as it was."""
        if not self._leaves_alone(step):
            return [step.instruction]
        if step.operator not in TEXT_SHOWS:
            return [ContentStreamInstruction([], Operator("n"))]
        hidden, back = (
            ContentStreamInstruction([mode], Operator("Tr")) for mode in (INVISIBLE, step.state.text_mode)
        )
        return [hidden, step.instruction, back]

    def _leaves_alone(self, step: Step) -> bool:
        """Whether overprinting (OPM 1) spares this plate. Paths filled and stroked at once are not spared."""
        state, fills = step.state, step.operator in TEXT_SHOWS or step.operator in ("f", "F", "f*")
        if state.overprint_mode != 1 or not (fills or step.operator in ("S", "s")):
            return False
        colour = state.fill if fills else state.stroke
        overprints = state.fill_overprint if fills else state.stroke_overprint
        return overprints and colour.pattern is None and self._ink(colour.space, colour.values) <= 0
