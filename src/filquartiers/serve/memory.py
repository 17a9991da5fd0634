"""The last good text of each file: one mistake in a file must not empty the pages that list it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from filquartiers.content import Loaded, Remembered, Source, load_saved
from filquartiers.edition import Edition
from filquartiers.journey import Journey
from filquartiers.prepare import examine, read
from filquartiers.problems import Gravity
from filquartiers.project import Project


class Memory:
    """Reads one project again and again: what changed since, and the last good text of files with errors."""

    def __init__(self, project: Project, clock: Callable[[], float]) -> None:
        self._project = project
        self._clock = clock
        self._known = Remembered()
        self._good: dict[str, Source] = {}  # by file
        self._held: dict[tuple[str, str], str] = {}  # the file of each entry shown
        self._last: tuple[Loaded, Edition | None] | None = None  # as the files now are

    def read(self, saved: Path | None = None) -> tuple[Edition | None, Journey]:
        """What to draw, and the journey that tells what is wrong in the files as they now are.

        There is nothing to draw while the identity cannot be used, or the whole folder is away. ``saved`` is
        the only file that changed since the last reading, when that is known.
        """
        journey = Journey(self._clock)
        self._last = read(self._project, journey, self._known, self._with(saved))
        edition = self._last[1]
        if edition is None or not edition.content.is_dir():
            return None, journey
        texts = self._known.texts
        lost = self._lost(edition, journey)
        stand_ins = {file: self._good[file] for file in sorted(lost & self._good.keys())}
        if stand_ins:
            again = Journey(self._clock)  # its problems are those of texts no longer on the disk
            _, stood = read(self._project, again, replace(self._known, stand_ins=stand_ins))
            edition = stood or edition
        self._good = texts | stand_ins
        self._held = _files(edition)
        return edition, journey

    def _with(self, saved: Path | None) -> Loaded | None:
        """What was read last, with one file as it now is; None when all is to be read again."""
        if saved is None or self._last is None or not saved.is_relative_to(self._project.content):
            return None
        path = saved.relative_to(self._project.root).as_posix()
        return load_saved(self._project.root, path, self._last[0], self._known)

    def examine(self, over: Callable[[], bool]) -> Journey:
        """What a longer look at the files just read finds; it ends early once it is ``over``."""
        journey = Journey(self._clock)
        if self._last is not None:
            examine(self._project, *self._last, journey, over)
        return journey

    def _lost(self, edition: Edition, journey: Journey) -> set[str]:
        """The files with errors that no longer give an entry they gave before."""
        faulty = {one.where.file for one in journey.problems if one.gravity is Gravity.ERROR}
        now = _files(edition)
        return {file for key, file in self._held.items() if file in faulty and key not in now}


def _files(edition: Edition) -> dict[tuple[str, str], str]:
    return {entry.key: entry.origin.file for entry in edition.site.everything()}
