"""A file of ``content/`` taken apart: what was typed for each field of its entries, and on which lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from filquartiers import encodings
from filquartiers.content.body import add_body
from filquartiers.content.naming import names_of
from filquartiers.content.nodes import TypedEntry
from filquartiers.content.parse import mended_part, parse
from filquartiers.content.read import Source, decode
from filquartiers.editing.change import changed
from filquartiers.editing.found import TextBelow, Typing, Value, typing_of
from filquartiers.editing.lines import TextLines
from filquartiers.editing.listed import added, cut, joined, removed
from filquartiers.editing.spots import Spot, SpotSort, spots
from filquartiers.model.kind import Entry, Path
from filquartiers.model.text import key_of
from filquartiers.problems import Gravity, Problem, Where


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed for a field: its value, its first and last line (from 1), and these very lines."""

    value: Value
    first: int
    last: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class OpenedEntry:
    """One entry of a file; ``spot`` is None when it has no header."""

    draft: TypedEntry
    kind: type[Entry]
    root: Typing | None
    passages: Mapping[str, TextBelow]
    source: Source
    head: int  # the line of the file, from 0, at which its YAML begins
    text: TextLines

    @cached_property
    def values(self) -> dict[str, Value]:
        """What was typed for each field."""
        named = self.root.named if self.root else {}
        found: dict[str, Value] = {name: one.value for name, one in named.items() if one.is_filled}
        return found | {name: one.value for name, one in self.passages.items()}

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
        return (*found, *self._sections_twice())

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


@dataclass(frozen=True)
class OpenedText:
    """A file taken apart. ``problem`` says why it cannot be; then only its whole text can be changed."""

    file: str
    data: bytes
    kind: type[Entry]
    entries: tuple[OpenedEntry, ...] = ()
    problem: Problem | None = None
    errors: int = 0  # that the reader tells of
    text: TextLines | None = None
    root: Spot | None = None
    head: int = 0

    @property
    def is_list(self) -> bool:
        """Whether it lists its entries, one after the other."""
        return self.root is not None and self.root.sort is SpotSort.LIST

    @property
    def encoding(self) -> str:
        """The name of its encoding, as editors know it."""
        return self.text.decoded.encoding if self.text else ""

    def told_of(self, data: bytes) -> str:
        """What else changes in the file when it becomes ``data``, in a sentence; mostly nothing."""
        fresh = self.reopened(data).encoding
        if fresh in {self.encoding, ""} or data.isascii():
            return ""
        return f"Le fichier passe de l’encodage {self.encoding} à {fresh}, qui connaît tous les signes."

    def reopened(self, data: bytes) -> "OpenedText":
        """The same file, were these its bytes."""
        return open_text(self.file, data, self.kind)

    def changed(self, index: int, changes: Mapping[Path, Any]) -> bytes:
        """The file with other values in one entry, and nothing else changed.

        Args:
            index: which entry.
            changes: the new value of each path: ``("titre",)``, ``("horaires", "lundi")``,
                ``("telephones", 1)``, ``("reporte", 0, "au")``. A text, a list of texts or of groups, or a
                group; None or an empty text takes it away.

        Raises:
            NotEditable: this cannot be done surely; the whole text can still be changed.
            KeyError: the kind has no such field: a fault of ours.
        """
        return changed(self, index, changes)

    def cut(self, index: int) -> bytes:
        """The very lines of one entry of a list, dash included, as a file that holds nothing else."""
        return cut(self, index)

    def joined(self, other: bytes) -> bytes:
        """The file with the entries of another list at its end, as they stand there.

        Raises:
            NotEditable: one of the two is no list, or not surely read.
        """
        return joined(self, other)

    def added(self, values: Mapping[str, Any]) -> bytes:
        """The file with one more entry at its end.

        Raises:
            NotEditable: it is no list, or not surely read.
        """
        return added(self, values)

    def removed(self, index: int) -> bytes:
        """The file without one of its entries.

        Raises:
            NotEditable: it is the only one of the file, or its lines cannot be told for sure.
        """
        return removed(self, index)


def open_text(file: str, data: bytes, kind: type[Entry]) -> OpenedText:
    """Take a file of ``content/`` apart; whatever it holds, nothing is raised.

    Args:
        file: its name in the project, with slashes.
        data: what it holds.
        kind: what its entries are.
    """
    told = list(decode(file, data))
    source = next((one for one in told if isinstance(one, Source)), None)
    decoded = encodings.decode(data)
    if source is None or decoded is None:
        return OpenedText(file, data, kind, problem=_first(told))
    many = kind.kind.many and not source.is_markdown
    parts = list(parse(source, many=many))
    faults = [one for one in parts if isinstance(one, Problem)]
    drafts = [one for one in parts if isinstance(one, TypedEntry)]
    errors = sum(one.gravity is Gravity.ERROR for one in faults)
    text = TextLines.of(decoded)
    part = mended_part(source)
    if not drafts or part is None or text.data != data:
        told_of = _first(faults) if faults else None
        return OpenedText(file, data, kind, (), told_of, errors, text)
    root, head = spots(part[1]), part[0] - 1
    roots = root.parts if many and root and root.sort is SpotSort.LIST else (root,)
    tables: list[Spot | None] = [one for one in roots if one and one.sort is SpotSort.TABLE]
    tables = tables or [None]
    entries = tuple(
        _entry(draft, kind, table, source, head, text) for draft, table in zip(drafts, tables, strict=True)
    )
    return OpenedText(file, data, kind, entries, None, errors, text, root, head)


def _first(told: list[Any]) -> Problem:
    problems = sorted((one for one in told if isinstance(one, Problem)), key=lambda one: one.sort_key)
    return problems[0]


def _entry(  # noqa: PLR0913, PLR0917
    draft: TypedEntry, kind: type[Entry], table: Spot | None, source: Source, head: int, text: TextLines
) -> OpenedEntry:
    root = typing_of(table, kind, kind.fields()) if table else None
    return OpenedEntry(draft, kind, root, _passages(draft, kind, root), source, head, text)


def _passages(draft: TypedEntry, kind: type[Entry], root: Typing | None) -> dict[str, TextBelow]:
    """The long texts below the header, as the reader shares them out."""
    named = root.named if root else {}
    taken = {name: one.value for name, one in named.items() if one.is_filled}
    values: dict[str, Any] = dict(taken)
    marks: dict[Path, Where] = {(name,): draft.fields.where for name in taken}
    add_body(values, marks, draft, kind)
    found = {}
    for name in (name for name in values.keys() - taken.keys() if values[name].strip()):
        text = values[name]
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
