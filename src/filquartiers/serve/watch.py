"""Noticing changes in the folders that a project is made of, on any disk.

The system's own notices (watchdog) wake us at once; a look at dates and sizes decides whether anything
really changed. The same look, repeated, replaces the notices where there are none: network drives,
folders deleted and put back.
"""

import contextlib
import os
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePath
from time import monotonic

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from filquartiers.content.read import is_left_by_editor

QUIET = 0.02  # seconds without news before we look: emptying a file and filling it again is one change
APART = 0.5  # seconds between two changes that are no row of saves: then a closed file need not wait
PERIOD = 1.5  # seconds between looks when the system tells nothing

Snapshot = Mapping[str, tuple[int, int]]


class Watch(FileSystemEventHandler):
    """Calls ``changed`` after each change under ``folders``, from its own thread, until closed.

    When all that changed is what one file holds, ``saved`` is called with it instead, if it was given.
    """

    def __init__(
        self,
        folders: tuple[Path, ...],
        changed: Callable[[], object],
        saved: Callable[[Path], object] | None = None,
    ) -> None:
        self._folders = folders
        self._changed = changed
        self._saved = saved
        self._whole = threading.Event()  # whoever wrote has closed the file: there is nothing to wait for
        self._news = threading.Event()
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._called = -APART
        self._seen = snapshot(folders)
        self._told: set[str] | None = set()  # the files that the system told of; None when it told of more
        self._observed: dict[Path, int] = {}  # by folder, the number that the disk gives it
        self._observer = Observer()
        self._thread = threading.Thread(target=self._run, name="veille", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        # A folder made with another in it is told to watchdog twice, and it says so; all are watched.
        warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning, "watchdog")
        self._observe()
        self._thread.start()

    def close(self) -> None:
        """Stop; returns once the work under way is done."""
        self._closing.set()
        self._news.set()
        self._whole.set()
        if self._thread.is_alive():
            self._thread.join()
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """The system tells of something; opening and closing a file to read it are nothing."""
        if event.event_type in {"opened", "closed_no_write"}:
            return
        if event.is_directory and event.event_type == "modified":
            return  # what changed in it is told by itself
        with self._lock:
            if event.is_directory:
                self._told = None
            elif self._told is not None:
                self._told |= {os.fsdecode(path) for path in (event.src_path, event.dest_path) if path}
        self._news.set()
        if event.event_type in {"closed", "moved"}:
            self._whole.set()

    def _run(self) -> None:
        while not self._closing.is_set():
            if self._news.wait(PERIOD):
                self._settle()
            if self._closing.is_set():
                return
            self._observe()  # first, so that nothing can happen between the look and the notices
            self._whole.clear()
            changed = self._look()
            self._called = monotonic() if changed else self._called
            if len(changed) == 1 and self._saved and changed <= self._seen.keys():
                self._saved(Path(*changed))
            elif changed:
                self._changed()

    def _look(self) -> frozenset[str]:
        """The files that changed since the last look: among those we were told of, or among all.

        A new file tells of its folder too, so that it never comes alone.
        """
        with self._lock:
            told, self._told = self._told, set()
        before = self._seen
        if told:
            self._seen = _with(before, told, self._folders)
        else:
            self._seen = snapshot(self._folders)
        files = told or self._seen.keys() | before.keys() if self._seen != before else ()
        changed = {file for file in files if self._seen.get(file) != before.get(file)}
        return frozenset(changed | {str(Path(file).parent) for file in changed - before.keys()})

    def _settle(self) -> None:
        """Wait until the news stop coming."""
        while self._news.is_set() and not self._closing.is_set():
            self._news.clear()
            if self._whole.wait(QUIET) and monotonic() - self._called > APART:
                return
            self._closing.wait(QUIET if self._whole.is_set() else 0)
            self._whole.clear()

    def _observe(self) -> None:
        """Ask the system for notices of each folder that exists; without them, the looks suffice.

        A folder put back after it was deleted is another one to the system, hence the number.
        """
        present = {folder: number for folder in self._folders if (number := _number(folder))}
        if present == self._observed:
            return
        with contextlib.suppress(OSError, KeyError):  # watches of a folder that is gone (watchdog, 758)
            self._observer.unschedule_all()
        self._observed = present
        for folder in sorted(present):
            with contextlib.suppress(OSError):  # no notices on this disk, or no more of them to be had
                self._observer.schedule(self, str(folder), recursive=True)
        if not self._observer.is_alive():
            self._observer.start()


def _number(folder: Path) -> int:
    try:
        return folder.stat().st_ino or 1 if folder.is_dir() else 0  # some network drives number nothing
    except OSError:
        return 0


def snapshot(folders: tuple[Path, ...]) -> Snapshot:
    """Date (ns) and size of every file a person put there."""
    return {path: stamp for folder in folders for path, stamp in _stamps(str(folder))}


def _with(seen: Snapshot, files: set[str], folders: tuple[Path, ...]) -> Snapshot:
    """The same, after another look at some files."""
    now = dict(seen)
    for file in files:
        if _hidden(file, folders):
            continue
        stamp = _stamp(file)
        if stamp is None:
            now.pop(file, None)
        else:
            now[file] = stamp
    return now


def _hidden(file: str, folders: tuple[Path, ...]) -> bool:
    """Whether nobody looks at a file: left by an editor, or in a hidden folder, as former versions are."""
    path = PurePath(file)
    above = next((folder for folder in folders if path.is_relative_to(folder)), path.parent)
    return any(map(is_left_by_editor, path.relative_to(above).parts))


def _stamps(folder: str) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        inside = sorted(os.scandir(folder), key=lambda one: one.name)
    except OSError:
        return
    for one in inside:
        if is_left_by_editor(one.name):
            continue
        if one.is_dir(follow_symlinks=False):
            yield from _stamps(one.path)
        elif (stamp := _stamp(one.path)) is not None:
            yield one.path, stamp


def _stamp(file: str) -> tuple[int, int] | None:
    """None for a file that is gone between two looks."""
    try:
        found = os.lstat(file)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
