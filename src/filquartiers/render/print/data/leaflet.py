"""The three-panel leaflet of the pacts."""

from filquartiers.model.kinds import Brochure
from filquartiers.model.kinds.brochure import Section
from filquartiers.render.print.data.brochure import AIMS, cover, houses_of, pacts_of
from filquartiers.render.print.data.house import card
from filquartiers.render.print.data.network import presentation
from filquartiers.render.print.data.scope import Json, Scope, document, nodes, text
from filquartiers.render.typography import typeset

PANELS = (
    "le volet qui se replie",
    "le dos",
    "le premier volet intérieur",
    "le deuxième volet intérieur",
    "le troisième volet intérieur",
    "l’intérieur du dépliant",
)


def leaflet(entry: Brochure, scope: Scope) -> Json:
    """What stands on the six panels; the words of the cover open the panel behind it."""
    sections = {one.section: one for one in entry.sections}
    front = sections.get("couverture", Section(section="couverture"))
    houses = sections.get("maisons", Section(section="maisons"))
    credits_ = sections.get("crédits", Section(section="crédits"))
    return document(entry.origin.file, entry.titre, entry.sous_titre, scope) | {
        "cover": cover(entry, front, scope),
        "words": nodes(front.texte),
        "network": presentation(scope.network, scope.site.today)
        | {"title": text(scope.network.accroche or scope.network.nom)},
        "pacts": pacts_of(scope),
        "houses": [card(house) for house in houses_of(houses, scope)],
        "credits": nodes(credits_.texte),
        "web": scope.web_at("pactes/"),
        "labels": {
            "what": "Un pacte de coopération",
            "aims": AIMS,
            "houses": text(houses.titre) or "Les maisons de quartier",
            "web": typeset("Les pactes, tenus à jour :"),
            "panels": list(PANELS),
        },
    }
