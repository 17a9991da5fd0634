"""Rewrite a content stream in other colours, operator by operator."""

from dataclasses import dataclass
from decimal import Decimal

from pikepdf import (
    Array,
    ContentStreamInstruction,
    Dictionary,
    Matrix,
    Name,
    Object,
    Operator,
    Pdf,
    unparse_content_stream,
)

from filquartiers.press.geometry import Box
from filquartiers.press.pictures import UnreadablePictureError, from_inline
from filquartiers.press.resources import add, entry, lookup
from filquartiers.press.spaces import GREY, Model, Space, Values
from filquartiers.press.state import Colour, State
from filquartiers.press.targets import Target, Written
from filquartiers.press.trace import PATH_ENDS, TEXT_SHOWS, Step, Tracer

FILL_SETS = frozenset(("g", "rg", "k", "sc", "scn"))
STROKE_SETS = frozenset(("G", "RG", "K", "SC", "SCN"))
SETTERS = {(1, True): "g", (1, False): "G", (4, True): "k", (4, False): "K"}
EVERYWHERE = Box(-1e6, -1e6, 1e6, 1e6)


@dataclass(slots=True)
class Rewriter:
    """Rewrites the content streams of one file. ``left`` gathers what could not be converted, in French."""

    pdf: Pdf
    tracer: Tracer
    left: list[str]

    def stream(self, stream: Object, resources: Dictionary, target: Target, *, starts: bool) -> bytes:
        """The content of a page, form, tile or glyph, rewritten.

        Args:
            stream: what to read; it is not changed.
            resources: where it looks names up; the names that the new content needs are added.
            target: what colours become.
            starts: whether the stream begins with the initial black, which must then be set too.
        """
        written: Written = []
        if starts:
            black = Colour(GREY, (0.0,))
            written += [*self._set(black, target, fill=True), *self._set(black, target, fill=False)]
        for step in self.tracer.trace(stream, resources, State(ctm=Matrix(), clip=EVERYWHERE)):
            written += self._rewrite(step, resources, target)
        return unparse_content_stream(written)

    def _rewrite(self, step: Step, resources: Dictionary, target: Target) -> Written:
        name = step.operator
        if name in FILL_SETS or name == "cs":
            return self._colour(step, step.state.fill, resources, target, fill=True)
        if name in STROKE_SETS or name == "CS":
            return self._colour(step, step.state.stroke, resources, target, fill=False)
        if name == "INLINE IMAGE":
            return self._inline(step, resources, target)
        if name in TEXT_SHOWS or name in PATH_ENDS:
            return self._painted(step, resources, target)
        return [step.instruction]

    def _painted(self, step: Step, resources: Dictionary, target: Target) -> Written:
        """What the target paints instead, with the graphics states it names made known."""
        written = target.paint(step)
        for name, value in target.states.items() if len(written) > 1 else ():
            if lookup(resources, "/ExtGState", name) is None:
                add(self.pdf, resources, "/ExtGState", name, Dictionary(value))
        return written

    def _colour(
        self, step: Step, colour: Colour, resources: Dictionary, target: Target, *, fill: bool
    ) -> Written:
        if colour.space.model is Model.PATTERN:
            return self._pattern_colour(step, colour, resources, target)
        return self._set(colour, target, fill=fill) or [step.instruction]

    def _set(self, colour: Colour, target: Target, *, fill: bool) -> Written:
        try:
            values = target.colour(colour.space, colour.values)
        except ValueError:
            self.left.append(f"une couleur ({colour.space.label})")
            return []
        if values is None:
            return []
        return [_instruction(SETTERS[target.count, fill], values)]

    def _pattern_colour(self, step: Step, colour: Colour, resources: Dictionary, target: Target) -> Written:
        """Uncoloured tiles take their colour from here, in a space of their own."""
        base = colour.space.base
        if base is None or not converts(target, base):
            return [step.instruction]
        if step.operator in ("cs", "CS"):
            name = add(self.pdf, resources, "/ColorSpace", "/FqMotif", Array([Name.Pattern, target.space]))
            return [ContentStreamInstruction([name], Operator(step.operator))]
        values = target.colour(base, colour.values) or ()
        return [ContentStreamInstruction([*decimals(values), step.operands[-1]], Operator(step.operator))]

    def _inline(self, step: Step, resources: Dictionary, target: Target) -> Written:
        iimage = step.instruction.iimage
        if iimage.image_mask:
            return [step.instruction]
        try:
            image = from_inline(self.pdf, iimage)
            target.image(image, resources)
        except UnreadablePictureError:
            self.left.append("une image dans le texte de la page")
            return [step.instruction]
        group = entry(resources, "/XObject")
        name = f"/FqImage{len(group) if isinstance(group, Dictionary) else 0}"
        add(self.pdf, resources, "/XObject", name, image)
        return [ContentStreamInstruction([Name(name)], Operator("Do"))]


def converts(target: Target, space: Space) -> bool:
    """Whether the target replaces the colours of a space, rather than leaving them alone."""
    try:
        return target.colour(space, space.initial) is not None
    except ValueError:
        return False


def _instruction(operator: str, values: Values) -> ContentStreamInstruction:
    return ContentStreamInstruction(decimals(values), Operator(operator))


def decimals(values: Values) -> list[Decimal]:
    """As operands, with the four decimals that a press can tell apart."""
    return [Decimal(f"{value:.4f}") for value in values]
