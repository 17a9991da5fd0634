"""Calendar: rules in French words, dates, clashes."""

from filquartiers.problems.types import Gravity, Message

ERROR, WARNING, NOTICE, GAP = Gravity.ERROR, Gravity.WARNING, Gravity.NOTICE, Gravity.GAP

MESSAGES: tuple[Message, ...] = (
    Message(
        "date-illisible",
        ERROR,
        "« {texte} » n’est pas une date que nous savons lire.",
        "Écrivez le jour, le mois et l’année, par exemple « {exemple} ».",
        "Une date s’écrit en toutes lettres ou en chiffres, le jour d’abord : 6 avril 2027, mardi 6 avril "
        "2027, 06/04/2027 ou 2027-04-06. Quand le jour exact n’est pas connu, certains champs acceptent un "
        "mois (avril 2027) ou une année (2027).",
        "debut: le six du mois d’avril",
        "debut: 6 avril 2027",
    ),
    Message(
        "date-impossible",
        ERROR,
        "« {texte} » n’existe pas : {raison}.",
        "Vérifiez le jour et le mois.",
        "Le jour écrit n’est dans aucun calendrier : un mois a 28, 29, 30 ou 31 jours, et une année 12 "
        "mois. Rappel : le jour s’écrit avant le mois.",
        "debut: 31 juin 2027",
        "debut: 30 juin 2027",
    ),
    Message(
        "annee-manquante",
        ERROR,
        "Il manque l’année de « {texte} ».",
        "Ajoutez l’année à la fin, par exemple « {texte} 2027 ».",
        "Sans année, le programme ne peut pas deviner s’il s’agit d’un souvenir ou d’un projet. L’année "
        "peut manquer seulement à l’intérieur d’un rythme, où elle se déduit du début.",
        "debut: 6 avril",
        "debut: 6 avril 2027",
    ),
    Message(
        "jour-contredit",
        ERROR,
        "« {texte} » se contredit : le {date} est un {vrai}.",
        "Écrivez « {vrai} {date} », ou « {autre} » si c’est le jour de la semaine qui est juste.",
        "Quand le jour de la semaine et la date ne vont pas ensemble, l’un des deux est faux, et des "
        "habitants viendraient le mauvais jour. Le jour de la semaine peut aussi être laissé de côté.",
        "debut: vendredi 6 avril 2017",
        "debut: jeudi 6 avril 2017",
    ),
    Message(
        "heure-illisible",
        ERROR,
        "« {texte} » n’est pas un horaire que nous savons lire.",
        "Écrivez par exemple « 14 h 30 » ou « de 14 h à 17 h » ; « sur rendez-vous » va dans "
        "« horaires_note » (maison) ou « inscription » (événement).",
        "Une heure s’écrit 18h, 9h30, 9 h 30, 09:30, midi ou minuit. Une plage s’écrit 9h30-11h, de 14h à "
        "17h ou 22h à 2h quand elle finit le lendemain.",
        "horaires: après le goûter",
        "horaires: 16h30-18h",
    ),
    Message(
        "heure-impossible",
        ERROR,
        "« {texte} » n’est pas une heure de la journée.",
        "Les heures vont de 0 h à 23 h 59 ; minuit peut s’écrire « minuit » ou « 24 h ».",
        "Il y a 24 heures dans un jour et 60 minutes dans une heure.",
        "horaires: 9h75",
        "horaires: 9h45",
    ),
    Message(
        "fin-avant-debut",
        ERROR,
        "« {texte} » finit avant d’avoir commencé.",
        "Vérifiez l’ordre, le mois et l’année. Une soirée qui finit le lendemain s’écrit « 22 h à 2 h ».",
        "La fin doit venir après le début. Seul un horaire de nuit (14 heures au plus) peut finir le "
        "lendemain.",
        "horaires: 17h-14h",
        "horaires: 14h-17h",
    ),
    Message(
        "fin-apres-la-suivante",
        ERROR,
        "Une date durerait jusqu’au {fin}, alors que la suivante commence le {suivante}.",
        "Si la série finit le {date}, écrivez « jusqu’au {date} » dans « quand », et retirez « fin ».",
        "Le jour de fin d’un événement qui revient est celui de la première fois : chaque date dure ensuite "
        "aussi longtemps. La fin de la série se dit avec le rythme.",
        "debut: 9 janvier 2027\nfin: 26 juin 2027\nquand: tous les samedis",
        "debut: 9 janvier 2027\nquand: tous les samedis, jusqu’au 26 juin 2027",
    ),
    Message(
        "fin-sans-effet",
        WARNING,
        "La fin, le {date}, n’est annoncée nulle part : seul « {texte} » l’est.",
        "Dites-la dans « quand », ou retirez-la.",
        "Un rythme qui ne se calcule pas est montré tel quel, et une période dit elle-même sa fin : un jour "
        "de fin écrit à part ne serait lu par personne.",
        "debut: 5 septembre 2026\nfin: 26 juin 2027\nquand: environ toutes les six semaines",
        "debut: 5 septembre 2026\nquand: environ toutes les six semaines, jusqu’au 26 juin 2027",
    ),
    Message(
        "fuseau-inconnu",
        ERROR,
        "Nous ne connaissons pas le fuseau horaire « {texte} ».",
        "Laissez ce champ vide (heure de Paris), ou écrivez par exemple « Indian/Reunion ».",
        "Un fuseau se nomme d’après une grande ville de la base internationale des fuseaux horaires. Sans "
        "indication, c’est l’heure de Paris.",
        "fuseau: heure de La Réunion",
        "fuseau: Indian/Reunion",
    ),
    Message(
        "regle-inconnue",
        ERROR,
        "Dans « {texte} », nous ne comprenons pas « {inconnu} ».",
        "Voyez les tournures comprises : filquartiers explain regle-inconnue.",
        "Un rythme s’écrit comme on le dit : « tous les mercredis de 14 h à 17 h », « un jeudi sur deux », "
        "« le premier vendredi du mois », « du 12 au 16 janvier 2027 », suivi au besoin de « sauf vacances "
        "scolaires », « jusqu’au 30 juin 2027 » ou « 10 séances ». Ce qui ne se calcule pas (« environ "
        "toutes les six semaines ») est montré tel quel.",
        "recurrence: tous les mercredi sauf quand il neige",
        "recurrence: tous les mercredis, sauf vacances scolaires",
    ),
    Message(
        "regle-ambigue",
        ERROR,
        "Dans « {texte} », « {periode} » est-elle une exception, ou la période de l’événement ?",
        "Écrivez « et {periode} » si c’est une exception ; sinon, mettez la période avant « sauf ».",
        "Après « sauf », une période précédée d’une virgule peut se lire de deux façons ; nous préférons "
        "demander plutôt que d’effacer des dates.",
        "recurrence: le mardi, sauf jours fériés, du 6 octobre 2026 au 30 juin 2027",
        "recurrence: le mardi, du 6 octobre 2026 au 30 juin 2027, sauf jours fériés",
    ),
    Message(
        "regle-contradictoire",
        ERROR,
        "« {premier} » et « {second} » ne vont pas ensemble.",
        "Gardez l’un des deux, ou écrivez deux événements.",
        "Un événement suit un seul rythme, à une seule heure. Pour un atelier qui a lieu le mardi matin et "
        "le jeudi soir, écrivez deux événements.",
        "recurrence: le mardi de 9 h à 11 h et le jeudi de 18 h à 20 h",
        "recurrence: le mardi de 9 h à 11 h",
    ),
    Message(
        "regle-incomplete",
        ERROR,
        "« {texte} » ne dit pas quels jours.",
        "Ajoutez le rythme, par exemple « tous les mercredis ».",
        "Un début, une fin ou un nombre de séances ne suffisent pas : il faut aussi savoir quels jours.",
        "recurrence: jusqu’au 30 juin 2027",
        "recurrence: tous les mercredis jusqu’au 30 juin 2027",
    ),
    Message(
        "regle-sans-debut",
        ERROR,
        "« {texte} » se compte à partir d’un début, qui manque.",
        "Ajoutez-le, par exemple « à partir du 7 octobre 2026 ».",
        "Pour « un mercredi sur deux » ou « 10 séances », il faut savoir par quel jour commencer.",
        "recurrence: un mercredi sur deux",
        "recurrence: un mercredi sur deux à partir du 7 octobre 2026",
    ),
    Message(
        "rythme-sans-debut",
        NOTICE,
        "« {texte} » n’a pas de premier jour : l’agenda montre ces mots, mais n’annonce aucune date.",
        "Si vous connaissez la première fois, écrivez-la, par exemple « debut: 7 octobre 2026 ».",
        "Sans premier jour, le programme ne sait pas si le rendez-vous a déjà commencé : plutôt que de "
        "faire venir quelqu’un pour rien, il n’annonce pas de date. Le premier jour s’écrit dans « debut », "
        "ou à la fin du rythme : « à partir du 7 octobre 2026 ».",
        "quand: tous les mercredis de 14 h à 17 h",
        "debut: 7 octobre 2026\nquand: tous les mercredis de 14 h à 17 h",
    ),
    Message(
        "heures-contredites",
        ERROR,
        "L’heure est dite deux fois : {debut} au début, {horaire} dans « horaire ».",
        "Gardez seulement la bonne.",
        "L’heure s’écrit avec le jour, dans « debut », ou à part, dans « horaire ». Les deux peuvent se "
        "répéter, pas se contredire.",
        "debut: 6 mars 2027 à 14h\nhoraire: 15h-16h",
        "debut: 6 mars 2027\nhoraire: 15h-16h",
    ),
    Message(
        "regle-sans-date",
        WARNING,
        "« {texte} » ne donne aucune date.",
        "Vérifiez le début, la fin et les exceptions.",
        "Les dates du rythme tombent toutes hors de sa période, ou sont toutes exclues : l’événement "
        "n’apparaîtra pas dans le calendrier.",
        "recurrence: tous les lundis du 13 au 18 octobre 2026",
        "recurrence: tous les lundis du 12 au 26 octobre 2026",
    ),
    Message(
        "regle-trop-longue",
        ERROR,
        "« {texte} » donne plus de {plafond} dates.",
        "Vérifiez l’année de la fin, ou le nombre de fois.",
        "Un rythme qui dépasse deux mille dates est presque toujours une faute de frappe dans une année.",
        "recurrence: tous les jours du 7 octobre 2026 au 30 juin 2207",
        "recurrence: tous les jours du 7 octobre 2026 au 30 juin 2027",
    ),
    Message(
        "rrule-refusee",
        ERROR,
        "Nous ne savons pas calculer « {partie} » dans « {texte} ».",
        "Écrivez plutôt le rythme en français, par exemple « le premier vendredi du mois ».",
        "Les règles RRULE des agendas électroniques sont acceptées quand elles peuvent aussi se dire en "
        "français : FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, COUNT et UNTIL.",
        "recurrence: FREQ=HOURLY",
        "recurrence: FREQ=WEEKLY;BYDAY=WE",
    ),
    Message(
        "exception-sans-effet",
        WARNING,
        "L’exception « {texte} » ne tombe sur aucune date de l’événement.",
        "Vérifiez la date, ou retirez l’exception.",
        "Une exception qui n’enlève rien cache souvent une erreur de jour ou d’année.",
        "recurrence: tous les mardis, sauf le 11 novembre 2026",
        "recurrence: tous les mardis, sauf le 10 novembre 2026",
    ),
    Message(
        "vacances-inconnues",
        WARNING,
        "« {texte} » : les vacances scolaires ne sont connues que jusqu’au {date} ; les dates s’arrêtent là.",
        "Donnez une fin (« jusqu’au {date} »), ou écrivez les suivantes sous « vacances », dans le réseau.",
        "Pour ne pas annoncer un atelier pendant des vacances que nous ne connaissons pas encore, les dates "
        "qui en dépendent ne sont pas calculées après la fin de la table officielle. Un réseau peut y "
        "ajouter ses propres dates, chacune avec son nom (« nom: »), son premier (« du: ») et son dernier "
        "jour (« au: »).",
        "recurrence: tous les mercredis sauf vacances scolaires, jusqu’au 30 juin 2030",
        "recurrence: tous les mercredis sauf vacances scolaires, jusqu’au 30 juin 2027",
    ),
    Message(
        "zone-inconnue",
        ERROR,
        "Nous ne connaissons pas la zone scolaire « {texte} ».",
        "Les zones connues sont {zones} ; sinon, écrivez les dates sous « vacances », dans le réseau.",
        "La zone scolaire dépend de l’académie : Grenoble est en zone A, Nantes en zone B, Paris en zone C. "
        "La Corse et l’outre-mer ont leurs propres dates, qu’un réseau peut ajouter.",
        "zone: D",
        "zone: B",
    ),
    Message(
        "zone-manquante",
        ERROR,
        "Pour tenir compte des vacances scolaires, il faut connaître la zone.",
        "Indiquez-la dans la fiche du réseau ({zones}), ou écrivez « sauf vacances scolaires (zone B) ».",
        "Les vacances d’hiver et de printemps n’ont pas les mêmes dates dans les trois zones.",
        "recurrence: tous les mercredis, sauf vacances scolaires",
        "recurrence: tous les mercredis, sauf vacances scolaires (zone B)",
    ),
    Message(
        "changement-sans-effet",
        WARNING,
        "Le {date} est noté « {quoi} », mais l’événement n’a pas lieu ce jour-là.",
        "La date prévue la plus proche : {prevue}.",
        "Une date annulée, reportée ou complète doit être l’une de celles que donne le rythme.",
        "annule: 12 novembre 2026",
        "annule: 11 novembre 2026",
    ),
    Message(
        "changement-en-double",
        WARNING,
        "Le {date} est noté deux fois parmi les changements ; seul le dernier compte.",
        "Gardez une seule ligne pour ce jour.",
        "Une même date ne peut pas être à la fois annulée et reportée.",
        "annule: 11 novembre 2026 · reporte: 11 novembre 2026 au 18 novembre 2026",
        "reporte: 11 novembre 2026 au 18 novembre 2026",
    ),
    Message(
        "ajout-deja-prevu",
        WARNING,
        "Le {date} est ajouté « en plus », mais le rythme le prévoit déjà.",
        "Retirez cet ajout.",
        "La date serait annoncée deux fois.",
        "en_plus: 11 novembre 2026",
        "en_plus: 12 novembre 2026",
    ),
)
