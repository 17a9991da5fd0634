"""The bytes of a file that someone exported, as text."""

import codecs
import unicodedata

from filquartiers.problems import Problem, Where, problem

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_MOSTLY_TEXT = 0.05
"""Beyond that share of control characters, the file is no text."""


def decode(file: str, data: bytes) -> str | Problem:
    """The text in NFC with Unix line ends, or why it is none.

    UTF-8, UTF-16 and Windows-1252 are read, with or without a byte order mark. Control characters
    are dropped: no form nor calendar holds any on purpose.
    """
    if not data.strip():
        return problem("import-vide", Where(file))
    text = next((found for codec, body in _attempts(data) if (found := _try(body, codec)) is not None), "\0")
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(char for char in lines if char in "\t\n" or unicodedata.category(char) not in {"Cc", "Cs"})
    if len(lines) - len(kept) > _MOSTLY_TEXT * len(lines):
        return problem("import-pas-du-texte", Where(file))
    return kept if kept.strip() else problem("import-vide", Where(file))


def _attempts(data: bytes) -> list[tuple[str, bytes]]:
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return [(codec, data[len(bom) :])]
    if data[1::2].count(0) > len(data) // 4:  # mostly Latin letters: every other byte of UTF-16 is zero
        return [("utf-16-le", data)]
    if data[::2].count(0) > len(data) // 4:
        return [("utf-16-be", data)]
    return [("utf-8", data), ("cp1252", data), ("latin-1", data)]


def _try(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None
