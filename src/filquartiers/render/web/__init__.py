"""The website: every page, as HTML, and the files beside them.

``pages`` is the whole journey: gather what all pages share, ask the telling which pages there are, hand each
over to be drawn with its template and typeset when its bytes are asked for.
"""

from collections.abc import Iterator, Mapping

from filquartiers.artifact import Artifact
from filquartiers.edition import Edition, Output
from filquartiers.model.addresses import AGENDA_SCRIPT, output_path
from filquartiers.render.album import Album, album
from filquartiers.render.assets import Assets, assets
from filquartiers.render.feeds.robots import sitemap
from filquartiers.render.web.cards import addresses_of, cards
from filquartiers.render.web.page import Surroundings
from filquartiers.render.web.printed import Printed
from filquartiers.render.web.qr import qr_codes
from filquartiers.render.web.studio import Studio
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
    """The pages, and the list of them for search engines."""
    scripts = tuple(edition.asset(name).read_bytes() for name in SCRIPTS)
    studio, listed = Studio(around, edition.templates, edition.site.today, scripts), []
    for planned in told_pages(edition.teller):
        listed.append(planned.address)
        yield studio.page(planned)
    yield from sitemap(edition.site, listed)
