"""Where files are read and saved: at once, never over what somebody else saved, never outside content."""

import errno
import os
import shutil
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from filquartiers.content.read import name_of
from filquartiers.disk import patiently
from filquartiers.editing.bin import Bin, Discarded
from filquartiers.editing.opened import OpenedText, open_text
from filquartiers.editing.places import new_place, place_of, stays_inside
from filquartiers.editing.refused import Gone, Refused
from filquartiers.editing.saving import checked, digest_of, one_at_a_time, put_new, ready, swap, told
from filquartiers.editing.versions import Version, Versions
from filquartiers.model.kind import Entry

_WRITABLE = 0o222


@dataclass(frozen=True, slots=True)
class Desk:
    """The files of one project; each is known by its name in it, ``content/fiches/velo.md``.

    Two programs that save through a desk wait for each other, where the disk knows locks. A text editor waits
    for nobody: what it writes until the very moment of the move is seen, and kept.
    """

    root: Path

    def read(self, file: str) -> tuple[bytes, str]:
        """What a file holds, and the digest to give back when saving it.

        Raises:
            Gone: there is no such file.
            Refused: it lies outside ``content/``, or cannot be read.
        """
        with told(file, "lu"):
            data = patiently(place_of(self.root, file).read_bytes)
        return data, digest_of(data)

    def save(self, file: str, seen: str, data: bytes) -> None:
        """Put ``data`` in place of what was read; the former state joins the history.

        Args:
            file: its name.
            seen: the digest that `read` gave with what was changed.
            data: all that the file shall hold.

        Raises:
            ChangedMeanwhile: the file is no more what was read; nothing is written.
            Gone: the file is no more there; nothing is written.
            Refused: no room, no right, held by another program…; the file is as it was.
        """
        with told(file), self._alone():
            place = place_of(self.root, file)
            if data != checked(place, seen):
                self._replace(place, seen, data)

    def create(self, file: str, data: bytes) -> None:
        """Write a file that does not exist yet.

        Raises:
            Refused: there is one of that name, or it cannot be written.
        """
        with told(file), self._alone():
            place = new_place(self.root, file)
            place.parent.mkdir(parents=True, exist_ok=True)
            fresh = ready(place, data)
            try:
                put_new(fresh, place)
            finally:
                fresh.unlink(missing_ok=True)

    def versions(self, file: str) -> tuple[Version, ...]:
        """The former states of a file, the newest first; those of a file that is gone too."""
        try:
            name = self._below(place_of(self.root, file))
        except Gone:
            name = file.partition("/")[2]
        return self._versions.of(name)

    def restore(self, file: str, number: int, seen: str) -> None:
        """Bring a former state back; the present one joins the history. Raises as `save`."""
        found = next((one for one in self.versions(file) if one.number == number), None)
        if found is None:
            raise Refused("Cette version n’est plus dans l’historique : les plus anciennes en sortent.")
        with told(file, "lu"):
            data = found.data
        self.save(file, seen, data)

    def discard(self, file: str, seen: str) -> None:
        """Put a whole file in the bin. Raises as `save`."""
        with told(file, "mis à la corbeille"), self._alone():
            place = place_of(self.root, file)
            checked(place, seen)
            self._bin.take_file(self._below(place), place)
            self._bin.trim()

    def discard_entry(self, opened: OpenedText, index: int, seen: str) -> None:
        """Put one entry of a file in the bin; the whole file, when it holds nothing else. Raises as `save`.

        Raises:
            NotEditable: its lines cannot be told for sure.
        """
        if len(opened.entries) == 1:
            self.discard(opened.file, seen)
            return
        data, lines = opened.removed(index), opened.cut(index)
        with told(opened.file, "mis à la corbeille"), self._alone():
            kept = self._bin.take_part(self._below(place_of(self.root, opened.file)), lines)
            try:
                self.save(opened.file, seen, data)
            except BaseException:
                self._bin.forget(kept)
                raise
            self._bin.trim()

    def kept(self) -> tuple[Discarded, ...]:
        """What is in the bin, the latest first."""
        return self._bin.kept()

    def put_back(self, one: Discarded, kind: type[Entry]) -> None:
        """Take a thing out of the bin: a file to where it was, an entry to the end of its list.

        Raises:
            Refused: there is another file of that name, or it cannot be written.
            NotEditable: the list cannot take the entry in.
        """
        with told(one.file, "repris de la corbeille"):
            data = one.data
        if one.is_whole:
            self.create(one.file, data)
        else:
            self._put_entry_back(one.file, data, kind)
        self._bin.forget(one.place)

    def _put_entry_back(self, file: str, data: bytes, kind: type[Entry]) -> None:
        try:
            now, seen = self.read(file)
        except Gone:
            self.create(file, data)
        else:
            self.save(file, seen, open_text(file, now, kind).joined(data))

    @property
    def _content(self) -> Path:
        return self.root / "content"

    @property
    def _bin(self) -> Bin:
        return Bin(self._content)

    @property
    def _versions(self) -> Versions:
        return Versions(self._content)

    def _below(self, place: Path) -> str:
        """The name of a file below ``content/``, as its editor knows it."""
        return name_of(place.relative_to(os.path.realpath(self._content)).as_posix())

    def _alone(self) -> AbstractContextManager[None]:
        for folder in (self._versions.folder, self._bin.folder):
            stays_inside(self.root, folder)
        return one_at_a_time(self._versions.folder)

    def _replace(self, place: Path, seen: str, data: bytes) -> None:
        if not (place.stat().st_mode & _WRITABLE and os.access(place, os.W_OK)):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
        name = self._below(place)
        stays_inside(self.root, self._versions.folder / name)
        fresh = ready(place, data)
        try:
            shutil.copymode(place, fresh)
            swap(place, fresh, self._versions.keep(name, place), seen)
        finally:
            fresh.unlink(missing_ok=True)
        self._versions.trim(name)
