"""One entry of a file taken apart: what was typed for each of its fields, and on which lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from filquartiers.content.convert import model_of, typed_values
from filquartiers.content.naming import names_of
from filquartiers.content.nodes import TypedEntry
from filquartiers.content.read import Source
from filquartiers.editing.found import TextBelow, Typing, Value, plain, typing_of
from filquartiers.editing.lines import TextLines
from filquartiers.editing.spots import Spot
from filquartiers.editing.steps import cleaned
from filquartiers.model.kind import Entry, Path
from filquartiers.model.text import key_of
from filquartiers.problems import Where


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed for a field: its value, its first and last line (from 1), and these very lines."""

    value: Value
    first: int
    last: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class OpenedEntry:
    """One entry of a file.

    Attributes:
        draft: what the reader makes of it.
        kind: what it is.
        values: what the reader found typed for each field.
        root: where it stands in the header; None when that is empty, or not there.
        passages: where its texts below the header stand.
        source: the file as it is read.
        text: the same as it is.
        head: the line of the file, from 0, at which its YAML begins.
    """

    draft: TypedEntry
    kind: type[Entry]
    values: Mapping[str, Value]
    root: Typing | None
    passages: Mapping[str, TextBelow]
    source: Source
    text: TextLines
    head: int

    @cached_property
    def typed(self) -> dict[str, Typed]:
        """What was typed for each field, with its lines."""
        return {name: self._typed(name, value) for name, value in self.values.items()}

    def _typed(self, name: str, value: Value) -> Typed:
        passage = self.passages.get(name)
        if passage:
            numbers = [line for line in passage.lines if line is not None]
            first, last = min(numbers), max(numbers)
        else:
            first, last = self._lines(name)
        return Typed(value, first + 1, last + 1, self.text.lines[first : last + 1])

    def _lines(self, name: str) -> tuple[int, int]:
        one = self.root.named[name] if self.root else None
        if one is None or one.key is None:
            raise KeyError(name)
        return self.head + one.key.start[0], self.head + one.spot.last_line

    @property
    def first(self) -> int:
        """Its first line, from 1."""
        return self.head + 1 + (self.root.spot.start[0] if self.root and self.kind.kind.many else 0)

    @cached_property
    def ignored(self) -> tuple[tuple[str, object], ...]:
        """The keys and sections that nothing reads, with what was typed for them."""
        found = list(self.root.all_ignored()) if self.root else []
        return (*found, *self._keys_twice(), *self._sections_twice())

    def is_gathered(self, name: str) -> bool:
        """Whether the reader makes one list of several keys of the same field."""
        value = self.values.get(name, "")
        if self.root is None or name not in self.root.again or not isinstance(value, tuple):
            return False
        return len(value) == sum(one.count for one in (self.root.named[name], *self.root.again[name]))

    def _keys_twice(self) -> Iterator[tuple[str, object]]:
        for name, one in self.root.all_again() if self.root else ():
            if not self.is_gathered(name):
                yield name, plain(one.spot)

    @property
    def said(self) -> tuple[object, ...]:
        """All that it says, whatever lines it stands on."""
        return self.values, self.ignored

    def _sections_twice(self) -> Iterator[tuple[str, object]]:
        """Sections of a field that is filled elsewhere: the reader tells of them, and leaves them out."""
        names = names_of(tuple(guide for guide in self.kind.fields() if guide.long))
        for section in self.draft.sections:
            name = names.get(key_of(section.heading.text), "corps")
            taken = self.passages[name].lines if name in self.passages else ()
            if name != "corps" and section.body.text and section.body.where.line - 1 not in taken:
                yield section.heading.text, section.body.text


def entry_of(  # noqa: PLR0913, PLR0917  what one entry is, and the file that it is in
    draft: TypedEntry, kind: type[Entry], table: Spot | None, source: Source, text: TextLines, head: int
) -> OpenedEntry:
    """What the reader makes of an entry, beside where it stands."""
    found, marks = typed_values(draft, kind)
    clean = {
        guide.name: cleaned(found[guide.name], guide, model_of(kind, guide.name))
        for guide in kind.fields()
        if guide.name in found
    }
    values = {name: value for name, value in clean.items() if value}
    root = typing_of(table, kind, kind.fields()) if table else None
    below = _passages(draft, marks, {name: str(found[name]) for name in values if _is_below(root, name)})
    return OpenedEntry(draft, kind, values, root, below, source, text, head)


def _is_below(root: Typing | None, name: str) -> bool:
    """Whether a field is filled below the header."""
    return root is None or name not in root.named or root.named[name].spot.is_empty


def _passages(
    draft: TypedEntry, marks: Mapping[Path, Where], texts: Mapping[str, str]
) -> dict[str, TextBelow]:
    """The long texts below the header, as the reader shares them out."""
    found = {}
    for name, text in texts.items():
        pieces = {
            path[1]: where.line - 1 for path, where in marks.items() if path[:1] == (name,) and path[1:]
        }
        pieces = pieces or {0: marks[(name,)].line - 1}
        heading = draft.heading is not None and marks[(name,)] == draft.heading.where and name != "corps"
        found[name] = TextBelow(text, tuple(_numbers(text, pieces)), heading)
    return found


def _numbers(text: str, pieces: Mapping[Any, int]) -> Iterator[int | None]:
    """The line of the file of each line of a text; each piece starts at its own, a blank line before it."""
    start, line = 0, pieces[0]
    for rank, _ in enumerate(text.split("\n")):
        if rank in pieces:
            start, line = rank, pieces[rank]
        yield None if rank + 1 in pieces else line + rank - start
