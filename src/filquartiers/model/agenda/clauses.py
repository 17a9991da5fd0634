"""The wordings of a French rule: one row each, told in any order; exceptions are in `except_clauses`.

In a pattern, written without accents, `{placeholders}` stand for the fragments of `grammar`. Then comes what
the clause says: fields of `Draft`, each with its value or with what reads it in the phrase; nothing when the
clause is only there for the reader. Each row ends with phrases that show it: they serve as suggestions, and
the tests read every one of them.
"""

from filquartiers.model.agenda import readers as read
from filquartiers.model.agenda.break_clauses import IN_BREAKS, WEEK_OF_BREAKS
from filquartiers.model.agenda.grammar import ALL, EACH, OF_MONTH, ONE_BREAK, ONLY, WEEKEND, ZONE, clause
from filquartiers.model.agenda.rule import Unit

_OUT_OF = "(?: sur | ?/ ?){n}"
_ONE = "(?:une fois |1 fois )?"

WEEKLY = (
    clause(
        EACH + "{weekdays}",
        {"weekdays": read.weekdays},
        *("tous les mercredis", "chaque mercredi", "le mercredi", "les mardis et jeudis", "lun. & jeu."),
    ),
    clause(
        EACH + "(?:jours )?(?:du |de )?{weekday}(?: au | a | ?(?:->|>|→) ?){weekday2}",
        {"weekdays": read.weekday_run},
        *("du lundi au vendredi", "lundi au vendredi"),
    ),
    clause("{weekday} ?- ?{weekday2}", {"weekdays": read.adjoining}, "samedi-dimanche"),
    clause("en semaine|" + EACH + "jours de (?:la )?semaine", {"weekdays": (0, 1, 2, 3, 4)}, "en semaine"),
    clause(
        EACH + "jours ouvres",
        {"weekdays": (0, 1, 2, 3, 4), "public_holidays": True},
        "tous les jours ouvrés",
    ),
    clause(
        EACH + "jours ouvrables",
        {"weekdays": (0, 1, 2, 3, 4, 5), "public_holidays": True},
        "les jours ouvrables",
    ),
    clause(EACH + WEEKEND, {"weekdays": (5, 6)}, "tous les week-ends"),
    clause(
        "(?:une?|1) {weekday}" + _OUT_OF + "|" + ALL + "{n2} {weekday2}",
        {"unit": Unit.WEEK, "every": read.value, "weekdays": read.weekday},
        *("un mercredi sur deux", "1 mercredi/2", "tous les deux mardis"),
    ),
    clause(
        "(?:une?|1) " + WEEKEND + _OUT_OF,
        {"unit": Unit.WEEK, "every": read.value, "weekdays": (5, 6)},
        "un week-end sur deux",
    ),
)

PERIODS = (
    clause(ALL + "jours?|quotidien(?:nement|ne)?", {"unit": Unit.DAY}, "tous les jours"),
    clause(ALL + "{part}", {"unit": Unit.DAY, "part_of_day": read.part_of_day}, "tous les soirs"),
    clause(
        "(?:une?|1) (?P<unit>jour|semaine|mois|an|annee)" + _OUT_OF,
        {"unit": read.unit, "every": read.value},
        *("le mardi, une semaine sur deux", "le mardi, 1 semaine/2"),
    ),
    clause(
        _ONE + ALL + "{n} jours",
        {"unit": read.unit_of_days, "every": read.value_of_days},
        "tous les quinze jours le mardi",
    ),
    clause(
        _ONE + ALL + "{n} (?P<unit>semaines|mois|ans|annees)",
        {"unit": read.unit, "every": read.value},
        *("toutes les six semaines", "toutes les deux semaines le mardi", "tous les deux mois le 15"),
    ),
    clause(
        ALL + "(?P<unit>semaine|mois|an|annee)s?",
        {"unit": read.unit},
        *("chaque semaine", "tous les mois le 15", "tous les ans"),
    ),
    clause(ALL + "quinzaines", {"unit": Unit.WEEK, "every": 2}, "toutes les quinzaines"),
    clause(
        ALL + "trimestres?",
        {"unit": Unit.MONTH, "every": 3},
        "tous les trimestres le premier lundi",
    ),
    clause(ALL + "semestres?", {"unit": Unit.MONTH, "every": 6}, "chaque semestre le 15"),
)

MONTHLY = (
    clause(
        EACH + "{positions} {weekdays}(?: ?" + OF_MONTH + ")?",
        {"positions": read.positions, "weekdays": read.weekdays},
        *("le premier vendredi du mois", "le dernier samedi", "les 1er et 3e jeudis du mois"),
    ),
    clause(
        EACH + "{positions} " + WEEKEND + "(?: ?" + OF_MONTH + ")?",
        {"positions": read.positions, "weekends": True},
        "le premier week-end du mois",
    ),
    clause(
        EACH + "{monthdays} " + OF_MONTH,
        {"unit": Unit.MONTH, "month_days": read.month_days},
        *("le 15 du mois", "le dernier jour du mois"),
    ),
    clause("les? {monthdays}", {"month_days": read.month_days}, "tous les mois le 15"),
)

YEARLY = (
    clause(
        ALL + "{date}|(?:le )?{date2} (?:de )?(?:chaque annee|tous les ans)",
        {"unit": Unit.YEAR, "dates": read.typed("date")},
        *("tous les 8 mars", "le 8 mars de chaque année"),
    ),
)

