"""The last good text of each file: one mistake in a file must not empty the pages that list it."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from filquartiers.build import prepare
from filquartiers.content import Reader, Source, read_folder
from filquartiers.edition import Edition
from filquartiers.journey import Journey
from filquartiers.problems import Gravity, Problem
from filquartiers.project import Project

Texts = Mapping[str, Source]


class Memory:
    """Prepares the editions of one project, with the last good text of the files that have errors."""

    def __init__(self, project: Project, clock: Callable[[], float]) -> None:
        self._project = project
        self._clock = clock
        self._good: Texts = {}  # by file
        self._held: dict[tuple[str, str], str] = {}  # the file of each entry shown

    def prepare(self) -> tuple[Edition | None, Journey]:
        """What to draw, and the journey that tells what is wrong in the files as they now are.

        There is nothing to draw while the identity cannot be used, or the whole folder is away.
        """
        journey, texts = Journey(self._clock), dict[str, Source]()
        edition = prepare(self._project, journey, _reading({}, texts))
        if edition is None or not edition.content.is_dir():
            return None, journey
        lost = self._lost(edition, journey)
        stand_ins = {file: self._good[file] for file in sorted(lost & self._good.keys())}
        if stand_ins:
            again = Journey(self._clock)  # its problems are those of texts no longer on the disk
            edition = prepare(self._project, again, _reading(stand_ins, {})) or edition
        self._good = texts | stand_ins
        self._held = _files(edition)
        return edition, journey

    def _lost(self, edition: Edition, journey: Journey) -> set[str]:
        """The files with errors that no longer give an entry they gave before."""
        faulty = {one.where.file for one in journey.problems if one.gravity is Gravity.ERROR}
        now = _files(edition)
        return {file for key, file in self._held.items() if file in faulty and key not in now}


def _files(edition: Edition) -> dict[tuple[str, str], str]:
    return {entry.key: entry.origin.file for entry in edition.site.everything()}


def _reading(stand_ins: Texts, taken: dict[str, Source]) -> Reader:
    """Reads folders with ``stand_ins`` for the files of that name; ``taken`` gets what was read."""

    def read(root: Path, folder: str) -> Iterator[Source | Problem]:
        for found in read_folder(root, folder):
            file = found.where.file if isinstance(found, Problem) else found.file
            if file not in stand_ins:
                if isinstance(found, Source):
                    taken[file] = found
                yield found
            elif file not in taken:
                taken[file] = stand_ins[file]
                yield stand_ins[file]

    return read
