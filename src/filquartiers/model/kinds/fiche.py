"""La fiche d’action : les données de l’annuaire des centres sociaux, et les liens avec nos maisons."""

from typing import Annotated, ClassVar

from filquartiers.model.fields import REF, Choice, Fichier, Jour, Liste, Long, Texte, Vocabulary, field
from filquartiers.model.kind import Entry, Kind
from filquartiers.model.kinds.maison import Maison
from filquartiers.model.kinds.moyens import Budget, Personnes
from filquartiers.model.kinds.pacte import Pacte
from filquartiers.model.kinds.reseau import Reseau
from filquartiers.model.kinds.shared import IMAGE, IMAGE_DESCRIPTION

DIMENSIONS = ("Citoyenneté", "Accompagnement de projets")
MOTS_CLES = (
    "alphabétisation & apprentissage du français",
    "Culture",
    "Démocratie & citoyenneté",
    "développement durable",
    "éducation / scolarité",
    "Emploi, économie",
    "Environnement",
    "intergénérationnel",
    "Logement",
    "Mixité sociale",
    "Parentalité",
    "Précarité",
    "Santé",
    "Services",
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
    "ARS",
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


class Fiche(Entry):
    """Une action : ce que l’on y fait, pour qui, avec qui, et ce qu’elle a changé."""

    kind: ClassVar[Kind] = Kind(
        "fiche",
        "Fiche action",
        "Les actions",
        "fiches",
        address="fiches",
        menu="Actions",
        summary="resume",
        news="relue_le",
        news_words="mots_cles",
    )

    titre: Texte = field("Le titre de l’action.", example="Petit déjeuner des habitants", required=True)
    structure: Texte | None = field(
        "La structure qui porte l’action.",
        example="Maison de quartier du Port",
        label="Structure organisatrice",
        aliases=("structure_organisatrice",),
        wanted=True,
    )
    departement: Texte | None = field(
        "Le département de cette structure.", label="Département", example="Morbihan"
    )
    reseau: Annotated[Reseau, REF] | None = field(
        "Le réseau, quand l’action n’est pas celle d’une maison en particulier.",
        label="Réseau",
        example="valmarin",
    )
    maisons: Liste[Annotated[Maison, REF]] = field(
        "Les maisons où elle a lieu, par le nom de leur fichier, une par ligne.",
        example="- le-phare",
        aliases=("maison",),
    )
    pacte: Annotated[Pacte, REF] | None = field(
        "Le pacte dont elle relève, par le nom de son fichier.", example="valmarin"
    )
    objectifs: Liste[Texte] = field(
        "Les lignes de l’arbre des objectifs qu’elle sert, par leur code, une par ligne.",
        example="- acces-aux-droits",
        aliases=("objectif",),
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
        "Si elle a encore lieu : en cours, ou terminée.",
        example="en cours",
        label="Statut de l’action",
        aliases=("statut_de_l_action", "etat"),
        wanted=True,
    )
    raison_de_fin: Long = field(
        "Pourquoi elle s’est arrêtée, si elle est terminée.",
        label="Raisons pour lesquelles l’action est terminée",
        aliases=("raison de fin", "pourquoi c’est terminé"),
    )
    dimension: Liste[Annotated[str, Vocabulary(DIMENSIONS)]] = field(
        "La dimension de l’action, dans les mots de l’annuaire.",
        example="Citoyenneté",
        aliases=("dimensions",),
        wanted=True,
    )
    mots_cles: Liste[Annotated[str, Vocabulary(MOTS_CLES)]] = field(
        "Les mots clés, un par ligne (une virgule peut faire partie d’un mot clé).",
        label="Mots clés",
        example="- Solidarité\n- Parentalité",
        aliases=("mot_cle", "mots_cles_associes_a_l_action"),
        wanted=True,
    )
    public: Liste[Annotated[str, Vocabulary(PUBLICS)]] = field(
        "Pour qui, un public par ligne.", example="Tous publics", aliases=("publics",), wanted=True
    )
    territoire: Annotated[str, Vocabulary(TERRITOIRES)] | None = field(
        "Jusqu’où elle s’étend : un quartier, une commune…",
        label="Territoire concerné",
        example="Un quartier",
        aliases=("territoire_concerne",),
        wanted=True,
    )
    initiative: Liste[Annotated[str, Vocabulary(INITIATIVES)]] = field(
        "Qui a eu l’idée, une réponse par ligne.",
        label="À l’initiative de",
        example="Un groupe d’habitants",
        aliases=("initiatives", "qui_est_a_l_initiative_de_l_action"),
    )
    precision_initiative: Texte | None = field(
        "Une précision, si l’initiative est « Autre ».",
        label="Précision",
        example="Le conseil de quartier",
        aliases=("precision", "precision_si_autre"),
    )
    partenaires: Liste[Annotated[str, Vocabulary(PARTENAIRES)]] = field(
        "Avec quels partenaires, un type par ligne.",
        label="Partenaires d’action",
        example="- Association locale\n- Commune",
        aliases=("partenaires_d_action",),
    )
    rythme: Texte | None = field(
        "Quand elle a lieu, en mots ; les dates précises vont dans le calendrier.",
        example="le premier vendredi du mois, 9 h 30 – 11 h",
    )
    inscription: Texte | None = field(
        "Comment on peut venir ou s’inscrire.", label="Comment venir", example="Sans inscription"
    )
    fichiers: Liste[Fichier] = field(
        "Des fichiers à télécharger, rangés dans le dossier content, un par ligne.",
        label="Fichiers associés",
        example="- documents/recette.pdf",
    )
    image: Fichier | None = IMAGE
    image_description: Texte | None = IMAGE_DESCRIPTION
    resume: Long = field(
        "Deux ou trois phrases : pour qui, quoi, ce qui a changé.", label="Résumé", wanted=True
    )
    description: Long = field(
        "D’où vient l’action, ce qu’elle cherche, avec qui et en combien de temps.",
        label="Pourquoi cette action",
        aliases=(
            "description",
            "description de l’expérience",
            "description de l’expérience, ses objectifs, ses acteurs et ses différentes phases",
            "pourquoi, avec qui",
        ),
    )
    description_generale: Long = field(
        "Comment elle se déroule, du début à la fin.",
        label="Comment cela se passe",
        aliases=("description générale",),
    )
    ressources: Long = field(
        "Ce qu’elle coûte et qui la finance, en mots ; des montants précis vont dans « budget ».",
        label="Les moyens",
        aliases=("ressources financières", "ressources financières mobilisées pour cette action"),
    )
    budget: Budget = field(
        "Les charges et les produits, ligne par ligne ; les deux totaux doivent être égaux.",
        example="charges:\n  - poste: Achats\n    montant: 120 €\n"
        "produits:\n  - poste: Ville\n    montant: 120 €",
        default=Budget(),
    )
    personnes: Personnes = field(
        "Combien de personnes ont fait vivre l’action, comptées ou dites en mots.",
        example="salaries: 2\nbenevoles: 5",
        label="Personnes mobilisées",
        aliases=("personnes_mobilisees",),
        default=Personnes(),
    )
    resultat_territoire: Long = field(
        "Ce qui a changé sur le territoire.",
        label="Pour le territoire",
        aliases=("résultat sur le territoire",),
    )
    resultat_centre: Long = field(
        "Ce qui a changé pour la structure qui porte l’action.",
        label="Pour le centre social",
        aliases=("résultat pour le centre social", "résultat pour le centre", "pour la maison"),
    )
    resultat_habitants: Long = field(
        "Ce qui a changé pour les habitants.",
        label="Pour les habitants",
        aliases=("résultat pour les habitants",),
    )
    limites: Long = field(
        "Ce qui a été difficile.", label="Limites", aliases=("suite de l’action : limites",)
    )
    perspectives: Long = field(
        "Ce qui est envisagé.", label="Perspectives", aliases=("suite de l’action : perspectives", "et après")
    )
    contradictions: Liste[Texte] = field(
        "Ce qui ne concorde pas dans le document d’origine et reste à vérifier, un point par ligne.",
        label="À vérifier",
        example="- Le document donne deux dates de début",
    )
    source: Texte | None = field(
        "Le document d’où vient la fiche.",
        example="Annuaire des actions, novembre 2017",
        aliases=("provenance",),
    )
    empreinte: Texte | None = field(
        "Posée par l’import, pour reconnaître la fiche ; ne la modifiez pas.", label="Empreinte de l’import"
    )
    relue_le: Jour | None = field(
        "La date de la dernière relecture par la maison.", label="Relue le", example="4 janvier 2027"
    )
