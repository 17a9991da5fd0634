"""Step 1. A folder of files becomes sources: text in Unix lines and NFC, whatever the encoding."""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from stat import S_ISREG

from filquartiers import encodings
from filquartiers.model.files import whole_file
from filquartiers.problems import Problem, Where, problem
from filquartiers.problems.system import reason_of

MAX_BYTES = 2_000_000  # a file of text this long was not typed by a person
TEXT_SUFFIXES = frozenset({".md", ".yaml", ".yml", ".markdown"})
_MISTAKEN = frozenset({".txt", ".doc", ".docx", ".odt", ".rtf", ""})

Stamp = tuple[int, int, int, int]
"""Two dates (ns), the size and the number that the disk gives a file."""
_RENAMED = re.compile(r"(.+\.(?:md|markdown|ya?ml))\.(?:txt|docx?|odt|rtf)", re.IGNORECASE)
_ELSEWHERE = ".icloud"  # stands, hidden, for a file that iCloud has not brought here
_LEFT_BY_SYSTEMS = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx"})
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
        lines = self.lines
        excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
        return Where(self.file, line, column, length, excerpt)


@dataclass(frozen=True, slots=True)
class OnDisk:
    """What a person put under ``content/``, under the name of a file.

    Attributes:
        root: the project.
        path: from there, as the disk spells it.
        name: the same in NFC, with slashes.
        stamp: tells one state of the file from another; None for what is no plain file.
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
        file, where = self.root / self.path, Where(self.name)
        if self.stamp is None and file.is_dir():
            yield _closed(where, file)
        elif self.suffix in TEXT_SUFFIXES or (self.is_link and self.name.count("/") == 1):
            yield from _read(self, file)
        elif self.stamp is None and not self.is_link:
            yield problem("fichier-special", where)
        elif self.suffix in _MISTAKEN and whole_file(self.name) == self.name:
            yield _mistaken(where, self.name.rsplit("/", 1)[-1])

    @property
    def is_link(self) -> bool:
        """Whether it is a link, which may lead anywhere."""
        return self.stamp is None and (self.root / self.path).is_symlink()

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder, or leads to one."""
        return self.stamp is None and (self.root / self.path).is_dir()

    @property
    def is_within(self) -> bool:
        """Whether it is a plain file of ``content/``, be it by a link; a pipe would keep us waiting."""
        return self.stamp is not None or is_within(self.root, self.root / self.path)


def files_in(root: Path) -> tuple[OnDisk, ...]:
    """What a person put under ``content/`` of the project, in the order of names.

    Files, links and odd things that bear the name of a file, and folders that cannot be looked into. No
    hidden file, nothing that a text editor leaves behind.
    """
    return tuple(sorted(_below(root, "content"), key=lambda file: file.name))


def file_at(root: Path, path: str) -> OnDisk:
    """The file at a path from the project."""
    return OnDisk(root, path, name_of(path), _stamp(str(root / path)))


def files_of(root: Path, folder: str, files: Iterable[OnDisk]) -> tuple[OnDisk, ...]:
    """Those of ``content/<folder>``, which may be a link to another folder of ``content/``."""
    path = f"content/{folder}"
    base = root / path
    if not base.is_symlink():
        return tuple(file for file in files if file.name.startswith(f"{path}/"))
    if base.is_dir() and _stays(root, base):
        return tuple(sorted(_below(root, path), key=lambda file: file.name))
    return (OnDisk(root, path, path, None),)  # it leads nowhere, or to the whole disk


def _below(root: Path, top: str) -> Iterator[OnDisk]:
    """Whatever lies below, however deep."""
    waiting = [top] if (root / top).is_dir() else []
    while waiting:
        folder = waiting.pop()
        try:
            inside = list(os.scandir(root / folder))
        except OSError:
            yield OnDisk(root, folder, name_of(folder), None)  # who reads it tells why
            continue
        for one in inside:
            path = f"{folder}/{one.name}"
            if is_left_by_editor(one.name):
                continue
            if one.is_dir(follow_symlinks=False):
                waiting.append(path)
            else:
                yield OnDisk(root, path, name_of(path), _stamp(one.path))


def _stamp(path: str) -> Stamp | None:
    """None for what is no plain file."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    known = found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino
    return known if S_ISREG(found.st_mode) else None


def name_of(path: str) -> str:
    """A path as its editor knows it: in NFC, all of it visible.

    Signs that are not UTF-8 were written by a former Windows: each part of the path is read as it would.
    """
    if path.isascii() and path.isprintable():
        return path
    name = "/".join(_as_windows(part) if is_broken(part) else part for part in path.split("/"))
    return "".join(
        char if char.isprintable() else "\N{REPLACEMENT CHARACTER}"
        for char in unicodedata.normalize("NFC", name)
    )


def is_broken(name: str) -> bool:
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
    """Whether a file is hidden, or one that text editors or systems leave beside what a person put there."""
    if name.startswith("."):
        return not name.endswith(_ELSEWHERE)
    return (
        name.startswith(("#", "~$")) or name.endswith(_LEFT_BY_EDITORS) or name.casefold() in _LEFT_BY_SYSTEMS
    )


def _mistaken(where: Where, name: str) -> Problem:
    """A text that was not saved as a page: under a name that Windows hides, or by a word processor."""
    if found := _RENAMED.fullmatch(name):
        return problem("fichier-mal-nomme", where, nom=name, propose=found[1])
    return problem("fichier-ignore", where, nom=name)


def _read(found: OnDisk, path: Path) -> Iterator[Source | Problem]:
    where = Where(found.name)
    try:
        size = found.stamp[2] if found.stamp else path.stat().st_size
        if found.stamp is None and not is_within(found.root, path):
            special = not S_ISREG(path.stat().st_mode)
            yield problem("fichier-special" if special else "lien-hors-projet", where)
            return
        if size > MAX_BYTES:
            yield problem("fichier-trop-gros", where, taille=f"{size / 1e6:.0f}")
            return
        data = path.read_bytes()
    except OSError as error:
        yield problem("fichier-illisible", where, raison=reason_of(error))
        return
    yield from decode(found.name, data)


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
