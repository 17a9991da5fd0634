"""The very lines of a file, and others put in their place; all that is not replaced stays to the byte."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Self

from filquartiers.encodings import UTF8, Decoded, decode, tidy

_MOST_COMPARED = 1_000_000  # pairs of lines
_LINE_END = re.compile(r"(\r\n|\r|\n)")


@dataclass(frozen=True, slots=True)
class TextLines:
    """The lines of a file as they stand, counted from 0, and the sign that ends each; the last may have none.

    A file that ends with a line end has one more line, an empty one.
    """

    decoded: Decoded
    lines: tuple[str, ...]
    ends: tuple[str, ...]

    @classmethod
    def of(cls, decoded: Decoded) -> Self:
        """The lines of what a file holds."""
        pieces = _LINE_END.split(decoded.text)
        return cls(decoded, tuple(pieces[::2]), (*pieces[1::2], ""))

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(line + end for line, end in zip(self.lines, self.ends, strict=True))

    @property
    def data(self) -> bytes:
        """As bytes, in the encoding the file had; in UTF-8 when it would not be read so again."""
        text = self.text
        with suppress(UnicodeEncodeError):  # a sign that this encoding lacks
            data = self.decoded.encoded(text)
            found = decode(data)
            if found and found.text == text:
                return data
        return Decoded("", UTF8).encoded(text)

    @property
    def usual_end(self) -> str:
        """The line end that most lines have."""
        found = Counter(end for end in self.ends if end)
        return found.most_common(1)[0][0] if found else "\n"

    def with_lines(self, first: int, last: int, lines: Sequence[str]) -> "TextLines":
        """With others in place of the lines from ``first`` to before ``last``; each keeps the end it had."""
        ends = list(self.ends)
        near = (ends[first - 1] if first else "") or (ends[first] if first < len(ends) else "")
        new = [*ends[first:last][: len(lines)]]
        new += [near or self.usual_end] * (len(lines) - len(new))
        before, after = ends[:first], ends[last:]
        if not after and new:  # the end of the file stays as it is
            new = [one or near or self.usual_end for one in new[:-1]] + [ends[-1]]
            if before and not before[-1]:
                before[-1] = self.usual_end
        elif not after and before:
            before[-1] = ""
        kept = (*self.lines[:first], *lines, *self.lines[last:])
        return TextLines(self.decoded, kept or ("",), (*before, *new, *after) or ("",))

    def with_changes(self, numbers: Sequence[int], new: Sequence[str]) -> "TextLines":
        """With ``new`` in place of these lines, which follow each other; those that stay are not touched."""
        text, old = self, [self.lines[number] for number in numbers]
        for _, start, stop, first, last in reversed(opcodes(old, new)):
            at = numbers[0] + start
            text = text.with_lines(at, at + stop - start, new[first:last])
        return text

    def with_part(self, line: int, start: int, end: int, part: str) -> "TextLines":
        """With ``part`` in place of the signs from ``start`` to before ``end`` of a line."""
        old = self.lines[line]
        return self.with_lines(line, line + 1, [old[:start] + part + old[end:]])


def opcodes(old: Sequence[object], new: Sequence[object]) -> list[tuple[str, int, int, int, int]]:
    """What differs, part by part, as difflib tells it: a tag, where in ``old``, where in ``new``.

    Thousands of lines that have little in common are one part: comparing them all would take minutes.
    """
    shortest = min(len(old), len(new))
    head = next((at for at in range(shortest) if old[at] != new[at]), shortest)
    tail = next((at for at in range(shortest - head) if old[-1 - at] != new[-1 - at]), shortest - head)
    here, there = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(here) * len(there) > _MOST_COMPARED:
        return [("replace", head, len(old) - tail, head, len(new) - tail)]
    codes = SequenceMatcher(None, here, there, autojunk=False).get_opcodes()
    return [(tag, i + head, j + head, k + head, m + head) for tag, i, j, k, m in codes if tag != "equal"]


def column_in(raw: str, read: str, column: int) -> int:
    """The column of ``raw``, a line of a file, that became ``column`` of ``read``, what `tidy` made of it."""
    if raw == read:
        return column
    longest = bisect_right(range(len(raw) + 1), column, key=lambda at: len(tidy(raw[:at])))
    return max(0, longest - 1)


def span_in(typed: str, mended: str, start: int, end: int) -> tuple[int, int] | None:
    """Where in ``typed`` stands what the mended line holds from ``start`` to ``end``; None when unsure.

    Mending moves or replaces what stands before a value, quotes it, or takes what follows into it.
    """
    shift = len(typed) - len(mended)
    if start + shift >= 0 and typed[start + shift :] == mended[start:]:
        return start + shift, end + shift
    first = _after(typed, mended[:start])
    if first is None:
        inside = mended[start:end]
        at = typed.find(inside)
        return (at, at + len(inside)) if inside and typed.count(inside) == 1 else None
    rest = mended[end:]
    stop = len(typed) - len(rest) if rest and typed.endswith(rest) else len(typed.rstrip())
    return first, max(stop, first)


def _after(typed: str, before: str) -> int | None:
    """The column of ``typed`` after the signs of ``before``, blanks apart; None when it has others."""
    wanted = [sign for sign in before if not sign.isspace()]
    signs = [(at, sign) for at, sign in enumerate(typed) if not sign.isspace()]
    if [sign for _, sign in signs[: len(wanted)]] != wanted:
        return None
    return signs[len(wanted)][0] if len(signs) > len(wanted) else len(typed)
