"""The lines of the header of one entry, and the lines that take their place."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from filquartiers.compose import item_lines, pair_lines
from filquartiers.content.naming import names_of
from filquartiers.content.parse import mended_part
from filquartiers.editing.found import Typing, Value
from filquartiers.editing.lines import TextLines, column_in, span_in
from filquartiers.editing.spots import Spot
from filquartiers.model.text import key_of

if TYPE_CHECKING:
    from filquartiers.editing.opened import OpenedEntry
    from filquartiers.model.fields import FieldGuide

_PROPOSAL = re.compile(r"^\s*#\s?(?P<key>[^\W\d_][\w'’() -]*?)\s*:")
_COMMENT = re.compile(r"^\s*#")


class Header:
    """What stands in the YAML of an entry, and what can be put there."""

    def __init__(self, entry: "OpenedEntry") -> None:
        self.entry, self.text = entry, entry.text
        part = mended_part(entry.source)
        self.mended = part[1].split("\n") if part else []

    def line(self, rank: int) -> int:
        """The line of the file that a line of the block is."""
        return self.entry.head + rank

    def raw(self, rank: int) -> str:
        """A line of the block as the file has it."""
        return self.text.lines[self.line(rank)]

    def columns(self, rank: int, start: int, end: int) -> tuple[int, int] | None:
        """Where the file has what a line of the block holds from ``start`` to ``end``."""
        typed = self.entry.source.lines[self.line(rank)]
        span = span_in(typed, self.mended[rank], start, end)
        if span is None:
            return None
        raw = self.raw(rank)
        return column_in(raw, typed, span[0]), column_in(raw, typed, span[1])

    def opened(self, lines: Sequence[str], guide: "FieldGuide") -> Iterator[TextLines]:
        """With a first field, in a header that is empty, or that is not there yet."""
        yield from self._instead_of_proposal(lines, guide)
        first = self.entry.head + self.raw(0).startswith("---")
        if first:
            yield self.text.with_lines(first, first, lines)
        blank = [""] if self.text.lines[0].strip() else []
        yield self.text.with_lines(0, 0, ["---", *lines, "---", *blank])

    def other(self, one: Typing, written: str) -> TextLines:
        """With another text in place of one that has no line of its own."""
        first, last = one.spot.start[0], one.spot.end[0]
        start = self.columns(first, one.spot.start[1], self._stop(one.spot))
        stop = start if first == last else self.columns(last, one.spot.end[1], one.spot.end[1])
        if start is None or stop is None:
            return self.text
        head, tail = self.raw(first)[: start[0]], self.raw(last)[stop[1] :]
        blank = "" if not head or head[-1].isspace() or one.spot.text else " "
        return self.text.with_lines(self.line(first), self.line(last) + 1, [head + blank + written + tail])

    def _stop(self, spot: Spot) -> int:
        return spot.end[1] if spot.start[0] == spot.end[0] else len(self.mended[spot.start[0]])

    def block(self, one: Typing, text: str) -> Iterator[TextLines]:
        """With another text below « | » or « > »."""
        first, last = one.spot.start[0] + 1, one.spot.last_line
        while last >= first and not self.raw(last).strip():
            last -= 1
        if last < first:
            return
        old = [self.raw(rank) for rank in range(first, last + 1)]
        indent = next(line for line in old if line.strip())
        indent = indent[: len(indent) - len(indent.lstrip())]
        new = [indent + line if line.strip() else "" for line in text.split("\n")]
        if one.spot.style == "|" or "\n" not in text:
            yield lines_changed(self.text, list(range(self.line(first), self.line(last) + 1)), new)

    def rewritten(self, one: Typing, value: Value) -> Iterator[TextLines]:
        """With a value written afresh under a key, whatever stood there."""
        if one.key is None:
            return
        rest, *below = _pair_rest(value, long=one.long)
        key, spot = one.key, one.spot
        after = self._after_colon(key)
        if after is None:
            return
        indent = self.indent(key)
        below = [indent + line if line else "" for line in below]
        rank = key.start[0]
        tail = self._tail(one)
        head = self.raw(rank)[:after]
        first = rank + 1 if spot.start[0] == rank else spot.start[0]
        last = max(spot.last_line, rank)
        text = self.text
        if last >= first:
            text = text.with_lines(self.line(first), self.line(last) + 1, [])
        line = head + (f" {rest}" if rest else "") + (f"  {tail}" if tail else "")
        yield text.with_lines(self.line(rank), self.line(rank) + 1, [line, *below])

    def _after_colon(self, key: Spot) -> int | None:
        mended = self.mended[key.end[0]]
        at = mended.find(":", key.end[1])
        span = self.columns(key.end[0], key.start[1], key.end[1])
        if at < 0 or span is None:
            return None
        found = self.raw(key.end[0]).find(":", span[1] - 1)
        return found + 1 if found >= 0 else None

    def _tail(self, one: Typing) -> str:
        """The comment beside a value, or beside its key."""
        spot, key = one.spot, one.key
        if spot.is_block_text:
            found = re.search(r"\s(#.*)$", self.raw(spot.start[0]))
            return found[1].rstrip() if found else ""
        beside = key is None or spot.start[0] == key.start[0]
        if not beside:
            found = re.search(r"^[^#]*:\s+(#.*)$", self.raw(key.start[0])) if key else None
            return found[1].rstrip() if found else ""
        if not (spot.shape.value == "value" or spot.flow):
            return ""
        span = self.columns(spot.end[0], spot.end[1], spot.end[1])
        rest = self.raw(spot.end[0])[span[1] :].strip() if span else ""
        return rest if rest.startswith("#") else ""

    def indent(self, spot: Spot) -> str:
        """What stands before a key on its line, dashes left out."""
        line = self.raw(spot.start[0])
        span = self.columns(spot.start[0], spot.start[1], spot.end[1])
        head = line[: span[0]] if span else ""
        return head if not head.strip() else " " * spot.start[1]

    def with_key(
        self, group: Typing, lines: Sequence[str], name: str, order: Sequence[str], guide: "FieldGuide"
    ) -> Iterator[TextLines]:
        """With one more key, where the order of the fields puts it."""
        keys = group.spot.keys
        before, after = neighbours(group, name, order)
        indent = self.indent((before or after or group).key or keys[0])
        new = [indent + line if line else "" for line in lines]
        if group is self.entry.root:
            yield from self._instead_of_proposal(new, guide)
        if before is None and after is not None and after.key and not self._is_alone(after.key):
            before = after
        if before is not None and before.key is not None:
            at = max(before.spot.last_line, before.key.start[0]) + 1
        elif after is not None and after.key is not None:
            at = after.key.start[0]
        else:
            at = group.spot.last_line + 1
        yield self.text.with_lines(self.line(at), self.line(at), new)

    def _instead_of_proposal(self, new: Sequence[str], guide: "FieldGuide") -> Iterator[TextLines]:
        """In place of the line that `filquartiers new` proposes as a comment, below its help."""
        names = names_of(self.entry.kind.fields())
        last = len(self.mended)
        for rank in range(last):
            found = _PROPOSAL.match(self.raw(rank))
            if found is None or names.get(key_of(found["key"])) != guide.name:
                continue
            stop = rank + 1
            while stop < last and re.match(r"^\s*#\s{3,}\S", self.raw(stop)):
                stop += 1
            help_ = guide.help.split("\n")[0]
            above = [self.raw(one).strip("# ") for one in range(max(0, rank - 4), rank)]
            start = rank if help_ in above else stop
            yield self.text.with_lines(self.line(start), self.line(stop), new)

    def _is_alone(self, key: Spot) -> bool:
        """Whether nothing stands before a key on its line."""
        return not self.mended[key.start[0]][: key.start[1]].strip()

    def with_item(self, group: Typing, rank: int, value: Value) -> Iterator[TextLines]:
        """With one more item of a list."""
        near = group.items[min(rank, len(group.items) - 1)] if group.items else None
        if near is None:
            return
        dash = self._dash(near)
        line = self.raw(dash)
        indent = line[: len(line) - len(line.lstrip())] if line.lstrip().startswith("-") else None
        if indent is None:
            return
        new = [indent + one[2:] for one in item_lines(value)]
        at = dash if rank < len(group.items) else near.spot.last_line + 1
        yield self.text.with_lines(self.line(at), self.line(at), new)

    def _dash(self, item: Typing) -> int:
        """The line of the dash that opens an item."""
        rank, column = item.spot.start
        if self.mended[rank][:column].rstrip().endswith("-"):
            return rank
        return next(
            (one for one in range(rank - 1, -1, -1) if self.mended[one].strip().startswith("-")), rank
        )

    def without(self, one: Typing, group: Typing) -> Iterator[TextLines]:
        """Without a key or an item, and its lines."""
        if one.key is None:
            first = self._dash(one)
            yield self.text.with_lines(self.line(first), self.line(one.spot.last_line) + 1, [])
            return
        first = one.key.start[0]
        last = max(one.spot.last_line, first)
        tail = self._tail(one)
        if self._is_alone(one.key) and not tail:
            yield self.text.with_lines(self.line(first), self.line(last) + 1, [])
        if not self._is_alone(one.key):
            yield from self._next_to_dash(one, group)
        after = self._after_colon(one.key)
        if after is not None:
            head = self.raw(first)[:after] + (f"  {tail}" if tail else "")
            yield self.text.with_lines(self.line(first), self.line(last) + 1, [head])

    def _next_to_dash(self, one: Typing, group: Typing) -> Iterator[TextLines]:
        """Without the key beside the dash, where the next one comes."""
        first, last = one.key.start[0] if one.key else 0, one.spot.last_line
        below = next((key for key in group.spot.keys if key.start[0] > last), None)
        if below is None or one.key is None:
            return
        left = self.columns(first, one.key.start[1], one.key.end[1])
        right = self.columns(below.start[0], below.start[1], below.end[1])
        if left and right:
            tail = self._tail(one)
            told = [self.indent(below) + tail] if tail else []
            moved = self.raw(first)[: left[0]] + self.raw(below.start[0])[right[0] :]
            between = self.text.lines[self.line(last) + 1 : self.line(below.start[0])]
            new = [*told, *between, moved]
            yield self.text.with_lines(self.line(first), self.line(below.start[0]) + 1, new)

    def in_brackets(self, group: Typing, rank: int, ways: Sequence[str]) -> Iterator[TextLines]:
        """With one more part of a list or a group between brackets."""
        parts, keys = group.spot.parts, group.spot.keys
        if rank < len(parts):
            start = (keys or parts)[rank].start
            patterns = [f"{way}, " for way in ways]
        else:
            start = parts[-1].end if parts else (group.spot.end[0], group.spot.end[1] - 1)
            patterns = [f", {way}" if parts else way for way in ways]
        span = self.columns(start[0], start[1], start[1])
        if span:
            yield from (self.text.with_part(self.line(start[0]), span[0], span[0], one) for one in patterns)

    def out_of_brackets(self, group: Typing, one: Typing) -> Iterator[TextLines]:
        """Without a part of a list or a group between brackets, and the comma beside it."""
        parts, keys = group.spot.parts, group.spot.keys
        rank = next(rank for rank, part in enumerate(parts) if part is one.spot)
        opens = keys or parts
        start = parts[rank - 1].end if rank else opens[0].start
        stop = parts[rank].end if rank else opens[1].start if len(parts) > 1 else parts[0].end
        if start[0] == stop[0]:
            span = self.columns(start[0], start[1], stop[1])
            if span:
                yield self.text.with_part(self.line(start[0]), *span, "")


def neighbours(group: Typing, name: str, order: Sequence[str]) -> tuple[Typing | None, Typing | None]:
    """The key that a new one comes after, and the one that it comes before."""
    if name not in order:
        last = list(group.named.values())
        return (last[-1] if last else None), None
    rank = order.index(name)
    before = [one for key, one in group.named.items() if key in order and order.index(key) < rank]
    after = [one for key, one in group.named.items() if key in order and order.index(key) > rank]
    nearest = max(before, key=lambda one: order.index(_name(group, one)), default=None)
    return nearest, after[0] if after else None


def _name(group: Typing, one: Typing) -> str:
    return next(name for name, other in group.named.items() if other is one)


def lines_changed(text: TextLines, numbers: Sequence[int], new: Sequence[str]) -> TextLines:
    """With ``new`` in place of these lines of the file; those that stay the same are not touched."""
    old = [text.lines[number] for number in numbers]
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for tag, start, stop, first, last in reversed(codes):
        if tag != "equal":
            at = numbers[start] if start < len(numbers) else numbers[-1] + 1
            text = text.with_lines(at, at + stop - start, new[first:last])
    return text


def _pair_rest(value: Value, *, long: bool) -> list[str]:
    """What stands after a key and its colon, then the lines below."""
    first, *below = pair_lines("k", value, long=long)
    return [first[2:].strip(), *below]
