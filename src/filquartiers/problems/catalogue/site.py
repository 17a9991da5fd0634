"""The site as a whole: what must be true before it is published, and the words it shares."""

from filquartiers.problems.types import Gravity, Message

ERROR, NOTICE = Gravity.ERROR, Gravity.NOTICE

MESSAGES: tuple[Message, ...] = (
    Message(
        "mentions-manquantes",
        ERROR,
        "Il manque une mention légale, « {champ} » : {aide}",
        "Complétez « mentions_legales » dans le fichier du réseau, ou marquez-le « demonstration: oui ».",
        "La loi demande à tout site public de dire qui le publie, qui en répond et qui l’héberge. "
        "Une démonstration en est dispensée, mais le dit et demande aux moteurs de recherche de l’ignorer.",
        "nom: Les maisons de Valmarin",
        "mentions_legales:\n  editeur: Association des maisons de Valmarin",
    ),
    Message(
        "adresse-reservee",
        ERROR,
        "Un réseau ne peut pas s’appeler « {nom} » : cette adresse est celle d’une page du site.",
        "Renommez le fichier, par exemple d’après la ville.",
        "La page d’accueil d’un réseau porte le nom de son fichier.",
        "content/reseaux/agenda.md",
        "content/reseaux/valmarin.md",
    ),
    Message(
        "objectif-inconnu",
        ERROR,
        "« {valeur} » n’est le code d’aucune ligne de l’arbre des objectifs.",
        "Écrivez l’un des codes donnés dans content/objectifs.",
        "Une fiche cite les lignes de l’arbre qu’elle sert par leur code.",
        "objectifs: achats",
        "objectifs: commandes-groupees",
    ),
    Message(
        "mot-hors-vocabulaire",
        NOTICE,
        "« {valeur} » ne fait pas partie des mots de l’annuaire des centres sociaux.",
        "S’il est voulu, ajoutez-le au « vocabulaire » du réseau ; sinon, choisissez le mot le plus proche.",
        "Des mots communs permettent de retrouver les fiches par thème.",
        "mots_cles: parentalitée",
        "mots_cles: Parentalité",
    ),
    Message(
        "page-double",
        ERROR,
        "Deux pages du site auraient la même adresse : {adresse}.",
        "Renommez le fichier dont le nom est celui d’une page du site, par exemple « public » ou « theme ».",
        "Certaines adresses sont prises par les listes du site, comme /fiches/public/ ou /agenda/theme/.",
        "content/fiches/public.md",
        "content/fiches/accueil-du-public.md",
    ),
)
