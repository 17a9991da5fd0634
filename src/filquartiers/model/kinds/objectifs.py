"""L’arbre des objectifs : finalités, objectifs, actions, exemples."""

from typing import Annotated, ClassVar

from filquartiers.model.fields import REF, Frozen, Liste, OuiNon, Texte, field
from filquartiers.model.kind import Entry, Kind
from filquartiers.model.kinds.reseau import Reseau
from filquartiers.model.kinds.shared import SOURCES


class Finalite(Frozen):
    """Une finalité, et pour qui."""

    code: Texte = field("Un mot court pour la désigner.", example="habitants", required=True)
    pour: Texte | None = field("Pour qui.", example="Pour les habitants")
    texte: Texte = field("La finalité.", required=True)


class Objectif(Frozen):
    """Un objectif opérationnel."""

    code: Texte = field("Un mot court pour le désigner.", example="accueil", required=True)
    texte: Texte = field("L’objectif.", required=True)
    finalites: Liste[Texte] = field("Les codes des finalités qu’il sert.", label="Finalités", wanted=True)


class Action(Frozen):
    """Une action de l’arbre."""

    code: Texte = field("Un mot court pour la désigner.", example="permanences", required=True)
    texte: Texte = field("L’action.", required=True)
    nouvelle: OuiNon | None = field("« oui » pour une action nouvelle.", wanted=True)
    objectifs: Liste[Texte] = field("Les codes des objectifs qu’elle sert.", wanted=True)


class Exemple(Frozen):
    """Un exemple précis d’action."""

    texte: Texte = field("L’exemple.", required=True)
    action: Texte | None = field("Le code de l’action qu’il illustre.", wanted=True)


class Objectifs(Entry):
    """Un arbre des objectifs, dont chaque feuille peut mener à des fiches."""

    kind: ClassVar[Kind] = Kind(
        "objectifs",
        "Arbre des objectifs",
        "Les objectifs",
        "objectifs",
        address="objectifs",
        summary="introduction",
    )

    titre: Texte = field("Le titre de l’arbre.", example="Projet social 2022-2026", required=True)
    reseau: Annotated[Reseau, REF] = field(
        "Le réseau dont ce sont les objectifs.", label="Réseau", example="valmarin", required=True
    )
    introduction: Texte | None = field(
        "Une ou deux phrases qui présentent l’arbre.",
        example="Ce que nous voulons faire ensemble d’ici 2026.",
    )
    finalites: Liste[Finalite] = field(
        "Les finalités : à quoi tout cela sert.",
        label="Finalités",
        example="- code: habitants\n  texte: Que chacun trouve sa place",
    )
    objectifs: Liste[Objectif] = field(
        "Les objectifs opérationnels, et les finalités que chacun sert.",
        example="- code: accueil\n  texte: Accueillir tous les habitants\n  finalites: habitants",
    )
    actions: Liste[Action] = field(
        "Les actions, et les objectifs que chacune sert.",
        example="- code: permanences\n  texte: Tenir des permanences\n  nouvelle: oui\n  objectifs: accueil",
    )
    exemples: Liste[Exemple] = field(
        "Des exemples précis, et l’action que chacun illustre.",
        example="- texte: Le café du mardi\n  action: permanences",
    )
    note: Texte | None = field(
        "Ce que le document laisse incertain.", example="Deux lignes du document sont illisibles."
    )
    sources: Liste[Texte] = SOURCES

    @property
    def lignes(self) -> tuple[Finalite | Objectif | Action, ...]:
        """Les lignes que les fiches peuvent citer, par leur code."""
        return (*self.finalites, *self.objectifs, *self.actions)

    @property
    def codes(self) -> tuple[str, ...]:
        """Les codes de ces lignes."""
        return tuple(ligne.code for ligne in self.lignes)
