"""The bytes of a text file, whatever program wrote it, as text."""

import codecs
import re
import unicodedata
from dataclasses import dataclass

UTF8 = "UTF-8"
UTF8_BOM = "UTF-8 avec marque d’ordre"
UTF16 = "UTF-16"
WINDOWS = "Windows-1252"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", UTF8_BOM),
    (codecs.BOM_UTF16_LE, "utf-16-le", UTF16),
    (codecs.BOM_UTF16_BE, "utf-16-be", UTF16),
)
# What a word processor leaves behind: breaks that no text editor shows, signs without width. Joiners stay:
# some scripts and emoji are written with them.
_HIDDEN_BREAKS = re.compile("[\u2028\u2029\u0085\x0b\x0c]")
_WITHOUT_WIDTH = re.compile("[\u200b\u2060\ufeff\u00ad]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the name of the encoding it was in, as editors know it, and how to write it so again."""

    text: str
    encoding: str
    codec: str = "utf-8"
    mark: bytes = b""  # the byte order mark that opens it

    def encoded(self, text: str) -> bytes:
        """Another text as bytes of the same encoding.

        Raises:
            UnicodeEncodeError: it holds a sign that this encoding has not.
        """
        return self.mark + text.encode(self.codec)


def decode(data: bytes) -> Decoded | None:
    """The text of a file, exactly; None when no usual encoding fits.

    UTF-8 and UTF-16, with or without byte order mark, and Windows-1252 are read.
    """
    for mark, codec, name in _attempts(data):
        try:
            return Decoded(data[len(mark) :].decode(codec), name, codec, mark)
        except UnicodeDecodeError:
            continue
    return None


def tidy(text: str) -> str:
    """``text`` in NFC, Unix line ends, without what nobody can see; it keeps its number of lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _WITHOUT_WIDTH.sub("", _HIDDEN_BREAKS.sub(" ", lines)))


def _attempts(data: bytes) -> list[tuple[bytes, str, str]]:
    """Byte order mark, codec and name of each encoding to try, the surest first."""
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            return [(bom, codec, name)]
    if data[1::2].count(0) > len(data) // 4:  # mostly Latin letters: every other byte of UTF-16 is zero
        return [(b"", "utf-16-le", UTF16)]
    if data[::2].count(0) > len(data) // 4:
        return [(b"", "utf-16-be", UTF16)]
    return [(b"", "utf-8", UTF8), (b"", "cp1252", WINDOWS)]
