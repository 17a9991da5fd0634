"""La brochure : ce que l’on imprime, dans quel ordre, pour quelle presse."""

from typing import Annotated, ClassVar

from filquartiers.model.fields import REF, Choice, Exemplaires, Frozen, Liste, Long, Texte, field
from filquartiers.model.kind import Entry, Kind
from filquartiers.model.kinds.contents import CONTENTS
from filquartiers.model.kinds.fiche import Fiche
from filquartiers.model.kinds.maison import Maison
from filquartiers.model.kinds.presse import Presse
from filquartiers.model.kinds.reseau import Reseau

FORMATS = ("A5", "dépliant", "A4", "A3")
_DRAWN = ("pactes", "maisons", "fiches", "objectifs", "charte", "calendrier")
_WHOLE = (kind.kind.part for kind in CONTENTS if kind.kind.part)
SECTIONS = ("couverture", "sommaire", "présentation", *_DRAWN, *_WHOLE, "contacts", "notes", "crédits")


class BrochurePart(Frozen):
    """Une partie de la brochure."""

    section: Annotated[str, Choice(SECTIONS)] = field(
        "Ce que montre cette partie.", example="maisons", required=True
    )
    titre: Texte | None = field("Son titre, si celui par défaut ne convient pas.", example="Où nous trouver")
    maisons: Liste[Annotated[Maison, REF]] = field("Pour ne montrer que ces maisons, une par ligne.")
    fiches: Liste[Annotated[Fiche, REF]] = field("Pour ne montrer que ces fiches, une par ligne.")
    theme: Texte | None = field("Pour ne montrer que ce thème.", label="Thème", example="cuisine")
    texte: Long = field("Un texte propre à la brochure.")

    def wants(self, sheet: Fiche) -> bool:
        """Vrai si la fiche est de ses maisons et de son thème, quand elle en choisit."""
        houses = {house.key for house in self.maisons}
        if houses and not houses & {house.key for house in sheet.maisons}:
            return False
        return not self.theme or self.theme in (*sheet.mots_cles, *sheet.dimension)


class Brochure(Entry):
    """Un imprimé : son format, ses parties, sa presse."""

    kind: ClassVar[Kind] = Kind(
        "brochure", "Imprimé", "Les imprimés", "brochures", address="brochures", summary="sous_titre"
    )

    titre: Texte = field("Le titre de l’imprimé.", example="Nos six maisons", required=True)
    sous_titre: Texte | None = field(
        "La ligne sous le titre, sur la couverture.",
        label="Sous-titre",
        example="Qui nous sommes, ce que nous faisons",
    )
    saison: Texte | None = field("La saison écrite sur la couverture.", example="2026 – 2027")
    reseau: Annotated[Reseau, REF] = field(
        "Le réseau que l’imprimé présente.", label="Réseau", example="valmarin", required=True
    )
    format: Annotated[str, Choice(FORMATS)] = field(
        "Le format : A5 pour une brochure, dépliant pour trois volets, A4 ou A3 pour une affiche.",
        example="A5",
        default="A5",
    )
    presse: Annotated[Presse, REF] | None = field(
        "L’imprimeur, par le nom de son fichier du dossier presses.", example="offset-couche"
    )
    exemplaires: Exemplaires | None = field("Le nombre d’exemplaires à imprimer.", example="2 000")
    papier: Texte | None = field("Le papier de l’intérieur.", example="couché mat 135 g")
    sections: Liste[BrochurePart] = field(
        "Les parties, dans l’ordre où elles s’impriment.",
        example="- section: couverture\n- section: maisons\n- section: calendrier",
    )
    remplissage: Liste[Annotated[str, Choice(("notes", "contacts"))]] = field(
        "Ce qui complète les pages jusqu’à un multiple de quatre : des pages de notes, ou les contacts.",
        example="notes",
        default=("notes",),
    )
