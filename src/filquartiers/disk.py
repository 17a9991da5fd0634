"""What disks do to programs: files that others hold, folders that two write, odd things among files."""

import errno
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

Done = TypeVar("Done")

PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)  # seconds; on Windows, whoever reads a file keeps others from it
ODD = -1  # the size of what is no plain file: a link, a pipe, a device
_NEAR = ".prochain"
_held: ContextVar[frozenset[str]] = ContextVar("held", default=frozenset())


def patiently(act: Callable[[], Done]) -> Done:
    """Do it, again if need be: a virus scanner or a viewer lets go of a file after an instant.

    Raises:
        OSError: what the system said; PermissionError only once it has been tried for 1.5 seconds.
    """
    for pause in PAUSES:
        try:
            return act()
        except PermissionError:
            time.sleep(pause)
    return act()


def move(source: Path, target: Path) -> None:
    """Give a file its place at once, whatever has it now; from another disk too."""
    try:
        patiently(lambda: source.replace(target))
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        near = beside(target)
        try:
            shutil.copy2(source, near)
            patiently(lambda: near.replace(target))
        finally:
            near.unlink(missing_ok=True)
        source.unlink()


def beside(file: Path) -> Path:
    """A hidden name in the same folder, that no other process uses; short, whatever the name of the file."""
    return file.with_name(f".{os.getpid()}{_NEAR}")


@dataclass(slots=True)
class Below:
    """What is in folders: the size of each file, in bytes or `ODD`, and the folders, by path with slashes."""

    files: dict[str, int] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)

    def look(self, root: Path, top: str) -> None:
        """Note ``root/top`` and all that is below; of links, only ``root/top`` itself is followed."""
        if not (root / top).is_dir():
            if os.path.lexists(root / top):
                self.files[top] = (root / top).stat().st_size if (root / top).is_file() else ODD
            return
        waiting = [top]
        while waiting:
            folder = waiting.pop()
            self.folders.add(folder)
            with os.scandir(root / folder) as entries:
                for entry in entries:
                    path = f"{folder}/{entry.name}"
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(path)
                    elif entry.is_file(follow_symlinks=False):
                        self.files[path] = entry.stat(follow_symlinks=False).st_size
                    else:
                        self.files[path] = ODD


def leave(build: Path, folders: Iterable[str]) -> None:
    """Remove folders that are empty, the deepest first."""
    for folder in sorted(folders, key=lambda path: -path.count("/")):
        with suppress(OSError):
            (build / folder).rmdir()


@dataclass(slots=True)
class Moves:
    """Files put in place of others and taken away one by one; all can be undone."""

    build: Path
    aside: Path
    made: int = 0
    done: list[tuple[Path | None, Path]] = field(default_factory=list)  # what was there before, if any
    folders: set[Path] = field(default_factory=set)

    def ready(self, data: bytes) -> Path:
        """Write a file aside."""
        file = self._name()
        file.write_bytes(data)
        return file

    def second(self, path: str) -> Path:
        """A second name, aside, of a file that another will replace."""
        name = self._name()
        try:
            os.link(self.build / path, name)
        except OSError:
            shutil.copy2(self.build / path, name)
        return name

    def make_room(self, path: str) -> None:
        """Make the folder that a file is to be in."""
        folder = (self.build / path).parent
        if folder not in self.folders:
            self.folders.add(folder)  # first: making it may stop half-way
            folder.mkdir(parents=True, exist_ok=True)

    def put(self, ready: Path, path: str, before: Path | None) -> None:
        """Give a file the place of the one that has it, if any, whose second name is ``before``."""
        self.done.append((before, self.build / path))  # first: undoing what was not done does no harm
        move(ready, self.build / path)

    def take(self, path: str) -> None:
        """Take a file away."""
        before = self._name()
        self.done.append((before, self.build / path))
        move(self.build / path, before)

    def _name(self) -> Path:
        self.made += 1
        return self.aside / str(self.made)

    @contextmanager
    def undone_if_it_fails(self) -> Iterator[None]:
        """Put everything back when something cannot be done, or is interrupted."""
        try:
            yield
        except BaseException:
            for before, target in reversed(self.done):
                with suppress(OSError):
                    self._undo(before, target)
            raise

    def _undo(self, before: Path | None, target: Path) -> None:
        if before is None:
            target.unlink(missing_ok=True)
            return
        if target.is_dir() and not target.is_symlink():  # made for files that are gone again
            above = {one for folder in self.folders for one in (folder, *folder.parents)}
            made = (one for one in above if target in {one, *one.parents})
            leave(self.build, (one.relative_to(self.build).as_posix() for one in made))
        target.parent.mkdir(parents=True, exist_ok=True)
        move(before, target)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other processes from writing ``folder``, made if need be; within another turn, nothing is done.

    The system lets go when the process ends, however it ends. A disk that knows no locks has none.

    Raises:
        BlockingIOError: another process is writing it.
        NotADirectoryError: something else has that name.
        OSError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder)) from error
    place = os.path.realpath(folder)
    if place in _held.get():
        yield
        return
    number = _lock(folder)
    token = _held.set(_held.get() | {place})
    try:
        yield
    finally:
        _held.reset(token)
        if number is not None:
            os.close(number)


if sys.platform == "win32":
    import msvcrt

    def _lock(folder: Path) -> int | None:
        """Lock a file of the folder, which Windows needs; gives what to close."""
        number = os.open(folder / ".verrou", os.O_RDWR | os.O_CREAT)
        try:
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            os.close(number)
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN), str(folder)) from error
        return number

else:
    import fcntl

    def _lock(folder: Path) -> int | None:
        """Lock the folder itself; gives what to close, None on a disk that cannot."""
        number = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(number)
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN), str(folder)) from None
        except OSError:
            os.close(number)
            return None
        return number
