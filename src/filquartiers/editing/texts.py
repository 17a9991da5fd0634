"""The ways to write a long text below the header, the lightest first."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from filquartiers.compose import heading_of, without_headings
from filquartiers.content.naming import names_of
from filquartiers.editing.found import TextBelow
from filquartiers.editing.lines import TextLines, column_in, opcodes
from filquartiers.editing.steps import EditStep
from filquartiers.encodings import tidy
from filquartiers.model.text import key_of

if TYPE_CHECKING:
    from filquartiers.editing.entry import OpenedEntry
    from filquartiers.model.fields import FieldGuide


_NOWHERE = "\0"  # a line that no text has


def text_ways(entry: "OpenedEntry", guide: "FieldGuide", step: EditStep) -> Iterator[TextLines]:
    """The text of the file once a long text is another, is there, or is gone."""
    text = step.value if isinstance(step.value, str) else ""
    passage = entry.passages.get(guide.name)
    for way in dict.fromkeys((text, without_headings(text))):
        if passage is None:
            yield from _new(entry, guide, way)
        elif passage.is_heading:
            yield from _other_heading(entry, passage, way)
        else:
            yield from _other(entry, passage, way.split("\n") if way else [])


def _other_heading(entry: "OpenedEntry", passage: TextBelow, text: str) -> Iterator[TextLines]:
    """Other words between the signs of a heading."""
    number = passage.lines[0] or 0
    line = entry.text.lines[number]
    start = column_in(line, tidy(line), tidy(line).find(passage.text))
    stop = column_in(line, tidy(line), tidy(line).find(passage.text) + len(passage.text))
    if text:
        yield entry.text.with_part(number, start, stop, text)


def _other(entry: "OpenedEntry", passage: TextBelow, new: Sequence[str]) -> Iterator[TextLines]:
    """The lines that differ are replaced, the others are not touched.

    A blank line that the reader puts between two pieces stays its own, or else becomes one of the file.
    """
    old = passage.text.split("\n")
    yield _changed(entry.text, passage, old, new)
    if None in passage.lines:
        pairs = zip(old, passage.lines, strict=True)
        yield _changed(entry.text, passage, [_NOWHERE if at is None else line for line, at in pairs], new)
    if passage.lines[0] is not None and entry.draft.sections:
        yield _moved_up(entry, passage, new)


def _changed(text: TextLines, passage: TextBelow, old: Sequence[str], new: Sequence[str]) -> TextLines:
    for _, start, stop, first, last in reversed(opcodes(old, new)):
        numbers = [one for one in passage.lines[start:stop] if one is not None]
        if numbers:
            text = _replaced(text, numbers, new[first:last])
        else:
            above = [one for one in passage.lines[:start] if one is not None]
            at = above[-1] + 1 if above else passage.lines[0] or 0
            text = text.with_lines(at, at, new[first:last])
    return text


def _moved_up(entry: "OpenedEntry", passage: TextBelow, new: Sequence[str]) -> TextLines:
    """Before all sections: without a heading of its own, it would join the one above."""
    numbers = [one for one in passage.lines if one is not None]
    gone = _replaced(entry.text, numbers, [])
    return _between(gone, entry.draft.sections[0].heading.where.line - 1, new)


def _replaced(text: TextLines, numbers: Sequence[int], new: Sequence[str]) -> TextLines:
    """In place of these lines, which others may part."""
    first, *others = _runs(numbers)
    for start, stop in reversed(others):
        text = text.with_lines(start, stop, [])
    return text.with_lines(*first, new)


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Lines that follow each other, together: the first, and the one after the last."""
    breaks = [0, *(at for at in range(1, len(numbers)) if numbers[at] != numbers[at - 1] + 1), len(numbers)]
    return [(numbers[start], numbers[stop - 1] + 1) for start, stop in pairwise(breaks)]


def _new(entry: "OpenedEntry", guide: "FieldGuide", text: str) -> Iterator[TextLines]:
    """Under the heading that waits for it, or under a new one."""
    if not text:
        return
    names = names_of(tuple(one for one in entry.kind.fields() if one.long))
    lines = text.split("\n")
    for section in entry.draft.sections:
        is_ours = guide.name != "corps" and names.get(key_of(section.heading.text)) == guide.name
        if is_ours and not section.body.text.strip():
            yield _between(entry.text, section.heading.where.line, lines)
    order = [one.name for one in entry.kind.fields()]
    rank = -1 if guide.name == "corps" else order.index(guide.name)
    whole = lines if guide.name == "corps" else [f"## {heading_of(guide)}", "", *lines]
    for section in entry.draft.sections:
        name = names.get(key_of(section.heading.text), "")
        if name and name != "corps" and order.index(name) > rank:
            yield _between(entry.text, section.heading.where.line - 1, whole)
            break
    if guide.name == "corps" and entry.draft.sections:
        yield _between(entry.text, entry.draft.sections[0].heading.where.line - 1, whole)
    yield _between(entry.text, len(entry.text.lines), whole)


def _between(text: TextLines, at: int, lines: Sequence[str]) -> TextLines:
    """Between two lines of the file, blank ones around."""
    if at >= len(text.lines) and not text.lines[-1]:
        at = len(text.lines) - 1
    above = text.lines[at - 1] if at else ""
    below = text.lines[at] if at < len(text.lines) else ""
    new = [*([""] if above.strip() else []), *lines, *([""] if below.strip() else [])]
    return text.with_lines(at, at, new)
