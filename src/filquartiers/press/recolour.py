"""Write a PDF again in other colours: content streams, forms, tiles, shadings, glyphs, soft masks.

Colour operators are replaced where they stand, by the space in force there; images, palettes and
gradients are converted where they are kept. What the colours become is the business of a `Target`.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from pikepdf import (
    Array,
    ContentStreamInstruction,
    Dictionary,
    Matrix,
    Name,
    Object,
    Operator,
    Page,
    Pdf,
    Stream,
    unparse_content_stream,
)

from filquartiers.press.geometry import Box
from filquartiers.press.gradients import convert_shading, convert_tint
from filquartiers.press.pictures import UnreadablePictureError, from_inline
from filquartiers.press.resources import add, entries, entry, identity, lookup
from filquartiers.press.spaces import DEFAULTS, GREY, Model, Space, Values, group_space, read_space
from filquartiers.press.state import Colour, State
from filquartiers.press.targets import Target, Written
from filquartiers.press.trace import PATH_ENDS, TEXT_SHOWS, Step, Tracer
from filquartiers.press.walk import inherited

FILL_SETS = frozenset(("g", "rg", "k", "sc", "scn"))
STROKE_SETS = frozenset(("G", "RG", "K", "SC", "SCN"))
SETTERS = {(1, True): "g", (1, False): "G", (4, True): "k", (4, False): "K"}
EVERYWHERE = Box(-1e6, -1e6, 1e6, 1e6)


@dataclass(slots=True)
class Recolour:
    """One pass over one file.

    ``mask_target`` is where the groups of soft masks go: they are read by luminance, not printed.
    ``left`` gathers, in French, what could not be converted.
    """

    pdf: Pdf
    target: Target
    mask_target: Target
    tracer: Tracer = field(default_factory=Tracer)
    left: list[str] = field(default_factory=list)
    _done: set[tuple[int, int]] = field(default_factory=set)
    _seen: list[Object] = field(default_factory=list)

    def page(self, page: Page) -> None:
        """Rewrite a page and all that it shows."""
        resources = self._own_resources(page)
        page.obj.Contents = self.pdf.make_stream(self._stream(page.obj, resources, self.target, starts=True))
        self._group(page.obj, self.target)
        self._resources(resources, self.target)

    def tidy(self) -> None:
        """Forget the colour spaces that nothing names any more."""
        for resources in self._seen:
            for name, value in entries(resources, "/ColorSpace"):
                if name in DEFAULTS.values() or self._converts(read_space(value, None)):
                    del resources["/ColorSpace"][name]

    def _own_resources(self, page: Page) -> Dictionary:
        found = inherited(page, "/Resources")
        if not isinstance(found, Dictionary):
            found = Dictionary()
        page.obj.Resources = found if found.is_indirect else self.pdf.make_indirect(found)
        found_again: Dictionary = page.obj.Resources
        return found_again

    def _once(self, value: Object) -> bool:
        key = identity(value)
        if key is None:
            return True
        fresh = key not in self._done
        self._done.add(key)
        return fresh

    def _converts(self, space: Space) -> bool:
        try:
            return self.target.colour(space, space.initial) is not None
        except ValueError:
            return False

    # -- content streams

    def _stream(self, stream: Object, resources: Dictionary, target: Target, *, starts: bool) -> bytes:
        """The rewritten content. ``starts``: the stream sets its own initial black."""
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
        if base is None or not self._converts(base):
            return [step.instruction]
        if step.operator in ("cs", "CS"):
            name = add(self.pdf, resources, "/ColorSpace", "/FqMotif", Array([Name.Pattern, target.space]))
            return [ContentStreamInstruction([name], Operator(step.operator))]
        values = target.colour(base, colour.values) or ()
        return [ContentStreamInstruction([*_decimals(values), step.operands[-1]], Operator(step.operator))]

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

    # -- what streams refer to

    def _resources(self, resources: Dictionary, target: Target) -> None:
        if not self._once(resources):
            return
        self._seen.append(resources)
        for category, convert in (
            ("/XObject", self._xobject),
            ("/Pattern", self._pattern),
            ("/Shading", self._shading),
            ("/ExtGState", self._extended),
            ("/Font", self._font),
            ("/ColorSpace", self._ink_space),
        ):
            for _, value in entries(resources, category):
                convert(value, resources, target)

    def _xobject(self, source: Any, resources: Dictionary, target: Target) -> None:
        if not isinstance(source, Stream) or not self._once(source):
            return
        if entry(source, "/Subtype") == Name.Form:
            self._form(source, resources, target)
        elif entry(source, "/Subtype") == Name.Image and not entry(source, "/ImageMask"):
            try:
                target.image(source, resources)
            except (UnreadablePictureError, ValueError):
                self.left.append("une image")

    def _form(self, form: Any, resources: Dictionary, target: Target, *, starts: bool = False) -> None:
        own = entry(form, "/Resources")
        inner = own if isinstance(own, Dictionary) else resources
        form.write(self._stream(form, inner, target, starts=starts))
        self._group(form, target)
        self._resources(inner, target)

    def _group(self, owner: Object, target: Target) -> None:
        group = entry(owner, "/Group")
        if isinstance(group, Dictionary) and Name.CS in group:
            group.CS = target.space

    def _pattern(self, source: Any, resources: Dictionary, target: Target) -> None:
        if not self._once(source):
            return
        if isinstance(source, Stream):
            self._form(source, resources, target, starts=entry(source, "/PaintType") != 2)  # noqa: PLR2004
        elif entry(source, "/Shading") is not None:
            self._shading(source.Shading, resources, target)

    def _shading(self, source: Any, resources: Dictionary, target: Target) -> None:
        if not self._once(source):
            return
        space = read_space(entry(source, "/ColorSpace"), resources)
        try:
            convert_shading(self.pdf, source, space, target)
        except ValueError:
            self.left.append(f"un dégradé ({space.label})")

    def _extended(self, source: Any, resources: Dictionary, _target: Target) -> None:
        """The group of a soft mask, and the backdrop it is drawn on (11.5.3)."""
        mask = entry(source, "/SMask")
        group = entry(mask, "/G")
        if not isinstance(group, Stream) or not self._once(group):
            return
        backdrop, space = entry(mask, "/BC"), group_space(group)
        if isinstance(backdrop, Array) and isinstance(mask, Dictionary) and space:
            values = tuple(float(value) for value in backdrop)
            mask.BC = Array(_decimals(self.mask_target.colour(space, values) or ()))
        self._form(group, resources, self.mask_target, starts=True)

    def _font(self, source: Any, resources: Dictionary, target: Target) -> None:
        drawings = entry(source, "/CharProcs")
        if not isinstance(drawings, Dictionary) or not self._once(source):
            return
        own = entry(source, "/Resources")
        inner = own if isinstance(own, Dictionary) else resources
        for name in list(drawings.keys()):
            if isinstance(drawings[name], Stream) and self._once(drawings[name]):
                drawings[name].write(self._stream(drawings[name], inner, target, starts=False))
        self._resources(inner, target)

    def _ink_space(self, source: Any, resources: Dictionary, target: Target) -> None:
        """A spot ink stays; the colour that replaces it where it is missing follows the others."""
        space = read_space(source, resources)
        if space.model is not Model.INKS or self._converts(space):
            return
        try:
            convert_tint(self.pdf, source, space, target)
        except ValueError:
            self.left.append(f"l'encre de remplacement de « {', '.join(space.inks)} »")


def _instruction(operator: str, values: Values) -> ContentStreamInstruction:
    return ContentStreamInstruction(_decimals(values), Operator(operator))


def _decimals(values: Values) -> list[Decimal]:
    return [Decimal(f"{value:.4f}") for value in values]
