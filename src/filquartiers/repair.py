"""The repairs that change nothing of what is read: encodings, indents, quotes, names.

Each is worked out first and shown as a difference; applying it keeps a copy of the file beside it.
"""

import difflib
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from filquartiers import encodings
from filquartiers.content.mend import mend
from filquartiers.content.nodes import TypedEntry
from filquartiers.content.parse import parse, yaml_part
from filquartiers.content.read import (
    MAX_BYTES,
    TEXT_SUFFIXES,
    OnDisk,
    Source,
    files_in,
    source_of,
)
from filquartiers.problems import Gravity, Problem
from filquartiers.write import write_text

_LINE_END = re.compile(r"(\r\n|\r|\n)")
COPY = ".bak"  # readers leave such files alone


@dataclass(frozen=True, slots=True)
class Repair:
    """What to change in one file.

    ``path`` is the file on the disk, ``file`` and ``new_file`` its name in the project as it is and as it
    should be, ``before`` and ``after`` its text, ``reasons`` what changes, in French.
    """

    path: Path
    file: str
    new_file: str
    before: str
    after: str
    reasons: tuple[str, ...]

    @property
    def difference(self) -> tuple[str, ...]:
        """The lines taken away (``-``) and put in (``+``), with their neighbours; empty for bytes alone."""
        lines = difflib.unified_diff(self.before.splitlines(), self.after.splitlines(), lineterm="", n=1)
        return tuple(lines)[2:]


def repairs(root: Path) -> Iterator[Repair]:
    """Every safe repair that the files of ``content/`` call for, in the order of names.

    A file that cannot be read, or that would be read otherwise once mended, is left alone.
    """
    found = (_repair(file) for file in files_in(root))
    yield from filter(None, found)


def _repair(found: OnDisk) -> Repair | None:
    if not found.is_within:
        return None
    path = found.root / found.path
    parent, _, name = found.name.rpartition("/")
    file = f"{parent}/{path.name}"
    reasons = []
    if name != path.name and not path.with_name(name).exists():
        reasons.append("nom de fichier recomposé : chaque accent s’y écrit d’un seul signe, lu partout")
    before = after = ""
    if path.suffix.lower() in TEXT_SUFFIXES:
        before, after, told = _mended(path, found.name)
        reasons += told
    if not reasons:
        return None
    return Repair(path, file, file.removesuffix(path.name) + name, before, after, tuple(reasons))


def _mended(path: Path, file: str) -> tuple[str, str, list[str]]:
    """The text of a file, its text once mended, and why; nothing when it is not to be touched."""
    try:
        data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else b""
    except OSError:
        return "", "", []
    found = encodings.decode(data)
    if found is None or "\0" in found.text:
        return "", "", []
    text, encoding = found.text, found.encoding
    after = _straight(file, text)
    if _read(file, text) != _read(file, after):
        return "", "", []  # the same entries are the proof that a repair is safe
    reasons = [] if encoding == encodings.UTF8 else [f"encodage : {encoding} → UTF-8"]
    if after != text:
        reasons.append("espaces au début des lignes, guillemets droits")
    return text, after, reasons


def _straight(file: str, text: str) -> str:
    """``text`` with the indents and quotes of its YAML written plainly; line ends stay as they are."""
    pieces = _LINE_END.split(text)
    source = Source(file, "\n".join(pieces[::2]))
    if part := yaml_part(source):
        for line, written in mend(source, *part).better.items():
            pieces[2 * (part[0] - 1 + line)] = written
    return "".join(pieces)


def _read(file: str, text: str) -> list[object]:
    """The entries that a text gives, and its errors."""
    parts = list(parse(source_of(file, text), many=not file.lower().endswith((".md", ".markdown"))))
    faults = [part.code for part in parts if isinstance(part, Problem) and part.gravity is Gravity.ERROR]
    return [*faults, *(part for part in parts if isinstance(part, TypedEntry))]


def apply(repair: Repair) -> Path | None:
    """Mend one file, at once; gives the copy kept beside it, None when only its name changed.

    An OSError (no room, no right, another program holds it) leaves the file as it was.
    """
    copy = None
    if any(not reason.startswith("nom") for reason in repair.reasons):
        copy = _copy(repair.path)
        write_text(repair.path, repair.after)
        shutil.copymode(copy, repair.path)
    if repair.new_file != repair.file:
        repair.path.rename(repair.path.with_name(repair.new_file.rsplit("/", 1)[-1]))
    return copy


def _copy(path: Path) -> Path:
    """A copy of a file beside it, under a name that is free."""
    rank, copy = 1, path.with_name(path.name + COPY)
    while copy.exists():
        rank += 1
        copy = path.with_name(f"{path.name}.{rank}{COPY}")
    shutil.copy2(path, copy)
    return copy