DATES = (
    clause("{dates}", {"dates": read.typed("dates")}, *("le 6 avril 2027", "les 12, 14 et 16 janvier 2027")),
    clause(
        f"(?:le )?{WEEKEND} (?:du |des ){{dates}}",
        {"dates": read.typed("dates")},
        "le week-end des 12 et 13 juin 2027",
    ),
    clause("{span}", {"span": read.typed("span")}, "du 12 au 16 janvier 2027"),
    clause(
        r"(?:le |la |l'|les )?{feast}(?: (?P<year>[12]\d\d\d))?",
        {"feasts": read.feast},
        *("le lundi de Pâques 2027", "la veille de Noël"),
    ),
    clause(
        "(?:de |d'){monthyear} a {monthofyear}",
        {"start_month": read.typed("monthyear"), "until_month": read.typed("monthofyear")},
        "le mardi de septembre 2026 à juin 2027",
    ),
    clause(
        "(?:en |au mois de |au mois d'|de |d'){monthofyear}",
        {"start_month": read.typed("monthofyear"), "until_month": read.typed("monthofyear")},
        "chaque mardi d'octobre 2027",
    ),
)

_FROM = "(?:a partir|a compter) d[eu]|des le|depuis le"

BOUNDS = (
    clause(f"(?:{_FROM}) {{date}}", {"start": read.typed("date")}, "le mardi à partir du 6 octobre 2026"),
    clause(
        "(?:a partir|a compter) (?:de |d'){monthyear}",
        {"start_month": read.typed("monthyear")},
        "le mardi à partir de septembre 2026",
    ),
    clause(
        "jusqu'(?:au|a) {date}(?: inclus)?", {"until": read.typed("date")}, "le mardi jusqu'au 30 juin 2027"
    ),
    clause(
        "jusqu'(?:a|en|a la) (?:fin )?{monthyear}",
        {"until_month": read.typed("monthyear")},
        "le mardi jusqu'à fin juin 2027",
    ),
    clause(
        r"jusqu'(?:a (?:la |l')?|au ){feast}(?: (?P<year>[12]\d\d\d))?",
        {"until_feast": read.feast},
        "le mardi jusqu'à Noël",
    ),
    clause(
        "jusqu'a (?:la )?fin (?:de l'|d')annee scolaire|jusqu'aux grandes vacances",
        {"until_break": "été"},
        "le mardi jusqu'à la fin de l'année scolaire",
    ),
    clause(
        "jusqu'aux " + ONE_BREAK,
        {"until_break": read.one_break, "zone": read.zone},
        "le mardi jusqu'aux vacances de Noël",
    ),
    clause(
        "(?:cycle de |serie de |pendant |pour |en |sur )?{n} "
        "(?:fois|seances?|ateliers?|rencontres?|rendez-vous|dates|cours)",
        {"count": read.value},
        "le mardi, 10 séances",
    ),
)

SEASONAL = (
    clause(
        "(?:en |au mois de |au mois d'|de |d'|des mois de ){months}",
        {"months": read.months},
        *("le mardi en juillet et août", "chaque mardi d'octobre"),
    ),
    clause("(?:de |d'){month} a {month2}", {"months": read.month_run}, "le mardi de septembre à juin"),
    clause(
        "(?:les |des |en )?(?:semaines?|sem\\.) (?P<parity>paire|impaire)s?",
        {"parity": read.parity},
        "le mardi, semaines paires",
    ),
)

DETAILS = (
    clause(
        "{times}", {"times": read.hours}, *("tous les mardis de 14 h à 17 h", "mardi 9h/12h, jeudi 14h/16h")
    ),
    clause(
        "(?:le |l'|en |dans l'|dans la |au )?{part}",
        {"part_of_day": read.part_of_day},
        "tous les mardis matin",
    ),
    clause(
        "toute (?:l'annee|la journee)|sans interruption|non[- ]stop|ouverte?s?",
        {},
        *("tous les mardis toute l'année", "tous les mardis de 9 h à 17 h sans interruption"),
    ),
    clause(
        "(?:y compris|meme) (?:pendant |les )*{included}|{included2} compris(?:es)?",
        {},
        "tous les mardis, y compris pendant les vacances scolaires",
    ),
    clause(
        "(?:les )?(?:vacances|conges)(?: scolaires)? (?:exclue?s|exceptee?s|non comprise?s)",
        {"school_holidays": True},
        "tous les mardis, vacances scolaires exclues",
    ),
    clause(
        "(?:les )?(?:jours )?feries (?:exclus|exceptes|non compris)",
        {"public_holidays": True},
        "tous les mardis, jours fériés exclus",
    ),
    clause(
        ONLY + "(?:pendant les |en |durant les )?(?:periodes?|semaines?|temps) scolaires?" + ZONE,
        {"school_holidays": True, "zone": read.zone},
        "tous les mardis en période scolaire",
    ),
)

_HELD = "(?:seances?|ateliers?|cours|rencontres?|permanences?|rendez-vous|activites?|accueil|repetitions?)"
WITHOUT = clause(
    "(?:mais )?(?:sauf|hors|exceptee?s?|hormis|a part|pause|relache|interruption|suspendue?s?"
    "|(?:est |sera )?fermee?s?|fermetures?"
    f"|(?:pas|aucune?)(?: (?:de |d')?{_HELD})?|sans(?: (?:seances?|ateliers?|cours|rencontres?))?"
    "|a l'(?:exception|exclusion) (?:de|des|du)|en dehors (?:de|des|du))",
    {},
    "tous les mardis sauf vacances scolaires",
)
"""What follows it is read among the exceptions, and nowhere else."""

STATEMENTS = (
    *WEEKLY, *PERIODS, *MONTHLY, *YEARLY, *DATES, *BOUNDS, *SEASONAL, *DETAILS, *IN_BREAKS, *WEEK_OF_BREAKS,
)  # fmt: skip
CLAUSES = (*STATEMENTS, WITHOUT)
