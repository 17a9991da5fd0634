"""Step 1. A folder of files becomes sources: text in Unix lines and NFC, whatever the encoding."""

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from stat import S_ISREG

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
        where = Where(name_of(root, path))
        if path.is_dir():
            yield _closed(where, path)
        elif path.suffix.lower() in TEXT_SUFFIXES or (path.name == folder and path.is_symlink()):
            yield from _read(root, path, where.file)
        elif not path.is_symlink() and not path.is_file():
            yield problem("fichier-special", where)
        elif path.suffix.lower() in {".txt", ".doc", ".docx", ".odt", ".rtf", ""}:
            yield problem("fichier-ignore", where, nom=where.file.rsplit("/", 1)[-1])


def every_file(root: Path, folder: str = "") -> list[Path]:
    """What a person put under ``content/<folder>`` of the project, in the order of names.

    Files, links and odd things that bear the name of a file, and folders that cannot be looked into.
    """
    base = root / "content" / folder
    if folder and base.is_symlink() and not (base.is_dir() and _stays(root, base)):
        return [base]  # it leads nowhere, or to the whole disk
    return sorted(files_below(base), key=lambda path: unicodedata.normalize("NFC", path.as_posix()))


def names_in(root: Path) -> frozenset[str]:
    """The names of the files of ``content/`` that can be opened by the name that one types.

    From that folder, with slashes, in NFC, case as on the disk.
    """
    base = root / "content"
    found = (path.relative_to(base).as_posix() for path in files_below(base) if is_within(root, path))
    return frozenset(unicodedata.normalize("NFC", name) for name in found if not _is_broken(name))


def name_of(root: Path, path: Path) -> str:
    """The name of a file in the project as its editor knows it: with slashes, in NFC, all of it visible.

    Signs that are not UTF-8 were written by a former Windows: each part of the name is read as it would.
    """
    parts = path.relative_to(root).parts
    name = "/".join(_as_windows(part) if _is_broken(part) else part for part in parts)
    return "".join(
        char if char.isprintable() else "\N{REPLACEMENT CHARACTER}"
        for char in unicodedata.normalize("NFC", name)
    )


def _is_broken(name: str) -> bool:
    """Whether Python holds bytes of a name that it cannot read (PEP 383)."""
    return any("\ud800" <= char <= "\udfff" for char in name)


def _as_windows(name: str) -> str:
    return os.fsencode(name).decode("cp1252", "replace")


def is_within(root: Path, path: Path) -> bool:
    """Whether a path is a plain file of ``content/``, be it by a link; a pipe would keep us waiting."""
    return path.is_file() and _stays(root, path)


def _stays(root: Path, path: Path) -> bool:
    """Whether what a path leads to lies in ``content/``."""
    # os.path, since Path.resolve raises on a link that leads to itself.
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root / "content"))


def files_below(base: Path) -> Iterator[Path]:
    """What a person put there: no hidden file, nothing a text editor leaves behind; however deep it lies."""
    waiting = [base] if base.is_dir() else []
    while waiting:
        folder = waiting.pop()
        try:
            paths = list(folder.iterdir())
        except OSError:
            yield folder  # who reads it tells why
            continue
        for path in paths:
            if is_left_by_editor(path.name):
                continue
            if path.is_dir() and not path.is_symlink():
                waiting.append(path)
            else:
                yield path


def _closed(where: Where, folder: Path) -> Problem:
    """Why a folder is not looked into."""
    if folder.is_symlink():
        return problem("raccourci-dossier", where)
    try:
        next(folder.iterdir(), None)
    except OSError as error:
        return problem("dossier-illisible", where, raison=reason_of(error))
    return problem("dossier-illisible", where, raison="il vient de changer")


def is_left_by_editor(name: str) -> bool:
    """Whether a file is hidden, or one that text editors leave beside the one being typed."""
    return name.startswith((".", "#", "~$")) or name.endswith(_LEFT_BY_EDITORS)


def _read(root: Path, path: Path, file: str) -> Iterator[Source | Problem]:
    where = Where(file)
    try:
        stat = path.stat()
        if not is_within(root, path):
            yield problem("fichier-special" if not S_ISREG(stat.st_mode) else "lien-hors-projet", where)
            return
        if stat.st_size > MAX_BYTES:
            yield problem("fichier-trop-gros", where, taille=f"{stat.st_size / 1e6:.0f}")
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
