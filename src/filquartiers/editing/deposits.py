"""Putting a picture among the files of a project, with what is known of those whom one recognises on it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from filquartiers.editing.desk import Desk
from filquartiers.editing.opened import OpenedText, open_text
from filquartiers.editing.pictures import KeptPicture, kept
from filquartiers.editing.refused import ChangedMeanwhile, Gone, Refused
from filquartiers.model.agenda.dates import read_date, write_date
from filquartiers.model.kind import Path
from filquartiers.model.kinds import Photographie
from filquartiers.model.refusal import Refusal
from filquartiers.model.text import numbered
from filquartiers.problems import Where, problem

_FOLDER = "content/photographies/"
_LIST = f"{_FOLDER}photographies.yaml"
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Recognised:
    """Whom one recognises on a picture: nobody, or persons who agreed, until a day, or did not yet.

    ``until`` is the end of their consent, as typed.
    """

    someone: bool
    agreed: bool = False
    until: str = ""

    @property
    def values(self) -> dict[str, str]:
        """What the entry of the photograph says."""
        if not self.someone:
            return {"personnes": "non"}
        return {"personnes": "oui", "accord": "oui" if self.agreed else "non"} | (
            {"jusquau": self.until} if self.agreed and self.until else {}
        )

    @property
    def changes(self) -> dict[Path, str | None]:
        """The same, for an entry that says something else."""
        fields = ("personnes", "accord", "jusquau")
        return {(field,): self.values.get(field) for field in fields}

    def check(self) -> None:
        """Whether the end of consent is a day; `Refused` otherwise."""
        if not (self.agreed and self.until):
            return
        try:
            read_date(self.until)
        except Refusal as refusal:
            told = problem(refusal.code, Where(), **refusal.values)
            raise Refused(f"La fin de l’accord : {told.message} {told.hint}") from None


def usual_end(today: date) -> str:
    """A day until which consent is usually asked: the end of the school year after this one."""
    year = today.year + (today.month > 8)  # noqa: PLR2004  a school year ends in August
    return write_date(date(year + 1, 8, 31), weekday=False)


def deposit(desk: Desk, name: str, data: bytes, files: Iterable[str], recognised: Recognised) -> KeptPicture:
    """Write a picture below ``content/images``, and its entry among the photographs.

    The same picture dropped twice is kept once.

    Args:
        desk: where files are saved.
        name: of the file, as the browser says it.
        data: what came.
        files: the names of all files of the project, as `Desk` knows them.
        recognised: whom one recognises on it.

    Raises:
        Refused: it is no picture that can be kept, the end of consent is no day, or the disk refuses it.
        NotEditable: the list of photographs cannot take one more; the picture itself is written.
    """
    files = tuple(files)
    recognised.check()
    picture = _written(desk, kept(name, data), files)
    _tell(desk, picture.name, recognised, files)
    return picture


def _written(desk: Desk, picture: KeptPicture, files: Iterable[str]) -> KeptPicture:
    """The picture under a free name, written unless it is there already."""
    there = {one.casefold(): one for one in files}
    stem, _, ending = picture.name.rpartition(".")
    for free in numbered(stem):
        picture = replace(picture, name=f"{free}.{ending}")
        other = there.get(f"content/{picture.name}")
        if other is None:
            desk.create(f"content/{picture.name}", picture.data)
            return picture
        if desk.read(other)[0] == picture.data:
            return replace(picture, name=other.removeprefix("content/"))
    raise AssertionError  # names never end


def _tell(desk: Desk, name: str, recognised: Recognised, files: Iterable[str]) -> None:
    """Add the entry of a photograph, or change what it says, whatever is saved meanwhile."""
    lists = [one for one in files if one.startswith(_FOLDER) and one.lower().endswith((".yaml", ".yml"))]
    for _ in range(_TRIES):
        try:
            file, seen, written = _with_entry(desk, name, recognised, lists or [_LIST])
            if seen:
                desk.save(file, seen, written)
            else:
                desk.create(file, written)
        except (ChangedMeanwhile, Gone):
            continue
        return
    raise Refused("La liste des photographies change sans cesse : attendez un instant, puis recommencez.")


def _with_entry(desk: Desk, name: str, recognised: Recognised, lists: list[str]) -> tuple[str, str, bytes]:
    """The list that tells of a photograph, or shall: its file, its digest, what it is to hold."""
    found = [_opened(desk, file) for file in lists]
    for opened, seen in found:
        ranks = [rank for rank, one in enumerate(opened.entries) if one.values.get("fichier") == name]
        if ranks:
            return opened.file, seen, opened.changed(ranks[-1], recognised.changes)
    opened, seen = found[0]
    return opened.file, seen, opened.added({"fichier": name, **recognised.values})


def _opened(desk: Desk, file: str) -> tuple[OpenedText, str]:
    """A list and its digest; an empty one where there is none."""
    try:
        data, seen = desk.read(file)
    except Gone:
        data, seen = b"", ""
    return open_text(file, data, Photographie), seen
