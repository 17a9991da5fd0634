"""Le pacte de coopération entre des maisons et leurs partenaires publics."""

from typing import Annotated, ClassVar, Optional

from filquartiers.model.fields import REF, Frozen, JourOuAnnee, Liste, Long, Prose, Texte, field
from filquartiers.model.kind import Entry, Kind
from filquartiers.model.kinds.maison import Maison
from filquartiers.model.kinds.reseau import Repere, Reseau


class Signataire(Frozen):
    """Une structure qui a signé le pacte."""

    nom: Texte = field("La structure.", required=True)
    qualite: Texte | None = field("À quel titre elle signe.", label="Qualité")


class Engagement(Frozen):
    """Une promesse du pacte, et ce qu’elle est devenue."""

    texte: Texte = field("L’engagement.", required=True)
    qui: Texte | None = field("Qui s’engage.")
    suite: Texte | None = field("Ce qu’il est devenu.")


class Pacte(Entry):
    """Un cadre de travail signé : pourquoi, avec qui, sur quels sujets, jusqu’à quand."""

    kind: ClassVar[Kind] = Kind("pacte", "Pacte", "Les pactes de coopération", "pactes", address="pactes")

    titre: Texte = field("Le titre du pacte.", required=True)
    reseau: Annotated[Reseau, REF] = field("Le réseau.", label="Réseau", required=True)
    maisons: Liste[Annotated[Maison, REF]] = field(
        "Les maisons signataires.", aliases=("maison",), default=()
    )
    cadre: Long = field(
        "Ce qu’est ce pacte : le cadre de travail.", label="Un cadre partenarial", default=Prose()
    )
    accord: Long = field(
        "Ce qu’est ce pacte : l’accord politique.", label="Un accord politique", default=Prose()
    )
    traits: Liste[Texte] = field(
        "Concrètement : une caractéristique par ligne.", label="Concrètement", default=()
    )
    principes: Liste[Texte] = field("Les principes.", default=(), wanted=True)
    valeurs: Liste[Texte] = field("Les valeurs.", default=(), wanted=True)
    thematiques: Liste[Texte] = field(
        "Les sujets choisis ensemble.", label="Thématiques", aliases=("themes",), default=()
    )
    signataires: Liste[Signataire] = field("Les structures signataires.", default=(), wanted=True)
    engagements: Liste[Engagement] = field("Les engagements, et leur suite.", default=(), wanted=True)
    reperes: Liste[Repere] = field("Les dates du pacte.", label="Repères", default=())
    signature: JourOuAnnee | None = field("La date de signature.", example="14 mars 2022", wanted=True)
    echeance: JourOuAnnee | None = field("La date de fin.", label="Échéance", wanted=True)
    perspectives: Liste[Texte] = field("Ce qui est envisagé ensuite.", default=())
    renouvelle: Optional[Annotated["Pacte", REF]] = field(  # noqa: UP045  a quoted name cannot take |
        "Le pacte que celui-ci prolonge."
    )
    sources: Liste[Texte] = field("Les documents d’où viennent ces informations.", default=())

    @property
    def title(self) -> str:
        """Son titre."""
        return self.titre

    @property
    def summary(self) -> str:
        """La première définition, en texte simple."""
        return self.cadre.text or self.accord.text
