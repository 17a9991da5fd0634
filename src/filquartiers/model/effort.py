"""What a Markdown text would cost to read, counted beforehand.

Readers of Markdown look from each sign to the end of its block for the one that closes it: signs times
letters tells, within a factor, the steps that they take. What people write stays far under what is read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_STEPS = 10_000_000
"""About a second. A block of 3,000 opening brackets passes; so do a hundred pages of ordinary words."""

_SIGN = re.compile(r"[^\w\s]|_|  \n")
_BLOCKS = re.compile(r"\n(?:[ \t\r]*\n)+")
_ITEM = re.compile(r"\n(?= {0,3}(?:[-*+]|\d+\.) )")
_OF_AN_ITEM = re.compile(r" {0,3}(?:[-*+]|\d+\.) ")
# In a list, a line which opens something else than an item: what follows it is words again.
_OTHER = re.compile(r"\n(?:#| {0,3}>| {0,3}[-*_][-*_ ]*(?:\n|\Z)|=+ *(?:\n|\Z))")
_BULLET = re.compile(r"\n {0,3}[-*+] ")
_NUMBER = re.compile(r"\n {0,3}\d+\. ")
_TAG_OF_WORDS = re.compile(
    r"</?(?:a|b|br|code|em|font|i|img|small|span|strong|sub|sup|u)(?:\s[^<>\n]*+)?/?>", re.IGNORECASE
)
_DEEPER = re.compile(r"[\[\]]|\n[ \t\r]*\n")
_ROWS = frozenset("|:- ")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that are read in one go: a paragraph, an item, a row. ``line`` counts from 0."""

    start: int
    line: int
    text: str

    @property
    def steps(self) -> int:
        """The steps that reading it takes, at most, within a factor."""
        return len(_SIGN.findall(self.text)) * len(self.text)


def stretches(text: str) -> Iterator[Stretch]:
    """The whole of ``text``, in stretches."""
    start = line = 0
    for gap in [*_BLOCKS.finditer(text), None]:
        block = text[start : gap.start() if gap else None]
        for part in _parts(block):
            yield Stretch(start, line, part)
            start, line = start + len(part), line + part.count("\n")
        if gap:
            line += text.count("\n", start, gap.end())
            start = gap.end()


def _parts(block: str) -> list[str]:
    """The rows of a table, the items of a list; else all of it."""
    if "\n" in block and (_is_table(block) or _is_list(block)):
        mark = "\n" if _is_table(block) else _ITEM
        ends = [found.start() + 1 for found in re.finditer(mark, block)]
        return [block[start:end] for start, end in zip([0, *ends], [*ends, len(block)], strict=True)]
    return [block]


def _is_table(block: str) -> bool:
    head, rule = (line.strip(" ") for line in block.split("\n", 2)[:2])
    bordered = head.startswith("|") or head.endswith("|")
    columns = [
        (row.removeprefix("|").removesuffix("|") if bordered else row).count("|") for row in (head, rule)
    ]
    return columns[0] == columns[1] > 0 and set(rule) <= _ROWS and not {"`", "\\"} & set(head)


def _is_list(block: str) -> bool:
    first = f"\n{block}"
    mixed = _BULLET.search(first) and _NUMBER.search(first)
    return bool(_OF_AN_ITEM.match(block)) and not mixed and not _OTHER.search(block)


def is_too_long_to_read(text: str) -> bool:
    """Whether a text would take a reader of Markdown more than a second or so."""
    if len(text) ** 2 <= MOST_STEPS:
        return False
    found = list(stretches(text))
    # A tag may close blocks further, but for those of words; a definition is written wherever it is named.
    tags = (text.count("<") - len(_TAG_OF_WORDS.findall(text))) * len(text) // 2
    names = text.count("[") * max((len(one.text) for one in found if "]:" in one.text), default=0)
    return tags + names + len(found) ** 2 // 10 + sum(one.steps for one in found) > MOST_STEPS


def bracket_depth(text: str) -> int:
    """How many square brackets stand open in each other, at most, without a blank line between them."""
    level = most = 0
    for found in _DEEPER.finditer(text):
        level = {"[": level + 1, "]": max(0, level - 1)}.get(found[0], 0)
        most = max(most, level)
    return most


def heaviest_line(text: str) -> int:
    """The line, counted from 0, where what takes longest begins."""
    return max(stretches(text), key=lambda one: one.steps).line


def deepest_line(text: str) -> int:
    """The line, counted from 0, with most signs that open or hold something, or most indent."""
    lines = text.split("\n")
    weights = [len(_SIGN.findall(line)) + (len(line) - len(line.lstrip())) // 4 for line in lines]
    return weights.index(max(weights))
