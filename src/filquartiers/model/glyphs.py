"""What fonts can draw of a text: its letters, others that say the same, or a mark that something is missing.

A page holds letters of more scripts than a set of fonts does. What has no drawing of its own is written with
plain letters when they say the same (a ligature pasted from a PDF); else the paper shows that something is
missing, and ``check`` tells where.
"""

import re
import struct
import unicodedata
from collections.abc import Iterator

Points = frozenset[int]
"""Characters that can be drawn."""

GAP = "[…]"  # what stands for letters that cannot be drawn
_LOST = "\ufffe"  # no character: marks the place of one letter until the run of them is known
_GAP = re.compile(f"{_LOST}(?:[^\\w]*{_LOST})*")
_SPACES = re.compile(" {2,}")
_KEPT = "\n\t\u00ad\u200b\u2060"  # silent, and of use to a typesetter
_LONG = re.compile(r"\S{21,}")  # no usual French word is as long, at most a plural of the longest
_GLUED = re.compile("[^ \n\t]{36,}")
_NO_BREAK = re.compile("[\u00a0\u202f]")
_ADDRESS = re.compile(r"://|www\.|@")
_CAPITAL = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ])(?=[A-ZÀ-Þ])")  # « MonQuartier »
_BREAKS = re.compile(r"(?<=[/?&=_.,;:@+|-])(?=[^/?&=_.,;:@+|-])")
_SOFT = re.compile(r"[^\W\d]{10}(?=[^\W\d]{3})|\d{10}(?=\d{3})|[^\w\s\u00ad]{10}(?=[^\w\s]{3})")
# Of French text, what every face holds: the rest has to be looked up.
_USUAL = re.compile(
    "[\u0020-\u007e\u00a0-\u00a3\u00a5-\u00ac\u00ae-\u00b4\u00b6-\u00ffŒœŸ€‘’“”…–—\u202f\n\t]*"
)


def is_usual(text: str) -> bool:
    """Whether a text is made of nothing but what any of our fonts holds."""
    return _USUAL.fullmatch(text) is not None


def drawable(text: str, points: Points) -> str:
    """The text as it can be drawn.

    Composed letters and ligatures become plain ones; a letter whose accent is not known loses it; runs of
    other letters become `GAP`; pictures and signs are left out. Never blank unless the text is. A word too
    long for any line gets places to break.
    """
    made = text if is_usual(text) else _known(text, points)
    return _GLUED.sub(_unglued, _LONG.sub(lambda word: broken(word[0]), made))


def _known(text: str, points: Points) -> str:
    whole = unicodedata.normalize(
        "NFC", "".join(char for char in text if not is_silent(char) or char in _KEPT)
    )
    if all(_is_drawn(char, points) for char in whole):
        return whole
    made = "".join(_drawn(char, points) for char in whole)
    told = _SPACES.sub(" ", _GAP.sub(GAP, made)).strip(" ")
    return told or GAP


def _unglued(run: re.Match[str]) -> str:
    """So many words held together by no-break spaces as no line holds: each may now end one."""
    return _NO_BREAK.sub("\\g<0>\u200b", run[0])


def broken(word: str) -> str:
    """A very long word with places to break: where it is made of words, else anywhere, at a hyphen.

    An address takes no hyphen that one would then type.
    """
    mark = "\u200b" if _ADDRESS.search(word) else "\u00ad"
    parts = (_CAPITAL.sub(mark, part) for part in _BREAKS.split(word))
    return "\u200b".join(_SOFT.sub(rf"\g<0>{mark}", part) for part in parts)


def lost(text: str, points: Points) -> tuple[str, ...]:
    """The characters of a text that paper cannot say, each once, in order."""
    if is_usual(text):
        return ()
    whole = unicodedata.normalize("NFC", text)
    return tuple(dict.fromkeys(char for char in whole if not _says_the_same(char, points)))


def is_silent(char: str) -> bool:
    """Controls, joiners and variation selectors draw nothing of their own (Unicode, 5.21)."""
    return unicodedata.category(char) in {"Cc", "Cf"} or 0xFE00 <= ord(char) <= 0xFE0F  # noqa: PLR2004


def _is_drawn(char: str, points: Points) -> bool:
    return ord(char) in points or is_silent(char)


def _says_the_same(char: str, points: Points) -> bool:
    """Whether it is drawn, as itself or as its compatible letters (Unicode, 3.7)."""
    return _is_drawn(char, points) or all(
        _is_drawn(one, points) for one in unicodedata.normalize("NFKC", char)
    )


def _drawn(char: str, points: Points) -> str:
    if _says_the_same(char, points):
        return char if _is_drawn(char, points) else unicodedata.normalize("NFKC", char)
    parts = unicodedata.normalize("NFKD", char)
    for end in range(len(parts) - 1, 0, -1):  # as many of its accents as can be drawn
        bare = unicodedata.normalize("NFC", parts[:end])
        if all(_is_drawn(one, points) for one in bare):
            return bare
    return _LOST if unicodedata.category(char)[0] in "LN" else ""


def code_points(font: bytes) -> Points:
    """The characters of a TrueType font (OpenType, table ``cmap``, formats 4 and 12)."""
    cmap = _table(font, b"cmap")
    found: set[int] = set()
    for index in range(_u16(cmap, 2)):
        offset = struct.unpack_from(">I", cmap, 4 + 8 * index + 4)[0]
        form = _u16(cmap, offset)
        if form == 4:  # noqa: PLR2004  segments of the basic plane
            found.update(_segments(cmap[offset:]))
        elif form == 12:  # noqa: PLR2004  ranges of all planes
            found.update(_ranges(cmap[offset:]))
    return frozenset(found)


def _table(font: bytes, tag: bytes) -> bytes:
    for index in range(_u16(font, 4)):
        name, _, offset, length = struct.unpack_from(">4sIII", font, 12 + 16 * index)
        if name == tag:
            return font[offset : offset + length]
    return bytes(4)


def _segments(table: bytes) -> Iterator[int]:
    count = _u16(table, 6) // 2
    ends, starts = 14, 16 + 2 * count
    for index in range(count):
        first, last = _u16(table, starts + 2 * index), _u16(table, ends + 2 * index)
        yield from (point for point in range(first, last + 1) if point != 0xFFFF)  # noqa: PLR2004  the end mark


def _ranges(table: bytes) -> Iterator[int]:
    for index in range(struct.unpack_from(">I", table, 12)[0]):
        first, last = struct.unpack_from(">II", table, 16 + 12 * index)
        yield from range(first, last + 1)


def _u16(data: bytes, offset: int) -> int:
    return int(struct.unpack_from(">H", data, offset)[0])
