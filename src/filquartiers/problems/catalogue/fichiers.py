"""Files: names, encodings, the header and the parts of a text."""

from filquartiers.problems.types import Gravity, Message

ERROR, WARNING, NOTICE = Gravity.ERROR, Gravity.WARNING, Gravity.NOTICE

MESSAGES: tuple[Message, ...] = (
    Message(
        "contenu-absent",
        ERROR,
        "Ce dossier n’a pas de sous-dossier « content » : rien à lire.",
        "Placez-vous dans le dossier du projet, ou indiquez-le avec --projet DOSSIER.",
        "Le programme lit les textes dans un dossier nommé « content », au premier niveau du projet. "
        "Il le cherche dans le dossier courant, puis dans les dossiers qui le contiennent.",
        "mon-projet/textes/maisons/kerlede.md",
        "mon-projet/content/maisons/kerlede.md",
    ),
    Message(
        "dossier-inconnu",
        WARNING,
        "Le dossier « {nom} » ne correspond à aucune sorte de contenu : ses fichiers ne sont pas lus.",
        "Donnez-lui le nom d’une sorte de contenu : maisons, pactes, fiches, calendrier, pages…",
        "Le nom du dossier dit ce que contiennent ses fichiers : maisons, pactes, fiches, calendrier…",
        "content/fiche/jardin.md",
        "content/fiches/jardin.md",
    ),
    Message(
        "fichier-hors-dossier",
        WARNING,
        "Le fichier « {nom} » est posé directement dans « content » : il n’est pas lu.",
        "Rangez-le dans le dossier de sa sorte : maisons, pactes, fiches, calendrier, pages…",
        "C’est le dossier qui dit ce qu’un fichier contient : une maison, une fiche, un événement…",
        "content/jardin.md",
        "content/fiches/jardin.md",
    ),
    Message(
        "fichier-ignore",
        WARNING,
        "Le fichier « {nom} » n’est ni un fichier .md ni un fichier .yaml : il n’est pas lu.",
        "Enregistrez-le comme texte simple, avec un nom qui se termine par .md.",
        "Les textes sont des fichiers .md (Markdown), que le Bloc-notes sait ouvrir et enregistrer. "
        "Attention : Windows cache parfois la fin du nom et ajoute .txt.",
        "jardin.md.txt",
        "jardin.md",
    ),
    Message(
        "lien-hors-projet",
        ERROR,
        "Ce raccourci mène hors du dossier « content » : il n’est pas suivi.",
        "Copiez le fichier lui-même dans le dossier.",
        "Par sécurité, rien n’est lu hors du dossier « content » du projet.",
        "content/fiches/jardin.md → /home/commun/jardin.md",
        "content/fiches/jardin.md (le fichier lui-même)",
    ),
    Message(
        "fichier-trop-gros",
        ERROR,
        "Ce fichier pèse {taille} Mo : ce n’est pas un texte tapé à la main, il n’est pas lu.",
        "Vérifiez que c’est le bon fichier ; un texte dépasse rarement 1 Mo.",
        "Un texte de 2 Mo fait déjà plus de 500 pages. Au-delà, c’est sans doute une image ou une "
        "sauvegarde renommée.",
        "fiches/photo-renommee.md (12 Mo)",
        "images/photo.jpg",
    ),
    Message(
        "fichier-illisible",
        ERROR,
        "Ce fichier ne peut pas être ouvert : {raison}.",
        "Fermez les programmes qui l’utilisent, puis recommencez.",
        "Le système a refusé d’ouvrir le fichier. Rien n’a été changé.",
        "un fichier ouvert dans un autre programme",
        "le même fichier, refermé",
    ),
    Message(
        "fichier-vide",
        ERROR,
        "Ce fichier est vide.",
        "Écrivez-y au moins un titre, ou supprimez-le.",
        "Un fichier vide est souvent un enregistrement interrompu : cherchez une copie plus ancienne.",
        "(rien)",
        "---\ntitre: Atelier cuisine\n---",
    ),
    Message(
        "pas-du-texte",
        ERROR,
        "Ce fichier n’est pas du texte, ou son encodage est inconnu.",
        "Ouvrez-le dans le Bloc-notes et enregistrez-le en UTF-8.",
        "Un document Word ou une image renommés en .md ne se lisent pas comme du texte.",
        "rapport.docx renommé en rapport.md",
        "le texte du rapport, copié dans un fichier .md",
    ),
    Message(
        "encodage",
        NOTICE,
        "Ce fichier est en {encodage} ; il a été lu sans perte.",
        "Pour l’avenir, enregistrez-le en UTF-8 (filquartiers check --corrige peut le faire).",
        "L’encodage est la façon de noter les accents. UTF-8 est lu partout, sur toutes les machines.",
        "un fichier enregistré en « ANSI »",
        "le même, enregistré en « UTF-8 »",
    ),
    Message(
        "nom-decompose",
        NOTICE,
        "Le nom de ce fichier contient des accents écrits à la façon du Mac, en deux signes.",
        "Renommez-le sans accent, ou laissez faire : filquartiers check --corrige.",
        "Un « é » peut s’écrire en un signe ou en deux, qui se voient pareil. D’une machine à l’autre, le "
        "fichier peut "
        "devenir introuvable.",
        "images/fête.jpg, copié depuis un Mac",
        "images/fete.jpg",
    ),
    Message(
        "entete-non-fermee",
        ERROR,
        "L’en-tête commence par --- mais ne se ferme pas.",
        "Ajoutez une ligne --- après le dernier champ.",
        "L’en-tête est le bloc entre deux lignes de trois tirets, tout en haut du fichier.",
        "---\ntitre: Jardin\nLe texte commence ici.",
        "---\ntitre: Jardin\n---\nLe texte commence ici.",
    ),
    Message(
        "entete-absente",
        ERROR,
        "Ce fichier n’a pas d’en-tête : il lui manque {champs}.",
        "Mettez une ligne --- tout en haut, un champ par ligne (« titre: … »), puis une autre ligne ---.",
        "L’en-tête est le bloc entre deux lignes de trois tirets, tout en haut du fichier. Il donne le "
        "titre et ce "
        "que le programme doit savoir ; le texte vient dessous.",
        "La soupe du jeudi, gratuite.",
        "---\ntitre: La soupe du jeudi\n---\n\nLa soupe est gratuite.",
    ),
    Message(
        "section-double",
        ERROR,
        "La partie « {titre} » est donnée deux fois : ici, et ligne {autre}.",
        "Réunissez les deux textes sous un seul titre.",
        "Une partie du texte peut être écrite dans l’en-tête ou sous un titre ##, une seule fois.",
        "## Résumé\nUne soupe.\n## Résumé\nGratuite.",
        "## Résumé\nUne soupe, gratuite.",
    ),
    Message(
        "titre-proche",
        NOTICE,
        "« {titre} » ressemble à une partie connue, mais n’en est pas une : ce texte reste dans le texte "
        "libre.",
        "Si c’est bien ce titre que vous vouliez, son texte ira à sa place dans la page.",
        "Certains titres ## sont reconnus (« Résumé », « Pour les habitants »…) et leur texte a une place à "
        "lui "
        "dans la page. Les autres titres sont gardés, avec leur texte, à la suite.",
        "## Resumé de l’acton",
        "## Résumé",
    ),
    Message(
        "entete-illisible",
        ERROR,
        "L’en-tête ne contient pas de champs « nom : valeur ».",
        "Écrivez un champ par ligne, par exemple « titre: Atelier cuisine ».",
        "Chaque ligne de l’en-tête donne un nom de champ, deux points, une espace, puis la valeur.",
        "---\nAtelier cuisine\n---",
        "---\ntitre: Atelier cuisine\n---",
    ),
    Message(
        "fiche-attendue",
        ERROR,
        "Ce fichier doit contenir des champs « nom : valeur ».",
        "Écrivez un champ par ligne, par exemple « titre: L’arbre des objectifs ».",
        "Un fichier .yaml est une suite de lignes « nom : valeur ».",
        "L’arbre des objectifs",
        "titre: L’arbre des objectifs",
    ),
    Message(
        "liste-attendue",
        ERROR,
        "Ce fichier doit contenir une liste d’événements.",
        "Commencez chaque événement par un tiret : « - titre: Atelier cuisine ».",
        "Un fichier du calendrier est une liste : chaque événement commence par un tiret, ses autres champs "
        "sont alignés dessous.",
        "Atelier cuisine, mercredi 14h",
        "- titre: Atelier cuisine\n  debut: 6 janvier 2027 à 14h",
    ),
    Message(
        "adresse-double",
        ERROR,
        "Ce fichier donnerait la même page que {autre} : leurs noms ne diffèrent pas assez.",
        "Renommez l’un des deux ; si c’est une copie, supprimez-la.",
        "Le nom du fichier fait l’adresse de la page. Deux fichiers dont les noms ne diffèrent que par les "
        "accents ou les majuscules donneraient la même page, et l’un effacerait l’autre.",
        "fiches/Fête.md et fiches/fete.md",
        "fiches/fete-du-jardin.md et fiches/fete-des-voisins.md",
    ),
    Message(
        "evenement-double",
        ERROR,
        "Cet événement a le même titre et le même jour qu’un autre ({autre}) : leurs pages se confondraient.",
        "Si c’est une copie, retirez-la ; sinon, précisez l’un des titres, ou ajoutez un « identifiant ».",
        "Le titre et le premier jour font l’adresse de la page d’un événement. Deux événements de même "
        "titre, le "
        "même jour, auraient la même page, et l’un effacerait l’autre.",
        "- titre: Loto\n  debut: 6 février 2027 à 14h\n- titre: Loto\n  debut: 6 février 2027 à 20h",
        "- titre: Loto des enfants\n  debut: 6 février 2027 à 14h\n- titre: Loto\n  debut: 6 février 2027 à "
        "20h",
    ),
    Message(
        "element-sans-champs",
        ERROR,
        "« {valeur} » est un texte seul : un événement a au moins un titre et une date.",
        "Écrivez « - titre: {valeur} », puis « debut: … » sur la ligne d’en dessous.",
        "Chaque événement du fichier est un petit groupe de champs, qui commence par un tiret.",
        "- Loto le 6 février",
        "- titre: Loto\n  debut: 6 février 2027 à 14h",
    ),
)
