"""Where files are read and saved: at once, never over what somebody else saved, never outside content."""

import errno
import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from filquartiers.content.read import name_of
from filquartiers.disk import PAUSES, alone, beside, patiently
from filquartiers.editing.bin import Bin, Discarded
from filquartiers.editing.opened import OpenedText, open_text
from filquartiers.editing.places import new_place, place_of
from filquartiers.editing.refused import ChangedMeanwhile, Gone, Refused
from filquartiers.editing.versions import Version, Versions
from filquartiers.model.kind import Entry


def digest_of(data: bytes) -> str:
    """What tells one state of a file from another."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Desk:
    """The files of one project; each is known by its name in it, ``content/fiches/velo.md``."""

    root: Path

    def read(self, file: str) -> tuple[bytes, str]:
        """What a file holds, and the digest to give back when saving it.

        Raises:
            Gone: there is no such file.
            Refused: it lies outside ``content/``, or cannot be read.
        """
        with _told(file):
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
        with _told(file), self._alone():
            place = place_of(self.root, file)
            before = _checked(place, seen)
            if data != before:
                self._replace(place, seen, data)

    def create(self, file: str, data: bytes) -> None:
        """Write a file that does not exist yet.

        Raises:
            Refused: there is one of that name, or it cannot be written.
        """
        with _told(file), self._alone():
            place = new_place(self.root, file)
            place.parent.mkdir(parents=True, exist_ok=True)
            fresh = _ready(place, data)
            try:
                _new(fresh, place)
            finally:
                fresh.unlink(missing_ok=True)

    def versions(self, file: str) -> tuple[Version, ...]:
        """The former states of a file, the newest first."""
        return self._versions.of(self._known(file))

    def restore(self, file: str, number: int, seen: str) -> None:
        """Bring a former state back; the present one joins the history. Raises as `save`."""
        found = next((one for one in self.versions(file) if one.number == number), None)
        if found is None:
            raise Refused("Cette version n’est plus dans l’historique : les plus anciennes en sortent.")
        with _told(file):
            data = found.data
        self.save(file, seen, data)

    def discard(self, file: str, seen: str) -> None:
        """Put a whole file in the bin. Raises as `save`."""
        with _told(file), self._alone():
            place = place_of(self.root, file)
            _checked(place, seen)
            self._bin.take_file(self._known(file), place)
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
        with _told(opened.file), self._alone():
            kept = self._bin.take_part(self._known(opened.file), lines)
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
            Refused: there is another file of that name.
            NotEditable: the list cannot take the entry in.
        """
        with _told(one.file):
            data = one.data
        if one.is_whole:
            self.create(one.file, data)
        else:
            self._put_entry_back(one.file, data, kind)
        self._bin.drop(one)

    def _put_entry_back(self, file: str, data: bytes, kind: type[Entry]) -> None:
        try:
            now, seen = self.read(file)
        except Gone:
            self.create(file, data)
        else:
            self.save(file, seen, open_text(file, now, kind).joined(data))

    @property
    def _bin(self) -> Bin:
        return Bin(self.root / "content")

    @property
    def _versions(self) -> Versions:
        return Versions(self.root / "content")

    def _known(self, file: str) -> str:
        """The name below ``content/`` under which the versions of a file are kept."""
        return name_of(file.removeprefix("content/"))

    def _alone(self) -> AbstractContextManager[None]:
        return _alone(self._versions.folder)

    def _replace(self, place: Path, seen: str, data: bytes) -> None:
        if not place.stat().st_mode & 0o222 or not os.access(place, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
        fresh = _ready(place, data)
        file = self._known(place.relative_to(os.path.realpath(self.root)).as_posix())
        try:
            shutil.copymode(place, fresh)
            kept = self._versions.keep(file, place)
            self._swap(place, fresh, kept, seen)
        finally:
            fresh.unlink(missing_ok=True)
        self._versions.trim(file)

    def _swap(self, place: Path, fresh: Path, kept: Version, seen: str) -> None:
        """Last look, then the move: what was written meanwhile into the same file is kept and put back."""
        try:
            _checked(place, seen)
            patiently(lambda: fresh.replace(place))
        except BaseException:
            kept.place.unlink(missing_ok=True)
            raise


def _checked(place: Path, seen: str) -> bytes:
    """What a file holds, which is what was seen."""
    data = patiently(place.read_bytes)
    if digest_of(data) != seen:
        raise ChangedMeanwhile(data)
    return data


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One at a time; another program is given the time to end."""
    if folder.is_symlink():
        raise Refused("« content/.historique » est un raccourci : nous n’y écrivons pas.")
    for pause in (*PAUSES, None):
        turn = alone(folder)
        try:
            turn.__enter__()
            break
        except BlockingIOError:
            if pause is None:
                raise Refused("Un autre enregistrement est en cours : réessayez dans un instant.") from None
            time.sleep(pause)
    try:
        yield
    finally:
        turn.__exit__(None, None, None)


@contextmanager
def _told(file: str) -> Iterator[None]:
    """What the system refuses, in a sentence."""
    try:
        yield
    except FileNotFoundError:
        raise Gone from None
    except FileExistsError:
        raise Refused(f"« {file} » existe déjà : choisissez un autre nom.") from None
    except OSError as error:
        raise Refused(f"« {file} » n’a pas pu être enregistré : {_reason(error)}.") from None


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return "il est protégé contre l’écriture, ou un autre programme le tient ouvert"
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return "le disque est plein"
    return "le disque ne répond pas"


def _ready(place: Path, data: bytes) -> Path:
    """The new state, beside its place, safely on the disk."""
    fresh = beside(place)
    try:
        with fresh.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    return fresh


def _new(fresh: Path, place: Path) -> None:
    """Give a new file its place, if it is free."""
    try:
        os.link(fresh, place)
    except FileExistsError:
        raise
    except OSError:  # a disk without second names
        with place.open("xb") as stream:
            stream.write(fresh.read_bytes())
