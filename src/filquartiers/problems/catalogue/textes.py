"""Texts, pictures and people: what a reader meets, what a person agreed to."""

from filquartiers.problems.types import Gravity, Message

WARNING, NOTICE = Gravity.WARNING, Gravity.NOTICE

MESSAGES: tuple[Message, ...] = (
    Message(
        "lien-casse",
        WARNING,
        "Ce lien ne mène à aucune page ni à aucun document d’ici : « {cible} ».",
        "Écrivez le nom du fichier, par exemple maisons/kerlede, ou une adresse complète qui commence par "
        "https://.",
        "Un lien vers une page du site s’écrit avec son dossier et le nom de son fichier. Les majuscules et "
        "les accents "
        "comptent. Tant que le lien ne mène nulle part, ses mots sont publiés sans lien.",
        "[la maison](maisons/kerledé)",
        "[la maison](maisons/kerlede)",
    ),
    Message(
        "lien-incomplet",
        WARNING,
        "L’adresse de ce lien est incomplète : « {cible} ».",
        "Une adresse de site commence par https://, une adresse électronique par mailto:.",
        "Sans son début, le programme cherche une page d’ici qui porterait ce nom, et n’en trouve pas. Les "
        "mots sont "
        "alors publiés sans lien.",
        "[la ville](www.exemple.fr)",
        "[la ville](https://www.exemple.fr)",
    ),
    Message(
        "lien-sans-sens",
        NOTICE,
        "Les mots de ce lien, « {mots} », ne disent pas où il mène.",
        "Faites porter le lien sur ce que l’on va trouver : « le programme d’automne ».",
        "Une personne aveugle parcourt souvent la liste des liens d’une page, sans les phrases autour. « "
        "Ici » ou "
        "« cliquez » ne lui disent rien.",
        "Pour le programme, [cliquez ici](pages/programme).",
        "Lisez [le programme d’automne](pages/programme).",
    ),
    Message(
        "image-introuvable",
        WARNING,
        "L’image « {fichier} » n’est pas dans le dossier content.",
        "Vérifiez son nom, majuscules comprises, et donnez-le depuis le dossier content.",
        "Sur Windows, Photo.JPG et photo.jpg sont le même fichier ; en ligne, ce sont deux fichiers "
        "différents. Une image "
        "introuvable n’est pas publiée ; la page l’est.",
        "photo: images/jardin.jpg (quand le fichier s’appelle Jardin.JPG)",
        "photo: images/Jardin.JPG",
    ),
    Message(
        "document-introuvable",
        WARNING,
        "Le document « {fichier} » n’est pas dans le dossier content.",
        "Vérifiez son nom, majuscules comprises, et donnez-le depuis le dossier content.",
        "Sur Windows, Bilan.pdf et bilan.pdf sont le même fichier ; en ligne, ce sont deux fichiers "
        "différents. Un document "
        "introuvable n’est pas proposé ; la page est publiée sans lui.",
        "fichiers: bilan.pdf (quand le fichier s’appelle Bilan.pdf)",
        "fichiers: Bilan.pdf",
    ),
    Message(
        "photo-illisible",
        WARNING,
        "L’image « {fichier} » ne peut pas être ouverte : elle n’est pas publiée.",
        "Ouvrez-la dans un logiciel d’images et enregistrez-la en JPEG ou en PNG.",
        "Le fichier est abîmé, ou d’une forme que le programme ne sait pas lire.",
        "photo: images/jardin.cr2",
        "photo: images/jardin.jpg",
    ),
    Message(
        "image-sans-description",
        WARNING,
        "L’image « {fichier} » n’a pas de description.",
        "Dites en quelques mots ce qu’elle montre, entre les crochets : ![Trois enfants plantent un "
        "arbre](…).",
        "La description est lue aux personnes qui ne voient pas l’image, et affichée quand l’image n’arrive "
        "pas.",
        "![](images/jardin.jpg)",
        "![Trois enfants plantent un pommier](images/jardin.jpg)",
    ),
    Message(
        "photo-sans-description",
        WARNING,
        "La photographie « {fichier} » n’a pas de description.",
        "Dites en quelques mots ce qu’elle montre, dans « {champ} ».",
        "La description est lue aux personnes qui ne voient pas l’image, et affichée quand l’image n’arrive "
        "pas.",
        "photo: images/bac.jpg",
        "photo: images/bac.jpg\nphoto_description: La façade de briques, vue du pont",
    ),
    Message(
        "titre-saute",
        NOTICE,
        "Le titre « {titre} » saute un niveau.",
        "Écrivez-le avec « {attendu} ».",
        "Les titres vont du plus grand au plus petit sans sauter de niveau : ## puis ###, puis ####. Les "
        "personnes qui "
        "écoutent la page s’en servent comme d’un sommaire.",
        "## Le jardin\n\n#### Les outils",
        "## Le jardin\n\n### Les outils",
    ),
    Message(
        "accord-manquant",
        WARNING,
        "{nom} n’a pas donné son accord : cette personne n’est pas nommée sur le site.",
        "Avec son accord écrit, ajoutez « accord: oui » et « jusquau: » la date où il prend fin.",
        "Publier le nom de quelqu’un demande son accord, que l’on peut retirer à tout moment.",
        "equipe:\n  - nom: Camille",
        "equipe:\n  - nom: Camille\n    accord: oui\n    jusquau: 31 août 2027",
    ),
    Message(
        "accord-sans-fin",
        NOTICE,
        "L’accord de {nom} n’a pas de date de fin.",
        "Ajoutez « jusquau: » et la date où il faudra le redemander, par exemple 31 août 2027.",
        "Un accord se redemande : les équipes changent, les avis aussi.",
        "accord: oui",
        "accord: oui\njusquau: 31 août 2027",
    ),
    Message(
        "accord-echu",
        WARNING,
        "L’accord de {nom} a pris fin le {date} : cette personne n’est plus nommée sur le site.",
        "Redemandez son accord et changez « jusquau », ou retirez la personne.",
        "Le nom d’une personne n’est publié que tant que dure son accord.",
        "accord: oui\njusquau: 31 août 2023",
        "accord: oui\njusquau: 31 août 2027",
    ),
    Message(
        "accord-bientot-echu",
        NOTICE,
        "L’accord de {nom} prend fin le {date}.",
        "Redemandez-le dès maintenant, puis changez « jusquau ».",
        "Après cette date, la personne ne sera plus nommée sur le site.",
        "jusquau: dans quelques semaines",
        "jusquau: dans un an",
    ),
    Message(
        "personne-nommee",
        NOTICE,
        "Ce texte semble nommer une personne : « {nom} ».",
        "Vérifiez qu’elle est d’accord ; sinon, écrivez plutôt « une habitante », « le directeur »…",
        "Le nom d’une personne n’est publié qu’avec son accord. Le programme ne reconnaît que les noms "
        "précédés de « M. », "
        "« Mme », « Madame »…",
        "Mme Dupont a prêté son garage.",
        "Une voisine a prêté son garage.",
    ),
)
