"""La brochure : ce que l’on imprime, dans quel ordre, pour quelle presse."""

from typing import Annotated, ClassVar

from filquartiers.model.fields import REF, Choice, Frozen, Liste, Long, Prose, Texte, field
from filquartiers.model.kind import Entry, Kind
from filquartiers.model.kinds.fiche import Fiche
from filquartiers.model.kinds.maison import Maison
from filquartiers.model.kinds.presse import Presse
from filquartiers.model.kinds.reseau import Reseau

FORMATS = ("A5", "dépliant", "A4", "A3")
SECTIONS = (
    "couverture",
    "sommaire",
    "présentation",
    "pactes",
    "maisons",
    "fiches",
    "objectifs",
    "charte",
    "calendrier",
    "contacts",
    "notes",
    "crédits",
)


class Section(Frozen):
    """Une partie de la brochure."""

    section: Annotated[str, Choice(SECTIONS)] = field("Ce que montre cette partie.", required=True)
    titre: Texte | None = field("Son titre, si celui par défaut ne convient pas.")
    maisons: Liste[Annotated[Maison, REF]] = field("Seulement ces maisons.", default=())
    fiches: Liste[Annotated[Fiche, REF]] = field("Seulement ces fiches.", default=())
    theme: Texte | None = field("Seulement ce thème.", label="Thème")
    texte: Long = field("Un texte propre à la brochure.", default=Prose())


class Brochure(Entry):
    """Un imprimé : son format, ses parties, sa presse."""

    kind: ClassVar[Kind] = Kind("brochure", "Imprimé", "Les imprimés", "brochures", address="brochures")

    titre: Texte = field("Le titre de l’imprimé.", required=True)
    sous_titre: Texte | None = field("La ligne sous le titre.", label="Sous-titre")
    saison: Texte | None = field("La saison.", example="2026 – 2027")
    reseau: Annotated[Reseau, REF] = field("Le réseau.", label="Réseau", required=True)
    format: Annotated[str, Choice(FORMATS)] = field("Le format.", default="A5")
    presse: Annotated[Presse, REF] | None = field("L’imprimeur, décrit dans content/presses.")
    exemplaires: Texte | None = field("Le nombre d’exemplaires.")
    papier: Texte | None = field("Le papier.")
    sections: Liste[Section] = field("Les parties, dans l’ordre.", default=())
    remplissage: Liste[Annotated[str, Choice(("notes", "contacts"))]] = field(
        "Ce qui complète les pages jusqu’à un multiple de quatre.", default=("notes",)
    )

    @property
    def title(self) -> str:
        """Son titre."""
        return self.titre

    @property
    def summary(self) -> str:
        """La ligne sous le titre."""
        return self.sous_titre or ""
