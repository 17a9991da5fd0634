"""What our fonts can draw, so that a missing letter is a message and never a blank on paper."""

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from filquartiers.problems import Problem, Where, problem
from filquartiers.render.print.product import Product


@dataclass(frozen=True)
class Coverage:
    """The characters that every face holds."""

    points: frozenset[int]

    @classmethod
    def of(cls, fonts: Iterable[Path]) -> "Coverage":
        """What all these fonts have in common: any text may be set in any of them."""
        maps = [code_points(font.read_bytes()) for font in fonts]
        return cls(frozenset.intersection(*maps) if maps else frozenset())

    def missing(self, product: Product) -> Iterator[Problem]:
        """One problem for each character that no page could show, at the entry that has it."""
        told: set[str] = set()
        for text, where in texts(product.data, product.where):
            for char in text:
                if ord(char) not in self.points and char not in told and not _is_silent(char):
                    told.add(char)
                    yield problem(
                        "glyphe-absent",
                        where,
                        signe=char,
                        point=f"U+{ord(char):04X}",
                        nom=unicodedata.name(char, "sans nom").lower(),
                        titre=product.title,
                        extrait=text[:60],
                    )


def texts(data: object, where: Where) -> Iterator[tuple[str, Where]]:
    """Every text of the data, with the file of the nearest entry around it (its ``origin``)."""
    if isinstance(data, str):
        yield data, where
    elif isinstance(data, dict):
        inner = Where(data["origin"]) if data.get("origin") else where
        for value in data.values():
            yield from texts(value, inner)
    elif isinstance(data, (list, tuple)):
        for value in data:
            yield from texts(value, where)


def _is_silent(char: str) -> bool:
    """Controls, joiners and variation selectors draw nothing of their own (Unicode, 5.21)."""
    return unicodedata.category(char) in {"Cc", "Cf"} or 0xFE00 <= ord(char) <= 0xFE0F  # noqa: PLR2004


def code_points(font: bytes) -> frozenset[int]:
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
