"""Lists on the fast road: items, the lines that go on with them, lists in them."""

import re
from dataclasses import dataclass, field

from filquartiers.prose.inline import Doubt, rendered
from filquartiers.prose.signs import LATER, begins_with_words

ITEM_LIKE = re.compile(r"\s*(?:\d+\.|[*+-])\s")
_ITEM = re.compile(r"(?:([*+-])|([0-9]+)\.) +(\S.*)")
_INDENT = "    "
_DEEPEST_LIST = 8


@dataclass
class _Item:
    """An item: its words, whether they make a paragraph, and the list it holds."""

    words: str
    loose: bool = False
    inner: "MarkdownList | None" = None

    def html(self) -> str:
        words = f"\n<p>{self.words}</p>\n" if self.loose else self.words
        return f"<li>{words}{self.inner.html() if self.inner else ''}</li>\n"


@dataclass
class MarkdownList:
    """A list, its items as they come; ``start`` is the number that its first one was typed with."""

    ordered: bool
    start: str
    items: list[_Item] = field(default_factory=list)

    def html(self) -> str:
        """Its HTML, ending with a line end."""
        tag = "ol" if self.ordered else "ul"
        start = f' start="{self.start}"' if self.ordered and self.start != "1" else ""
        return f"<{tag}{start}>\n{''.join(item.html() for item in self.items)}</{tag}>\n"


def listed(lines: list[str], depth: int = 1) -> MarkdownList:
    """A list without blank line: items, the lines that go on with them, and lists indented by four.

    Raises:
        Doubt: anything whose HTML is not certain.
    """
    first = _ITEM.fullmatch(lines[0])
    if not first or depth > _DEEPEST_LIST:
        raise Doubt
    found = MarkdownList(bool(first[2]), first[2] or "")
    for item in _items(lines, ordered=found.ordered):
        nested = listed(item.inner, depth + 1) if item.inner else None
        found.items.append(_Item(_item_words("\n".join(item.words)), inner=nested))
    return found


@dataclass
class _ItemLines:
    """The lines of an item: its words, and what it holds, without its indent."""

    words: list[str]
    inner: list[str] = field(default_factory=list)


def _items(lines: list[str], *, ordered: bool) -> list[_ItemLines]:
    made: list[_ItemLines] = []
    for line in lines:
        match = _ITEM.fullmatch(line)
        if match and bool(match[2]) == ordered:
            made.append(_ItemLines([match[3]]))
        elif made[-1].inner or (line.startswith(_INDENT) and _ITEM.fullmatch(line, len(_INDENT))):
            made[-1].inner.append(line.removeprefix(_INDENT))
        elif match or not ITEM_LIKE.match(line):
            made[-1].words.append(line)
        else:
            raise Doubt
    return made


def _item_words(text: str) -> str:
    if not begins_with_words(text) or LATER.search(text):
        raise Doubt
    return rendered(text)
