"""Putting pages together: what a template refuses, what a font cannot draw."""

from filquartiers.problems.types import Gravity, Message

ERROR, WARNING = Gravity.ERROR, Gravity.WARNING

MESSAGES: tuple[Message, ...] = (
    Message(
        code="texte-trop-long",
        gravity=ERROR,
        sentence="« {titre} » : le texte ne tient pas dans {volet}, il dépasse de {excedent}.",
        hint="Raccourcissez ce texte, ou déplacez-en une partie dans une autre section de l’imprimé.",
        explanation=(
            "Un volet de dépliant ou une affiche a une taille fixe. Rien n’est jamais coupé en silence "
            ": quand un "
            "texte dépasse, l’imprimé n’est pas fabriqué et ce message dit lequel, et de combien."
        ),
        wrong="sections:\n  - section: couverture\n    texte: (quarante lignes)",
        right="sections:\n  - section: couverture\n    texte: Bonne découverte !",
    ),
    Message(
        code="glyphe-absent",
        gravity=ERROR,
        sentence=(
            "« {titre} » : aucune de nos polices ne sait dessiner « {signe} » ({point}, {nom}), dans « "
            "{extrait} »."
        ),
        hint="Remplacez ce signe par un mot ou par une lettre courante.",
        explanation=(
            "Une police ne contient pas tous les signes du monde. Un signe absent laisserait un blanc "
            "sur le papier : "
            "l’imprimé n’est donc pas fabriqué tant qu’il reste dans le texte."
        ),
        wrong="titre: Café 🎉 des habitants",
        right="titre: Café des habitants",
    ),
    Message(
        code="partie-vide",
        gravity=Gravity.NOTICE,
        sentence="« {titre} » : la partie « {partie} » n’a rien à montrer, elle n’est pas imprimée.",
        hint="Complétez le contenu, ou retirez cette partie de l’imprimé.",
        explanation=(
            "Une partie sans contenu laisserait une page vide avec un titre seul. Elle est laissée de "
            "côté, et le "
            "sommaire n’en parle pas."
        ),
        wrong="sections:\n  - section: calendrier  (aucun rendez-vous à venir)",
        right="sections:\n  - section: contacts",
    ),
    Message(
        code="format-fait-d-office",
        gravity=WARNING,
        sentence="« {titre} » : aucun imprimé n’est composé au format {format}.",
        hint=(
            "Écrivez A5, dépliant ou A3. Les fiches et les programmes A4 se font d’eux-mêmes, un par "
            "fiche et par maison."
        ),
        explanation=(
            "Les brochures sont au format A5, les dépliants ont trois volets, l’arbre des objectifs est"
            " une affiche "
            "A3. Chaque fiche d’action donne une feuille A4, chaque maison un programme A4, sans rien "
            "demander."
        ),
        wrong="format: A4",
        right="format: A5",
    ),
    Message(
        code="composition-impossible",
        gravity=ERROR,
        sentence="« {titre} » n’a pas pu être mis en pages : {raison}",
        hint="Si vous n’avez pas changé les modèles de templates/print, c’est notre faute : signalez-le.",
        explanation=(
            "Le moteur de composition a refusé la page. Les fichiers déjà imprimés restent tels quels. "
            "Cela arrive "
            "quand un modèle de templates/print a été modifié."
        ),
        wrong="#set text(fill: inconnu)",
        right="#set text(fill: ink)",
    ),
)
