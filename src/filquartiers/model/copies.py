"""Files that a system, a shared folder or a hurried hand copied beside the original, told by their names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

# What is added to a name: by Windows, macOS and Linux (« - Copie (2) », « copie 2 », « (2e copie) »), by
# browsers and Google Drive (« (1) »), by Dropbox, Nextcloud and Seafile (« (conflicted
# copy 2026-11-02) », « (SFConflict …) »), by Syncthing (« .sync-conflict-… ») and Synology (« _…_Conflict »).
_ADDED = re.compile(
    r"""(?:
      (?:\s*[-–—]\s*|[ _-])(?:copie|copy)(?:[ _-]*\(?\d{1,3}\)?)?
    | \s*[(\[][^()\[\]]*(?:\bcopie\b|\bcopy\b|confli)[^()\[\]]*[)\]]
    | \s*\(\d{1,3}\)
    | \.(?:sync-)?conflic?t\b.*
    | [._ -]conflic?t[ _-]?[\d_-]*
    | _[^_/]+_[^/]*_conflict\w*
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
_BEFORE = re.compile(r"^(?:copie|copy)(?:\s*\(\d{1,3}\))?\s+(?:de\s+|d['’]|of\s+)", re.IGNORECASE)
# What may as well be a name of its own: iCloud adds a number (« x 2 »), OneDrive the name of the machine,
# which Windows writes in capitals (« x-DESKTOP-AB12CD »).
_PERHAPS = re.compile(
    r" \d{1,2}|-(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{2,}"
    r"|-(?:MacBook|iMac|Mac|MBP|iPad|iPhone|PC|Poste|Portable)\b.*"
)
MOST = 6  # marks on one name: nobody copied a copy more often


class Original(NamedTuple):
    """The file that another is named as a copy of; whether that name can hardly mean anything else."""

    file: str
    surely: bool


def copies_among(names: Iterable[str]) -> Mapping[str, Original]:
    """The files named as the copy of another that is there too, and that other.

    Args:
        names: texts of the project, with slashes; of two names, only the folder and the stem count.
    """
    texts = {name: PurePosixPath(name) for name in names}
    known = {(path.parent, path.stem.casefold()): name for name, path in texts.items()}
    found = {}
    for name, path in texts.items():
        bases = ((known.get((path.parent, base.casefold())), surely) for base, surely in _bases(path.stem))
        original = next((Original(base, surely) for base, surely in bases if base and base != name), None)
        if original:
            found[name] = original
    return found


def _bases(stem: str) -> Iterator[tuple[str, bool]]:
    """What a name was before it was copied, the last copy first; and whether it surely was."""
    waiting = [(stem, True)]
    for _ in range(MOST):
        waiting = [
            (base.strip(), surely and sure)
            for name, surely in waiting
            for base, sure in _once(name)
            if base.strip()
        ]
        yield from waiting


def _once(stem: str) -> Iterator[tuple[str, bool]]:
    if found := _ADDED.search(stem):
        yield stem[: found.start()], True
    if found := _BEFORE.match(stem):
        yield stem[found.end() :], True
    for place, sign in enumerate(stem):
        if sign in "- " and _PERHAPS.fullmatch(stem, place):
            yield stem[:place], False
