"""The octets of an iCalendar file as lines of text (RFC 5545 § 3.1): unfolded first, decoded after.

A line may be folded in the middle of a letter. And one damaged octet must cost one character: each line is
decoded by itself, whatever the others are. Lines of vCalendar 1.0 in quoted-printable become ordinary ones.
"""

import codecs
import quopri
import re
import unicodedata
from collections.abc import Iterable, Iterator

from filquartiers import encodings
from filquartiers.problems import Problem, Where, problem

_FOLDS = (b" ", b"\t")
# « SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8: »; its lines end with « = » when they go on.
_QUOTED = re.compile(rb"(?P<name>[A-Z-]+)(?:;[^:]*)?;ENCODING=QUOTED-PRINTABLE(?:;[^:]*)?:", re.IGNORECASE)
_HALF_LETTERS = (b"\xc2", b"\xc3")  # what is left in UTF-8 of a Latin letter that was cut
_REPAIR = "filquartiers-repair"
Numbered = tuple[int, bytes]


def read_lines(file: str, data: bytes) -> tuple[list[tuple[Where, str]], list[Problem]]:
    """Each logical line with the place of its first part, and what could not be read of them."""
    folded = list(_unfolded(_single_bytes(data)))
    is_utf8 = sum(1 if _reads(line) else -1 for _, line in folded if not line.isascii()) >= 0
    lines: list[tuple[Where, str]] = []
    problems: list[Problem] = []
    for number, line in folded:
        text, whole = _decoded(line, is_utf8=is_utf8)
        tidy = _tidy(text)
        where = Where(file, number, 1, len(tidy), tidy)
        lines.append((where, tidy))
        if not whole:
            problems.append(problem("octet-illisible", where, extrait=tidy.strip()[:60]))
    return lines, problems


def _single_bytes(data: bytes) -> bytes:
    """Without byte order mark, and UTF-16 as UTF-8."""
    if data.startswith(codecs.BOM_UTF8):
        return data[len(codecs.BOM_UTF8) :]
    found = encodings.decode(data) if b"\0" in data else None
    return found.text.encode() if found and found.encoding == encodings.UTF16 else data


def _unfolded(data: bytes) -> Iterator[Numbered]:
    """A line that starts with a space or a tab goes on from the one before; blank ones are passed over."""
    waiting: tuple[int, bytearray] | None = None
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    margin = _margin(lines)
    for number, line in enumerate((one.removeprefix(margin) for one in lines), 1):
        if waiting and waiting[1].endswith(b"=") and _QUOTED.match(waiting[1]):
            waiting[1][-1:] = line.removeprefix(b" ")
        elif line[:1] in _FOLDS and waiting:
            waiting[1].extend(line[1:])
        elif line.strip():
            if waiting:
                yield waiting[0], bytes(waiting[1])
            waiting = number, bytearray(line)
    if waiting:
        yield waiting[0], bytes(waiting[1])


def _margin(lines: Iterable[bytes]) -> bytes:
    """What stands before all lines of a file that was pasted with a margin."""
    first = next((line for line in lines if line.strip()), b"")
    return first[: len(first) - len(first.lstrip())]


def _reads(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _decoded(line: bytes, *, is_utf8: bool) -> tuple[str, bool]:
    """A line as text, and whether nothing of it was lost; most of the others read as UTF-8, or do not."""
    if found := _QUOTED.match(line):
        value, whole = _decoded(quopri.decodestring(line[found.end() :]), is_utf8=is_utf8)
        return f"{found['name'].decode()}:{_escaped(value)}", whole
    if _reads(line):
        return line.decode(), True
    if not is_utf8 and not any(map(_is_multiple, line.decode("utf-8", "replace"))):
        return line.decode("cp1252", "replace"), True
    return line.decode("utf-8", _REPAIR), False


def _escaped(text: str) -> str:
    """A text of vCalendar as RFC 5545 writes it; its lines are kept."""
    return re.sub(r"([\\,;])", r"\\\1", text).replace("\r\n", "\n").replace("\n", "\\n")


def _is_multiple(char: str) -> bool:
    """Whether a character takes several octets in UTF-8, those that do not read apart."""
    return not char.isascii() and char != "\N{REPLACEMENT CHARACTER}"


def _repair(error: UnicodeError) -> tuple[str, int]:
    """The letter that Windows writes with one octet that is no UTF-8; else the sign of what is lost."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    octet = error.object[error.start : error.start + 1]
    letter = octet.decode("cp1252", "replace")
    known = letter.isalpha() and octet not in _HALF_LETTERS
    return letter if known else "\N{REPLACEMENT CHARACTER}", error.start + 1


codecs.register_error(_REPAIR, _repair)


def _tidy(text: str) -> str:
    """In NFC, without what nobody can see."""
    shown = encodings.tidy(text)
    if shown.isprintable():
        return shown
    return "".join(char for char in shown if char == "\t" or unicodedata.category(char) not in {"Cc", "Cs"})
