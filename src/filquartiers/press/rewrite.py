"""Write what a page paints again, instruction by instruction.

Pages, forms, tiles and drawn glyphs are written again, each once. Soft masks stay as they are: they are read
by their luminance, not printed. What changes is the business of an `Edit`.
"""

from typing import Any

from pikepdf import Dictionary, Matrix, Name, Object, Page, Pdf, Stream, unparse_content_stream

from filquartiers.press.geometry import Box
from filquartiers.press.resources import entries, entry, identity
from filquartiers.press.state import State
from filquartiers.press.trace import Step, Tracer
from filquartiers.press.walk import inherited

Written = list[Any]
UNCOLOURED = 2
"""The paint type of a tile that takes its colour from where it is used."""
EVERYWHERE = Box(-1e6, -1e6, 1e6, 1e6)


class Edit:
    """What changes on the way: nothing, but for what a subclass says."""

    def starts(self) -> Written:
        """What a page, or a tile that has colours of its own, begins with."""
        return []

    def step(self, step: Step, resources: Dictionary) -> Written:
        """What to write in place of one instruction."""
        del resources
        return [step.instruction]

    def picture(self, picture: Any, resources: Object | None) -> None:
        """Change an image in place."""

    def shading(self, shading: Any, resources: Object | None) -> None:
        """Change a gradient in place."""

    def group(self, group: Dictionary) -> None:
        """Change a transparency group in place."""


class Rewriter:
    """One pass over one file, changed in place.

    Args:
        pdf: the file.
        edit: what changes.
        tracer: what runs the content streams.
    """

    def __init__(self, pdf: Pdf, edit: Edit, tracer: Tracer) -> None:
        self.pdf, self.edit, self.tracer = pdf, edit, tracer
        self._done: set[tuple[int, int]] = set()
        # A queue, not a recursion: a file may nest its forms deeper than Python does its calls.
        self._waiting: list[Dictionary] = []

    def page(self, page: Page) -> None:
        """Rewrite a page and all that it shows."""
        found = inherited(page, "/Resources")
        resources = found if isinstance(found, Dictionary) else Dictionary()
        page.obj.Resources = resources if resources.is_indirect else self.pdf.make_indirect(resources)
        page.obj.Contents = self.pdf.make_stream(self._content(page.obj, page.obj.Resources, starts=True))
        self._group(page.obj)
        self._waiting.append(page.obj.Resources)
        while self._waiting:
            self._resources(self._waiting.pop())

    def _content(self, stream: Object, resources: Dictionary, *, starts: bool) -> bytes:
        written = self.edit.starts() if starts else []
        for step in self.tracer.trace(stream, resources, State(ctm=Matrix(), clip=EVERYWHERE)):
            written += self.edit.step(step, resources)
        return unparse_content_stream(written)

    def _once(self, value: Object) -> bool:
        key = identity(value)
        fresh = key not in self._done
        if key:
            self._done.add(key)
        return fresh

    def _resources(self, resources: Dictionary) -> None:
        if not self._once(resources):
            return
        for category, rewrite in (
            ("/XObject", self._xobject),
            ("/Pattern", self._pattern),
            ("/Shading", self._shading),
            ("/Font", self._font),
        ):
            for _, value in entries(resources, category):
                if self._once(value):
                    rewrite(value, resources)

    def _xobject(self, source: Any, resources: Dictionary) -> None:
        kind = entry(source, "/Subtype") if isinstance(source, Stream) else None
        if kind == Name.Form:
            self._form(source, resources)
        elif kind == Name.Image and not entry(source, "/ImageMask"):
            self.edit.picture(source, resources)

    def _form(self, form: Any, resources: Dictionary, *, starts: bool = False) -> None:
        inner = self._inner(form, resources)
        form.write(self._content(form, inner, starts=starts))
        self._group(form)

    def _inner(self, owner: Object, resources: Dictionary) -> Dictionary:
        """Where an object looks its names up; they are rewritten in their turn."""
        own = entry(owner, "/Resources")
        inner = own if isinstance(own, Dictionary) else resources
        self._waiting.append(inner)
        return inner

    def _pattern(self, source: Any, resources: Dictionary) -> None:
        if isinstance(source, Stream):
            self._form(source, resources, starts=entry(source, "/PaintType") != UNCOLOURED)
        elif entry(source, "/Shading") is not None and self._once(source.Shading):
            self._shading(source.Shading, resources)

    def _shading(self, source: Any, resources: Dictionary) -> None:
        self.edit.shading(source, resources)

    def _font(self, source: Any, resources: Dictionary) -> None:
        drawings = entries(source, "/CharProcs")
        inner = self._inner(source, resources) if drawings else resources
        for _, glyph in drawings:
            if isinstance(glyph, Stream) and self._once(glyph):
                glyph.write(self._content(glyph, inner, starts=False))

    def _group(self, owner: Object) -> None:
        group = entry(owner, "/Group")
        if isinstance(group, Dictionary):
            self.edit.group(group)
