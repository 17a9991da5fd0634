"""Le réseau : la coopération de plusieurs maisons dans une ville."""

import re
from functools import cached_property
from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from filquartiers.model.agenda.almanac import Almanac
from filquartiers.model.agenda.school import OFFICIAL
from filquartiers.model.agenda.words import joined
from filquartiers.model.fields import (
    AdresseWeb,
    Choice,
    Courriel,
    Fichier,
    Frozen,
    Fuseau,
    Jour,
    JourOuAnnee,
    Liste,
    Long,
    OuiNon,
    Rang,
    Taux,
    Telephone,
    Texte,
    field,
    placed,
)
from filquartiers.model.kind import Entry, Kind
from filquartiers.model.kinds.vacances import ZONES, Vacances
from filquartiers.model.refusal import Refusal

_NUMBER_LAST = re.compile(r"(?P<words>[^0-9]+?)\s+(?P<number>[0-9].*)")


class Chiffre(Frozen):
    """Un chiffre clé, toujours daté : un chiffre sans date ne veut rien dire."""

    valeur: Texte = field("Le nombre, tel qu’on l’affiche.", example="24", required=True)
    libelle: Texte = field("Ce qu’il compte.", example="salariés permanents", required=True, label="Libellé")
    date: JourOuAnnee | None = field("La date du comptage.", example="2018", wanted=True)
    source: Texte | None = field("Le document d’où vient ce chiffre.", example="Rapport d’activités 2018")

    @property
    def parts(self) -> tuple[str, str]:
        """« plus de 80 » : les mots qui précèdent le nombre, et le reste, qui peut paraître seul en grand."""
        found = _NUMBER_LAST.fullmatch(self.valeur)
        return (found["words"], found["number"]) if found else ("", self.valeur)


class Repere(Frozen):
    """Un moment de l’histoire du réseau ou du pacte, passé ou annoncé."""

    date: JourOuAnnee = field("Le jour, le mois ou l’année.", example="2022", required=True)
    texte: Texte = field("Ce qui s’est passé, ou ce qui est voulu.", required=True)
    prevu: OuiNon = field("« oui » pour une intention, pas encore un fait.", default=False, label="Prévu")


class Media(Frozen):
    """Un outil de communication commun : journal, radio, site, plaquette, passeport."""

    nom: Texte = field("Le nom de l’outil.", example="Journal Au fil des quartiers", required=True)
    nature: Annotated[
        str, Choice(("journal", "radio", "site", "plaquette", "passeport", "agenda", "maquette", "autre"))
    ] = field("Ce que c’est.", example="journal", default="autre")
    description: Texte | None = field("Une phrase.")
    lien: AdresseWeb | None = field("L’adresse où le trouver.")


class Document(Frozen):
    """Un document à lire ou à télécharger."""

    titre: Texte = field("Le titre du document.", required=True)
    date: JourOuAnnee | None = field("Sa date.", example="novembre 2017")
    description: Texte | None = field("Une phrase.")
    fichier: Fichier | None = field("Le fichier, dans le dossier content.")
    lien: AdresseWeb | None = field("L’adresse où le trouver.")


class Partenaire(Frozen):
    """Une organisation qui agit avec le réseau."""

    nom: Texte = field("Le nom du partenaire.", required=True)
    role: Texte | None = field("Ce qu’il fait ici.", label="Rôle")
    lien: AdresseWeb | None = field("Son site.")


class Mentions(Frozen):
    """Les mentions légales (loi n° 2004-575 du 21 juin 2004, articles 1-1 et suivants)."""

    editeur: Texte | None = field("La structure qui publie le site.", wanted=True, label="Éditeur")
    forme: Texte | None = field("Sa forme juridique.", example="Association loi 1901")
    siege: Texte | None = field("L’adresse de son siège.", wanted=True, label="Siège")
    numero: Texte | None = field("Son numéro RNA ou SIRET.", label="Numéro")
    directeur_publication: Texte | None = field(
        "La personne responsable de ce qui est publié.", label="Direction de la publication", wanted=True
    )
    hebergeur: Texte | None = field(
        "Qui héberge le site : nom, adresse, téléphone.", wanted=True, label="Hébergeur"
    )
    contact: Courriel | None = field("Où écrire.", wanted=True)


class Accessibilite(Frozen):
    """Ce que l’on sait de l’accessibilité du site (décret n° 2019-768)."""

    audit: Jour | None = field("La date de l’audit, s’il y en a eu un.")
    taux: Taux | None = field("Le taux de conformité constaté par l’audit.", example="82 %")
    auditeur: Texte | None = field("Qui a fait l’audit.")
    contact: Courriel | None = field("À qui signaler un obstacle.", wanted=True)


class Vocabulaire(Frozen):
    """Les mots que le réseau ajoute à ceux de l’annuaire des centres sociaux."""

    dimensions: Liste[Texte] = field("Dimensions ajoutées.")
    mots_cles: Liste[Texte] = field("Mots clés ajoutés.", label="Mots clés")
    publics: Liste[Texte] = field("Publics ajoutés.")
    partenaires: Liste[Texte] = field("Types de partenaires ajoutés.")


