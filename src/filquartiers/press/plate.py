"""A file made into its printing plates: each colour a grey, white where there is no ink of the plate."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from io import BytesIO
from itertools import product, repeat
from typing import Any

from pikepdf import (
    Array,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    ObjectStreamMode,
    Operator,
    Pdf,
    Stream,
    unparse_content_stream,
)
from PIL import Image, ImageChops

from filquartiers.press.inks import SCALES, Inks
from filquartiers.press.pictures import UnreadablePictureError, describe, from_inline, read_picture
from filquartiers.press.resources import add, entries, entry
from filquartiers.press.separate import PLATES, separate, shares
from filquartiers.press.spaces import Model, Space, Values, read_space
from filquartiers.press.state import BLACK, PaintColour
from filquartiers.press.survey import PageObject, What, survey
from filquartiers.press.trace import PATH_ENDS, TEXT_SHOWS, Step, Tracer

FILL_SETS = frozenset(("g", "rg", "k", "sc", "scn", "cs"))
STROKE_SETS = frozenset(("G", "RG", "K", "SC", "SCN", "CS"))
FILLS = frozenset(("f", "F", "f*"))
INVISIBLE = 3
"""The text rendering mode that paints nothing."""
FINE, PALETTE = 17, 256
"""At how many values of each component a gradient's colours are worked out, when two do not tell all."""
MOST_COMPONENTS = 8

Written = list[Any]
"""Instructions to write in place of one."""


