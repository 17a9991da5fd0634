"""Step 1. A folder of files becomes sources: text in Unix lines and NFC, whatever the encoding."""

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from filquartiers import encodings
from filquartiers.problems import Problem, Where, problem
from filquartiers.problems.system import reason_of

MAX_BYTES = 2_000_000  # a file of text this long was not typed by a person
TEXT_SUFFIXES = frozenset({".md", ".yaml", ".yml", ".markdown"})
_MISTAKEN = frozenset({".txt", ".doc", ".docx", ".odt", ".rtf", ""})

Stamp = tuple[int, int, int, int]
"""Two dates (ns), the size and the number that the disk gives a file."""
_LEFT_BY_EDITORS = ("~", ".swp", ".swx", ".tmp", ".bak", ".orig", ".part")


@dataclass(frozen=True)
class Source:
    """One file as its editor sees it: ``file`` is relative to the project, with slashes, in NFC."""

    file: str
    text: str

    @property
    def stem(self) -> str:
        """The name without folder and ending."""
        return self.file.rsplit("/", 1)[-1].rsplit(".", 1)[0]

    @property
    def is_markdown(self) -> bool:
        """Whether the file has a front matter and a body."""
        return self.file.lower().endswith((".md", ".markdown"))

    @cached_property
    def lines(self) -> list[str]:
        """The text, line by line."""
        return self.text.split("\n")

    def where(self, line: int = 0, column: int = 0, length: int = 0) -> Where:
        """A place in this file, with the line as typed."""
        excerpt = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Where(self.file, line, column, length, excerpt)


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A file that a person put under ``content/``.

    Attributes:
        root: the project.
        path: from there, as the disk spells it.
        name: the same in NFC, with slashes.
        stamp: tells one state of the file from another; None for a link, whose file may be anywhere.
    """

    root: Path
    path: str
    name: str
    stamp: Stamp | None

    @property
    def suffix(self) -> str:
        """Its ending, in lower case, with the dot."""
        stem, dot, ending = self.name.rpartition("/")[2].rpartition(".")
        return dot + ending.lower() if stem else ""

    def read(self) -> Iterator[Source | Problem]:
        """What it holds; a document that we do not read, and that may be one to copy, is told of."""
        if self.suffix in TEXT_SUFFIXES:
            yield from _read(self.root, self.root / self.path, self.name)
        elif self.suffix in _MISTAKEN:
            yield problem("fichier-ignore", Where(self.name), nom=PurePosixPath(self.path).name)


def files_in(root: Path) -> tuple[OnDisk, ...]:
    """The files that a person put under ``content/`` of the project, in the order of names.

    No hidden file, nothing that a text editor leaves behind.
    """
    return tuple(sorted(_below(root, "content"), key=lambda file: file.name))


def every_file(root: Path) -> list[Path]:
    """Their paths."""
    return [root / file.path for file in files_in(root)]


def _below(root: Path, folder: str) -> Iterator[OnDisk]:
    try:
        inside = list(os.scandir(root / folder))
    except OSError:
        return
    for one in inside:
        path = f"{folder}/{one.name}"
        if is_left_by_editor(one.name):
            continue
        if one.is_dir(follow_symlinks=False):
            yield from _below(root, path)
        elif one.is_symlink():
            yield OnDisk(root, path, unicodedata.normalize("NFC", path), None)
        elif one.is_file():
            yield OnDisk(root, path, unicodedata.normalize("NFC", path), _stamp(one))


def _stamp(file: "os.DirEntry[str]") -> Stamp | None:
    try:
        found = os.stat(file.path)  # noqa: PTH116  ten thousand at each save; Windows' own entry may be stale
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def is_left_by_editor(name: str) -> bool:
    """Whether a file is hidden, or one that text editors leave beside the one being typed."""
    return name.startswith((".", "#", "~$")) or name.endswith(_LEFT_BY_EDITORS)


def _read(root: Path, path: Path, file: str) -> Iterator[Source | Problem]:
    where = Where(file)
    # os.path, since Path.resolve raises on a link that leads to itself.
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root / "content")):
        yield problem("lien-hors-projet", where)
        return
    try:
        if path.stat().st_size > MAX_BYTES:
            yield problem("fichier-trop-gros", where, taille=f"{path.stat().st_size / 1e6:.0f}")
            return
        data = path.read_bytes()
    except OSError as error:
        yield problem("fichier-illisible", where, raison=reason_of(error))
        return
    yield from decode(file, data)


def decode(file: str, data: bytes) -> Iterator[Source | Problem]:
    """The bytes of a file as a source, and a notice when they were not plain UTF-8.

    See `filquartiers.encodings` for those that are known.
    """
    found = encodings.decode(data)
    if found is None or "\0" in found.text:
        yield problem("pas-du-texte", Where(file))
        return
    source = source_of(file, found.text)
    if not source.text.strip(" \t\n\u00a0"):
        yield problem("fichier-vide", Where(file))
        return
    if found.encoding not in {encodings.UTF8, encodings.UTF8_BOM}:
        yield problem("encodage", Where(file), encodage=found.encoding)
    yield source


def source_of(file: str, text: str) -> Source:
    """A text as a source: Unix line ends, NFC, nothing invisible."""
    return Source(file, encodings.tidy(text))
