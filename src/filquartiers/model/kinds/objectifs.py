"""L’arbre des objectifs : finalités, objectifs, actions, exemples."""

from typing import Annotated, ClassVar

from filquartiers.model.fields import REF, Frozen, Liste, OuiNon, Texte, field
from filquartiers.model.kind import Entry, Kind
from filquartiers.model.kinds.reseau import Reseau


class Finalite(Frozen):
    """Une finalité, et pour qui."""

    code: Texte = field("Un mot court pour la désigner.", example="habitants", required=True)
    pour: Texte | None = field("Pour qui.", example="Pour les habitants")
    texte: Texte = field("La finalité.", required=True)


class Objectif(Frozen):
    """Un objectif opérationnel."""

    code: Texte = field("Un mot court pour le désigner.", required=True)
    texte: Texte = field("L’objectif.", required=True)
    finalites: Liste[Texte] = field(
        "Les codes des finalités qu’il sert.", label="Finalités", default=(), wanted=True
    )


class Action(Frozen):
    """Une action de l’arbre."""

    code: Texte = field("Un mot court pour la désigner.", required=True)
    texte: Texte = field("L’action.", required=True)
    nouvelle: OuiNon | None = field("« oui » pour une action nouvelle.", wanted=True)
    objectifs: Liste[Texte] = field("Les codes des objectifs qu’elle sert.", default=(), wanted=True)


class Exemple(Frozen):
    """Un exemple précis d’action."""

    texte: Texte = field("L’exemple.", required=True)
    action: Texte | None = field("Le code de l’action qu’il illustre.", wanted=True)


class Objectifs(Entry):
    """Un arbre des objectifs, dont chaque feuille peut mener à des fiches."""

    kind: ClassVar[Kind] = Kind(
        "objectifs", "Arbre des objectifs", "Les objectifs", "objectifs", address="objectifs"
    )

    titre: Texte = field("Le titre de l’arbre.", required=True)
    reseau: Annotated[Reseau, REF] = field("Le réseau.", label="Réseau", required=True)
    introduction: Texte | None = field("Une ou deux phrases.")
    finalites: Liste[Finalite] = field("Les finalités.", label="Finalités", default=())
    objectifs: Liste[Objectif] = field("Les objectifs opérationnels.", default=())
    actions: Liste[Action] = field("Les actions.", default=())
    exemples: Liste[Exemple] = field("Les exemples.", default=())
    note: Texte | None = field("Ce que le document laisse incertain.")
    sources: Liste[Texte] = field("Les documents d’où viennent ces informations.", default=())

    @property
    def title(self) -> str:
        """Son titre."""
        return self.titre

    @property
    def summary(self) -> str:
        """Son introduction."""
        return self.introduction or ""

    @property
    def codes(self) -> tuple[str, ...]:
        """Les codes que les fiches peuvent citer."""
        lines: tuple[Finalite | Objectif | Action, ...] = (*self.finalites, *self.objectifs, *self.actions)
        return tuple(line.code for line in lines)
