"""The wordings of a French rule: one row each, told in any order.

In a pattern, written without accents, `{placeholders}` stand for the fragments of `grammar`. Then comes what
the clause says: fields of `Draft`, each with its value or with what reads it in the phrase; nothing when the
clause is only there for the reader. Each row ends with phrases that show it: they serve as suggestions, and
the tests read every one of them.
"""

from filquartiers.model.agenda import readers as read
from filquartiers.model.agenda.grammar import clause
from filquartiers.model.agenda.rule import Unit
from filquartiers.model.agenda.words import OF_BREAK

_EACH = "(?:tous les |toutes les |chaque |les |le |l')?"
_OF_MONTH = "(?:du|de chaque|de tous les|par) mois"
_ONLY = "(?:seulement |uniquement )?"
_DURING = "(?:pendant les |pendant le |pendant |durant les |aux |en |les |le |au |l')?"
_ZONE = "(?:[ ,(]*(?:de la |en )?zone {zone})?"
_SCHOOL_BREAKS = "vacances(?: scolaires)?" + _ZONE
_ONE_BREAK = OF_BREAK + "{break}" + _ZONE

WEEKLY = (
    clause(
        _EACH + "{weekdays}",
        {"weekdays": read.weekdays},
        *("tous les mercredis", "chaque mercredi", "le mercredi", "les mardis et jeudis"),
    ),
    clause(
        _EACH + "(?:jours )?(?:du|de) {weekday} (?:au|a) {weekday2}",
        {"weekdays": read.weekday_run},
        "du lundi au vendredi",
    ),
    clause(
        "en semaine|" + _EACH + "jours (?:ouvres|de (?:la )?semaine)",
        {"weekdays": (0, 1, 2, 3, 4)},
        "en semaine",
    ),
    clause(_EACH + "week-?ends?", {"weekdays": (5, 6)}, "tous les week-ends"),
    clause(
        "une? {weekday} sur {n}|(?:tous|toutes) les {n2} {weekday2}",
        {"unit": Unit.WEEK, "every": read.value, "weekdays": read.weekday},
        *("un mercredi sur deux", "tous les deux mardis"),
    ),
)

PERIODS = (
    clause("(?:tous les|chaque) jours?|quotidien(?:nement|ne)?", {"unit": Unit.DAY}, "tous les jours"),
    clause(
        "une? (?P<unit>jour|semaine|mois|an|annee) sur {n}",
        {"unit": read.unit, "every": read.value},
        "le mardi, une semaine sur deux",
    ),
    clause(
        "tous les {n} jours",
        {"unit": read.unit_of_days, "every": read.value_of_days},
        "tous les quinze jours le mardi",
    ),
    clause(
        "(?:tous|toutes) les {n} (?P<unit>semaines|mois|ans|annees)",
        {"unit": read.unit, "every": read.value},
        *("toutes les six semaines", "toutes les deux semaines le mardi", "tous les deux mois le 15"),
    ),
    clause(
        "(?:tous les|toutes les|chaque) (?P<unit>semaine|mois|an|annee)s?",
        {"unit": read.unit},
        *("chaque semaine", "tous les mois le 15", "tous les ans"),
    ),
    clause("toutes les quinzaines", {"unit": Unit.WEEK, "every": 2}, "toutes les quinzaines"),
    clause(
        "(?:tous les|chaque) trimestres?",
        {"unit": Unit.MONTH, "every": 3},
        "tous les trimestres le premier lundi",
    ),
    clause("(?:tous les|chaque) semestres?", {"unit": Unit.MONTH, "every": 6}, "chaque semestre le 15"),
)

MONTHLY = (
    clause(
        _EACH + "{positions} {weekdays}(?: " + _OF_MONTH + ")?",
        {"positions": read.positions, "weekdays": read.weekdays},
        *("le premier vendredi du mois", "le dernier samedi", "les 1er et 3e jeudis du mois"),
    ),
    clause(
        _EACH + "{monthdays} " + _OF_MONTH,
        {"unit": Unit.MONTH, "month_days": read.month_days},
        *("le 15 du mois", "le dernier jour du mois"),
    ),
    clause("les? {monthdays}", {"month_days": read.month_days}, "tous les mois le 15"),
)

YEARLY = (
    clause(
        "(?:tous les|chaque|toutes les) {date}|(?:le )?{date2} (?:de )?(?:chaque annee|tous les ans)",
        {"unit": Unit.YEAR, "dates": read.typed("date")},
        *("tous les 8 mars", "le 8 mars de chaque année"),
    ),
)

DATES = (
    clause("{dates}", {"dates": read.typed("dates")}, *("le 6 avril 2027", "les 12, 14 et 16 janvier 2027")),
    clause("{span}", {"span": read.typed("span")}, "du 12 au 16 janvier 2027"),
    clause(
        "(?:de |d'){monthyear} a {monthofyear}",
        {"start_month": read.typed("monthyear"), "until_month": read.typed("monthofyear")},
        "le mardi de septembre 2026 à juin 2027",
    ),
)

