"""The typed record of what print made: what the pages of the site may offer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a printed document: the page it starts on, from 1, and its level, from 0."""

    title: str
    page: int
    level: int


@dataclass(frozen=True, slots=True)
class Programme:
    """The month that a document tells, and the house or network whose it is, by the name of its file."""

    whose: str
    year: int
    month: int


@dataclass(frozen=True, slots=True)
class Facsimile:
    """A printed page as a picture: its address, its size in pixels, the part of the document it is in."""

    number: int
    address: str
    width: int
    height: int
    chapter: str

    @property
    def alternative(self) -> str:
        """« Page 3 : Les maisons »."""
        return f"Page {self.number} : {self.chapter}" if self.chapter else f"Page {self.number}"


@dataclass(frozen=True, slots=True)
class Made:
    """A document that print has put beside a page of the site.

    ``page`` is the address of that page, ``file`` that of the PDF.
    """

    page: str
    file: str
    facsimiles: tuple[Facsimile, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    programme: Programme | None = None
