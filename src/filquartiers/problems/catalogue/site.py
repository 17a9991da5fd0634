"""The site as a whole: links, images, publication."""

from filquartiers.problems.types import Gravity, Message

ERROR, WARNING, NOTICE, GAP = Gravity.ERROR, Gravity.WARNING, Gravity.NOTICE, Gravity.GAP

MESSAGES: tuple[Message, ...] = (
    Message(
        "image-introuvable",
        WARNING,
        "L’image « {fichier} » est introuvable dans le dossier content.",
        "Copiez l’image à cet endroit, ou corrigez son nom (majuscules et minuscules comptent).",
        explanation=(
            "La page est publiée sans cette image. Un nom de fichier doit être écrit exactement comme il est sur "
            "le disque : « Photo.JPG » et « photo.jpg » sont deux fichiers différents une fois en ligne."
        ),
        wrong="image: Photos/Repas.jpg",
        right="image: images/repas.jpg",
    ),
    Message(
        "image-illisible",
        WARNING,
        "L’image « {fichier} » ne peut pas être lue.",
        "Ouvrez-la dans un logiciel de photos et enregistrez-la en JPEG ou en PNG.",
        explanation=(
            "Le fichier est abîmé, ou dans un format que les navigateurs ne montrent pas, comme le HEIC de certains "
            "téléphones. La page est publiée sans cette image."
        ),
        wrong="image: images/IMG_0412.HEIC",
        right="image: images/repas.jpg",
    ),
    Message(
        "document-introuvable",
        WARNING,
        "Le document « {fichier} » est introuvable dans le dossier content.",
        "Copiez le document à cet endroit, ou corrigez son nom.",
        explanation="La page montre le titre du document, sans lien pour le télécharger.",
        wrong="fichier: Rapport 2018.pdf",
        right="fichier: documents/rapport-2018.pdf",
    ),
)