BOUNDS = (
    clause(
        "(?:a partir du|a compter du|des le|depuis le) {date}",
        {"start": read.typed("date")},
        "le mardi à partir du 6 octobre 2026",
    ),
    clause(
        "(?:a partir|a compter) (?:de |d'){monthyear}",
        {"start_month": read.typed("monthyear")},
        "le mardi à partir de septembre 2026",
    ),
    clause("jusqu'au {date}(?: inclus)?", {"until": read.typed("date")}, "le mardi jusqu'au 30 juin 2027"),
    clause(
        "jusqu'(?:a|en|a la) (?:fin )?{monthyear}",
        {"until_month": read.typed("monthyear")},
        "le mardi jusqu'à fin juin 2027",
    ),
    clause(
        "(?:pendant |pour |en |sur )?{n} (?:fois|seances?|ateliers?|rencontres?|rendez-vous|dates|cours)",
        {"count": read.value},
        "le mardi, 10 séances",
    ),
)

DETAILS = (
    clause(
        "(?:en |au mois de |au mois d'|de |d'|des mois de ){months}",
        {"months": read.months},
        "le mardi en juillet et août",
    ),
    clause("(?:de |d'){month} a {month2}", {"months": read.month_run}, "le mardi de septembre à juin"),
    clause(
        "(?:les |des |en )?semaines? (?P<parity>paire|impaire)s?",
        {"parity": read.parity},
        "le mardi, semaines paires",
    ),
    clause("{times}", {"times": read.hours}, "tous les mardis de 14 h à 17 h"),
    clause(
        "(?:le |l'|en |dans l'|au )?(?P<part>matin|matinee|apres-midi|apres midi|soir|soiree)s?",
        {"part_of_day": read.part_of_day},
        "tous les mardis matin",
    ),
    clause("toute (?:l'annee|la journee)", {}, "tous les mardis toute l'année"),
    clause(
        "(?:y compris|meme) (?:pendant |les )*{included}|{included2} compris(?:es)?",
        {},
        "tous les mardis, y compris pendant les vacances scolaires",
    ),
    clause(
        _ONLY + "(?:pendant|durant) (?:les |chaque )?" + _SCHOOL_BREAKS,
        {"only_school": True, "zone": read.zone},
        "tous les mardis, seulement pendant les vacances scolaires",
    ),
    clause(
        _ONLY + "(?:pendant|durant) (?:les |le )?" + _ONE_BREAK,
        {"only_breaks": read.one_break, "zone": read.zone},
        "tous les mardis pendant les vacances de Noël",
    ),
    clause(
        _ONLY + "(?:pendant les |en |durant les |hors )?(?:periodes?|semaines?|temps) scolaires?" + _ZONE,
        {"school_holidays": True, "zone": read.zone},
        "tous les mardis en période scolaire",
    ),
)

WITHOUT = clause(
    "(?:mais )?(?:sauf|hors|excepte|hormis|sans|pas|a l'exception (?:de|des|du)|en dehors (?:de|des|du))",
    {},
    "tous les mardis sauf vacances scolaires",
)
"""What follows it is looked up among the exceptions first."""

EXCEPTED_RANGE = clause(
    "{span}", {"no_spans": read.typed("span")}, "tous les mardis sauf du 20 décembre au 3 janvier"
)

EXCEPTIONS = (
    clause(
        _DURING + _SCHOOL_BREAKS,
        {"school_holidays": True, "zone": read.zone},
        "tous les mardis sauf vacances scolaires",
    ),
    clause(
        _DURING + _ONE_BREAK,
        {"no_breaks": read.one_break, "zone": read.zone},
        "tous les mardis sauf vacances d'été",
    ),
    clause(_DURING + "(?:jours? )?feries?", {"public_holidays": True}, "tous les mardis sauf jours fériés"),
    EXCEPTED_RANGE,
    clause("{dates}", {"no_dates": read.typed("dates")}, "tous les mardis sauf le 11 novembre"),
    clause(
        _DURING + "(?:mois de |mois d')?{months}", {"no_months": read.months}, "tous les mardis sauf en août"
    ),
    clause(_DURING + "{weekdays}", {"no_weekdays": read.weekdays}, "tous les jours sauf le lundi"),
)

CLAUSES = (*WEEKLY, *PERIODS, *MONTHLY, *YEARLY, *DATES, *BOUNDS, *DETAILS, WITHOUT)
EXAMPLES = tuple(dict.fromkeys(phrase for one in (*CLAUSES, *EXCEPTIONS) for phrase in one.examples))
"""A phrase or more for each wording, each of them readable as a whole."""
