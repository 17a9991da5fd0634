"""Import of calendars and spreadsheets."""

from filquartiers.problems.types import Gravity, Message

ERROR, WARNING, NOTICE = Gravity.ERROR, Gravity.WARNING, Gravity.NOTICE

_CALENDAR: tuple[Message, ...] = (
    Message(
        "pas-un-agenda",
        ERROR,
        "Ce fichier n’est pas un agenda : il ne commence pas par BEGIN:VCALENDAR.",
        "Exportez l’agenda de nouveau, au format iCalendar (.ics).",
        "Un agenda exporté par Google, Outlook, Nextcloud ou Thunderbird est un texte qui commence par "
        "BEGIN:VCALENDAR. Celui-ci n’en a pas.",
        "une page web enregistrée sous le nom agenda.ics",
        "BEGIN:VCALENDAR",
    ),
    Message(
        "ics-coupe",
        ERROR,
        "Un événement commence ici et ne finit pas : le fichier est coupé.",
        "Les autres événements sont importés. Exportez l’agenda de nouveau, puis relancez l’import.",
        "Chaque événement va de BEGIN:VEVENT à END:VEVENT. La fin de celui-ci manque.",
        "BEGIN:VEVENT\nSUMMARY:Repas",
        "BEGIN:VEVENT\nSUMMARY:Repas\nEND:VEVENT",
    ),
    Message(
        "ics-ligne-rattachee",
        NOTICE,
        "La ligne « {extrait} » est mal formée : elle est ajoutée au texte qui la précède.",
        "Relisez la description de cet événement.",
        "Dans un .ics, la suite d’un texte commence par une espace. Certains logiciels l’oublient.",
        "DESCRIPTION:Repas partagé\nApportez un plat",
        "DESCRIPTION:Repas partagé\\nApportez un plat",
    ),
    Message(
        "ics-ligne-ignoree",
        WARNING,
        "La ligne « {extrait} » n’est pas comprise : elle est laissée de côté.",
        "Vérifiez l’événement dans l’agenda d’origine.",
        "Chaque ligne d’un .ics a la forme NOM:valeur. Celle-ci n’en a pas la forme.",
        "DTSTART 20270106",
        "DTSTART:20270106T140000",
    ),
    Message(
        "evenement-illisible",
        ERROR,
        "Un événement ne se lit pas (« {ligne} ») : il n’est pas importé.",
        "Corrigez-le dans l’agenda d’origine, ou écrivez-le à la main dans content/calendrier.",
        "Une date ou une règle de cet événement est abîmée. Les autres événements sont importés.",
        "DTSTART:20271345T140000",
        "DTSTART:20270106T140000",
    ),
    Message(
        "regle-a-preciser",
        WARNING,
        "La répétition « {regle} » ne se dit pas en mots : elle est gardée telle quelle, sans être calculée.",
        "Écrivez-la en mots dans le fichier importé, par exemple « tous les mercredis de 14 h à 17 h ».",
        "Les agendas permettent des répétitions que personne ne dit à voix haute. Le calendrier commun "
        "montre alors la "
        "règle sans en tirer de dates.",
        "RRULE:FREQ=YEARLY;BYWEEKNO=20",
        "recurrence: le premier lundi du mois",
    ),
    Message(
        "seance-particuliere",
        NOTICE,
        "La séance du {seance} a son propre texte (« {titre} ») : il n’est pas importé.",
        "Si ce texte compte, écrivez un événement à part pour cette date.",
        "Dans l’agenda d’origine, une seule date d’une série a été modifiée sans changer d’heure. Le "
        "calendrier commun "
        "garde la série.",
        "une séance renommée dans Outlook",
        "- titre: Atelier cuisine, spécial crêpes\n  debut: 3 février 2027 à 14h",
    ),
    Message(
        "version-ancienne",
        NOTICE,
        "Une version plus ancienne de « {titre} » est laissée de côté.",
        "Rien à faire : la plus récente est importée.",
        "L’agenda contient deux fois le même événement, avec deux numéros de version.",
        "SEQUENCE:0",
        "SEQUENCE:1",
    ),
    Message(
        "maison-a-creer",
        WARNING,
        "La maison « {maison} » n’est pas dans le projet : elle est écrite comme lieu.",
        "{conseil}",
        "Un événement se rattache à une maison par le nom de son fichier ou son nom exact.",
        "Maison : Kerlede-Nord",
        "Maison : Kerlédé",
    ),
    Message(
        "identifiant-double",
        ERROR,
        "L’identifiant « {identifiant} » est déjà celui de la ligne {autre} : cette ligne n’est pas "
        "importée.",
        "Donnez à chaque ligne son identifiant, ou laissez la case vide.",
        "L’identifiant dit qu’une ligne est le même rendez-vous qu’à l’import précédent. Deux lignes "
        "différentes ne "
        "peuvent pas avoir le même.",
        "jardin ; Plantation\njardin ; Récolte",
        "jardin-1 ; Plantation\njardin-2 ; Récolte",
    ),
)

