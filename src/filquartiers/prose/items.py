"""Lists as people type them: their marks, their levels, their numbers, written as Markdown knows them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

_SIGNS: Final = "•▪‣◦●○■□➢►·\uf000-\uf0ff"  # the last ones: bullets of Word's fonts of symbols
_ALWAYS = re.compile(
    rf"([ \t]*)(?:[{_SIGNS}][ \t\u00a0\u202f]*+|[–—][ \t\u00a0\u202f]++|[-*+][ \t]*[\u00a0\u202f]\s*)(?=\S)"
)
_SPACED = re.compile(r"[–—][ \t\u00a0\u202f]")
_SEVERAL = re.compile(
    r"""([ \t]*)(?:([-–—])(?=[^\W\d_]|[«"(\[])|(\*)(?=[^\W_][^*\n]*$)|(o)[ \t\u00a0]++(?=\S))"""
)
_NUMBERED_AS = re.compile(r"([ \t]*\d{1,3})(?:\)|°\)|°(?=[ \t\u00a0]))[ \t\u00a0]*(?=[^\s\d)°])")
_GLUED_NUMBER = re.compile(r"([ \t]*\d{1,2}\.)(?=[^\W\d_])")
_TYPED_ITEM = re.compile(r"([ \t]*)(?:[-*+]|(\d{1,3})\.) +(?=\S)")
_INDENT_OF_LEVEL: Final = "    "
_STEP: Final = 2


def marked(lines: Sequence[str]) -> list[str]:
    """``lines`` with every mark of a list as Markdown writes it: ``- `` or ``1. ``.

    What could be something else (a minus, a dialogue of one line, a lone letter) is a mark only where the
    next or the former line bears the same.
    """
    unsure = [_unsure(line) for line in lines]
    made: list[str] = []
    for rank, line in enumerate(lines):
        twin = unsure[rank] and unsure[rank] in {
            unsure[rank - 1] if rank else "",
            unsure[rank + 1] if rank + 1 < len(lines) else "",
        }
        made.append(_marked(line, twin=bool(twin)))
    return made


def _unsure(line: str) -> str:
    """The mark that only counts beside another like it."""
    words = line.lstrip(" \t")
    if words[:1].isalpha() and words[0] != "o":  # most lines; it spares the patterns
        return ""
    if _SPACED.match(words):
        return "" if words[0] == "–" else words[0]
    several = _SEVERAL.match(line)
    if several:
        return f"{several[2] or several[3] or several[4]}x"
    return "1.x" if _GLUED_NUMBER.match(line) else ""


def _marked(line: str, *, twin: bool) -> str:
    if line[:1].isalpha() and not twin:
        return line
    always = _ALWAYS.match(line)
    if always and (twin or line[always.end(1)] != "—"):
        return f"{always[1]}- {line[always.end() :]}"
    several = _SEVERAL.match(line) if twin else None
    if several:
        return f"{several[1]}- {line[several.end() :]}"
    number = _NUMBERED_AS.match(line) or (_GLUED_NUMBER.match(line) if twin else None)
    if number:
        return f"{number[1].rstrip('.')}. {line[number.end() :]}"
    return line


def levelled(lines: Sequence[str]) -> list[str]:
    """``lines`` with each level of a list indented by four, whatever it was typed with.

    Numbers that do not follow each other stay words: a list would count in their place.
    """
    made = list(lines)
    for rank, depth, words in _levels(lines):
        made[rank] = f"{_INDENT_OF_LEVEL * depth}{words}"
    return [line for rank, line in enumerate(made) for line in _parted(made, rank)]


def _parted(lines: Sequence[str], rank: int) -> Iterator[str]:
    """A line, after a blank one when a list of bullets begins right under one with numbers."""
    above, here = (_TYPED_ITEM.match(lines[one]) if one >= 0 else None for one in (rank - 1, rank))
    if above and here and above[2] and not here[2] and above[1] == here[1]:
        yield ""
    yield lines[rank]


def _levels(lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Each item: its line, how deep it stands, and what is to be written."""
    indents: list[int] = []
    runs: list[list[tuple[int, int, str, int]]] = []
    blank = False
    for rank, line in enumerate(lines):
        item = _TYPED_ITEM.match(line)
        if not item:
            if line.strip() and (blank or line[0] in "#>|") and not line[0].isspace():
                yield from _closed(runs)
                indents, runs = [], []
            blank = not line.strip()
            continue
        blank = False
        indent = len(item[1].expandtabs(4))
        while indents and indent < indents[-1]:
            indents.pop()
            yield from _numbered(runs.pop())
        if not indents or indent >= indents[-1] + _STEP:
            indents.append(indent)
            runs.append([])
        runs[-1].append((rank, len(indents) - 1, line[item.end(1) :], int(item[2] or -1)))
    yield from _closed(runs)


def _closed(runs: list[list[tuple[int, int, str, int]]]) -> Iterator[tuple[int, int, str]]:
    for run in runs:
        yield from _numbered(run)


def _numbered(run: list[tuple[int, int, str, int]]) -> Iterator[tuple[int, int, str]]:
    numbers = [number for *_, number in run if number >= 0]
    steps = {after - before for before, after in pairwise(numbers)}
    for rank, depth, words, number in run:
        lost = number >= 0 and steps not in (set(), {0}, {1})
        yield rank, depth, words.replace(".", "\\.", 1) if lost else words
