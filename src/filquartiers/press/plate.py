"""One printing plate: what every colour puts on it, as a grey, white where there is no ink."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Any

from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, Object, Operator, Pdf, Stream
from PIL import Image, ImageChops

from filquartiers.press.inks import SCALES, Inks
from filquartiers.press.pictures import UnreadablePictureError, from_inline, write_bare
from filquartiers.press.resources import add, entries, entry, identity
from filquartiers.press.rewrite import Edit, Written
from filquartiers.press.separate import PLATES, separate, shares
from filquartiers.press.spaces import Model, Space, Values, read_space
from filquartiers.press.state import BLACK, Colour
from filquartiers.press.trace import PATH_ENDS, TEXT_SHOWS, Step

FILL_SETS = frozenset(("g", "rg", "k", "sc", "scn", "cs"))
STROKE_SETS = frozenset(("G", "RG", "K", "SC", "SCN", "CS"))
FILLS = frozenset(("f", "F", "f*"))
INVISIBLE = 3
"""The text rendering mode that paints nothing."""
FINE, PALETTE = 17, 256
"""At how many values of each component a gradient's colours are worked out, when two do not tell all."""
MOST_COMPONENTS = 8


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a file taken apart once for all plates, by object number."""

    inks: Inks
    known: dict[tuple[int, int], list[Image.Image]]
    unread: set[tuple[int, int]]

    def plates(self, image: Object, resources: Object | None) -> list[Image.Image]:
        """Grey pictures, white where there is no ink; white throughout when it cannot be read."""
        key = identity(image)
        if key in self.known:
            return self.known[key]
        try:
            plates = [ImageChops.invert(plate) for plate in separate(image, resources, self.inks)]
        except (UnreadablePictureError, ValueError):
            plates = [Image.new("L", (1, 1), 255)] * PLATES
            if key:
                self.unread.add(key)
        if key:
            self.known[key] = plates
        return plates


@dataclass(frozen=True, slots=True)
class Plate(Edit):
    """Turns a file into one of its `PLATES`, by number."""

    pdf: Pdf
    pictures: Pictures
    number: int

    def starts(self) -> Written:
        """The initial black."""
        return [self._set(BLACK, "g"), self._set(BLACK, "G")]

    def step(self, step: Step, resources: Dictionary) -> Written:
        """See `Edit`: colours, inline pictures, and what overprints."""
        if step.operator in FILL_SETS:
            return self._colour(step, step.state.fill, resources, "g")
        if step.operator in STROKE_SETS:
            return self._colour(step, step.state.stroke, resources, "G")
        if step.operator == "INLINE IMAGE":
            return self._inline(step, resources)
        if step.operator in TEXT_SHOWS or step.operator in PATH_ENDS:
            return self._painted(step)
        return [step.instruction]

    def _ink(self, colour: Colour) -> float:
        return shares(colour.space, colour.values, self.pictures.inks)[self.number]

    def _set(self, colour: Colour, operator: str) -> ContentStreamInstruction:
        return ContentStreamInstruction([self._grey(colour)], Operator(operator))

    def _grey(self, colour: Colour) -> Decimal:
        return Decimal(f"{1 - self._ink(colour):.4f}")

    def _colour(self, step: Step, colour: Colour, resources: Dictionary, operator: str) -> Written:
        """A grey; an uncoloured tile takes it in a space of its own."""
        if colour.space.model is not Model.PATTERN:
            return [self._set(colour, operator)]
        base = colour.space.base
        if base is None:
            return [step.instruction]
        if step.operator in ("cs", "CS"):
            grey = Array([Name.Pattern, Name.DeviceGray])
            operands: list[Any] = [add(self.pdf, resources, "/ColorSpace", "/FqMotif", grey)]
        else:
            operands = [self._grey(Colour(base, colour.values)), *step.operands[-1:]]
        return [ContentStreamInstruction(operands, Operator(step.operator))]

    def _inline(self, step: Step, resources: Dictionary) -> Written:
        inline = step.instruction.iimage
        if inline.image_mask:
            return [step.instruction]
        try:
            image = from_inline(self.pdf, inline)
        except UnreadablePictureError:
            return [step.instruction]
        self.picture(image, resources)
        name = f"/FqImage{len(entries(resources, '/XObject'))}"
        add(self.pdf, resources, "/XObject", name, image)
        return [ContentStreamInstruction([Name(name)], Operator("Do"))]

    def picture(self, picture: Any, resources: Object | None) -> None:
        """See `Edit`. What cannot be read is painted white: `preflight` says so by its own check."""
        plates = self.pictures.plates(picture, resources)
        if isinstance(entry(picture, "/Mask"), Array):
            del picture.Mask  # a colour key speaks of the former samples
        write_bare(picture, plates[self.number], Name.DeviceGray)

    def shading(self, shading: Any, resources: Object | None) -> None:
        """See `Edit`: its numbers stay, in a space that shows them as this plate does."""
        space = read_space(entry(shading, "/ColorSpace"), resources)
        if 0 < space.count <= MOST_COMPONENTS and space.model is not Model.PATTERN:
            shading.ColorSpace = self._seen_through(space)
        elif isinstance(shading, Dictionary | Stream):
            shading.ShadingType = 0  # of no known kind: nothing is painted

    def _seen_through(self, space: Space) -> Array:
        """A space of as many components, whose colours are greys: sampled (7.10.2), first one fastest."""
        steps, reach = _sampling(space)
        axes = [[low + (high - low) * i / (steps - 1) for i in range(steps)] for low, high in reach]
        points = [tuple(reversed(point)) for point in product(*reversed(axes))]
        greys = Stream(
            self.pdf,
            self._greys(space, points),
            FunctionType=0,
            Domain=[float(bound) for pair in reach for bound in pair],
            Range=[0, 1],
            Size=[steps] * space.count,
            BitsPerSample=8,
        )
        names = Array(Name(f"/Fq{index}") for index in range(space.count))
        return Array([Name.DeviceN, names, Name.DeviceGray, self.pdf.make_indirect(greys)])

    def _greys(self, space: Space, points: Sequence[Values]) -> bytes:
        """A screen gradient goes through the profile as a whole: a rule for greys would show as a step."""
        if space.model in SCALES:
            row = self.pictures.inks.through_profile(space, points)
            plates = (*row.split(), Image.new("L", row.size, 0))
            return ImageChops.invert(plates[self.number]).tobytes()
        return bytes(round(255 - 255 * self._ink(Colour(space, point))) for point in points)

    def group(self, group: Dictionary) -> None:
        """See `Edit`: it blends greys."""
        if Name.CS in group:
            group.CS = Name.DeviceGray

    def _painted(self, step: Step) -> Written:
        """What overprints with no ink on this plate leaves the plate as it was."""
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
        state, fills = step.state, step.operator in TEXT_SHOWS or step.operator in FILLS
        if state.overprint_mode != 1 or not (fills or step.operator in ("S", "s")):
            return False
        colour = state.fill if fills else state.stroke
        overprints = state.fill_overprint if fills else state.stroke_overprint
        return overprints and colour.pattern is None and self._ink(colour) <= 0


def _sampling(space: Space) -> tuple[int, Sequence[tuple[float, float]]]:
    """How many values of each component to work out, and between which bounds."""
    if space.model is Model.INDEXED:
        return PALETTE, [(0, PALETTE - 1)]
    if space.model is Model.LAB:
        low_a, high_a, low_b, high_b = space.lab_range
        return FINE, [(0, 100), (low_a, high_a), (low_b, high_b)]
    return FINE if space.model in SCALES else 2, [(0, 1)] * space.count
