"""The pictures shown when a page is shared: one for the site, one for each of its networks.

They are asked for by full address, so that only a site whose address is known has some.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from pydantic import TypeAdapter

from filquartiers.artifact import Artifact
from filquartiers.edition import Edition
from filquartiers.model.addresses import absolute, address_at, base_of
from filquartiers.model.kinds import Maison
from filquartiers.render.assets import hashed
from filquartiers.render.card import Fonts, Subject, card_png
from filquartiers.store import AS_JSON, Store, key_of, running
from filquartiers.telling.frame import motto

CARD = TypeAdapter(bytes, config=AS_JSON)


def cards(edition: Edition) -> Iterator[tuple[str, Artifact]]:
    """Each card under the name of its network; that of the whole site under no name."""
    site, kept = edition.site, Store(edition.kept / "partage")
    if base_of(site):
        yield "", _card(edition, kept, motto(edition.teller), site.of(Maison))
    for network in site.networks if len(site.networks) > 1 else ():
        if base_of(site, network):
            yield network.slug, _card(edition, kept, network.nom, site.of(Maison, network))
    kept.forget_the_rest()


def addresses_of(edition: Edition, made: Mapping[str, Artifact]) -> Mapping[str, str]:
    """The full web address of each card, by network."""
    bases = {network.slug: base_of(edition.site, network) for network in edition.site.networks}
    whole = base_of(edition.site)
    return {slug: absolute(bases.get(slug, whole), address_at(card.path)) for slug, card in made.items()}


def _card(edition: Edition, kept: Store, note: str, houses: tuple[Maison, ...]) -> Artifact:
    fonts = edition.identity.polices
    display, text = (
        edition.asset(f"fonts/{fonts[family].fichiers[0].nom}.ttf") for family in ("affichage", "texte")
    )
    knots = tuple((house.letters, house.colour) for house in edition.teller.knots(houses))
    subject = Subject(edition.identity.nom, note, knots)
    key = key_of(running(), repr(edition.identity), repr(subject), display.read_bytes(), text.read_bytes())
    draw = partial(card_png, edition.identity, subject, Fonts(display, text))
    return hashed("partage", "png", kept.recall(key, draw, CARD))