_TABLE: tuple[Message, ...] = (
    Message(
        "case-vide",
        ERROR,
        "Il manque « {champ} » : cette ligne n’est pas importée.",
        "Remplissez la case, puis relancez l’import.",
        "Un rendez-vous a au moins un titre, et une date ou une répétition.",
        " ; 6 janvier 2027",
        "Atelier cuisine ; 6 janvier 2027",
    ),
    Message(
        "entetes-introuvables",
        ERROR,
        "Nous ne trouvons pas la ligne des titres de colonnes : il faut au moins « Titre » et « Date ».",
        "{conseil}",
        "La première ligne du tableau dit ce que contient chaque colonne. L’ordre est libre, les noms "
        "sont ceux du "
        "modèle.",
        "Quoi ; C’est quand",
        "Titre ; Date",
    ),
    Message(
        "colonne-inconnue",
        WARNING,
        "La colonne « {colonne} » n’est pas connue.",
        "{conseil}",
        "Ce que contient une colonne inconnue n’est pas perdu : l’import l’ajoute à la description, avec "
        "le nom de la "
        "colonne.",
        "Tittre",
        "Titre",
    ),
    Message(
        "feuille-ignoree",
        WARNING,
        "Une feuille du classeur n’a pas de ligne de titres : elle n’est pas importée.",
        "Ajoutez-lui une première ligne « Titre », « Date »… si elle contient des rendez-vous.",
        "Chaque feuille est lue à part, avec sa propre ligne de titres.",
        "une feuille « Notes »",
        "une feuille « Agenda » qui commence par Titre, Date",
    ),
    Message(
        "ligne-exemple",
        NOTICE,
        "La ligne d’exemple du modèle est laissée de côté.",
        "Vous pouvez l’effacer du tableau.",
        "Le modèle montre une ligne remplie. Tant qu’elle n’a pas changé, elle n’est pas un rendez-vous.",
        "Atelier cuisine ; 6 janvier 2027 (la ligne du modèle, telle quelle)",
        "vos propres rendez-vous",
    ),
    Message(
        "cellules-fusionnees",
        NOTICE,
        "Les cellules {cellules} sont fusionnées : leur valeur est répétée sur chaque ligne.",
        "Vérifiez ces lignes ; au besoin, défusionnez les cellules.",
        "Une cellule fusionnée sur plusieurs lignes vaut pour toutes. Sur plusieurs colonnes, elle vaut "
        "pour la "
        "première.",
        "A2:A4 fusionnées",
        "la valeur écrite sur chaque ligne",
    ),
    Message(
        "formule",
        NOTICE,
        "La cellule {cellule} est une formule : nous prenons sa valeur, « {valeur} ».",
        "Rien à faire si la valeur est juste.",
        "L’import lit la valeur que le tableur a calculée la dernière fois qu’il a enregistré le fichier.",
        "=B2+7",
        "13 janvier 2027",
    ),
    Message(
        "formule-sans-valeur",
        WARNING,
        "La cellule {cellule} est une formule sans résultat enregistré ({formule}) : elle est lue vide.",
        "Ouvrez le fichier dans votre tableur, enregistrez-le, puis relancez l’import.",
        "Seul un tableur sait calculer une formule. Un fichier fabriqué par un autre programme n’a pas le "
        "résultat.",
        "=B2+7",
        "13 janvier 2027",
    ),
    Message(
        "classeur-illisible",
        ERROR,
        "Ce classeur ne s’ouvre pas : il est abîmé, protégé par un mot de passe, ou n’est pas un .xlsx.",
        "Ouvrez-le dans votre tableur, puis « Enregistrer sous », au format .xlsx ou .csv, sans mot de "
        "passe.",
        "Un fichier .ods, ou un .xlsx coupé pendant une copie, ne se lit pas. Rien n’a été écrit.",
        "agenda.ods renommé en agenda.xlsx",
        "agenda.xlsx enregistré par le tableur",
    ),
    Message(
        "ancien-excel",
        ERROR,
        "C’est un classeur d’un ancien Excel (.xls), ou protégé par un mot de passe.",
        "Ouvrez-le, puis « Enregistrer sous », au format .xlsx, sans mot de passe.",
        "Le format .xls d’avant 2007, et les classeurs chiffrés, ne se lisent pas ici.",
        "agenda.xls",
        "agenda.xlsx",
    ),
    Message(
        "classeur-trop-long",
        WARNING,
        "La feuille est très longue : seules ses {nombre} premières lignes sont lues.",
        "Supprimez les lignes vides sous le tableau, ou partagez-le en plusieurs fichiers.",
        "Un tableur garde parfois un million de lignes vides mises en forme.",
        "une couleur de fond jusqu’à la ligne 1 048 576",
        "un tableau sans lignes vides",
    ),
    Message(
        "csv-guillemet",
        WARNING,
        "Un guillemet ouvert dans « {extrait} » n’est sans doute pas fermé : il avale les lignes suivantes.",
        "Fermez-le, ou retirez-le, puis relancez l’import.",
        "Dans un .csv, un guillemet droit ouvre une case qui peut tenir sur plusieurs lignes, jusqu’au "
        "guillemet "
        "suivant.",
        '"Repas du vendredi ; 8 janvier 2027',
        '"Repas du vendredi" ; 8 janvier 2027',
    ),
)

MESSAGES: tuple[Message, ...] = (*_CALENDAR, *_TABLE)
