"""La maison de quartier : où elle est, comment on y vient, qui y accueille."""

from typing import Annotated, ClassVar
from zlib import crc32

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
    Mots,
    Nombre,
    OuiNon,
    Rang,
    Telephones,
    Texte,
    bounded,
    field,
)
from filquartiers.model.kind import Entry, Kind
from filquartiers.model.kinds.reseau import Reseau
from filquartiers.model.opening import Horaires
from filquartiers.model.text import initials

COLOURS = 8
"""How many colours a house may choose from."""


class Position(Frozen):
    """La position de la maison, en degrés (WGS 84)."""

    latitude: Annotated[Nombre, bounded(-90, 90)] = field("Vers le nord.", example="45,5", required=True)
    longitude: Annotated[Nombre, bounded(-180, 180)] = field("Vers l’est.", example="-5,5", required=True)


class Personne(Frozen):
    """Une personne de l’équipe. Elle n’est nommée qu’avec son accord, jusqu’à une date."""

    nom: Texte = field("Son nom, tel qu’elle souhaite le voir écrit.", required=True)
    role: Texte | None = field("Son rôle dans la maison.", label="Rôle")
    accord: OuiNon = field("« oui » si elle a donné son accord par écrit.", default=False)
    jusquau: Jour | None = field("La fin de cet accord.", label="Jusqu’au", aliases=("jusqu_au",))


class Maison(Entry):
    """Une maison de quartier ou un centre social."""

    kind: ClassVar[Kind] = Kind(
        "maison", "Maison", "Les maisons", "maisons", address="maisons", menu="Maisons"
    )

    nom: Texte | None = field("Le nom de la maison.", example="Le Phare", wanted=True)
    reseau: Annotated[Reseau, REF] = field(
        "Le réseau dont elle fait partie.", label="Réseau", example="valmarin", required=True
    )
    ordre: Rang = field("Sa place sur le fil : 1 pour la première.", example="5", default=0)
    sigle: Texte | None = field("Une ou deux lettres pour son nœud ; par défaut, ses initiales.", example="K")
    couleur: Annotated[Entier, bounded(1, COLOURS)] | None = field(
        "Sa couleur, de 1 à 8 ; par défaut, celle de sa place.", example="5"
    )
    quartier: Texte | None = field("Le quartier où elle se trouve.", example="Le Port")
    adresse: Texte | None = field("Numéro et rue.", example="12 rue des Marronniers", wanted=True)
    code_postal: CodePostal | None = field("Le code postal.", example="99140", wanted=True)
    ville: Texte | None = field("La ville, si ce n’est pas celle du réseau.", example="Port-Valmarin")
    telephones: Telephones = field(
        "Le téléphone de l’accueil ; s’il y en a plusieurs, un par ligne après un tiret.",
        label="Téléphone",
        example="02 61 91 00 01",
        aliases=("telephone", "tel"),
        wanted=True,
    )
    courriel: Courriel | None = field(
        "L’adresse électronique de l’accueil.",
        example="accueil@maison.example",
        aliases=("email", "mail"),
        wanted=True,
    )
    site: AdresseWeb | None = field(
        "Le site de la maison, si elle en a un.", example="https://maison.example"
    )
    horaires: Horaires = field(
        "Les heures d’ouverture, un jour ou une suite de jours par ligne.",
        example="lundi au jeudi: 9h-12h, 14h-18h\nvendredi: 9h-12h\nsamedi: fermé",
        default=(),
        wanted=True,
    )
    horaires_note: Texte | None = field(
        "Une précision sur les horaires.", example="fermé en août", label="Précision sur les horaires"
    )
    position: Position | None = field(
        "La latitude et la longitude, que donne toute carte en ligne ; elles placent la maison sur le plan.",
        example="latitude: 45,5\nlongitude: -5,5",
        wanted=True,
    )
    langues: Mots = field(
        "Les langues parlées à l’accueil, une par ligne.", example="- français\n- arabe", wanted=True
    )
    acces: Long = field(
        "Comment venir (bus, stationnement), et ce qui est accessible à une personne handicapée.",
        label="Accès",
        wanted=True,
    )
    equipe: Liste[Personne] = field(
        "Les personnes que l’on peut nommer, avec leur accord écrit et sa date de fin.",
        label="Équipe",
        example="- nom: Camille Martin\n  role: Accueil\n  accord: oui\n  jusquau: 31 décembre 2027",
    )
    photo: Fichier | None = field(
        "Le fichier d’une photographie de la maison, rangé dans le dossier content.",
        example="images/facade.jpg",
    )
    photo_description: Texte | None = field(
        "Ce que montre la photographie, pour qui ne la voit pas.",
        label="Description de la photographie",
        example="L’entrée, côté parc, sous les glycines",
        aliases=("photo_alt",),
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

    @property
    def colour_rank(self) -> int:
        """Le rang de sa couleur, à partir de 1 : dite, ou celle de sa place.

        Sans l’une ni l’autre, elle est tirée du nom de son fichier, quoi que fassent ses voisines.
        """
        return self.couleur or self.ordre or 1 + crc32(self.slug.encode()) % COLOURS
