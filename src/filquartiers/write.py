"""Artifacts become files of ``build/``: what changed is made ready aside, then each takes its place at once.

Who looks meanwhile always finds a whole site: new files come first, so that nothing leads to what is not
there yet, pages follow what they show, and what is made no more goes last. An error or an interruption puts
all back. A process killed in the middle leaves whole files, and the next build ends the work.
"""

import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from filquartiers.artifact import Settled, Unchanged
from filquartiers.disk import ODD, Below, Moves, alone, beside, leave, patiently

KEPT = ".cache"  # what renderers remember between builds; not published
OURS = ("site", "impression", "a-corriger.html")  # what no build made in ``build/`` is left alone
AFTER = 0.2  # seconds that a file outlives the pages that led to it: a reader may be between the two
_ASIDE = ".prochain"

Drawn = Mapping[str, bytes | None]
"""The bytes of each file, None for one that is there as it would be made again."""


@dataclass(frozen=True, slots=True)
class Written:
    """How many files are new or changed, unchanged, and gone; ``paths`` are those that changed or went."""

    changed: int
    unchanged: int
    removed: int
    paths: tuple[str, ...] = ()


def write(build: Path, artifacts: Iterable[Settled]) -> Written:
    """Make the site and the printed things in ``build`` exactly these artifacts.

    Nothing else of the folder is touched. It may be a link to another one, on any disk.

    Raises:
        BlockingIOError: another process is writing there.
        OSError: no room, no right, or a file is held by another program; ``build`` is as it was.
        ValueError: a path leads out of ``build``: a fault of ours.
    """
    drawn = {_checked(one.path): None if isinstance(one, Unchanged) else one.data for one in artifacts}
    with alone(build):
        aside, present = _emptied(build / _ASIDE), Below()
        for top in sorted({*OURS, *(path.partition("/")[0] for path in drawn)}):
            present.look(build, top)
        sizes = present.files
        fresh = [path for path, data in drawn.items() if not _same(build / path, sizes.get(path), data)]
        gone = sorted(sizes.keys() - drawn.keys())
        try:
            if fresh or gone:
                aside.mkdir()
                _change(Moves(build, aside), present, drawn, fresh)
        finally:
            _emptied(aside)
            leave(build, present.folders.symmetric_difference(_folders(drawn)))
    return Written(len(fresh), len(drawn) - len(fresh), len(gone), (*fresh, *gone))


def _checked(path: str) -> str:
    parts = path.split("/")
    if path.startswith("/") or "\\" in path or ":" in path or any(part in {"", ".", ".."} for part in parts):
        raise ValueError(path)
    return path


def _emptied(aside: Path) -> Path:
    """What a process that was killed, or this one, had made ready goes."""
    if aside.is_dir() and not aside.is_symlink():
        shutil.rmtree(aside, ignore_errors=True)
    else:
        aside.unlink(missing_ok=True)
    return aside


def _same(file: Path, size: int | None, data: bytes | None) -> bool:
    if data is None:
        return True
    try:
        return size == len(data) and file.read_bytes() == data
    except OSError:
        return False


def _change(moves: Moves, present: Below, drawn: Drawn, fresh: list[str]) -> None:
    """Make all ready, then move it: the disk holds all before anything changes, and moving takes no time."""
    first = _in_the_way(present, drawn)
    kept = present.files.keys() - first
    order = sorted(fresh, key=lambda path: _order(path, new=path not in kept))
    ready = [
        (moves.ready(drawn[path] or b""), moves.second(path) if path in kept else None, path)
        for path in order
    ]
    gone = sorted(kept - drawn.keys())
    with moves.undone_if_it_fails():
        for path in first:
            moves.take(path)
        leave(moves.build, present.folders.difference(_folders(drawn)))
        for path in order:
            moves.make_room(path)
        for file, before, path in ready:
            moves.put(file, path, before)
        if gone and fresh:
            time.sleep(AFTER)
        for path in gone:
            moves.take(path)


def _order(path: str, *, new: bool) -> tuple[bool, bool, int, str]:
    """What is new before what changes, pages after what they show, the home page last."""
    return (not new, path.endswith(".html"), -path.count("/"), path)


def _in_the_way(present: Below, drawn: Drawn) -> list[str]:
    """What keeps a file from its place: a file where a folder must be, a link, its name in other capitals."""
    names = {path.casefold() for path in drawn}
    folders = {folder.casefold() for folder in _folders(drawn)}

    def hinders(path: str) -> bool:
        return path in names or path in folders or any(folder in names for folder in _folders([path]))

    found = present.files.items()
    return [path for path, size in found if (size == ODD if path in drawn else hinders(path.casefold()))]


def _folders(paths: Iterable[str]) -> Iterator[str]:
    """The folders that files are in, all the way up."""
    for path in paths:
        parts = path.split("/")
        yield from ("/".join(parts[:end]) for end in range(1, len(parts)))


def write_bytes(file: Path, data: bytes) -> None:
    """Write one file of the project at once: it is whole, or as it was before.

    Raises:
        OSError: no room, no right, or another program holds the file.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = beside(file)
    try:
        fresh.write_bytes(data)
        patiently(lambda: fresh.replace(file))
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
