"""L’événement du calendrier commun : une entrée, une règle en français, toutes ses dates."""

from typing import Annotated, ClassVar

from filquartiers.model.fields import (
    REF,
    Fichier,
    Frozen,
    HeureOuMoment,
    Jour,
    Liste,
    Moment,
    OuiNon,
    Plage,
    Texte,
    field,
)
from filquartiers.model.kind import Entry, Kind
from filquartiers.model.kinds.fiche import Fiche
from filquartiers.model.kinds.maison import Maison
from filquartiers.model.kinds.pacte import Pacte
from filquartiers.model.kinds.reseau import Reseau


class Report(Frozen):
    """Une séance déplacée."""

    du: Moment = field("La date prévue.", required=True)
    au: Moment = field("La nouvelle date.", required=True)


class Evenement(Entry):
    """Un rendez-vous, une fois ou selon une règle dite en mots."""

    kind: ClassVar[Kind] = Kind(
        "evenement", "Événement", "L’agenda", "calendrier", address="agenda", many=True
    )

    titre: Texte = field("Le titre de l’événement.", example="Atelier cuisine", required=True)
    reseau: Annotated[Reseau, REF] | None = field("Le réseau, s’il n’y a pas de maison.", label="Réseau")
    maisons: Liste[Annotated[Maison, REF]] = field("La maison qui invite.", aliases=("maison",), default=())
    lieu: Texte | None = field("Le lieu, si ce n’est pas la maison.", example="Agora")
    adresse: Texte | None = field("L’adresse de ce lieu.")
    salle: Texte | None = field("La salle.")
    debut: Moment | None = field(
        "Le jour, avec l’heure si elle est connue.",
        label="Début",
        example="6 janvier 2027 à 14h",
        aliases=("date", "le"),
    )
    fin: HeureOuMoment | None = field("L’heure de fin, ou le jour et l’heure de fin.", example="16h30")
    horaire: Plage | None = field("Les heures.", example="9h30-11h", aliases=("horaires", "heure", "heures"))
    journee: OuiNon = field("« oui » pour un événement qui dure la journée.", label="Journée", default=False)
    recurrence: Texte | None = field(
        "La règle, en mots.",
        label="Quand",
        example="tous les mercredis de 14 h à 17 h, sauf vacances scolaires, jusqu’au 30 juin 2027",
        aliases=("quand", "rythme", "repetition"),
    )
    en_plus: Liste[Moment] = field("Des dates ajoutées.", default=())
    annule: Liste[Texte] = field(
        "« oui » si tout est annulé ; sinon les dates annulées.", label="Annulé", default=()
    )
    reporte: Liste[Report] = field("Les séances déplacées.", label="Reporté", default=())
    complet: Liste[Texte] = field("« oui » si tout est complet ; sinon les dates complètes.", default=())
    theme: Texte | None = field("Le thème.", label="Thème", example="cuisine")
    public: Liste[Texte] = field("Pour qui.", default=())
    age: Texte | None = field("L’âge.", label="Âge", example="dès 6 ans")
    tarif: Texte | None = field("Le prix.", example="gratuit")
    inscription: Texte | None = field("Comment s’inscrire.", example="sans inscription")
    accessibilite: Texte | None = field("L’accessibilité du lieu.", label="Accessibilité")
    garde_enfants: Texte | None = field("La garde d’enfants.", label="Garde d’enfants")
    fiche: Annotated[Fiche, REF] | None = field("La fiche de l’action.")
    pacte: Annotated[Pacte, REF] | None = field("Le pacte.")
    image: Fichier | None = field("Une photographie.")
    image_description: Texte | None = field("Ce que montre la photographie.", aliases=("image_alt",))
    identifiant: Texte | None = field(
        "Un identifiant stable, si le titre risque de changer.", aliases=("id",)
    )
    modifie_le: Jour | None = field("La date du dernier changement utile aux abonnés.", label="Modifié le")
    revision: Texte | None = field("Le numéro de ce changement.", label="Révision")

    @property
    def title(self) -> str:
        """Son titre."""
        return self.titre

    @property
    def network(self) -> Reseau | None:
        """Le réseau : dit, ou celui de la première maison."""
        return self.reseau or (self.maisons[0].reseau if self.maisons else None)
