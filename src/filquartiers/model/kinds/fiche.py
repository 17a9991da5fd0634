"""La fiche d’action : les données de l’annuaire des centres sociaux, et les liens avec nos maisons."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, ClassVar

from filquartiers.model.fields import (
    REF,
    Choice,
    Entier,
    Fichier,
    Frozen,
    Jour,
    Liste,
    Long,
    Montant,
    Prose,
    Texte,
    Vocabulary,
    field,
)
from filquartiers.model.kind import Entry, Kind
from filquartiers.model.kinds.maison import Maison
from filquartiers.model.kinds.pacte import Pacte
from filquartiers.model.kinds.reseau import Reseau

DIMENSIONS = ("Citoyenneté", "Accompagnement de projets")
MOTS_CLES = (
    "alphabétisation & apprentissage du français",
    "Démocratie & citoyenneté",
    "développement durable",
    "éducation / scolarité",
    "Emploi, économie",
    "Environnement",
    "intergénérationnel",
    "Mixité sociale",
    "Parentalité",
    "Santé",
    "Solidarité",
    "vacances / loisirs",
)
INITIATIVES = (
    "Le centre social",
    "Un habitant",
    "Un groupe d’habitants",
    "Un ou plusieurs partenaire(s)",
    "Autre",
)
TERRITOIRES = ("Un quartier", "Plusieurs quartiers", "Une commune", "Plusieurs communes")
PUBLICS = ("Tous publics", "Petite enfance", "Jeunesse", "Adultes", "familles")
PARTENAIRES = (
    "Association locale",
    "Bailleur social",
    "Caf",
    "Commune",
    "Conseil départemental",
    "DDCS",
    "Éducation Nationale",
    "Etat",
    "Regroupement de communes",
    "Autre",
)


class LigneBudget(Frozen):
    """Une ligne du budget ; un poste peut détailler ce qu’il contient."""

    poste: Texte = field("Le nom du poste.", example="60 - Achats", required=True)
    montant: Montant | None = field("Le montant en euros ; vide s’il n’est pas donné.", example="1 800 €")
    detail: Liste["LigneBudget"] = field("Les lignes qui composent ce poste.", default=(), label="Détail")


class Budget(Frozen):
    """Les charges et les produits de l’action. Les deux totaux doivent être égaux."""

    charges: Liste[LigneBudget] = field("Ce que l’action coûte.", default=())
    produits: Liste[LigneBudget] = field("Ce qui la finance.", default=())
    total_charges: Montant | None = field("Le total écrit dans le document.", label="Total des charges")
    total_produits: Montant | None = field("Le total écrit dans le document.", label="Total des produits")
    contributions_charges: Liste[LigneBudget] = field(
        "Emploi des contributions volontaires en nature.",
        label="Contributions en nature (emploi)",
        default=(),
    )
    contributions_produits: Liste[LigneBudget] = field(
        "Contributions volontaires en nature.", label="Contributions en nature", default=()
    )
    note: Texte | None = field("Ce que le document laisse incertain.")

    def __bool__(self) -> bool:
        """Vrai s’il y a une ligne à montrer."""
        return bool(self.charges or self.produits)

    @staticmethod
    def total(lignes: Iterable[LigneBudget]) -> Decimal:
        """La somme des postes, en euros ; le détail d’un poste n’est pas compté deux fois."""
        return sum((amount_of(ligne) for ligne in lignes), start=Decimal(0))


def amount_of(ligne: LigneBudget) -> Decimal:
    """Le montant d’un poste, ou la somme de son détail s’il n’en a pas."""
    return ligne.montant if ligne.montant is not None else Budget.total(ligne.detail)


class Personnes(Frozen):
    """Les personnes mobilisées, comptées, ou dites en mots quand le compte ne suffit pas."""

    salaries: Entier | None = field("Nombre de salariés.", label="Salariés")
    benevoles: Entier | None = field("Nombre de bénévoles.", label="Bénévoles")
    habitants: Entier | None = field("Nombre d’habitants.")
    autres: Texte | None = field("Autres personnes.")
    en_mots: Texte | None = field("La phrase du document.", label="En mots")

    def __bool__(self) -> bool:
        """Vrai si quelque chose est dit."""
        values = (self.salaries, self.benevoles, self.habitants)
        return any(value is not None for value in values) or bool(self.autres or self.en_mots)


class Fiche(Entry):
    """Une action : ce que l’on y fait, pour qui, avec qui, et ce qu’elle a changé."""

    kind: ClassVar[Kind] = Kind("fiche", "Fiche action", "Les actions", "fiches", address="fiches")

    titre: Texte = field("Le titre de l’action.", example="Petit déjeuner des habitants", required=True)
    structure: Texte | None = field(
        "La structure organisatrice.",
        label="Structure organisatrice",
        aliases=("structure_organisatrice",),
        wanted=True,
    )
    departement: Texte | None = field(
        "Le département de la structure.", label="Département", example="Morbihan"
    )
    reseau: Annotated[Reseau, REF] | None = field("Le réseau, si l’action est la sienne.", label="Réseau")
    maisons: Liste[Annotated[Maison, REF]] = field(
        "Les maisons où elle a lieu.", aliases=("maison",), default=()
    )
    pacte: Annotated[Pacte, REF] | None = field("Le pacte dont elle relève.")
    objectifs: Liste[Texte] = field(
        "Les lignes de l’arbre des objectifs qu’elle sert, par leur code.", aliases=("objectif",), default=()
    )
    statut: (
        Annotated[
            str,
            Choice(
                ("en cours", "terminée"),
                (("termine", "terminée"), ("fini", "terminée"), ("actif", "en cours")),
            ),
        ]
        | None
    ) = field(
        "En cours ou terminée.",
        label="Statut de l’action",
        aliases=("statut_de_l_action", "etat"),
        wanted=True,
    )
    raison_de_fin: Long = field(
        "Pourquoi l’action est terminée.",
        label="Raisons pour lesquelles l’action est terminée",
        aliases=("raison de fin", "pourquoi c’est terminé"),
        default=Prose(),
    )
    dimension: Liste[Annotated[str, Vocabulary(DIMENSIONS)]] = field(
        "La dimension de l’action.", aliases=("dimensions",), default=(), wanted=True
    )
    mots_cles: Liste[Annotated[str, Vocabulary(MOTS_CLES)]] = field(
        "Les mots clés, un par ligne (une virgule peut faire partie d’un mot clé).",
        label="Mots clés",
        aliases=("mot_cle", "mots_cles_associes_a_l_action"),
        default=(),
        wanted=True,
    )
    public: Liste[Annotated[str, Vocabulary(PUBLICS)]] = field(
        "Pour qui.", aliases=("publics",), default=(), wanted=True
    )
    territoire: Annotated[str, Vocabulary(TERRITOIRES)] | None = field(
        "Le territoire concerné.", label="Territoire concerné", aliases=("territoire_concerne",), wanted=True
    )
    initiative: Liste[Annotated[str, Vocabulary(INITIATIVES)]] = field(
        "Qui est à l’initiative de l’action.",
        label="À l’initiative de",
        aliases=("initiatives", "qui_est_a_l_initiative_de_l_action"),
        default=(),
    )
    precision_initiative: Texte | None = field(
        "Une précision, si l’initiative est autre.",
        label="Précision",
        aliases=("precision", "precision_si_autre"),
    )
    partenaires: Liste[Annotated[str, Vocabulary(PARTENAIRES)]] = field(
        "Les types de partenaires.",
        label="Partenaires d’action",
        aliases=("partenaires_d_action",),
        default=(),
    )
    rythme: Texte | None = field(
        "Quand cela a lieu, en mots.", example="le premier vendredi du mois, 9 h 30 – 11 h"
    )
    inscription: Texte | None = field("Comment venir.", label="Comment venir", example="Sans inscription")
    fichiers: Liste[Fichier] = field("Les fichiers associés.", label="Fichiers associés", default=())
    image: Fichier | None = field("Une photographie.")
    image_description: Texte | None = field(
        "Ce que montre la photographie.", aliases=("image_alt",), label="Description de l’image"
    )
    resume: Long = field(
        "Deux ou trois phrases : à qui, quoi, ce qui a changé.", label="Résumé", default=Prose(), wanted=True
    )
    description: Long = field(
        "L’expérience, ses objectifs, ses acteurs et ses phases.",
        label="Pourquoi cette action",
        aliases=(
            "description",
            "description de l’expérience",
            "description de l’expérience, ses objectifs, ses acteurs et ses différentes phases",
            "pourquoi, avec qui",
        ),
        default=Prose(),
    )
    description_generale: Long = field(
        "Comment elle se déroule.",
        label="Comment cela se passe",
        aliases=("description générale",),
        default=Prose(),
    )
    ressources: Long = field(
        "Les moyens financiers, en mots.",
        label="Les moyens",
        aliases=("ressources financières", "ressources financières mobilisées pour cette action"),
        default=Prose(),
    )
    budget: Budget = field("Les charges et les produits, ligne par ligne.", default=Budget())
    personnes: Personnes = field(
        "Les personnes mobilisées.",
        label="Personnes mobilisées",
        aliases=("personnes_mobilisees",),
        default=Personnes(),
    )
    resultat_territoire: Long = field(
        "Ce qui a changé sur le territoire.",
        label="Pour le territoire",
        aliases=("résultat sur le territoire",),
        default=Prose(),
    )
    resultat_centre: Long = field(
        "Ce qui a changé pour la maison.",
        label="Pour le centre social",
        aliases=("résultat pour le centre social", "résultat pour le centre", "pour la maison"),
        default=Prose(),
    )
    resultat_habitants: Long = field(
        "Ce qui a changé pour les habitants.",
        label="Pour les habitants",
        aliases=("résultat pour les habitants",),
        default=Prose(),
    )
    limites: Long = field(
        "Ce qui a été difficile.", label="Limites", aliases=("suite de l’action : limites",), default=Prose()
    )
    perspectives: Long = field(
        "Ce qui est envisagé.",
        label="Perspectives",
        aliases=("suite de l’action : perspectives", "et après"),
        default=Prose(),
    )
    contradictions: Liste[Texte] = field(
        "Ce qui ne concorde pas dans le document d’origine, à vérifier.", label="À vérifier", default=()
    )
    source: Texte | None = field("Le document d’où vient la fiche.", aliases=("provenance",))
    empreinte: Texte | None = field(
        "Posée par l’import, pour reconnaître la fiche ; ne la modifiez pas.", label="Empreinte de l’import"
    )
    relue_le: Jour | None = field("La date de la dernière relecture.", label="Relue le")

    @property
    def title(self) -> str:
        """Son titre."""
        return self.titre

    @property
    def summary(self) -> str:
        """Son résumé, tel qu’il est tapé."""
        return self.resume.text

    @property
    def network(self) -> Reseau | None:
        """Le réseau de l’action : dit, ou celui de sa première maison."""
        return self.reseau or (self.maisons[0].reseau if self.maisons else None)
