"""The header of one entry: where the file has what the parser was given, and what stands around it."""

import re

from filquartiers.editing.found import Typing
from filquartiers.editing.lines import TextLines, column_in, span_in
from filquartiers.editing.spots import Spot, SpotSort

_COLON = re.compile("[:：=]")  # what mending takes for one, too
_COMMENT = re.compile(r"(?:^|\s)#")
_AFTER_SIGN = re.compile(r"\s(#.*)$")  # « texte: | # note »
_AFTER_KEY = re.compile(r"^[^#]*:\s+(#.*)$")


class Header:
    """Lines and columns of the YAML of an entry, from 0; those of the file may differ where it was mended."""

    def __init__(self, text: TextLines, typed: list[str], first: int, mended: str) -> None:
        self.text, self.typed, self.first = text, typed, first
        self.mended = mended.split("\n")

    def line(self, rank: int) -> int:
        """The line of the file that a line of the block is."""
        return self.first + rank

    def raw(self, rank: int) -> str:
        """A line of the block as the file has it."""
        return self.text.lines[self.line(rank)]

    def columns(self, rank: int, start: int, end: int) -> tuple[int, int] | None:
        """Where the file has what a line of the block holds from ``start`` to ``end``; None when unsure."""
        typed = self.typed[self.line(rank)]
        span = span_in(typed, self.mended[rank], start, end)
        if span is None:
            return None
        raw = self.raw(rank)
        return column_in(raw, typed, span[0]), column_in(raw, typed, span[1])

    def column(self, at: tuple[int, int]) -> int | None:
        """Where the file has one place of the block."""
        span = self.columns(at[0], at[1], at[1])
        return span[0] if span else None

    def text_columns(self, spot: Spot) -> tuple[int, int] | None:
        """Where a text begins on its first line, and ends on its last."""
        first, last = spot.start[0], spot.end[0]
        if first == last:
            return self.columns(first, spot.start[1], spot.end[1])
        start, stop = self.column(spot.start), self.column(spot.end)
        return None if start is None or stop is None else (start, stop)

    def style(self, spot: Spot) -> str:
        """The quote that the file has around a text, if any; those that mending puts are not in it."""
        start = self.column(spot.start)
        return (
            spot.style if start is not None and self.raw(spot.start[0])[start:].startswith(spot.style) else ""
        )

    def after_colon(self, key: Spot) -> int | None:
        """Where the file has what follows the colon of a key."""
        span = self.columns(key.end[0], key.start[1], key.end[1])
        found = _COLON.search(self.raw(key.end[0]), span[1] - 1) if span else None
        return found.end() if found else None

    def comment(self, one: Typing) -> str:
        """The comment beside a value, or beside its key when the value stands below."""
        spot, key = one.spot, one.key
        if spot.is_block_text:
            return _first(_AFTER_SIGN, self.raw(spot.start[0]))
        if key is not None and spot.start[0] != key.start[0]:
            return _first(_AFTER_KEY, self.raw(key.start[0]))
        if spot.sort is not SpotSort.VALUE and not spot.flow:
            return ""
        end = self.column(spot.end)
        rest = self.raw(spot.end[0])[end:].strip() if end is not None else ""
        return rest if rest.startswith("#") else ""

    def holds_comments(self, one: Typing) -> bool:
        """Whether a list or a group has comments among its lines: written afresh, it would lose them."""
        lines = map(self.raw, range(one.spot.start[0], one.spot.last_line + 1))
        return one.spot.sort is not SpotSort.VALUE and any(_COMMENT.search(line) for line in lines)

    def is_alone(self, key: Spot) -> bool:
        """Whether nothing stands before a key on its line."""
        return not self.mended[key.start[0]][: key.start[1]].strip()

    def indent(self, key: Spot) -> str:
        """What keys beside this one are to have before them."""
        start = self.column(key.start)
        head = self.raw(key.start[0])[:start]
        return head if not head.strip() else " " * key.start[1]

    def dash_line(self, spot: Spot) -> int:
        """The line of the dash that opens an item, perhaps above it."""
        rank, column = spot.start
        if self.mended[rank][:column].rstrip().endswith("-"):
            return rank
        above = range(rank - 1, -1, -1)
        return next((one for one in above if self.mended[one].strip().startswith("-")), rank)


def _first(pattern: re.Pattern[str], line: str) -> str:
    found = pattern.search(line)
    return found[1].rstrip() if found else ""
