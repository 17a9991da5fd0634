"""What a form with a file sends (RFC 7578, as the HTML standard has browsers write it).

The parts are cut at the boundary, and no further: a picture is bytes, which Python's mail parser would read
as lines of text. Only the fields that a browser writes are read of each part's header.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MULTIPART = "multipart/form-data"
_BOUNDARY = re.compile(r'boundary=(?:"([^"]{1,70})"|([^\s;",]{1,70}))', re.IGNORECASE)
_NAMED = re.compile(r'(?:^|[;\s])(name|filename)="([^"]*)"', re.IGNORECASE)
_MOST_PARTS = 5000
_LONGEST_HEADER = 4000
_ESCAPES = {"%22": '"', "%0D": "\r", "%0A": "\n"}


@dataclass(frozen=True, slots=True)
class DroppedFile:
    """A file that a form sends: its name, as the browser says it, and its bytes."""

    name: str
    data: bytes


Part = tuple[str, str | DroppedFile]


def parts_of(header: str, body: bytes) -> Iterator[Part]:
    """The values of a form, by name, in order; a file that was not chosen is left out.

    Args:
        header: the « Content-Type », with its boundary.
        body: what was sent, whole.

    Raises:
        ValueError: it is not written as browsers do, or has too many parts.
    """
    found = _BOUNDARY.search(header)
    if not found:
        raise ValueError("no boundary")
    mark = b"\r\n--" + (found[1] or found[2]).encode("ascii")
    first, *parts = (b"\r\n" + body).split(mark, _MOST_PARTS)
    if first.strip() or not parts or not parts[-1].startswith(b"--"):
        raise ValueError("cut short")
    for part in parts[:-1]:
        head, blank, data = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        if not blank or len(head) > _LONGEST_HEADER:
            raise ValueError("no header")
        yield from _read(head.decode("utf-8"), data)


def _read(head: str, data: bytes) -> Iterator[Part]:
    lines = [
        line.partition(":")[2]
        for line in head.split("\r\n")
        if line.lower().startswith("content-disposition:")
    ]
    named = {key.lower(): _unescaped(value) for line in lines for key, value in _NAMED.findall(line)}
    if "filename" not in named:
        yield named.get("name", ""), data.decode("utf-8")
    elif named["filename"] or data:
        yield named.get("name", ""), DroppedFile(named["filename"], data)


def _unescaped(value: str) -> str:
    for written, sign in _ESCAPES.items():
        value = value.replace(written, sign)
    return value
