"""The wordings of a French rule: one row each, told in any order.

In a pattern, written without accents, `{placeholders}` stand for the fragments of `grammar`. Each row
ends with phrases that show it: they serve as suggestions, and the tests read every one of them.
"""

from filquartiers.model.agenda import builders as b
from filquartiers.model.agenda.grammar import Clause, clause
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
        b.reads(weekdays=b.weekdays),
        *("tous les mercredis", "chaque mercredi", "le mercredi", "les mardis et jeudis"),
    ),
    clause(
        _EACH + "(?:jours )?(?:du|de) {weekday} (?:au|a) {weekday2}",
        b.reads(weekdays=b.weekday_run),
        "du lundi au vendredi",
    ),
    clause(
        "en semaine|" + _EACH + "jours (?:ouvres|de (?:la )?semaine)",
        b.says(weekdays=(0, 1, 2, 3, 4)),
        "en semaine",
    ),
    clause(_EACH + "week-?ends?", b.says(weekdays=(5, 6)), "tous les week-ends"),
    clause(
        "une? {weekday} sur {n}|(?:tous|toutes) les {n2} {weekday2}",
        b.reads(unit=lambda _: Unit.WEEK, every=b.value, weekdays=b.weekday),
        *("un mercredi sur deux", "tous les deux mardis"),
    ),
)

PERIODS = (
    clause("(?:tous les|chaque) jours?|quotidien(?:nement|ne)?", b.says(unit=Unit.DAY), "tous les jours"),
    clause(
        "une? (?P<unit>jour|semaine|mois|an|annee) sur {n}",
        b.reads(unit=b.unit, every=b.value),
        "le mardi, une semaine sur deux",
    ),
    clause("tous les {n} jours", b.every_so_many_days, "tous les quinze jours le mardi"),
    clause(
        "(?:tous|toutes) les {n} (?P<unit>semaines|mois|ans|annees)",
        b.reads(unit=b.unit, every=b.value),
        *("toutes les six semaines", "toutes les deux semaines le mardi", "tous les deux mois le 15"),
    ),
    clause(
        "(?:tous les|toutes les|chaque) (?P<unit>semaine|mois|an|annee)s?",
        b.reads(unit=b.unit),
        *("chaque semaine", "tous les mois le 15", "tous les ans"),
    ),
    clause("toutes les quinzaines", b.says(unit=Unit.WEEK, every=2), "toutes les quinzaines"),
    clause(
        "(?:tous les|chaque) trimestres?",
        b.says(unit=Unit.MONTH, every=3),
        "tous les trimestres le premier lundi",
    ),
    clause("(?:tous les|chaque) semestres?", b.says(unit=Unit.MONTH, every=6), "chaque semestre le 15"),
)

MONTHLY = (
    clause(
        _EACH + "{positions} {weekdays}(?: " + _OF_MONTH + ")?",
        b.reads(positions=b.positions, weekdays=b.weekdays),
        *("le premier vendredi du mois", "le dernier samedi", "les 1er et 3e jeudis du mois"),
    ),
    clause(
        _EACH + "{monthdays} " + _OF_MONTH,
        b.reads(unit=lambda _: Unit.MONTH, month_days=b.month_days),
        *("le 15 du mois", "le dernier jour du mois"),
    ),
    clause("les? {monthdays}", b.reads(month_days=b.month_days), "tous les mois le 15"),
)

YEARLY = (
    clause(
        "(?:tous les|chaque|toutes les) {date}|(?:le )?{date2} (?:de )?(?:chaque annee|tous les ans)",
        b.reads(unit=lambda _: Unit.YEAR, dates=lambda found: found.typed("date")),
        *("tous les 8 mars", "le 8 mars de chaque année"),
    ),
)

DATES = (
    clause("{dates}", b.keeps(dates="dates"), *("le 6 avril 2027", "les 12, 14 et 16 janvier 2027")),
    clause("{span}", b.keeps(span="span"), "du 12 au 16 janvier 2027"),
    clause(
        "(?:de |d'){monthyear} a {monthofyear}",
        b.keeps(start_month="monthyear", until_month="monthofyear"),
        "le mardi de septembre 2026 à juin 2027",
    ),
)

