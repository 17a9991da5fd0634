"""The mark that tells whether a file written by an import was edited since.

The mark stands in the file, so that it follows it when it is renamed, copied or sent by mail:
``<digest of the source record>-<digest of the rest of the file>``. Line ends and a byte order mark do
not count: git and Notepad change them by themselves.
"""

import hashlib
import re
from dataclasses import dataclass

_MARK = re.compile(
    r"^(?P<key>(?:# )?empreinte *: *)'?(?P<source>[0-9a-f]{16})-(?P<file>[0-9a-f]{16}|)'?[ \t]*$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a file says of its import: the record it came from, and whether it is as it was written."""

    source: str
    untouched: bool


def unsealed(digest: str) -> str:
    """The value to write under ``empreinte`` before the rest of the file is known; see `seal`."""
    return f"{digest}-"


def seal(text: str) -> bytes:
    """The file with its mark completed by the digest of everything else."""
    return _MARK.sub(lambda found: f"{found['key']}{found['source']}-{_digest(text)}", text, count=1).encode()


def mark_of(data: bytes) -> Fingerprint | None:
    """The mark of a file, None if no import wrote it."""
    text = _unix(data.decode("utf-8", errors="replace"))
    found = _MARK.search(text)
    return Fingerprint(found["source"], found["file"] == _digest(text)) if found else None


def _unix(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _digest(text: str) -> str:
    return hashlib.sha256(_MARK.sub("", text, count=1).encode()).hexdigest()[:16]
