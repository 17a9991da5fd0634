"""The files of a journey, drawn: what the last build made and would be made again is left where it is.

The rest is shared between processes when it is much. Whatever becomes of them, or of what was kept, the same
bytes come out: a file is left only while it holds what its key once made, and what no process gave is drawn
here.
"""

import hashlib
import multiprocessing
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from itertools import repeat
from pathlib import Path
from typing import Self

from pydantic import TypeAdapter

from filquartiers.artifact import Artifact, Concluding, Deferred, File, Settled, Unchanged, UndrawableError
from filquartiers.problems import Problem
from filquartiers.store import Store, key_of

MANY = 200  # pages; fewer take less time to draw than processes to start
SHARE = 16  # pages handed to a process at a time
METHOD = "fork" if sys.platform == "linux" else "spawn"  # the first is unsafe on macOS, unknown on Windows
MADE = TypeAdapter(dict[str, tuple[str, str, str]])
"""By path: the key of a page, the digest of the bytes that it made, what was noted of them."""
_MADE = key_of("made")

Drawn = tuple[str, bytes | None, str]
"""The key of a page; its bytes, unless they are known to be those of the last build, and their note."""


class Drawing:
    """Draws the files of one build; to be closed, whatever happens."""

    def __init__(self, build: Path, kept: Path, processes: int | None = None) -> None:
        """Begin with what the last build made.

        Args:
            build: the folder of that build.
            kept: where the keys of its pages are kept.
            processes: how many may draw; by default, as many as the machine has cores for us.
        """
        self._build = build
        self._store = Store(kept)
        self._former = self._store.find(_MADE, MADE) or {}
        self._now: dict[str, tuple[str, str, str]] = {}
        self._fresh: dict[str, Artifact] = {}
        self._processes = _cores() if processes is None else processes
        self._pool: ProcessPoolExecutor | None = None
        self._underway: dict[str, Iterator[Drawn]] = {}  # by path, in the order they were begun

    def __enter__(self) -> Self:
        """Nothing is begun yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let the processes go."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def begin(self, files: Iterable[File]) -> None:
        """Have other processes draw these while this one does something else, when they are many."""
        pages = [one for one in files if isinstance(one, Deferred)]
        if self._pool is not None or self._processes < 2 or len(pages) < MANY:  # noqa: PLR2004  one is this one
            return
        known = {path: key for path, (key, _, _) in self._former.items()}
        context = multiprocessing.get_context(METHOD)
        self._pool = ProcessPoolExecutor(
            self._processes, context, initializer=_begin, initargs=(pages, known)
        )
        with suppress(
            Exception
        ):  # no process to be had, or nothing that can be sent to one: all is drawn here
            drawn = _surely(self._pool.map(_draw_number, range(len(pages)), chunksize=SHARE))
            self._underway = dict.fromkeys((one.path for one in pages), drawn)

    def settle(self, files: Iterable[File]) -> Iterator[Settled | Problem]:
        """Each file, drawn or found unchanged, those that conclude last; before a stand-in, why it is one."""
        last = []
        for one in files:
            if isinstance(one, Concluding):
                last.append(one)
            else:
                yield from self._settled(one)
        for one in last:
            yield from self._concluded(one)

    def remember(self) -> None:
        """Keep what this build made, once it is written."""
        self._store.keep(_MADE, self._now, MADE)

    def _settled(self, page: Artifact | Deferred) -> Iterator[Settled | Problem]:
        if isinstance(page, Artifact):
            yield page
            return
        former, digest, noted = self._former.get(page.path, ("", "", ""))
        drawn = self._underway.get(page.path)
        key, data, note = next(drawn) if drawn else (page.key(), None, "")
        if data is None and key and key == former and _holds(self._build / page.path, digest):
            self._now[page.path] = key, digest, noted
            yield Unchanged(page.path)
            return
        if data is None:
            try:
                key, data = key or page.key(), page.draw()
            except UndrawableError as error:  # without a key: the next build tries again, and tells again
                key, data = "", error.stand_in
                yield error.told
            note = page.note(data)
        self._now[page.path] = key, hashlib.sha256(data).hexdigest(), note
        self._fresh[page.path] = made = Artifact(page.path, data)
        yield made

    def _concluded(self, page: Concluding) -> Iterator[Settled | Problem]:
        notes = {path: note for path, (_, _, note) in self._now.items() if note}
        try:
            data = page.draw(notes, self._leaf)
        except UndrawableError as error:
            data = error.stand_in
            yield error.told
        yield Artifact(page.path, data)

    def _leaf(self, path: str) -> bytes:
        """The bytes of a page of this build, drawn or left where it is."""
        return self._fresh[path].data if path in self._fresh else (self._build / path).read_bytes()


def drawn_here(files: Iterable[File]) -> tuple[Artifact, ...]:
    """Every file, drawn in this process with nothing kept.

    Raises:
        UndrawableError: one of them cannot be drawn.
    """
    made, notes = {}, {}
    for one in (files := tuple(files)):
        if isinstance(one, Deferred):
            data = one.draw()
            made[one.path] = Artifact(one.path, data)
            if note := one.note(data):
                notes[one.path] = note
    for one in files:
        if isinstance(one, Concluding):
            made[one.path] = Artifact(one.path, one.draw(notes, lambda path: made[path].data))
    return tuple(one if isinstance(one, Artifact) else made[one.path] for one in files)


def _surely(drawn: Iterator[Drawn]) -> Iterator[Drawn]:
    """What the processes give; once one of them was killed, nothing any more: it is drawn here."""
    with suppress(Exception):
        yield from drawn
    yield from repeat(("", None, ""))


_pages: Sequence[Deferred] = ()
_known: dict[str, str] = {}


def _begin(pages: Sequence[Deferred], known: dict[str, str]) -> None:
    """What a process draws from: on Linux, the memory it shares with ours."""
    global _pages, _known
    _pages, _known = pages, known


def _draw_number(number: int) -> Drawn:
    page = _pages[number]
    try:
        key = page.key()
        if _known.get(page.path) == key:
            return key, None, ""
        data = page.draw()
        return key, data, page.note(data)
    except Exception:  # noqa: BLE001  drawn again where the fault can be told
        return "", None, ""


def _holds(file: Path, digest: str) -> bool:
    """Whether these are still the bytes that were written, in a file of its own."""
    try:
        return stat.S_ISREG(file.lstat().st_mode) and hashlib.sha256(file.read_bytes()).hexdigest() == digest
    except OSError:
        return False


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
