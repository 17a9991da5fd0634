"""Calendar: rules in French words, dates, clashes."""

from filquartiers.problems.types import Gravity, Message

ERROR, WARNING, NOTICE, GAP = Gravity.ERROR, Gravity.WARNING, Gravity.NOTICE, Gravity.GAP

MESSAGES: tuple[Message, ...] = (
    Message(
        "date-illisible",
        ERROR,
        "« {texte} » n'est pas une date que nous savons lire.",
        "Écrivez le jour, le mois et l'année, par exemple « {exemple} ».",
        "Une date s'écrit en toutes lettres ou en chiffres, le jour d'abord :"
        " 6 avril 2027, mardi 6 avril 2027, "
        "06/04/2027 ou 2027-04-06. Quand le jour exact n'est pas connu, certains champs acceptent un mois "
        "(avril 2027) ou une année (2027).",
        "debut: le six du mois d'avril",
        "debut: 6 avril 2027",
    ),
    Message(
        "date-impossible",
        ERROR,
        "« {texte} » n'existe pas : {raison}.",
        "Vouliez-vous dire « {proche} » ?",
        "Le jour écrit n'est dans aucun calendrier : un mois a 28, 29, 30 ou 31 jours, et une année 12 mois. "
        "Rappel : le jour s'écrit avant le mois.",
        "debut: 31 juin 2027",
        "debut: 30 juin 2027",
    ),
    Message(
        "annee-manquante",
        ERROR,
        "Il manque l'année de « {texte} ».",
        "Ajoutez l'année à la fin, par exemple « {texte} 2027 ».",
        "Sans année, le programme ne peut pas deviner s'il s'agit d'un souvenir ou d'un projet. L'année peut "
        "manquer seulement à l'intérieur d'un rythme, où elle se déduit du début.",
        "debut: 6 avril",
        "debut: 6 avril 2027",
    ),
    Message(
        "jour-contredit",
        ERROR,
        "« {texte} » se contredit : le {date} est un {vrai}.",
        "Écrivez « {vrai} {date} », ou « {proche} » si c'est le jour de la semaine qui est juste.",
        "Quand le jour de la semaine et la date ne vont pas ensemble, l'un des deux est faux, et des "
        "habitants viendraient le mauvais jour. Le jour de la semaine peut aussi être laissé de côté.",
        "debut: vendredi 6 avril 2017",
        "debut: jeudi 6 avril 2017",
    ),
    Message(
        "heure-illisible",
        ERROR,
        "« {texte} » n'est pas un horaire que nous savons lire.",
        "Écrivez par exemple « 14 h 30 » ou « de 14 h à 17 h ».",
        "Une heure s'écrit 18h, 9h30, 9 h 30, 09:30, midi ou minuit. Une plage s'écrit 9h30-11h, de 14h à "
        "17h ou 22h à 2h quand elle finit le lendemain.",
        "horaires: après le goûter",
        "horaires: 16h30-18h",
    ),
    Message(
        "heure-impossible",
        ERROR,
        "« {texte} » n'est pas une heure de la journée.",
        "Les heures vont de 0 h à 23 h 59 ; minuit peut s'écrire « minuit » ou « 24 h ».",
        "Il y a 24 heures dans un jour et 60 minutes dans une heure.",
        "horaires: 9h75",
        "horaires: 9h45",
    ),
    Message(
        "fin-avant-debut",
        ERROR,
        "« {texte} » finit avant d'avoir commencé.",
        "Vérifiez l'ordre. Une soirée qui finit le lendemain s'écrit « 22 h à 2 h ».",
        "La fin doit venir après le début. Seul un horaire de nuit (14 heures au plus) peut finir le "
        "lendemain.",
        "horaires: 17h-14h",
        "horaires: 14h-17h",
    ),
)
