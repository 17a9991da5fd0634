"""The former versions of the files of ``content/``, kept under ``content/.historique``; the oldest go first.

Nothing there bears a date: each version has a number, the higher the newer, whatever its file.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from filquartiers.write import write_new

FOLDER = ".historique"
MOST_OF_ONE = 50  # versions of one file
MOST_BYTES = 50_000_000  # of all versions together

_README = """Les anciennes versions de vos fichiers, une par enregistrement fait dans un formulaire.

Le programme s’en sert pour « revenir » en arrière. Il garde les 50 dernières de chaque fichier, et 50 Mo en
tout ; les plus anciennes s’en vont d’elles-mêmes. Pour effacer pour de bon ce qui a été écrit (un nom, un
numéro de téléphone), supprimez ce dossier : vos fichiers, eux, ne changent pas.
"""


@dataclass(frozen=True, slots=True)
class Version:
    """What a file held before it was saved; the higher its number, the newer."""

    number: int
    place: Path

    @property
    def data(self) -> bytes:
        """What it held."""
        return self.place.read_bytes()


@dataclass(frozen=True, slots=True)
class Versions:
    """The history of a project; ``content`` is its folder of contents."""

    content: Path

    @property
    def folder(self) -> Path:
        """Where they are kept."""
        return self.content / FOLDER

    def of(self, file: str) -> tuple[Version, ...]:
        """Those of a file (its name below ``content/``), the newest first."""
        found = _in(self.folder / file)
        return tuple(sorted(found, key=lambda one: -one.number))

    def keep(self, file: str, place: Path) -> Version:
        """Keep what a file holds now.

        It is the same file under a second name, where the disk knows how: what somebody writes into it
        until it is replaced is kept too.

        Raises:
            OSError: no room, no right.
        """
        folder = self.folder / file
        folder.mkdir(parents=True, exist_ok=True)
        write_new(self.folder / "LISEZMOI.txt", _README)
        number = 1 + max((one.number for one in self._all()), default=0)
        while True:
            kept = folder / str(number)
            try:
                _second(place, kept)
            except FileExistsError:
                number += 1  # another program, on a disk without locks
            else:
                return Version(number, kept)

    def trim(self, file: str) -> None:
        """Let the oldest go, when there are too many."""
        for one in self.of(file)[MOST_OF_ONE:]:
            _drop(one)
        total = 0
        for rank, one in enumerate(sorted(self._all(), key=lambda one: -one.number)):
            with suppress(OSError):
                total += one.place.stat().st_size
            if rank and total > MOST_BYTES:
                _drop(one)

    def _all(self) -> Iterator[Version]:
        for folder, _, _ in os.walk(self.folder):
            yield from _in(Path(folder))


def _in(folder: Path) -> Iterator[Version]:
    try:
        names = [one.name for one in folder.iterdir()]
    except OSError:
        return
    for name in names:
        if name.isascii() and name.isdigit() and (folder / name).is_file():
            yield Version(int(name), folder / name)


def _second(place: Path, kept: Path) -> None:
    try:
        os.link(place, kept)
    except FileExistsError:
        raise
    except OSError:
        if kept.exists():
            raise FileExistsError(kept) from None
        shutil.copyfile(place, kept)


def _drop(one: Version) -> None:
    with suppress(OSError):
        one.place.unlink()
        one.place.parent.rmdir()
