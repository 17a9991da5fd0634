"""Where a line ends: kept as Notepad shows it, unless a paragraph was evidently wrapped at a width."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

_NARROWEST: Final = 60
"""Programmes, addresses and poems are narrower; what wraps lines by itself is seldom set under it."""
_NEARLY: Final = 0.87
_AS_OTHERS: Final = 0.9
_ENDS_SENTENCE: Final = ".!?…:;"
_BEGINS_ITEM: Final = "-–—•*+·#>|=_"
_LEADS_ON = re.compile(
    r"(?:^|[\s('’])(?:a|à|au|aux|avec|ce|ces|cette|chez|comme|d|dans|de|des|du|elle|en|entre|est|et|il|ils|l|la"
    r"|le|les|leur|leurs|mais|ne|nos|notre|on|ou|où|par|pas|pour|que|qui|sa|sans|se|ses|son|sont|sous|sur|un|une"
    r"|vers|vos|votre|y)$",
    re.IGNORECASE,
)

_OPENS_OTHER = re.compile(
    r"[ \t]*(?:#{2,6}(?!#)|# |[|]|[-*+] |\d{1,3}\. |[-*_=](?:[ \t]*[-*_=])*[ \t]*$"
    r"|</?(?:p|div|ul|ol|li|table|h\d)\b)"
)
_ITEM_MARK = re.compile(r"[ \t]*(?:[-*+] |\d{1,3}\. )")
_QUOTED = re.compile(r"[ \t]*>[ \t>]*")
_BREAKS_ITSELF = re.compile(r"(?:<br\s*/?>|  |\\)$", re.IGNORECASE)


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether lines that follow each other are one paragraph, cut by a program at a width.

    Three signs, all needed: each line but the last is wide (60 signs or more); the first word of each next
    line would have passed the width, or nearly (a word taken out later leaves a gap); and at least half
    of the cuts fall inside a sentence. Verses, addresses and programmes nearly never bear all three.
    """
    pairs = _full_cuts(lines, _NEARLY)
    return bool(pairs) and 2 * sum(_is_inside(line, after) for line, after in pairs) >= len(pairs)


def _is_wrapped_as_others(lines: Sequence[str], width: int) -> bool:
    """Whether lines whose cuts fall between sentences are as full as another paragraph of their text."""
    pairs = _full_cuts(lines, _AS_OTHERS, width)
    return bool(pairs) and all(_is_inside(line, after) or line[-1] in _ENDS_SENTENCE for line, after in pairs)


def _full_cuts(lines: Sequence[str], share: float, width: int = 0) -> list[tuple[str, str]]:
    """Each line with the next, when all are wide and none had room for the next word; else nothing."""
    stripped = [line.rstrip() for line in lines]
    full = share * max(width, *map(len, stripped))
    pairs = [(line, after.lstrip()) for line, after in pairwise(stripped)]
    wide = all(len(line) >= _NARROWEST for line, _ in pairs)
    return (
        pairs
        if wide and all(len(line) + 1 + len(after.split(" ", 1)[0]) > full for line, after in pairs)
        else []
    )


def _is_inside(line: str, after: str) -> bool:
    """Whether a sentence goes on from a line to the next."""
    if after[:1].islower():
        return True
    if line[-1] in _ENDS_SENTENCE:
        return False
    begins_anew = after[:1].isupper() or after[:1].isdigit() or after[:1] in _BEGINS_ITEM
    return not begins_anew or line[-1] == "," or bool(_LEADS_ON.search(line))


def with_line_ends(lines: Sequence[str]) -> list[str]:
    """``lines`` with a Markdown line break (two spaces) wherever the writer began a new line of words."""
    made = list(lines)
    runs = list(_runs(lines))
    wrapped = [is_wrapped(lines[start:stop]) for start, stop in runs]
    widths = [
        len(line)
        for (start, stop), one in zip(runs, wrapped, strict=True)
        if one
        for line in lines[start:stop]
    ]
    for (start, stop), one in zip(runs, wrapped, strict=True):
        if not one and not (widths and _is_wrapped_as_others(lines[start:stop], max(widths))):
            made[start:stop] = _broken_lines(lines[start:stop])
    return made


def _runs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each paragraph, item or quote of several lines begins and ends."""
    start = 0
    while start < len(lines):
        stop = start + 1
        if _holds_words(lines[start]):
            while stop < len(lines) and _goes_on(lines[start], lines[stop]):
                stop += 1
            if stop - start > 1:
                yield start, stop
        start = stop


def _holds_words(line: str) -> bool:
    return bool(line.strip()) and (bool(_ITEM_MARK.match(line)) or not _OPENS_OTHER.match(line))


def _goes_on(first: str, line: str) -> bool:
    """Whether a line goes on with the paragraph, the item or the quote that ``first`` begins."""
    quoted, quoting = _QUOTED.match(line), _QUOTED.match(first)
    words = line[quoted.end() :] if quoted else line
    return bool(words.strip()) and not _OPENS_OTHER.match(words) and bool(quoted) == bool(quoting)


def _broken_lines(lines: Sequence[str]) -> list[str]:
    flush = not lines[0][:1].isspace() and not _ITEM_MARK.match(lines[0])
    made = [lines[0], *(line.lstrip(" \t") if flush else line for line in lines[1:])]
    ended = [line if _BREAKS_ITSELF.search(line) else line.rstrip(" \t") + "  " for line in made[:-1]]
    return [*ended, made[-1]]
