"""Artifacts become files: the new ``build/`` is made whole beside the old one, then takes its place.

Unchanged files are carried over as they are (a hard link where the disk knows them), so that only
changed bytes are written; what no renderer made any more goes with the old folder.
"""

import contextlib
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from filquartiers.artifact import Settled, Unchanged

KEPT = ".cache"  # what renderers remember between builds; not published


@dataclass(frozen=True, slots=True)
class Written:
    """How many files are new or changed, unchanged, and gone."""

    changed: int
    unchanged: int
    removed: int


def write(build: Path, artifacts: Iterable[Settled]) -> Written:
    """Replace the folder ``build`` by exactly these artifacts, at once.

    Until the last moment the former folder stays whole: an interruption leaves it as it was.

    Raises:
        OSError: the disk is full, or a file is held by another program; ``build`` is untouched.
        ValueError: a path leads out of ``build``: a fault of ours.
    """
    recover(build)
    fresh = _beside(build, "prochain")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        changed, unchanged = _fill(fresh, build, artifacts)
        removed = _stale(fresh, build)
        _swap(fresh, build)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    return Written(changed, unchanged, removed)


def recover(build: Path) -> None:
    """Finish what an interruption between the two renames left undone."""
    former = _beside(build, "precedent")
    if former.exists() and not build.exists():
        former.rename(build)
    shutil.rmtree(former, ignore_errors=True)


def _beside(build: Path, word: str) -> Path:
    """A neighbour on the same disk, so that renaming it is instantaneous."""
    return build.with_name(f"{build.name}.{word}")


def _fill(fresh: Path, build: Path, artifacts: Iterable[Settled]) -> tuple[int, int]:
    changed = unchanged = 0
    fresh.mkdir(parents=True)
    made = {fresh}
    for artifact in artifacts:
        target, former = _inside(fresh, artifact.path), build / artifact.path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        if isinstance(artifact, Unchanged) or _same(former, artifact.data):
            _carry(former, target)
            unchanged += 1
        else:
            target.write_bytes(artifact.data)
            changed += 1
    return changed, unchanged


def _inside(folder: Path, path: str) -> Path:
    parts = path.split("/")
    if path.startswith("/") or "\\" in path or ":" in path or any(part in {"", ".", ".."} for part in parts):
        raise ValueError(path)
    return folder.joinpath(*parts)


def _same(file: Path, data: bytes) -> bool:
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except OSError:
        return False


def _carry(former: Path | str, target: Path | str) -> None:
    try:
        os.link(former, target)
    except OSError:
        shutil.copy2(former, target)


def _swap(fresh: Path, build: Path) -> None:
    former = _beside(build, "precedent")
    if (build / KEPT).is_dir():
        with contextlib.suppress(OSError):  # what cannot be carried over will be made again
            shutil.copytree(build / KEPT, fresh / KEPT, copy_function=_carry)
    if build.exists():
        build.rename(former)
    try:
        fresh.rename(build)
    except OSError:
        with contextlib.suppress(OSError):
            former.rename(build)
        raise
    shutil.rmtree(former, ignore_errors=True)


def _stale(fresh: Path, build: Path) -> int:
    """How many files of the former folder have no successor."""
    files = (path.relative_to(build) for path in build.rglob("*") if path.is_file())
    return sum(1 for path in files if path.parts[0] != KEPT and not (fresh / path).exists())


def write_bytes(file: Path, data: bytes) -> None:
    """Write one file of the project at once: it is whole, or as it was before.

    Raises:
        OSError: no room, no right, or another program holds the file.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.prochain")
    try:
        fresh.write_bytes(data)
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)


def write_text(file: Path, text: str) -> None:
    """As `write_bytes`, in UTF-8."""
    write_bytes(file, text.encode())


def write_new(file: Path, text: str) -> bool:
    """Write a file that must not exist yet; False, and nothing done, when it does."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("xb") as stream:
            stream.write(text.encode())
    except FileExistsError:
        return False
    return True
