"""From a view to the data of a typst template: one walk, whatever the view.

Words are typeset, long texts become nodes, links become whole web addresses, photographs the file that typst
is given, pages of the site their short address and QR code. What only leads to other pages is left out.
Templates see nothing else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

import segno

from filquartiers.model.addresses import absolute, is_elsewhere, short
from filquartiers.model.glyphs import Points, drawable
from filquartiers.render.nodes import Node
from filquartiers.render.passages import to_nodes
from filquartiers.render.print.pictures import PrintedPictures
from filquartiers.render.typography import typeset
from filquartiers.telling.blocks import Block, Section
from filquartiers.telling.values import SCREEN, Link, LongText, OnTheWeb, Photo, Verbatim

Json = Any


@dataclass(frozen=True)
class Typesetter:
    """Typesets the views of one network: ``base`` is the web address of its site, empty while not known.

    ``points`` are the characters that the fonts draw.
    """

    base: str
    pictures: PrintedPictures
    points: Points

    def data(self, value: object, *, verbatim: bool = False) -> Json:
        """The same as JSON values; ``verbatim`` texts stay as they are."""
        if isinstance(value, str):
            return value if verbatim else self.words(value)
        if value is None or isinstance(value, (bool, int, float)):
            return value
        if isinstance(value, tuple):
            return [self.data(one, verbatim=verbatim) for one in value if _is_shown(one)]
        return self._known(value)

    def _known(self, value: object) -> Json:
        """What has a form of its own on paper, else its fields by name."""
        if isinstance(value, LongText):
            return self._nodes(to_nodes(value, self.href))
        if isinstance(value, Link):
            return {"label": self.words(value.label), "url": self._url(value.address)}
        if isinstance(value, Photo):
            placed = self.pictures.place(value)
            return placed and placed | {"alt": drawable(placed["alt"], self.points)}
        if isinstance(value, OnTheWeb):
            return self.web(value)
        return self._fields(value)

    def words(self, text: str) -> str:
        """A text as a typesetter would space it, in letters that the fonts have."""
        return drawable(typeset(text), self.points)

    def _nodes(self, nodes: Iterable[Node]) -> Json:
        """Nodes as data, without the headings that hold no word: paper shows no picture inside a text."""
        return [self._node(node) for node in nodes if node.type != "heading" or node.words.strip()]

    def _node(self, node: Node) -> Json:
        """A node as data, its words in letters that the fonts have."""
        return node.data() | {
            "text": drawable(node.text, self.points),
            "children": self._nodes(node.children),
        }

    def _fields(self, value: object) -> Json:
        if not is_dataclass(value) or isinstance(value, type):
            raise TypeError(type(value).__name__)
        told = {
            name: self.data(getattr(value, name), verbatim=verbatim)
            for name, verbatim in _shown_fields(type(value))
        }
        if "address" in told:
            told["url"] = self._url(told["address"])
        return told | ({"type": value.type} if isinstance(value, Block) else {})

    def href(self, address: str) -> str:
        """The whole web address behind an address; empty while that of the site is not known."""
        return absolute(self.base, address) if self.base or is_elsewhere(address) else ""

    def _url(self, address: str | None) -> str | None:
        return (self.href(address) or None) if address is not None else None

    def web(self, page: OnTheWeb) -> Json:
        """The web page that tells the same: whole and short address, QR code; None while none is known."""
        url = self._url(page.address)
        if url is None:
            return None
        words = {"alt": self.words(f"QR code : {short(url)}"), "sentence": self.words(page.sentence)}
        return words | {"url": url, "short": short(url), "modules": qr_runs(url)}


def _is_shown(value: object) -> bool:
    return value.on_paper if isinstance(value, (Block, Section)) else True


@cache
def _shown_fields(view: type) -> tuple[tuple[str, bool], ...]:
    """The fields that have a place on paper, and whether their texts are for programs."""
    hints = get_type_hints(view, include_extras=True)
    shown = (one.name for one in fields(view) if SCREEN not in getattr(hints[one.name], "__metadata__", ()))
    return tuple((name, _is_verbatim(hints[name])) for name in shown)


def _is_verbatim(hint: object) -> bool:
    """Whether a type holds texts for programs, itself or in what it is made of."""
    return hint == Verbatim or any(map(_is_verbatim, get_args(hint)))


def qr_runs(url: str) -> list[list[list[int]]]:
    """The dark modules of a QR code (ISO/IEC 18004, level M), row by row, as (start, length) runs."""
    code = segno.make(url, error="m", micro=False, boost_error=False)
    return [_runs(row) for row in code.matrix]


def _runs(row: Iterable[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index, dark in enumerate(row):
        if dark and runs and sum(runs[-1]) == index:
            runs[-1][1] += 1
        elif dark:
            runs.append([index, 1])
    return runs
