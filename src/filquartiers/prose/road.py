"""The fast road from Markdown to HTML, for what editors really write.

Headings, paragraphs, lists, tables, quotes, rules: each is taken only in the plain form in which the bytes
that Python-Markdown would write are certain. At the slightest doubt the whole text takes the other road
(`prose`), so that no page can tell which one was taken (decision 0056).
"""

import re
from dataclasses import dataclass, field

from filquartiers.prose.inline import OPEN, SHUT, Doubt, rendered
from filquartiers.prose.lists import ITEM_LIKE, MarkdownList, listed
from filquartiers.prose.signs import LATER, begins_with_words
from filquartiers.prose.tables import table

_DOUBTFUL = ("<", "\\", "\r", OPEN, SHUT, "]:")
_ENTITY = re.compile(r"&(?:#|[A-Za-z0-9][-.A-Za-z0-9]*;)")
_BLANK_LINES = re.compile(r"(?<=\n) +\n")
_HEADING = re.compile(r"(#{1,6})(?!#)(.+)\n?")
_RULE = re.compile(r"(?:-{3,}|\*{3,}|_{3,}) *")
_TAB = 4
_MOST_PARTS = 50  # titles and paragraphs without a blank line between them: each is cut from the rest


def converted(source: str) -> str | None:
    """The HTML of a Markdown text, byte for byte as Python-Markdown writes it; None when in doubt."""
    if any(sign in source for sign in _DOUBTFUL) or _ENTITY.search(source) or not source.strip():
        return None
    source = f"{source}\n\n"
    if "\t" in source:
        source = source.expandtabs(_TAB)
    if "\n " in source:
        source = _BLANK_LINES.sub("\n", source)
    try:
        return _blocks(source).strip()
    except Doubt:
        return None


def _blocks(source: str, *, quoted: bool = False) -> str:
    """The HTML of a whole text, or of a quote."""
    drawn = _Drawn()
    for piece in source.split("\n\n"):
        block = piece.lstrip("\n")
        for _ in range(_MOST_PARTS):
            if not block:
                break
            block = _one(block, drawn, quoted=quoted)
        else:
            raise Doubt
    drawn.settle()
    return "".join(drawn.made)


def _one(block: str, drawn: "_Drawn", *, quoted: bool) -> str:
    """Draws what ``block`` begins with; what is left of it."""
    first = block[0]
    if first == "#":
        return _heading(block, drawn)
    if first == "|":
        drawn.add(table(block))
    elif first == ">" and not quoted:
        drawn.quote(block)
    elif first.isalpha():
        return _words(block, drawn)
    elif _RULE.fullmatch(block):
        drawn.add("<hr>\n")
    elif ITEM_LIKE.match(block):
        drawn.items(block)
    else:
        return _words(block, drawn)
    return ""


def _heading(block: str, drawn: "_Drawn") -> str:
    """Draws a title; what follows it in the block."""
    found = _HEADING.match(block)
    words = found[2].rstrip("#").strip() if found else ""
    if not found or not words:
        raise Doubt
    level = len(found[1])
    drawn.add(f"<h{level}>{rendered(words)}</h{level}>\n")
    return block[found.end() :]


def _words(block: str, drawn: "_Drawn") -> str:
    """Draws a paragraph; what follows it in the block, from a title or a quote on."""
    if not begins_with_words(block):
        raise Doubt
    found = LATER.search(block) if "\n" in block else None
    if not found:
        drawn.add(f"<p>{rendered(block)}</p>\n")
        return ""
    if found[0] not in {"\n#", "\n>"}:
        raise Doubt
    drawn.add(f"<p>{rendered(block[: found.start()])}</p>\n")
    return block[found.start() + 1 :]


@dataclass
class _Drawn:
    """What has been drawn; the last list or quote stays open, since a next one may go on with it."""

    made: list[str] = field(default_factory=list)
    open_list: MarkdownList | None = None
    open_quote: list[str] = field(default_factory=list)

    def settle(self) -> None:
        if self.open_list:
            self.made.append(self.open_list.html())
            self.open_list = None
        if self.open_quote:
            inner = _blocks("\n\n".join(self.open_quote), quoted=True)
            self.made.append(f"<blockquote>\n{inner}</blockquote>\n")
            self.open_quote = []

    def add(self, markup: str) -> None:
        self.settle()
        self.made.append(markup)

    def quote(self, block: str) -> None:
        if self.open_list:
            self.settle()
        lines = block.split("\n")
        if (
            any(not line.startswith(">") for line in lines)
            or lines[0].strip() == ">"
            or lines[-1].strip() == ">"
        ):
            raise Doubt
        self.open_quote.append("\n".join(_unquoted(line) for line in lines))

    def items(self, block: str) -> None:
        if self.open_quote:
            self.settle()
        found = listed(block.split("\n"))
        former = self.open_list
        if former and former.ordered == found.ordered:
            former.items[-1].loose = found.items[0].loose = True
            former.items += found.items
            return
        self.settle()
        self.open_list = found


def _unquoted(line: str) -> str:
    if line.strip() == ">":
        return ""
    return line[2:] if line.startswith("> ") else line[1:]