class Reseau(Entry):
    """Un réseau de maisons : qui nous sommes, ce que nous faisons ensemble, comment nous joindre."""

    kind: ClassVar[Kind] = Kind(
        "reseau", "Réseau", "Les réseaux", "reseaux", address="reseaux", summary="accroche"
    )

    nom: Texte = field("Le nom du réseau.", example="Les maisons de quartier de Valmarin", required=True)
    ville: Texte = field("La ville des maisons.", example="Valmarin", required=True)
    departement: Texte | None = field("Le département.", example="Loire-Atlantique", label="Département")
    accroche: Texte | None = field(
        "Le grand titre de la page d’accueil.", example="Six maisons, un même fil."
    )
    presentation: Long = field("Qui nous sommes, en quelques lignes.", wanted=True, label="Présentation")
    cooperation: Long = field("Ce que coopérer veut dire ici.", label="La coopération", aliases=("cooperer",))
    buts: Liste[Texte] = field(
        "Pourquoi coopérer, une raison par ligne.",
        example="- Être plus visibles ensemble\n- Partager les moyens",
    )
    chiffres: Liste[Chiffre] = field(
        "Les chiffres clés, chacun avec sa date.",
        example="- valeur: 24\n  libelle: salariés permanents\n  date: 2018",
    )
    reperes: Liste[Repere] = field(
        "Les dates qui comptent, passées ou prévues.",
        label="Repères",
        example="- date: 2017\n  texte: Première fête commune",
    )
    medias: Liste[Media] = field(
        "Les outils de communication communs : journal, radio, site…",
        label="Nos médias communs",
        example="- nom: Au fil des quartiers\n  nature: journal\n  description: Trois numéros par an",
    )
    documents: Liste[Document] = field(
        "Les documents à lire ou à télécharger.",
        example="- titre: Projet de coopération\n  date: novembre 2017",
    )
    partenaires: Liste[Partenaire] = field(
        "Les organisations qui agissent avec le réseau.", example="- nom: Caf\n  role: soutient les maisons"
    )
    telephone: Telephone | None = field(
        "Le téléphone du réseau.", label="Téléphone", example="02 61 91 00 01", aliases=("tel",)
    )
    courriel: Courriel | None = field(
        "L’adresse électronique du réseau.",
        example="bonjour@reseau.example",
        aliases=("email", "mail"),
        wanted=True,
    )
    site: AdresseWeb | None = field(
        "L’adresse où ce site sera publié ; elle sert aux QR codes et aux abonnements.",
        example="https://aufildesquartiers.example",
        aliases=("adresse_du_site", "adresse_site"),
        wanted=True,
    )
    zone_scolaire: (
        Annotated[str, Choice(ZONES, (("zone a", "A"), ("zone b", "B"), ("zone c", "C")))] | None
    ) = field(
        "La zone des vacances scolaires ; « sauf vacances scolaires » s’y rapporte.", example="B", wanted=True
    )
    vacances: Liste[Vacances] = field(
        "Les vacances de la zone que le programme ne connaît pas : celles d’une année à venir, de Corse ou "
        "d’outre-mer.",
        example="- nom: Noël\n  du: 18 décembre 2027\n  au: 2 janvier 2028",
    )
    fuseau: Fuseau = field(
        "Le fuseau horaire ; à changer seulement outre-mer.", example="Europe/Paris", default="Europe/Paris"
    )
    alsace_moselle: OuiNon = field(
        "« oui » si les jours fériés d’Alsace-Moselle s’appliquent.",
        label="Alsace-Moselle",
        example="oui",
        default=False,
    )
    mentions_legales: Mentions = field(
        "Ce que la loi demande de dire de qui publie et de qui héberge le site.",
        label="Mentions légales",
        example="editeur: Union des maisons\nsiege: 1 place du Bac, 99140 Valmarin\n"
        "directeur_publication: La présidence\nhebergeur: nom, adresse et téléphone\n"
        "contact: bonjour@reseau.example",
        default=Mentions(),
    )
    accessibilite: Accessibilite = field(
        "Ce que l’on sait de l’accessibilité du site, et à qui signaler un obstacle.",
        label="Accessibilité",
        example="contact: acces@reseau.example",
        default=Accessibilite(),
    )
    vocabulaire: Vocabulaire = field(
        "Les mots que le réseau ajoute à ceux de l’annuaire.",
        example="mots_cles: numérique",
        default=Vocabulaire(),
    )
    demonstration: OuiNon = field(
        "« oui » pour une démonstration : le site le dit et demande aux moteurs de recherche de l’ignorer.",
        label="Démonstration",
        example="oui",
        default=False,
    )
    ordre: Rang = field("Sa place parmi les réseaux : 1 pour le premier.", example="1", default=0)

    @property
    def network(self) -> "Reseau":
        """Lui-même."""
        return self

    @cached_property
    def almanac(self) -> Almanac:
        """Ses jours fériés et ses vacances scolaires."""
        zone = self.zone_scolaire or ""
        school = OFFICIAL.extended(tuple(one.in_zone(zone) for one in self.vacances))
        return Almanac(zone, self.alsace_moselle, school)

    @model_validator(mode="after")
    def _zone_of_breaks(self) -> Self:
        if self.vacances and not self.zone_scolaire:
            with placed("vacances"):
                raise Refusal("zone-manquante", zones=joined(ZONES, "ou"))
        return self
