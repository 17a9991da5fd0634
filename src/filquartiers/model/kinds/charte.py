"""La charte d’une démarche : axes, ateliers, principes et engagements."""

from typing import Annotated, ClassVar

from filquartiers.model.fields import (
    REF,
    Entier,
    Frozen,
    Jour,
    JourOuAnnee,
    Liste,
    Long,
    Plage,
    Prose,
    Texte,
    field,
)
from filquartiers.model.kind import Entry, Kind
from filquartiers.model.kinds.reseau import Repere, Reseau


class Seance(Frozen):
    """Une case du tableau des ateliers : un axe, un jour, des heures."""

    axe: Entier = field("Le numéro de l’axe.", example="1", required=True)
    date: Jour = field("Le jour.", example="jeudi 6 avril 2017", required=True)
    horaire: Plage = field("Les heures.", example="9h-12h", required=True)


class Atelier(Frozen):
    """Une série d’ateliers : pour qui, et le tableau de ses séances."""

    titre: Texte = field("Le titre de la série.", required=True)
    public: Texte | None = field("Pour qui.")
    lieu: Texte | None = field("Où.")
    seances: Liste[Seance] = field("Les séances.", label="Séances", default=())

    def at(self, axis: int) -> tuple[Seance, ...]:
        """Les séances d’un axe (son numéro), dans l’ordre du tableau."""
        return tuple(seance for seance in self.seances if seance.axe == axis)


class Principe(Frozen):
    """Un principe, et les engagements qui le tiennent."""

    titre: Texte = field("Le principe.", required=True)
    engagements: Liste[Texte] = field("Les engagements.", default=())


class Charte(Entry):
    """Un cadre de participation : le mandat, les rendez-vous, les règles du jeu."""

    kind: ClassVar[Kind] = Kind("charte", "Charte", "Les chartes", "chartes", address="chartes")

    titre: Texte = field("Le titre de la charte.", required=True)
    reseau: Annotated[Reseau, REF] = field("Le réseau.", label="Réseau", required=True)
    annee: Texte | None = field("L’année.", label="Année", example="2017")
    contexte: Long = field("D’où vient la démarche.", label="Le contexte", default=Prose())
    demarche: Long = field("Ce qu’est la démarche.", label="La démarche", default=Prose())
    raisons: Liste[Texte] = field("Pourquoi la Ville s’y engage : une raison par ligne.", default=())
    axes: Liste[Texte] = field("Les axes de travail, dans l’ordre.", default=())
    angles: Liste[Texte] = field("Les angles sous lesquels les axes sont étudiés.", default=())
    ateliers: Liste[Atelier] = field("Les séries d’ateliers.", default=())
    grand_atelier: Long = field("Le grand atelier, en mots.", default=Prose())
    reperes: Liste[Repere] = field("Le calendrier de la démarche.", label="Calendrier", default=())
    suites: Long = field("À quoi sert la contribution de chacun.", label="Et après", default=Prose())
    principes: Liste[Principe] = field("Les règles du jeu.", label="Règles du jeu", default=())
    publiee: JourOuAnnee | None = field("La date de publication.", label="Publiée")
    sources: Liste[Texte] = field("Les documents d’où viennent ces informations.", default=())

    @property
    def title(self) -> str:
        """Son titre."""
        return self.titre

    @property
    def summary(self) -> str:
        """Ce qu’est la démarche."""
        return self.demarche.text