BOUNDS = (
    clause(
        "(?:a partir du|a compter du|des le|depuis le) {date}",
        b.keeps(start="date"),
        "le mardi à partir du 6 octobre 2026",
    ),
    clause(
        "(?:a partir|a compter) (?:de |d'){monthyear}",
        b.keeps(start_month="monthyear"),
        "le mardi à partir de septembre 2026",
    ),
    clause("jusqu'au {date}(?: inclus)?", b.keeps(until="date"), "le mardi jusqu'au 30 juin 2027"),
    clause(
        "jusqu'(?:a|en|a la) (?:fin )?{monthyear}",
        b.keeps(until_month="monthyear"),
        "le mardi jusqu'à fin juin 2027",
    ),
    clause(
        "(?:pendant |pour |en |sur )?{n} (?:fois|seances?|ateliers?|rencontres?|rendez-vous|dates|cours)",
        b.reads(count=b.value),
        "le mardi, 10 séances",
    ),
)

DETAILS = (
    clause(
        "(?:en |au mois de |au mois d'|de |d'|des mois de ){months}",
        b.reads(months=b.months),
        "le mardi en juillet et août",
    ),
    clause("(?:de |d'){month} a {month2}", b.reads(months=b.month_run), "le mardi de septembre à juin"),
    clause(
        "(?:les |des |en )?semaines? (?P<parity>paire|impaire)s?",
        b.reads(parity=b.parity),
        "le mardi, semaines paires",
    ),
    clause("{times}", b.reads(times=b.hours), "tous les mardis de 14 h à 17 h"),
    clause(
        "(?:le |l'|en |dans l'|au )?(?P<part>matin|matinee|apres-midi|apres midi|soir|soiree)s?",
        b.reads(part_of_day=b.part_of_day),
        "tous les mardis matin",
    ),
    clause("toute (?:l'annee|la journee)", b.adds_nothing, "tous les mardis toute l'année"),
    clause(
        "(?:y compris|meme) (?:pendant |les )*{included}|{included2} compris(?:es)?",
        b.adds_nothing,
        "tous les mardis, y compris pendant les vacances scolaires",
    ),
    clause(
        _ONLY + "(?:pendant|durant) (?:les |chaque )?" + _SCHOOL_BREAKS,
        b.holidays_only,
        "tous les mardis, seulement pendant les vacances scolaires",
    ),
    clause(
        _ONLY + "(?:pendant|durant) (?:les |le )?" + _ONE_BREAK,
        b.break_only,
        "tous les mardis pendant les vacances de Noël",
    ),
    clause(
        _ONLY + "(?:pendant les |en |durant les |hors )?(?:periodes?|semaines?|temps) scolaires?" + _ZONE,
        b.term_only,
        "tous les mardis en période scolaire",
    ),
)

WITHOUT = clause(
    "(?:mais )?(?:sauf|hors|excepte|hormis|sans|pas|a l'exception (?:de|des|du)|en dehors (?:de|des|du))",
    b.adds_nothing,
    "tous les mardis sauf vacances scolaires",
)
"""What follows it is looked up among the exceptions first."""

EXCEPTED_RANGE = clause("{span}", b.except_span, "tous les mardis sauf du 20 décembre au 3 janvier")

EXCEPTIONS = (
    clause(_DURING + _SCHOOL_BREAKS, b.term_only, "tous les mardis sauf vacances scolaires"),
    clause(_DURING + _ONE_BREAK, b.except_break, "tous les mardis sauf vacances d'été"),
    clause(_DURING + "(?:jours? )?feries?", b.except_public_holidays, "tous les mardis sauf jours fériés"),
    EXCEPTED_RANGE,
    clause("{dates}", b.except_dates, "tous les mardis sauf le 11 novembre"),
    clause(_DURING + "(?:mois de |mois d')?{months}", b.except_months, "tous les mardis sauf en août"),
    clause(_DURING + "{weekdays}", b.except_weekdays, "tous les jours sauf le lundi"),
)

CLAUSES: tuple[Clause, ...] = (
    *WEEKLY,
    *PERIODS,
    *MONTHLY,
    *YEARLY,
    *DATES,
    *BOUNDS,
    *DETAILS,
    WITHOUT,
)
EXAMPLES = tuple(dict.fromkeys(phrase for one in (*CLAUSES, *EXCEPTIONS) for phrase in one.examples))
"""A phrase or more for each wording, each of them readable as a whole."""
