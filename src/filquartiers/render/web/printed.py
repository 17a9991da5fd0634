"""What print has put beside the pages: documents to take, pages to leaf through, month programmes.

Pages are drawn after print (``build.draw_all``) and offer only what is there: a site drawn without print has
no dead link.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType

from PIL import Image
from pypdfium2 import PdfDocument

from filquartiers.artifact import Artifact
from filquartiers.model.agenda.words import month_name
from filquartiers.render.web.page import Link

NO_TOWNS: Mapping[str, str] = MappingProxyType({})

LEVELS = 2  # of the bookmarks of a document: its parts, and what each holds

_SITE = "site/"
_LEAF = re.compile(r"(?P<page>.*/)pages/(?P<number>\d+)\.png")
_PROGRAMME = re.compile(r"(?P<page>.*/)(?P<whose>[^/]+)-(?P<year>\d{4})-(?P<month>\d\d)\.pdf")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document: the page it starts on, from 1, and its level, from 0."""

    title: str
    number: int
    level: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """A printed page as a picture: its address, its size in pixels, the part of the document it is in."""

    number: int
    address: str
    width: int
    height: int
    part: str

    @property
    def alternative(self) -> str:
        """« Page 3 : Les maisons »."""
        return f"Page {self.number} : {self.part}" if self.part else f"Page {self.number}"


@dataclass(frozen=True)
class Printed:
    """The files of print, by the address of the page they lie beside."""

    files: Mapping[str, bytes]

    @classmethod
    def of(cls, artifacts: Iterable[Artifact]) -> "Printed":
        """What these artifacts put on the site."""
        return cls({one.path.removeprefix(_SITE): one.data for one in artifacts})

    def document(self, address: str) -> str:
        """The PDF of a page, empty when there is none: ``fiches/velo/`` has ``fiches/velo/velo.pdf``."""
        name = f"{address}{address.rstrip('/').rsplit('/', 1)[-1]}.pdf"
        return name if name in self.files else ""

    def parts(self, address: str) -> tuple[Part, ...]:
        """The parts of the document of a page, in order, as its bookmarks tell them."""
        document = self.document(address)
        return _parts(self.files[document]) if document else ()

    def leaves(self, address: str) -> tuple[Leaf, ...]:
        """The pages of the document of a page, in order."""
        parts = self.parts(address)
        found = (match for name in sorted(self.files) if (match := _LEAF.fullmatch(name)))
        return tuple(self._leaf(match, parts) for match in found if match["page"] == address)

    def programmes(self, address: str, towns: Mapping[str, str] = NO_TOWNS) -> tuple[Link, ...]:
        """The programmes of the months that lie beside a page, the nearest first.

        Args:
            address: the page of the agenda, or of a house.
            towns: the words that tell networks apart, by the name of their file.
        """
        found = (match for name in self.files if (match := _PROGRAMME.fullmatch(name)))
        near = sorted(
            (one["year"], one["month"], one["whose"], one[0]) for one in found if one["page"] == address
        )
        return tuple(
            Link(", ".join(filter(None, (_month(year, month), towns.get(whose, "")))), name)
            for year, month, whose, name in near
        )

    def _leaf(self, found: re.Match[str], parts: Iterable[Part]) -> Leaf:
        number = int(found["number"])
        with Image.open(BytesIO(self.files[found[0]])) as picture:
            width, height = picture.size
        started = [part.title for part in parts if part.number <= number]
        return Leaf(number, found[0], width, height, started[-1] if started else "")


def _month(year: str, month: str) -> str:
    """« Décembre 2026 »."""
    return f"{month_name(int(month)).capitalize()} {year}"


def _parts(pdf: bytes) -> tuple[Part, ...]:
    document = PdfDocument(pdf)
    try:
        marks = document.get_toc(max_depth=LEVELS)
        found = ((mark.get_dest(), mark) for mark in marks)
        return tuple(
            Part(mark.get_title(), (target.get_index() or 0) + 1, mark.level)
            for target, mark in found
            if target
        )
    finally:
        document.close()
