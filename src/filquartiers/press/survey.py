"""What the pages of a file show, each once: contents to be read, pictures, gradients.

Soft masks are left out: they are read by their luminance, not printed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from pikepdf import Dictionary, Matrix, Name, Object, ObjectSet, Page, Pdf, Stream

from filquartiers.press.geometry import Box
from filquartiers.press.resources import entries, entry
from filquartiers.press.state import State
from filquartiers.press.trace import Step, Tracer
from filquartiers.press.walk import UNCOLOURED, inherited

EVERYWHERE = Box(-1e6, -1e6, 1e6, 1e6)


class What(Enum):
    """What something shown is."""

    CONTENT = auto()
    PICTURE = auto()
    GRADIENT = auto()


@dataclass(frozen=True, slots=True)
class PageObject:
    """A content (page, form, tile, glyph), a picture or a gradient, and where its names are looked up."""

    what: What
    source: Any
    resources: Dictionary

    @property
    def begins_anew(self) -> bool:
        """Whether it starts with colours of its own: a page, or a tile unless its user colours it."""
        if isinstance(self.source, Stream):
            tile = entry(self.source, "/PatternType") is not None
            return tile and entry(self.source, "/PaintType") != UNCOLOURED
        return True

    def steps(self, tracer: Tracer) -> Iterator[Step]:
        """The instructions of a content, wherever it is shown."""
        return tracer.trace(self.source, self.resources, State(ctm=Matrix(), clip=EVERYWHERE))

    def stream(self, pdf: Pdf) -> Stream:
        """The stream to write a content in: for a page, a new one in place of what it had."""
        if isinstance(self.source, Stream):
            return self.source
        fresh = self.source.Contents = pdf.make_stream(b"")
        return fresh

    def blend_in(self, space: Name) -> None:
        """Have its transparency, if it is a group, blended in another space."""
        if entry(entry(self.source, "/Group"), "/CS") is not None:
            self.source.Group.CS = space


def survey(pdf: Pdf) -> Iterator[PageObject]:
    """All that is shown, page by page. A content comes before what it shows."""
    met = ObjectSet()
    for page in pdf.pages:
        # A queue, not a recursion: a file may nest its forms deeper than Python does its calls.
        waiting = [PageObject(What.CONTENT, page.obj, _page_resources(pdf, page))]
        while waiting:
            shown = waiting.pop()
            yield shown
            if shown.what is What.CONTENT and met.add(shown.resources):
                waiting += _named(shown.resources, met)


def _page_resources(pdf: Pdf, page: Page) -> Dictionary:
    """Those of the page or of the tree above it, now named by the page itself; empty when there are none."""
    found = inherited(page, "/Resources")
    resources = found if isinstance(found, Dictionary) else Dictionary()
    own = resources if resources.is_indirect else pdf.make_indirect(resources)
    page.obj.Resources = own
    return own


def _named(resources: Dictionary, met: ObjectSet) -> Iterator[PageObject]:
    """What a content may show by a name of its resources."""
    for category in ("/XObject", "/Pattern", "/Shading", "/Font"):
        for _, source in entries(resources, category):
            if not isinstance(source, Dictionary | Stream) or not met.add(source):
                continue
            gradient, inner = entry(source, "/Shading"), _inner(source, resources)
            match category, isinstance(source, Stream), entry(source, "/Subtype"):
                case ("/XObject", True, Name.Form) | ("/Pattern", True, _):
                    yield PageObject(What.CONTENT, source, inner)
                case "/XObject", True, Name.Image if not entry(source, "/ImageMask"):
                    yield PageObject(What.PICTURE, source, resources)
                case "/Pattern", False, _ if isinstance(gradient, Object) and met.add(gradient):
                    yield PageObject(What.GRADIENT, gradient, resources)
                case "/Shading", _, _:
                    yield PageObject(What.GRADIENT, source, resources)
                case "/Font", _, _:
                    glyphs = (glyph for _, glyph in entries(source, "/CharProcs"))
                    yield from (
                        PageObject(What.CONTENT, one, inner) for one in glyphs if isinstance(one, Stream)
                    )


def _inner(owner: Object, resources: Dictionary) -> Dictionary:
    """Where an object looks its names up: in its own resources, or in those of what shows it."""
    own = entry(owner, "/Resources")
    return own if isinstance(own, Dictionary) else resources
