"""Write a PDF again in other colours: content streams, forms, tiles, shadings, glyphs, soft masks.

Colour operators are replaced where they stand, by the space in force there; images, palettes and
gradients are converted where they are kept. What the colours become is the business of a `Target`.
"""

from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from filquartiers.press.gradients import convert_shading, convert_tint
from filquartiers.press.pictures import UnreadablePictureError
from filquartiers.press.resources import entries, entry, identity
from filquartiers.press.rewrite import Rewriter, converts, decimals
from filquartiers.press.spaces import DEFAULTS, Model, group_space, read_space
from filquartiers.press.targets import Target
from filquartiers.press.trace import Tracer
from filquartiers.press.walk import inherited

UNCOLOURED = 2
"""The paint type of a tile that takes its colour from where it is used."""


class Recolour:
    """One pass over one file.

    Args:
        pdf: changed in place.
        target: where colours go.
        mask_target: where the groups of soft masks go: they are read by luminance, not printed.
        tracer: what runs the content streams.
    """

    def __init__(self, pdf: Pdf, target: Target, mask_target: Target, tracer: Tracer) -> None:
        self.pdf, self.target, self.mask_target = pdf, target, mask_target
        self.left: list[str] = []
        """What could not be converted, in French."""
        self._rewriter = Rewriter(pdf, tracer, self.left)
        self._done: set[tuple[int, int]] = set()
        self._seen: list[Dictionary] = []
        # A queue, not a recursion: a file may nest its forms deeper than Python does its calls.
        self._waiting: list[tuple[Dictionary, Target]] = []

    def page(self, page: Page) -> None:
        """Rewrite a page and all that it shows."""
        resources = self._own_resources(page)
        content = self._rewriter.stream(page.obj, resources, self.target, starts=True)
        page.obj.Contents = self.pdf.make_stream(content)
        _set_group(page.obj, self.target)
        self._waiting.append((resources, self.target))
        while self._waiting:
            self._resources(*self._waiting.pop())

    def tidy(self) -> None:
        """Forget the colour spaces that nothing names any more."""
        for resources in self._seen:
            for name, value in entries(resources, "/ColorSpace"):
                if name in DEFAULTS.values() or converts(self.target, read_space(value, None)):
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
        form.write(self._rewriter.stream(form, inner, target, starts=starts))
        _set_group(form, target)
        self._waiting.append((inner, target))

    def _pattern(self, source: Any, resources: Dictionary, target: Target) -> None:
        if not self._once(source):
            return
        if isinstance(source, Stream):
            self._form(source, resources, target, starts=entry(source, "/PaintType") != UNCOLOURED)
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
            mask.BC = Array(decimals(self.mask_target.colour(space, values) or ()))
        self._form(group, resources, self.mask_target, starts=True)

    def _font(self, source: Any, resources: Dictionary, target: Target) -> None:
        drawings = entry(source, "/CharProcs")
        if not isinstance(drawings, Dictionary) or not self._once(source):
            return
        own = entry(source, "/Resources")
        inner = own if isinstance(own, Dictionary) else resources
        for name in list(drawings.keys()):
            if isinstance(drawings[name], Stream) and self._once(drawings[name]):
                drawings[name].write(self._rewriter.stream(drawings[name], inner, target, starts=False))
        self._waiting.append((inner, target))

    def _ink_space(self, source: Any, resources: Dictionary, target: Target) -> None:
        """A spot ink stays; the colour that replaces it where it is missing follows the others."""
        space = read_space(source, resources)
        if space.model is not Model.INKS or converts(target, space):
            return
        try:
            convert_tint(self.pdf, source, space, target)
        except ValueError:
            self.left.append(f"l’encre de remplacement de « {', '.join(space.inks)} »")


def _set_group(owner: Object, target: Target) -> None:
    """A transparency group blends in the target's space."""
    group = entry(owner, "/Group")
    if isinstance(group, Dictionary) and Name.CS in group:
        group.CS = target.space
