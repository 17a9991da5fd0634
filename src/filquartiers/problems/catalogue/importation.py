"""Imports: listings, calendars, spreadsheets."""

from filquartiers.problems.catalogue import importation_agenda, importation_annuaire
from filquartiers.problems.types import Gravity, Message

ERROR = Gravity.ERROR

_FILES: tuple[Message, ...] = (
    Message(
        "import-vide",
        ERROR,
        "Le fichier est vide : il n’y a rien à importer.",
        "Exportez-le de nouveau, puis relancez l’import.",
        "Le fichier ne contient aucun caractère. L’export a sans doute été interrompu, ou le disque était "
        "plein.",
        "annuaire.txt (0 octet)",
        "annuaire.txt (plusieurs lignes de texte)",
    ),
    Message(
        "import-pas-du-texte",
        ERROR,
        "Ce fichier n’est pas du texte : nous ne savons pas le lire.",
        "Ouvrez-le dans le logiciel qui l’a créé et enregistrez-le en « texte brut » (.txt), .csv ou .ics.",
        "Un fichier Word, PDF ou une image n’est pas une suite de lignes. L’import des actions lit le "
        "texte copié de "
        "l’annuaire, celui de l’agenda lit un .ics, un .csv ou un .xlsx.",
        "import actions annuaire.pdf",
        "import actions annuaire.txt",
    ),
    Message(
        "import-illisible",
        ERROR,
        "« {nom} » ne s’ouvre pas : {raison}.",
        "Vérifiez le nom, fermez le fichier dans les autres logiciels, puis relancez l’import.",
        "Le système a refusé d’ouvrir le fichier. Rien n’a été écrit.",
        "import actions anuaire.txt",
        "import actions annuaire.txt",
    ),
    Message(
        "import-non-ecrit",
        ERROR,
        "« {nom} » n’a pas pu être écrit : {raison}.",
        "Rien de ce fichier n’a changé. Corrigez la cause, puis relancez la même commande.",
        "Chaque fichier est écrit en entier ou pas du tout. Relancer l’import reprend là où il s’est "
        "arrêté : ce qui "
        "est déjà écrit est reconnu et laissé tel quel.",
        "disque plein",
        "de la place sur le disque, et la même commande relancée",
    ),
)

MESSAGES: tuple[Message, ...] = (*_FILES, *importation_annuaire.MESSAGES, *importation_agenda.MESSAGES)
