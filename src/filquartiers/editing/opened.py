"""A file of ``content/`` taken apart: what was typed for each field of its entries, and on which lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from filquartiers import encodings
from filquartiers.content.nodes import TypedEntry
from filquartiers.content.parse import mended_part, parse
from filquartiers.content.read import Source, decode
from filquartiers.editing.change import changed
from filquartiers.editing.entry import OpenedEntry, entry_of
from filquartiers.editing.lines import TextLines
from filquartiers.editing.listed import added, cut, joined, removed
from filquartiers.editing.spots import Spot, SpotSort, spots
from filquartiers.model.kind import Entry, Path
from filquartiers.problems import Gravity, Problem, Where, problem


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
    parts = list(parse(source, many=kind.kind.many and not source.is_markdown))
    faults = [one for one in parts if isinstance(one, Problem)]
    drafts = [one for one in parts if isinstance(one, TypedEntry)]
    errors = sum(one.gravity is Gravity.ERROR for one in faults)
    text = TextLines.of(decoded)
    if not drafts:
        return OpenedText(file, data, kind, (), _first(faults), errors, text)
    first, mended = mended_part(source) or (1, "")
    root = _spots(mended)
    tables = _tables(root, drafts)
    if tables is None or text.data != data:
        unsure = problem("fichier-incertain", Where(file))
        return OpenedText(file, data, kind, (), unsure, errors, text)
    pairs = zip(drafts, tables, strict=True)
    entries = tuple(entry_of(draft, kind, table, source, text, first - 1) for draft, table in pairs)
    return OpenedText(file, data, kind, entries, None, errors, text, root)


def _first(told: list[Any]) -> Problem:
    problems = sorted((one for one in told if isinstance(one, Problem)), key=lambda one: one.sort_key)
    return problems[0]


def _spots(mended: str) -> Spot | None:
    try:
        return spots(mended)
    except yaml.YAMLError:  # the reader made something of it otherwise
        return None


def _tables(root: Spot | None, drafts: Sequence[TypedEntry]) -> Sequence[Spot | None] | None:
    """Where each entry stands; None when that cannot be told."""
    parts = root.parts if root and root.sort is SpotSort.LIST else (root,)
    tables = [one for one in parts if one and one.sort is SpotSort.TABLE]
    if not tables and len(drafts) == 1 and not drafts[0].fields.items:
        return (None,)
    return tables if len(tables) == len(drafts) else None
