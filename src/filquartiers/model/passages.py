"""The long texts of entries, each with the way back to the editor's lines."""

from collections.abc import Iterator
from dataclasses import dataclass

from filquartiers.model.fields import Frozen, Prose
from filquartiers.model.kind import Entry, Path
from filquartiers.model.site import Site
from filquartiers.problems import Where

_CONTACTS = frozenset(
    ("telephone", "telephones", "courriel", "contact", "site", "lien", "identifiant", "image", "slug")
)
"""Fields that hold a number, an address or a name of ours: checked where they are read."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One long text of an entry, and the field that holds it."""

    entry: Entry
    path: Path
    text: str

    def where(self, start: int, length: int) -> Where:
        """The place in the editor's file of ``length`` characters of the text, from ``start``."""
        line = self.text.count("\n", 0, start)
        column = start - (self.text.rfind("\n", 0, start) + 1)
        return self.at_line(line, column, length)

    def at_line(self, line: int, column: int = 0, length: int = 0) -> Where:
        """The place of a line of the text, counted from 0."""
        first, mark = self._mark(line)
        lines = self.text.split("\n")
        # A text of the front matter may be folded or indented: only its first line is then known.
        if mark.excerpt.strip() != lines[first].strip():
            return mark
        length = min(length, len(lines[line]) - column)
        return Where(mark.file, mark.line + line - first, column + 1, length, lines[line])

    def _mark(self, line: int) -> tuple[int, Where]:
        """The last known line of the text that is not after ``line``, and its place."""
        marks = self.entry.origin.marks
        known = next((rank for rank in range(line, -1, -1) if (*self.path, rank) in marks), None)
        if known is not None:
            return known, marks[(*self.path, known)]
        return 0, self.entry.where(*self.path)


def passages(site: Site) -> Iterator[Passage]:
    """Every long text that an editor typed, in the order of the site."""
    for entry in site.everything():
        yield from passages_of(entry)


def passages_of(entry: Entry) -> Iterator[Passage]:
    """The long texts of one entry, in the order of its fields; none when it was not typed in a file."""
    if entry.origin.file:
        yield from (Passage(entry, path, text) for path, text in entry.long_texts)


def short_texts_of(entry: Entry) -> Iterator[tuple[Path, str]]:
    """Its texts of one line and where they stand, but for the fields made for numbers and addresses."""
    if entry.origin.file:
        yield from _short(entry, ())


def _short(part: Frozen, path: Path) -> Iterator[tuple[Path, str]]:
    for name in type(part).model_fields:
        if name not in _CONTACTS:
            yield from _short_below(getattr(part, name), (*path, name))


def _short_below(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for rank, item in enumerate(value):
            yield from _short_below(item, (*path, rank))
    elif isinstance(value, Frozen) and not isinstance(value, (Entry, Prose)):
        yield from _short(value, path)
