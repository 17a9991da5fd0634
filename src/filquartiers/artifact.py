"""What the renderers receive and what they hand over."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from filquartiers.model.identity import Identity
from filquartiers.model.site import Site
from filquartiers.problems import Problem


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of ``build/``, complete: ``path`` is relative to it, with slashes."""

    path: str
    data: bytes


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


@dataclass(frozen=True)
class Edition:
    """All that a renderer may look at: the site, its identity, and where the raw material lies.

    ``templates`` and ``assets`` are folders in order of preference: what a project brings itself
    comes first, what is shipped with the program last. ``printed`` are the documents that print has
    already put beside the pages: pages show and link those, and no other.
    """

    site: Site
    identity: Identity
    content: Path
    templates: tuple[Path, ...]
    assets: tuple[Path, ...]
    printed: tuple[Made, ...] = ()

    def asset(self, name: str) -> Path:
        """The file of that name in the first folder of assets that has it.

        Raises:
            FileNotFoundError: no folder has it: the program is not installed whole.
        """
        for folder in self.assets:
            if (folder / name).is_file():
                return folder / name
        raise FileNotFoundError(name)


Output = Artifact | Made | Problem
Renderer = Callable[[Edition], Iterator[Output]]