class Plates:
    """The plates of a file differ by the bytes of some of its streams, and by nothing else.

    Args:
        pdf: the file, changed.
        inks: what turns colours of other spaces into inks.
        count: how many plates to make, of `PLATES`.
    """

    def __init__(self, pdf: Pdf, inks: Inks, count: int) -> None:
        self.pdf, self.inks, self.count = pdf, inks, count
        self.unread: set[tuple[int, int]] = set()
        """The object numbers of the pictures that could not be read."""
        self._bodies: dict[tuple[int, int], tuple[Stream, list[bytes]]] = {}
        tracer = Tracer()
        for shown in survey(pdf):
            if shown.what is What.CONTENT:
                self._content(shown, tracer)
            elif shown.what is What.PICTURE:
                self._picture(shown.source, shown.resources)
            else:
                self._gradient(shown.source, shown.resources)

    def files(self) -> Iterator[bytes]:
        """The file as each plate, in turn."""
        for number in range(self.count):
            for stream, bodies in self._bodies.values():
                stream.write(bodies[number], filter=Name.FlateDecode)
            out = BytesIO()
            self.pdf.save(
                out,
                compress_streams=False,
                object_stream_mode=ObjectStreamMode.disable,
                fix_metadata_version=False,
            )
            yield out.getvalue()

    def _keep(self, stream: Stream, bodies: Iterable[bytes]) -> None:
        """What a stream holds on each plate, hardly compressed: it is rendered and thrown away."""
        self._bodies[stream.objgen] = stream, [zlib.compress(body, 1) for body in bodies]

    def _content(self, content: PageObject, tracer: Tracer) -> None:
        """Colours, inline pictures, and what overprints. A page or coloured tile begins in black."""
        written: list[Written] = [[] for _ in range(self.count)]
        for operator in ("g", "G") if content.begins_anew else ():
            _write(written, self._set(BLACK, operator))
        for step in content.steps(tracer):
            _write(written, self._step(step, content.resources))
        self._keep(content.stream(self.pdf), map(unparse_content_stream, written))
        content.blend_in(Name.DeviceGray)

    def _step(self, step: Step, resources: Dictionary) -> Iterable[Written]:
        """What to write in place of one instruction, on each plate."""
        if step.operator in FILL_SETS:
            return self._colour(step, step.state.fill, resources, "g")
        if step.operator in STROKE_SETS:
            return self._colour(step, step.state.stroke, resources, "G")
        if step.operator == "INLINE IMAGE":
            return repeat([self._inline(step, resources)])
        if step.operator in TEXT_SHOWS or step.operator in PATH_ENDS:
            return self._painted(step)
        return repeat([step.instruction])

    def _shares(self, colour: PaintColour) -> Values:
        return shares(colour.space, colour.values, self.inks)

    def _set(self, colour: PaintColour, operator: str, *after: Object) -> Iterable[Written]:
        greys = (Decimal(f"{1 - share:.4f}") for share in self._shares(colour))
        return ([_instruction(operator, grey, *after)] for grey in greys)

    def _colour(
        self, step: Step, colour: PaintColour, resources: Dictionary, operator: str
    ) -> Iterable[Written]:
        """A grey; an uncoloured tile takes it in a space of its own."""
        base = colour.space.base
        if colour.space.model is not Model.PATTERN:
            return self._set(colour, operator)
        if base is None:
            return repeat([step.instruction])
        if step.operator in ("cs", "CS"):
            grey = Array([Name.Pattern, Name.DeviceGray])
            named = add(self.pdf, resources, "/ColorSpace", "/FqMotif", grey)
            return repeat([_instruction(step.operator, named)])
        return self._set(PaintColour(base, colour.values), step.operator, *step.operands[-1:])

    def _inline(self, step: Step, resources: Dictionary) -> Any:
        inline = step.instruction.iimage
        try:
            image = None if inline.image_mask else from_inline(self.pdf, inline)
        except UnreadablePictureError:
            image = None
        if image is None:
            return step.instruction
        self._picture(image, resources)
        name = f"/FqImage{len(entries(resources, '/XObject'))}"
        return _instruction("Do", add(self.pdf, resources, "/XObject", name, image))

    def _picture(self, picture: Any, resources: Object | None) -> None:
        """What cannot be read is painted white: `preflight` says so by its own check."""
        if picture.objgen in self._bodies:
            return  # an inline picture, met again by the name it was given
        try:
            read = read_picture(picture, resources)
            plates, shown = separate(read, self.inks), read.shown
        except (UnreadablePictureError, ValueError):
            plates, shown = [Image.new("L", (1, 1), 0)] * PLATES, None
            self.unread.add(picture.objgen)
        if isinstance(entry(picture, "/Mask"), Array):
            del picture.Mask  # a colour key speaks of the former samples
            if shown is not None:
                picture.SMask = self._mask(shown)
        describe(picture, plates[0].size, Name.DeviceGray)
        self._keep(picture, (ImageChops.invert(plate).tobytes() for plate in plates[: self.count]))

    def _mask(self, shown: Image.Image) -> Stream:
        """A soft mask as hard as the colour key that it stands for."""
        mask = self.pdf.make_stream(shown.tobytes(), Type=Name.XObject, Subtype=Name.Image)
        describe(mask, shown.size, Name.DeviceGray)
        return mask

    def _gradient(self, shading: Any, resources: Object | None) -> None:
        """Its numbers stay, in a space that shows them as each plate does."""
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
        greys = self.pdf.make_stream(
            b"",
            FunctionType=0,
            Domain=[float(bound) for pair in reach for bound in pair],
            Range=[0, 1],
            Size=[steps] * space.count,
            BitsPerSample=8,
        )
        self._keep(greys, self._greys(space, points))
        names = Array(Name(f"/Fq{index}") for index in range(space.count))
        return Array([Name.DeviceN, names, Name.DeviceGray, greys])

    def _greys(self, space: Space, points: Sequence[Values]) -> Iterator[bytes]:
        """A screen gradient goes through the profile as a whole: a rule for greys would show as a step."""
        if space.model in SCALES:
            row = self.inks.through_profile(space, points)
            plates = (*row.split(), Image.new("L", row.size, 0))
            return (ImageChops.invert(plate).tobytes() for plate in plates)
        colours = zip(*(self._shares(PaintColour(space, point)) for point in points), strict=True)
        return (bytes(round(255 - 255 * share) for share in plate) for plate in colours)

    def _painted(self, step: Step) -> Iterable[Written]:
        """What overprints (OPM 1) with no ink on a plate leaves it as it was.

        Paths filled and stroked at once are not spared.
        """
        state, shows = step.state, step.operator in TEXT_SHOWS
        fills = shows or step.operator in FILLS
        colour = state.fill if fills else state.stroke
        overprints = state.fill_overprint if fills else state.stroke_overprint
        known = fills or step.operator in ("S", "s")
        if not (known and overprints and state.overprint_mode == 1 and colour.pattern is None):
            return repeat([step.instruction])
        nothing = [_instruction("n")]
        if shows:
            nothing = [_instruction("Tr", INVISIBLE), step.instruction, _instruction("Tr", state.text_mode)]
        return ([step.instruction] if share > 0 else nothing for share in self._shares(colour))


def _instruction(operator: str, *operands: Any) -> ContentStreamInstruction:
    return ContentStreamInstruction(operands, Operator(operator))


def _write(written: list[Written], versions: Iterable[Written]) -> None:
    for plate, version in zip(written, versions, strict=False):
        plate.extend(version)


def _sampling(space: Space) -> tuple[int, Sequence[tuple[float, float]]]:
    """How many values of each component to work out, and between which bounds."""
    if space.model is Model.INDEXED:
        return PALETTE, [(0, PALETTE - 1)]
    if space.model is Model.LAB:
        low_a, high_a, low_b, high_b = space.lab_range
        return FINE, [(0, 100), (low_a, high_a), (low_b, high_b)]
    return FINE if space.model in SCALES else 2, [(0, 1)] * space.count
