"""Step 1. A folder of files becomes sources: text in Unix lines and NFC, whatever the encoding."""

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from filquartiers import encodings
from filquartiers.problems import Problem, Where, problem
from filquartiers.problems.system import reason_of

MAX_BYTES = 2_000_000  # a file of text this long was not typed by a person
TEXT_SUFFIXES = frozenset({".md", ".yaml", ".yml", ".markdown"})
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


def read_folder(root: Path, folder: str) -> Iterator[Source | Problem]:
    """Every text file under ``content/<folder>`` of the project ``root``, in the order of names.

    A file that cannot be read, that lies outside the project or that is no text gives a problem.
    """
    for path in every_file(root, folder):
        file = unicodedata.normalize("NFC", path.relative_to(root).as_posix())
        if path.suffix.lower() in TEXT_SUFFIXES:
            yield from _read(root, path, file)
        elif path.suffix.lower() in {".txt", ".doc", ".docx", ".odt", ".rtf", ""}:
            yield problem("fichier-ignore", Where(file), nom=path.name)


def every_file(root: Path, folder: str = "") -> list[Path]:
    """The files that a person put under ``content/<folder>`` of the project, in the order of names."""
    base = root / "content" / folder
    return sorted(_files(base), key=lambda path: unicodedata.normalize("NFC", path.as_posix()))


def names_in(root: Path) -> frozenset[str]:
    """The names of all files of ``content/``, from that folder, with slashes, in NFC, case as on the disk."""
    base = root / "content"
    return frozenset(unicodedata.normalize("NFC", path.relative_to(base).as_posix()) for path in _files(base))


def _files(base: Path) -> Iterator[Path]:
    """Files a person put there: no hidden file, nothing a text editor leaves behind."""
    for path in base.iterdir() if base.is_dir() else ():
        if is_left_by_editor(path.name):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _files(path)
        elif path.is_symlink() or path.is_file():
            yield path


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
