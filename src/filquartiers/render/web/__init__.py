"""The website: every page, as HTML, and the files beside them.

``pages`` is the whole journey: gather what all pages share, ask the telling which pages there are, draw each
with its template, typeset the result.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from jinja2 import Environment

from filquartiers.artifact import Artifact
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
from filquartiers.render.web.measured import Gauge
from filquartiers.render.web.page import DrawnPage, Surroundings
from filquartiers.render.web.printed import Printed
from filquartiers.render.web.qr import qr_codes
from filquartiers.telling.frame import frame
from filquartiers.telling.pages import pages as told_pages

SCRIPTS = ("js/agenda.js", "js/recherche.js")  # those that some pages only load


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
    """The pages, and the list of them for search engines; those that tell of the others come last."""
    templates, told, gauge = templates_of(edition), tuple(told_pages(edition.teller)), Gauge()
    for page in told:
        if not page.measures:
            html = draw(templates, DrawnPage(page, around))
            gauge.look(page, html)
            yield Artifact(output_path(page.address), html.encode())
    scripts = (edition.asset(name).read_bytes() for name in SCRIPTS)
    found = gauge.found(around.assets, tuple(scripts), edition.identity, edition.site.today)
    measured = replace(around, measured=found)
    for page in told:
        if page.measures:
            yield Artifact(output_path(page.address), draw(templates, DrawnPage(page, measured)).encode())
    yield from sitemap(edition.site, (page.address for page in told))


def templates_of(edition: Edition) -> Environment:
    """The templates of the site, with what they may call."""
    made = environment(edition.templates, FILTERS)
    made.globals |= {"adresses": addresses, "donnees_de": json_ld}
    return made


def draw(templates: Environment, page: DrawnPage) -> str:
    """The HTML of one page, typeset."""
    template = templates.select_template([f"{name}.html" for name in page.told.templates])
    return typography.typeset_html(template.render(page=page, view=page.told.view))
