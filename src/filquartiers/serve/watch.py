"""Noticing changes in the folders that a project is made of, on any disk.

The system's own notices (watchdog) wake us at once; a look at dates and sizes decides whether anything
really changed. The same look, repeated, replaces the notices where there are none: network drives,
folders deleted and put back.
"""

import contextlib
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from filquartiers.content.read import is_left_by_editor

QUIET = 0.12  # seconds without news before we look: a burst of saves is one change
PERIOD = 1.5  # seconds between looks when the system tells nothing

Snapshot = Mapping[str, tuple[int, int]]


class Watch(FileSystemEventHandler):
    """Calls ``changed`` after each change under ``folders``, from its own thread, until closed."""

    def __init__(self, folders: tuple[Path, ...], changed: Callable[[], object]) -> None:
        self._folders = folders
        self._changed = changed
        self._news = threading.Event()
        self._closing = threading.Event()
        self._seen = snapshot(folders)
        self._observed: dict[Path, int] = {}  # by folder, the number that the disk gives it
        self._observer = Observer()
        self._thread = threading.Thread(target=self._run, name="veille", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._observe()
        self._thread.start()

    def close(self) -> None:
        """Stop; returns once the work under way is done."""
        self._closing.set()
        self._news.set()
        if self._thread.is_alive():
            self._thread.join()
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """The system tells of something; opening and closing a file to read it are nothing."""
        if event.event_type not in {"opened", "closed_no_write"}:
            self._news.set()

    def _run(self) -> None:
        while not self._closing.is_set():
            if self._news.wait(PERIOD):
                self._settle()
            if self._closing.is_set():
                return
            self._observe()  # first, so that nothing can happen between the look and the notices
            now = snapshot(self._folders)
            if now != self._seen:
                self._seen = now
                self._changed()

    def _settle(self) -> None:
        """Wait until the news stop coming."""
        while self._news.is_set() and not self._closing.is_set():
            self._news.clear()
            self._closing.wait(QUIET)

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
    return {str(path): stamp for folder in folders for path, stamp in _stamps(folder)}


def _stamps(folder: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return
    for path in paths:
        if is_left_by_editor(path.name):
            continue
        try:
            if path.is_dir() and not path.is_symlink():
                yield from _stamps(path)
            else:
                stat = path.lstat()
                yield path, (stat.st_mtime_ns, stat.st_size)
        except OSError:
            continue  # gone between two looks
