"""A long text as a tree that print templates walk: data, never markup."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from filquartiers.model.glyphs import is_silent

INLINE = frozenset({"text", "strong", "em", "code", "strike", "sup", "sub", "link", "image", "break"})
_TYPES = {
    "p": "paragraph", "ul": "list", "ol": "list", "li": "item", "blockquote": "quote", "hr": "rule",
    "table": "table", "tr": "row", "th": "cell", "td": "cell", "a": "link", "strong": "strong",
    "b": "strong", "em": "em", "i": "em", "code": "code", "del": "strike", "sup": "sup", "sub": "sub",
    "img": "image", "br": "break",
} | {f"h{level}": "heading" for level in range(1, 7)}  # fmt: skip
_VOID = frozenset({"hr", "br", "img"})
_HOLDS_BLOCKS = frozenset({"item", "quote", "cell"})
_HOLDS_NO_TEXT = frozenset({"list", "table", "row"})


@dataclass(frozen=True, slots=True)
class Node:
    """One piece of a text.

    Blocks: ``paragraph``, ``heading`` (``level`` from 1), ``list`` (``ordered``, ``start``) of ``item``,
    ``quote``, ``table`` of ``row`` of ``cell`` (``header``), ``rule``. Inside them: ``text`` (``text``),
    ``strong``, ``em``, ``code``, ``strike``, ``sup``, ``sub``, ``link`` (``target``), ``image``
    (``target``, ``text`` its alternative), ``break``. Items, quotes and cells hold
    blocks; paragraphs and headings hold none.
    """

    type: str
    children: tuple["Node", ...] = ()
    text: str = ""
    target: str = ""
    level: int = 0
    start: int = 1
    ordered: bool = False
    header: bool = False

    @property
    def words(self) -> str:
        """The words it holds, with nothing of what draws nothing; a picture says none."""
        if self.type == "image":
            return ""
        inner = "".join(child.words for child in self.children)
        return "".join(char for char in self.text + inner if not is_silent(char))

    def data(self) -> dict[str, Any]:
        """The same as JSON values: every key is always there, so that templates need not ask."""
        return {
            "type": self.type,
            "children": [child.data() for child in self.children],
            "text": self.text,
            "target": self.target,
            "level": self.level,
            "start": self.start,
            "ordered": self.ordered,
            "header": self.header,
        }


def read_nodes(markup: str) -> tuple[Node, ...]:
    """The tree of HTML that ``prose`` has sanitised."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader.tree()


@dataclass
class _Open:
    """An element whose end has not been read."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)

    def node(self) -> Node:
        kind = _TYPES[self.tag]
        return Node(
            type=kind,
            children=_blocks(self.children) if kind in _HOLDS_BLOCKS else tuple(self.children),
            text=self.attributes.get("alt", ""),
            target=self.attributes.get("href", "") or self.attributes.get("src", ""),
            level=int(self.tag[1]) if kind == "heading" else 0,
            start=_number(self.attributes.get("start", "1")),
            ordered=self.tag == "ol",
            header=self.tag == "th",
        )


class _Reader(HTMLParser):
    """Builds nodes; ``thead`` and ``tbody`` leave no trace."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open = [_Open("")]

    def tree(self) -> tuple[Node, ...]:
        while len(self._open) > 1:
            self._end()
        return _blocks(self._open[0].children)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TYPES:
            return
        self._open.append(_Open(tag, {name: value or "" for name, value in attrs}))
        if tag in _VOID:
            self._end()

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open) and tag not in _VOID:
            while self._open[-1].tag != tag:
                self._end()
            self._end()

    def handle_data(self, data: str) -> None:
        words = _one_line(data)
        if words and _TYPES.get(self._open[-1].tag) not in _HOLDS_NO_TEXT:
            self._open[-1].children.append(Node("text", text=words))

    def _end(self) -> None:
        element = self._open.pop()
        self._open[-1].children.append(element.node())


def _one_line(text: str) -> str:
    """Runs of ordinary spaces and line ends as one space; no-break spaces stay."""
    words = " ".join(part for part in text.replace("\n", " ").replace("\t", " ").split(" ") if part)
    if not words:
        return " " if text else ""
    return (" " if text[0] in " \t\n" else "") + words + (" " if text[-1] in " \t\n" else "")


def _blocks(children: Iterable[Node]) -> tuple[Node, ...]:
    """``children`` with every run of text made a paragraph; white space between blocks goes."""
    made: list[Node] = []
    run: list[Node] = []

    def close_run() -> None:
        if any(node.type != "text" or node.text.strip(" ") for node in run):
            made.append(Node("paragraph", _trimmed(run)))
        run.clear()

    for child in children:
        if child.type in INLINE:
            run.append(child)
        else:
            close_run()
            made.append(child)
    close_run()
    return tuple(made)


def _trimmed(run: list[Node]) -> tuple[Node, ...]:
    """A run of text without the white space at its ends."""
    first, last = 0, len(run)
    while run[first].type == "text" and not run[first].text.strip(" "):
        first += 1
    while run[last - 1].type == "text" and not run[last - 1].text.strip(" "):
        last -= 1
    kept = run[first:last]
    if kept[0].type == "text":
        kept[0] = Node("text", text=kept[0].text.lstrip(" "))
    if kept[-1].type == "text":
        kept[-1] = Node("text", text=kept[-1].text.rstrip(" "))
    return tuple(kept)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < len("1000000") else 1
