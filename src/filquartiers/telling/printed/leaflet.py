"""The three-panel leaflet of the pacts."""

from filquartiers.model.addresses import PACTS
from filquartiers.model.facts.publisher import notice, publisher
from filquartiers.model.kinds import Brochure, Pacte
from filquartiers.model.kinds.brochure import BrochurePart
from filquartiers.telling.cards import house_card
from filquartiers.telling.pacte import pacte
from filquartiers.telling.printed.booklet import ABOUT_US, houses_of, part
from filquartiers.telling.printed.views import LeafletView
from filquartiers.telling.reseau import reseau
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import OnTheWeb

PANELS = (
    "le volet qui se replie",
    "le dos",
    "le premier volet intérieur",
    "le deuxième volet intérieur",
    "le troisième volet intérieur",
    "l’intérieur du dépliant",
)


def leaflet(teller: Teller, entry: Brochure) -> LeafletView:
    """What stands on the six panels; the words of the cover open the panel behind it."""
    asked = {one.section: one for one in entry.sections}
    houses = asked.get("maisons", BrochurePart(section="maisons"))
    return LeafletView(
        origin=entry.origin.file,
        title=entry.titre,
        author=publisher(entry.reseau),
        demonstration=notice(teller.site, entry.reseau),
        description=entry.sous_titre or "",
        cover=part(teller, entry, asked.get("couverture", BrochurePart(section="couverture"))),
        network=reseau(teller, entry.reseau).only(ABOUT_US),
        pacts=tuple(pacte(teller, pact) for pact in teller.site.of(Pacte, entry.reseau)),
        houses_title=houses.titre or "Les maisons de quartier",
        houses=tuple(house_card(teller, house) for house in houses_of(teller, entry, houses)),
        credits=teller.passage(asked.get("crédits", BrochurePart(section="crédits")).texte),
        web=OnTheWeb(PACTS, "Les pactes, tenus à jour :"),
        panels=PANELS,
    )
