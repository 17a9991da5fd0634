"""La maison de quartier : où elle est, comment on y vient, qui y accueille."""

from typing import Annotated, ClassVar

from filquartiers.model.fields import (
    REF,
    AdresseWeb,
    CodePostal,
    Courriel,
    Entier,
    Fichier,
    Frozen,
    Jour,
    Liste,
    Long,
    Nombre,
    OuiNon,
    Prose,
    Telephone,
    Texte,
    field,
)
from filquartiers.model.kind import Entry, Kind
from filquartiers.model.kinds.reseau import Reseau
from filquartiers.model.opening import Horaires
from filquartiers.model.text import initials


class Position(Frozen):
    """La position de la maison, en degrés (WGS 84)."""

    latitude: Nombre = field("Vers le nord.", example="47,2735", required=True)
    longitude: Nombre = field("Vers l’est.", example="-2,2137", required=True)


class Personne(Frozen):
    """Une personne de l’équipe. Elle n’est nommée qu’avec son accord, jusqu’à une date."""

    nom: Texte = field("Son nom, tel qu’elle souhaite le voir écrit.", required=True)
    role: Texte | None = field("Son rôle dans la maison.", label="Rôle")
    accord: OuiNon = field("« oui » si elle a donné son accord par écrit.", default=False)
    jusquau: Jour | None = field("La fin de cet accord.", label="Jusqu’au", aliases=("jusqu_au",))


class Maison(Entry):
    """Une maison de quartier ou un centre social."""

    kind: ClassVar[Kind] = Kind("maison", "Maison", "Les maisons", "maisons", address="maisons")

    nom: Texte | None = field("Le nom de la maison.", example="Kerlédé", wanted=True)
    reseau: Annotated[Reseau, REF] = field(
        "Le réseau dont elle fait partie.", label="Réseau", example="saint-nazaire", required=True
    )
    ordre: Entier = field("Sa place sur le fil.", example="5", default=0)
    sigle: Texte | None = field("Une ou deux lettres pour son nœud ; par défaut, ses initiales.", example="K")
    couleur: Entier | None = field("Sa couleur, de 1 à 8 ; par défaut, celle de sa place.", example="5")
    quartier: Texte | None = field("Le quartier, ou ce que l’on en sait.")
    adresse: Texte | None = field("Numéro et rue.", example="70 rue Ferdinand Buisson", wanted=True)
    code_postal: CodePostal | None = field("Le code postal.", example="44600", wanted=True)
    ville: Texte | None = field("La ville, si ce n’est pas celle du réseau.")
    telephones: Liste[Telephone] = field(
        "Le téléphone ; plusieurs : un par ligne.",
        label="Téléphone",
        example="02 40 53 50 00",
        aliases=("telephone", "tel"),
        default=(),
        wanted=True,
    )
    courriel: Courriel | None = field("L’adresse électronique.", aliases=("email", "mail"), wanted=True)
    site: AdresseWeb | None = field("Le site de la maison.")
    horaires: Horaires = field(
        "L’ouverture, jour par jour.", example="lundi: 9h-12h, 14h-18h", default=(), wanted=True
    )
    horaires_note: Texte | None = field(
        "Une précision sur les horaires.", example="fermé en août", label="Précision sur les horaires"
    )
    position: Position | None = field("Latitude et longitude, pour le plan.", wanted=True)
    langues: Liste[Texte] = field("Les langues parlées à l’accueil.", default=(), wanted=True)
    acces: Long = field(
        "Comment venir ; ce qui est accessible aux personnes handicapées.",
        label="Accès",
        default=Prose(),
        wanted=True,
    )
    equipe: Liste[Personne] = field("L’équipe, avec l’accord de chacun.", label="Équipe", default=())
    photo: Fichier | None = field("Une photographie de la maison.")
    photo_description: Texte | None = field(
        "Ce que montre la photographie.", aliases=("photo_alt",), label="Description de la photographie"
    )

    @property
    def title(self) -> str:
        """Son nom ; tant qu’il n’est pas connu, sa place dans le réseau."""
        return self.nom or f"Maison {self.ordre}"

    @property
    def summary(self) -> str:
        """Où la trouver."""
        return ", ".join(part for part in (self.adresse, self.lieu) if part)

    @property
    def lieu(self) -> str:
        """Code postal et ville."""
        return " ".join(part for part in (self.code_postal, self.ville or self.reseau.ville) if part)

    @property
    def monogramme(self) -> str:
        """Les lettres de son nœud sur le fil."""
        return self.sigle or (initials(self.nom) if self.nom else str(self.ordre))
