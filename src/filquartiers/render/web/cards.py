"""The pictures shown when a page is shared: one for the site, one for each of its networks.

They are asked for by full address, so that only a site whose address is known has some.
"""

from collections.abc import Iterator

from filquartiers.artifact import Artifact, Edition
from filquartiers.model.kinds import Maison
from filquartiers.render.assets import hashed
from filquartiers.render.card import Fonts, Subject, card_png
from filquartiers.render.feeds.identifiers import base_of


def cards(edition: Edition, motto: str) -> Iterator[tuple[str, Artifact]]:
    """Each card under the name of its network; that of the whole site under no name."""
    site = edition.site
    if base_of(site):
        yield "", _card(edition, motto, site.of(Maison))
    for network in site.networks if len(site.networks) > 1 else ():
        if base_of(site, network):
            yield network.slug, _card(edition, network.nom, site.of(Maison, network))


def _card(edition: Edition, note: str, houses: tuple[Maison, ...]) -> Artifact:
    fonts = edition.identity.polices
    display, text = (
        edition.asset(f"fonts/{fonts[family].fichiers[0].nom}.ttf") for family in ("affichage", "texte")
    )
    subject = Subject(
        edition.identity.nom, note, tuple((house.monogramme, house.colour_rank) for house in houses)
    )
    return hashed("partage", "png", card_png(edition.identity, subject, Fonts(display, text)))
