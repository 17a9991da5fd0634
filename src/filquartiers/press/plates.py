"""The printing plates of a page: how much of each ink lands where.

Each plate is the same PDF with every colour replaced by the share of one ink, as a grey, and rendered.
So transparency, clips, tiles and soft masks count as they do on a press; the figures are those of what
is printed, not of what was asked for object by object.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array, ContentStreamInstruction, Name, Object, Operator
from PIL import Image

from filquartiers.press.inks import Inks
from filquartiers.press.pictures import UnreadablePictureError, write_picture
from filquartiers.press.resources import entry, identity
from filquartiers.press.separate import PLATES, separate
from filquartiers.press.spaces import Model, Space, Values
from filquartiers.press.targets import Written
from filquartiers.press.trace import TEXT_SHOWS, Step


@dataclass(frozen=True, slots=True)
class ToPlate:
    """One printing plate in DeviceGray, white where there is no ink.

    ``plate`` is 0 to 3 for cyan, magenta, yellow, black; 4 gathers every spot ink.
    ``thumbnails`` keeps, between plates, the pictures already converted, by object number.
    """

    inks: Inks
    plate: int
    thumbnails: dict[tuple[int, int], tuple[Image.Image, ...]]
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
            return self.inks.colour(space, values)[self.plate]
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
        key = identity(image)
        plates = self.thumbnails.get(key) if key else None
        if plates is None:
            plates = self._separate(image, resources)
            if key:
                self.thumbnails[key] = plates
        if isinstance(entry(image, "/Mask"), Array):
            del image.Mask  # a colour key speaks of the former samples
        write_picture(image, plates[self.plate], self.space, lossy=False)

    def _separate(self, image: Any, resources: Object | None) -> tuple[Image.Image, ...]:
        blank = Image.new("L", (1, 1), 255)
        try:
            return tuple(
                Image.eval(plate, lambda value: 255 - value)
                for plate in separate(image, resources, self.inks)
            )
        except (UnreadablePictureError, ValueError):
            return (blank,) * (len(PLATES) + 1)

    def paint(self, step: Step) -> Written:
        """See `Target`: what overprints with no ink on this plate leaves the plate as it was."""
        state = step.state
        if not state.fill_overprint or state.overprint_mode != 1 or step.operator not in TEXT_SHOWS:
            return [step.instruction]
        if self._ink(state.fill.space, state.fill.values) > 0:
            return [step.instruction]
        back = ContentStreamInstruction([state.text_mode], Operator("Tr"))
        return [ContentStreamInstruction([3], Operator("Tr")), step.instruction, back]
