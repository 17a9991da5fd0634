"""La charte d’une démarche : axes, ateliers, principes et engagements."""

from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from filquartiers.model.fields import (
    REF,
    Annee,
    Entier,
    Frozen,
    Jour,
    JourOuAnnee,
    Liste,
    Long,
    Plage,
    Texte,
    bounded,
    field,
    placed,
)
from filquartiers.model.kind import Entry, Kind
from filquartiers.model.kinds.reseau import Repere, Reseau
from filquartiers.model.kinds.shared import SOURCES
from filquartiers.model.refusal import Refusal


class Seance(Frozen):
    """Une case du tableau des ateliers : un axe, un jour, des heures."""

    axe: Annotated[Entier, bounded(1, 99)] = field("Le numéro de l’axe.", example="1", required=True)
    date: Jour = field("Le jour.", example="jeudi 6 avril 2017", required=True)
    horaire: Plage = field("Les heures.", example="9h-12h", required=True)


class Atelier(Frozen):
    """Une série d’ateliers : pour qui, et le tableau de ses séances."""

    titre: Texte = field("Le titre de la série.", example="Ateliers des habitants", required=True)
    public: Texte | None = field("Pour qui sont ces ateliers.", example="Habitants")
    lieu: Texte | None = field("Où ils ont lieu.", example="Salle des fêtes")
    seances: Liste[Seance] = field("Les séances : un axe, un jour, des heures.", label="Séances")

    def at(self, axis: int) -> tuple[Seance, ...]:
        """Les séances d’un axe (son numéro), dans l’ordre du tableau."""
        return tuple(seance for seance in self.seances if seance.axe == axis)


class Principe(Frozen):
    """Un principe, et les engagements qui le tiennent."""

    titre: Texte = field("Le principe.", example="Écoute", required=True)
    engagements: Liste[Texte] = field("Les engagements qui le tiennent, un par ligne.")


class Charte(Entry):
    """Un cadre de participation : le mandat, les rendez-vous, les règles du jeu."""

    kind: ClassVar[Kind] = Kind(
        "charte", "Charte", "Les chartes", "chartes", address="chartes", summary="demarche"
    )

    titre: Texte = field("Le titre de la charte.", example="Charte de participation", required=True)
    reseau: Annotated[Reseau, REF] = field(
        "Le réseau qui la porte.", label="Réseau", example="valmarin", required=True
    )
    annee: Annee | None = field("L’année de la démarche.", label="Année", example="2017")
    contexte: Long = field("D’où vient la démarche.", label="Le contexte")
    demarche: Long = field("Ce qu’est la démarche.", label="La démarche")
    raisons: Liste[Texte] = field(
        "Pourquoi la Ville s’y engage, une raison par ligne.",
        example="- Donner la parole à ceux que l’on entend peu",
    )
    axes: Liste[Texte] = field(
        "Les axes de travail, dans l’ordre, un par ligne.", example="- Vivre ensemble\n- Se loger"
    )
    angles: Liste[Texte] = field(
        "Les angles sous lesquels chaque axe est étudié, un par ligne.", example="- Les jeunes\n- Les aînés"
    )
    ateliers: Liste[Atelier] = field(
        "Les séries d’ateliers et leurs séances ; chaque séance paraît aussi dans l’agenda.",
        example="- titre: Ateliers des habitants\n  seances:\n"
        "    - axe: 1\n      date: 6 avril 2017\n      horaire: 9h-12h",
    )
    grand_atelier: Long = field("Le grand atelier où tous se retrouvent, en mots.", label="Grand atelier")
    reperes: Liste[Repere] = field(
        "Les étapes de la démarche, passées ou prévues.",
        label="Calendrier",
        example="- date: avril 2017\n  texte: Premiers ateliers",
    )
    suites: Long = field("À quoi sert la contribution de chacun.", label="Et après")
    principes: Liste[Principe] = field(
        "Les principes, et sous chacun les engagements qui le tiennent.",
        label="Règles du jeu",
        example="- titre: Écoute\n  engagements:\n    - Chacun parle à son tour",
    )
    publiee: JourOuAnnee | None = field("La date de sa publication.", label="Publiée", example="mars 2017")
    sources: Liste[Texte] = SOURCES

    @model_validator(mode="after")
    def _axes_exist(self) -> Self:
        """Refuser une séance d’un axe qui n’est pas dans la liste : le tableau ne la montrerait pas."""
        for rank, atelier in enumerate(self.ateliers):
            for place, seance in enumerate(atelier.seances):
                if self.axes and seance.axe > len(self.axes):
                    with placed("ateliers", rank, "seances", place, "axe"):
                        raise Refusal("axe-inconnu", axe=str(seance.axe), nombre=str(len(self.axes)))
        return self
