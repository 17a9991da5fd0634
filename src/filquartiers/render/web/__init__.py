"""The website: every page, as HTML, and the files beside them.

``pages`` is the whole journey: gather what all pages share (`web.web`), decide which pages there are
(`screens`), draw each with its template, typeset the result.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from jinja2 import Environment

from filquartiers.artifact import Artifact, Edition, Output
from filquartiers.model.facts.terms import intention
from filquartiers.render import typography
from filquartiers.render.feeds.robots import sitemap
from filquartiers.render.templates import environment
from filquartiers.render.web.agenda import agenda_files
from filquartiers.render.web.filters import FILTERS, colour_among
from filquartiers.render.web.links import output_path
from filquartiers.render.web.page import Screen
from filquartiers.render.web.prose_links import prose_filter
from filquartiers.render.web.screens import screens
from filquartiers.render.web.web import Web, web


def pages(edition: Edition) -> Iterator[Output]:
    """The site: its assets, its pictures and documents, its pages; and the problems met."""
    made = web(edition)
    yield from made.files
    yield from made.album.outputs
    yield from agenda_files(made)
    templates = environment(edition.templates, {**FILTERS, **_filters(made)})
    addresses = []
    for screen in screens(made):
        addresses.append(screen.page.address)
        yield Artifact(output_path(screen.page.address), draw(templates, screen).encode())
    yield from sitemap(edition.site, addresses)


def _filters(made: Web) -> Mapping[str, Any]:
    """The filters that depend on the site."""
    return {
        "couleur": colour_among(len(made.edition.identity.maisons)),
        "intention": partial(intention, today=made.site.today),
        "prose": prose_filter(made.album),
    }


def draw(templates: Environment, screen: Screen) -> str:
    """The HTML of one page, typeset."""
    template = templates.select_template([f"{name}.html" for name in screen.templates])
    return typography.typeset_html(template.render(page=screen.page, view=screen.view))
