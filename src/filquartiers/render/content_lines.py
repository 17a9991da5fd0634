"""The lines of iCalendar files (RFC 5545 § 3.1 and 3.3.11): escaped, folded, ended as every reader wants."""

import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

_OCTETS = 75  # § 3.1: beyond, a line is folded
_CONTINUED = 0b11000000, 0b10000000  # how a byte that is not the first of its letter is told in UTF-8
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def content_line(name: str, value: str, **parameters: str) -> bytes:
    """``NAME;PARAMETER=…:value`` with its CRLF, folded between letters at 75 octets.

    ``value`` is written as it comes: a text goes through `text_value`.
    """
    told = "".join(f";{key}={_parameter(one)}" for key, one in parameters.items())
    data = f"{name}{told}:{value}".encode()
    return data + b"\r\n" if len(data) <= _OCTETS else b"\r\n ".join(_folded(data)) + b"\r\n"


def text_value(text: str) -> str:
    """A TEXT, escaped, without the control characters that § 3.1 forbids."""
    return printable(text).translate(_ESCAPES)


def printable(text: str) -> str:
    """``text`` without control characters but for line ends."""
    if text.isprintable():
        return text
    return "".join(char for char in text if char == "\n" or unicodedata.category(char) not in {"Cc", "Cs"})


def timed_line(name: str, *moments: date) -> bytes:
    """One or several moments of one kind: days, hours of a zone with its TZID, or hours in UTC."""
    first = moments[0]
    values = ",".join(map(moment_value, moments))
    if not isinstance(first, datetime):
        return content_line(name, values, VALUE="DATE")
    if first.tzinfo is UTC:
        return content_line(name, values)
    return content_line(name, values, TZID=str(first.tzinfo))


def moment_value(moment: date) -> str:
    """``20270106``, ``20270106T140000``, ``20270106T130000Z``."""
    if not isinstance(moment, datetime):
        return moment.isoformat().replace("-", "")
    told = moment.replace(tzinfo=None, microsecond=0).isoformat()
    return told.replace("-", "").replace(":", "") + ("Z" if moment.tzinfo is UTC else "")


def offset_value(offset: timedelta) -> str:
    """``+0100``; with seconds where there are some (§ 3.3.14)."""
    seconds = int(abs(offset).total_seconds())
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{'-' if offset < timedelta() else '+'}{hours:02}{minutes:02}{f'{rest:02}' if rest else ''}"


def _parameter(value: str) -> str:
    """A parameter's value, quoted where its signs would end it (§ 3.2); it can hold no quote of its own."""
    told = printable(value).replace('"', "'").replace("\n", " ")
    return f'"{told}"' if any(sign in told for sign in ":;,") else told


def _folded(data: bytes) -> Iterable[bytes]:
    """Pieces of at most 75 octets, the space that opens each of those after the first among them."""
    start, room = 0, _OCTETS
    while len(data) - start > room:
        end = start + room
        while data[end] & _CONTINUED[0] == _CONTINUED[1]:
            end -= 1
        yield data[start:end]
        start, room = end, _OCTETS - 1
    yield data[start:]
