"""Where the pages of one site are drawn: each by itself, here or in another process."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import Environment

from filquartiers.artifact import Concluding, Deferred, Leafing, Notes, UndrawableError
from filquartiers.model import addresses
from filquartiers.model.addresses import output_path
from filquartiers.render import search, typography
from filquartiers.render.templates import environment, fault_of
from filquartiers.render.web.filters import FILTERS
from filquartiers.render.web.json_ld import json_ld
from filquartiers.render.web.measured import Gauge, note_of
from filquartiers.render.web.page import DrawnPage, Surroundings
from filquartiers.store import contents, key_of, running
from filquartiers.telling.page import WebPage
from filquartiers.telling.pages import PlannedPage


@dataclass(frozen=True)
class Studio:
    """What surrounds the pages of one site, and the folders of their templates.

    ``today`` is the day it is drawn for, ``scripts`` those that only some pages load.
    """

    around: Surroundings
    folders: tuple[Path, ...]
    today: date
    scripts: tuple[bytes, ...] = ()

    def page(self, planned: PlannedPage) -> Deferred | Concluding:
        """A page to draw; one that tells what was found in the others comes after them."""
        path = output_path(planned.address)
        if planned.measures:
            return Concluding(path, partial(self._conclude, planned))
        page = _Page(self, planned.tell)
        return Deferred(path, page.key, page.draw, page.note)

    def _conclude(self, planned: PlannedPage, notes: Notes, leaf: Leafing) -> bytes:
        gauge, around = Gauge(), self.around
        for path in sorted(notes):
            gauge.take(notes[path].partition("\n")[0])
        if gauge.pages:
            page = leaf(output_path(gauge.longest.address or ""))
            found = gauge.found(page, around.assets, self.scripts, around.identity, self.today)
            around = replace(around, measured=found)
        return replace(self, around=around).draw(planned.tell()).encode()

    def draw(self, told: WebPage) -> str:
        """The HTML of one page, typeset.

        Raises:
            UndrawableError: a template of the project is wrong; the program's own stands in for it.
        """
        try:
            return _rendered(told, self.around, self._templates)
        except Exception as error:
            fault = fault_of(error, self.folders)
            if fault is None:
                raise
            raise UndrawableError(fault, self._without(told, {fault.where.file}).encode()) from error

    def _without(self, told: WebPage, faulty: set[str]) -> str:
        """The page without some templates of the project, nor those that prove faulty in their turn."""
        try:
            return _rendered(
                told, self.around, _read_templates(self.folders, self._written, frozenset(faulty))
            )
        except Exception as error:
            fault = fault_of(error, self.folders)
            if fault is None or fault.where.file in faulty:
                raise
            return self._without(told, {*faulty, fault.where.file})

    @cached_property
    def seal(self) -> str:
        """Names all that shapes a page beside what it tells: program, templates, what all pages share."""
        return key_of(running(), repr(self.around), self._written)

    @cached_property
    def _written(self) -> str:
        """Names the templates as they are now."""
        return key_of(*chain.from_iterable(contents(folder / "site") for folder in self.folders))

    @cached_property
    def _templates(self) -> Environment:
        return _read_templates(self.folders, self._written)

    def __getstate__(self) -> dict[str, Any]:
        """For another process: without the bytes of pictures, and without what it works out again."""
        around = replace(self.around, album=replace(self.around.album, outputs=()))
        kept = {"around": around, "folders": self.folders, "today": self.today, "scripts": self.scripts}
        return kept | {"seal": self.seal, "_written": self._written}


@dataclass
class _Page:
    """What one page tells is told once, when its key is asked for just before its bytes."""

    studio: Studio
    tell: Callable[[], WebPage]
    told: WebPage | None = field(default=None, repr=False)
    named: tuple[str, str] = ("", "")
    found: str = ""

    def key(self) -> str:
        self.told = self.tell()
        return key_of(self.studio.seal, repr(self.told))

    def draw(self) -> bytes:
        told, self.told = self.told or self.tell(), None
        self.named = told.title, told.address
        self.found = search.note_of(told.searched, told.address, told.view)
        return self.studio.draw(told).encode()

    def note(self, data: bytes) -> str:
        """A line for those who tell what pages hold, a line for the search."""
        return f"{note_of(*self.named, data.decode())}\n{self.found}"


def _rendered(told: WebPage, around: Surroundings, templates: Environment) -> str:
    template = templates.select_template([f"{name}.html" for name in told.templates])
    return typography.typeset_html(template.render(page=DrawnPage(told, around), view=told.view))


@lru_cache(maxsize=4)
def _read_templates(
    folders: tuple[Path, ...], _written: str, faulty: frozenset[str] = frozenset()
) -> Environment:
    """The templates of the site, with what they may call; read again once what is ``written`` has changed."""
    made = environment(folders, FILTERS, faulty)
    made.globals |= {"adresses": addresses, "donnees_de": json_ld}
    return made
