"""The bin of a project, ``content/.corbeille``: files and entries taken away, and how to put them back.

Each thing has a number of its own, the higher the later, and keeps its name below it:
``7/fichier/fiches/velo.md`` is a whole file, ``8/element/calendrier/ete.yaml`` the lines of one entry.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from filquartiers.content.read import name_of
from filquartiers.disk import patiently
from filquartiers.write import write_new

FOLDER = ".corbeille"
MOST = 500  # things kept
MOST_BYTES = 200_000_000  # of all of them
_README = """La corbeille : les fichiers et les événements retirés dans un formulaire, qui peut les reprendre.

Elle garde les 500 derniers, et 200 Mo en tout ; les plus anciens s’en vont d’eux-mêmes. Pour effacer pour de
bon ce qui s’y trouve, supprimez ce dossier.
"""
_WHOLE, _PART = "fichier", "element"


@dataclass(frozen=True, slots=True)
class Discarded:
    """Something in the bin: ``file`` is the name it had in the project, ``place`` where it is now.

    ``is_whole``: it was a file; otherwise one entry of it, whose lines it holds.
    """

    number: int
    file: str
    is_whole: bool
    place: Path

    @property
    def data(self) -> bytes:
        """What it holds."""
        return self.place.read_bytes()


@dataclass(frozen=True, slots=True)
class Bin:
    """The bin of a project; ``content`` is its folder of contents."""

    content: Path

    @property
    def folder(self) -> Path:
        """Where things are kept."""
        return self.content / FOLDER

    def kept(self) -> tuple[Discarded, ...]:
        """What is in it, the latest first."""
        return tuple(sorted(self._all(), key=lambda one: -one.number))

    def take_file(self, file: str, place: Path) -> Path:
        """Move a whole file there; raises OSError when it cannot be done."""
        kept = self._room(_WHOLE, file)
        patiently(lambda: place.rename(kept))
        return kept

    def take_part(self, file: str, data: bytes) -> Path:
        """Keep the lines of an entry; raises OSError when it cannot be done."""
        kept = self._room(_PART, file)
        kept.write_bytes(data)
        return kept

    def forget(self, kept: Path) -> None:
        """Let go of a thing, for good or once it is back in its place."""
        with suppress(OSError):
            shutil.rmtree(self.folder / kept.relative_to(self.folder).parts[0])

    def trim(self) -> None:
        """Let the oldest go, when there are too many."""
        total = 0
        for rank, one in enumerate(self.kept()):
            with suppress(OSError):
                total += one.place.stat().st_size
            if rank and (rank >= MOST or total > MOST_BYTES):
                self.forget(one.place)

    def _room(self, sort: str, file: str) -> Path:
        number = 1 + max((int(name) for name in self._numbers()), default=0)
        write_new(self.folder / "LISEZMOI.txt", _README)
        while True:
            try:
                (self.folder / str(number)).mkdir()
                break
            except FileExistsError:
                number += 1  # another program, on a disk without locks
        kept = self.folder / str(number) / sort / file
        kept.parent.mkdir(parents=True)
        return kept

    def _numbers(self) -> Iterator[str]:
        with suppress(OSError):
            names = [one.name for one in self.folder.iterdir()]
            yield from (name for name in names if name.isascii() and name.isdigit())

    def _all(self) -> Iterator[Discarded]:
        for number in self._numbers():
            for sort in (_WHOLE, _PART):
                top = self.folder / number / sort
                for folder, _, names in os.walk(top):
                    for name in names:
                        place = Path(folder) / name
                        file = f"content/{name_of(place.relative_to(top).as_posix())}"
                        yield Discarded(int(number), file, sort == _WHOLE, place)
