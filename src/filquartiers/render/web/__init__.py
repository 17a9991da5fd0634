"""The website: every page, as HTML, and the files beside them.

``pages`` is the whole journey: gather what all pages share, ask the telling which pages there are, hand each
over to be drawn with its template and typeset when its bytes are asked for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain
from pathlib import Path

from jinja2 import Environment

from filquartiers.artifact import Artifact, Deferred
from filquartiers.edition import Edition, Output
from filquartiers.model import addresses
from filquartiers.model.addresses import AGENDA_SCRIPT, output_path
from filquartiers.render import typography
from filquartiers.render.album import Album, album
from filquartiers.render.assets import Assets, assets
from filquartiers.render.feeds.robots import sitemap
from filquartiers.render.templates import environment
from filquartiers.render.web.cards import addresses_of, cards
from filquartiers.render.web.filters import FILTERS
from filquartiers.render.web.json_ld import json_ld
from filquartiers.render.web.page import DrawnPage, Surroundings
from filquartiers.render.web.printed import Printed
from filquartiers.render.web.qr import qr_codes
from filquartiers.store import contents, key_of, program
from filquartiers.telling.frame import frame
from filquartiers.telling.page import WebPage
from filquartiers.telling.pages import PlannedPage
from filquartiers.telling.pages import pages as told_pages


def pages(edition: Edition) -> Iterator[Output]:
    """The site: its assets, its pictures and documents, its pages; and the problems met."""
    made, shared, pictures = assets(edition), dict(cards(edition)), album(edition)
    yield from (*made.files, *shared.values(), *pictures.outputs)
    yield Artifact(output_path(AGENDA_SCRIPT), edition.asset("js/agenda.js").read_bytes())
    yield from qr_codes(edition.teller)
    yield from _drawn(edition, surroundings(edition, made, addresses_of(edition, shared), pictures))


def surroundings(edition: Edition, made: Assets, shared: Mapping[str, str], pictures: Album) -> Surroundings:
    """What all pages share; ``shared`` are the addresses of the cards."""
    networks = edition.site.networks if len(edition.site.networks) > 1 else ()
    return Surroundings(
        frame=frame(edition.teller),
        assets=made,
        identity=edition.identity,
        cards=shared,
        album=pictures,
        printed=Printed(edition.printed),
        towns={network.slug: network.ville for network in networks},
    )


def _drawn(edition: Edition, around: Surroundings) -> Iterator[Output]:
    """The pages, and the list of them for search engines."""
    studio, listed = Studio(around, edition.templates), []
    for planned in told_pages(edition.teller):
        listed.append(planned.address)
        yield studio.page(planned)
    yield from sitemap(edition.site, listed)


@dataclass(frozen=True)
class Studio:
    """Where the pages of one site are drawn: what surrounds them, the folders of their templates."""

    around: Surroundings
    folders: tuple[Path, ...]

    def page(self, planned: PlannedPage) -> Deferred:
        """A page to draw; what it tells is told once when its key is asked for just before its bytes."""
        told: list[WebPage] = []

        def key() -> str:
            told[:] = [planned.tell()]
            return key_of(self.seal, repr(told[0]))

        def draw_now() -> bytes:
            page = told.pop() if told else planned.tell()
            return draw(self.templates, DrawnPage(page, self.around)).encode()

        return Deferred(output_path(planned.address), key, draw_now)

    @cached_property
    def templates(self) -> Environment:
        """The templates, each read once."""
        return templates_of(self.folders, self._written)

    @cached_property
    def seal(self) -> str:
        """Names all that shapes a page beside what it tells: program, templates, what all pages share."""
        return key_of(_program(), repr(self.around), self._written)

    @cached_property
    def _written(self) -> str:
        """Names the templates as they are now."""
        return key_of(*chain.from_iterable(contents(folder / "site") for folder in self.folders))


@cache
def _program() -> str:
    """What runs now, whatever becomes of its files."""
    return program()


@lru_cache(maxsize=2)
def templates_of(folders: tuple[Path, ...], _written: str = "") -> Environment:
    """The templates of the site, with what they may call; others once what is ``written`` in them is."""
    made = environment(folders, FILTERS)
    made.globals |= {"adresses": addresses, "donnees_de": json_ld}
    return made


def draw(templates: Environment, page: DrawnPage) -> str:
    """The HTML of one page, typeset."""
    template = templates.select_template([f"{name}.html" for name in page.told.templates])
    return typography.typeset_html(template.render(page=page, view=page.told.view))
