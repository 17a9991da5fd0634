"""Where a file of ``content/`` is: never outside, never hidden, by the name its editor knows."""

import os
import re
import unicodedata
from pathlib import Path, PureWindowsPath

from filquartiers.content.read import is_left_by_editor, is_within, name_of
from filquartiers.editing.refused import Gone, Refused

_LONGEST = 255  # bytes of one name, on all usual disks
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')


def place_of(root: Path, file: str) -> Path:
    """The file of the disk that bears a name; a link is followed, so that it stays one.

    Raises:
        Refused: it leads out of ``content/``, or is no plain file.
        Gone: there is none.
    """
    parts = _parts(file, strictly=False)
    place = root
    for part in parts:
        place = _named(place, part)
    if not os.path.lexists(place):
        raise Gone
    if not is_within(root, place):
        raise Refused(f"« {file} » n’est pas un fichier du dossier content : il ne peut pas être modifié.")
    return Path(os.path.realpath(place))


def new_place(root: Path, file: str) -> Path:
    """Where a new file of that name is to be.

    Raises:
        Refused: it would lie outside ``content/``, or some system does not allow its name.
    """
    *folders, name = _parts(file, strictly=True)
    place = root
    for part in folders:
        place = _named(place, part)
    if os.path.lexists(place) and not place.is_dir():
        raise Refused(f"« {file} » ne peut pas être écrit : « {place.name} » n’est pas un dossier.")
    stays_inside(root, place)
    return place / unicodedata.normalize("NFC", name)


def stays_inside(root: Path, folder: Path) -> None:
    """Make sure that a folder, made or not yet, does not lead out of ``content/``.

    Raises:
        Refused: a link on the way leads elsewhere.
    """
    if not Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(root / "content")):
        name = folder.relative_to(root).as_posix()
        raise Refused(f"« {name} » mène hors du dossier content : rien n’y est écrit.")


def _named(folder: Path, part: str) -> Path:
    """What bears that name in a folder, however the disk spells its accents."""
    place = folder / part
    if part.isascii() or os.path.lexists(place):
        return place
    wanted = unicodedata.normalize("NFC", part)
    try:
        found = [one.name for one in folder.iterdir() if name_of(one.name) == wanted]
    except OSError:
        found = []
    return folder / found[0] if found else place


def _parts(file: str, *, strictly: bool) -> list[str]:
    parts = file.split("/")
    odd = any(part in {"", ".", ".."} or "\0" in part or is_left_by_editor(part) for part in parts)
    if odd or parts[0] != "content" or len(parts) < 2:  # noqa: PLR2004  content itself is no file
        raise Refused(f"« {file} » n’est pas un fichier du dossier content.")
    if os.name == "nt" or strictly:
        for part in parts:
            _check(part, file)
    return parts


def _check(part: str, file: str) -> None:
    """Whether Windows, macOS and Linux all allow a name."""
    too_long = len(os.fsencode(part)) > _LONGEST
    if (
        _FORBIDDEN.search(part)
        or part.endswith((".", " "))
        or PureWindowsPath(part).is_reserved()
        or too_long
    ):
        raise Refused(f"« {file} » : ce nom n’est pas permis sur tous les ordinateurs.")
