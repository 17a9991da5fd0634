"""The wordings of exceptions, as `clauses` has those of rules: one row each, after « sauf » and its like."""

from filquartiers.model.agenda import readers as read
from filquartiers.model.agenda.grammar import ALL, OF_MONTH, SCHOOL_BREAKS, SOME_BREAKS, WEEKEND, ZONE, clause
from filquartiers.model.agenda.words import SMALL_BREAKS

_DURING = "(?:pendant |durant )?(?:toutes |toute )?(?:en |aux |au |les |le |la |des |l'|de la |de l'|d'|de )?"
_ON = f"(?:{ALL}|les |le |l'|des |de |du |pendant les |pendant le )?"

SCHOOL = clause(
    _DURING + SCHOOL_BREAKS,
    {"school_holidays": True, "zone": read.zone},
    "tous les mardis sauf vacances scolaires",
)
PUBLIC_HOLIDAYS = clause(
    _DURING + "(?:jours? )?feries?", {"public_holidays": True}, "tous les mardis sauf jours fériés"
)
RANGE = clause("{span}", {"no_spans": read.typed("span")}, "tous les mardis sauf du 20 décembre au 3 janvier")

BREAKS = (
    SCHOOL,
    clause(
        _DURING + SOME_BREAKS,
        {"no_breaks": read.breaks, "zone": read.zone},
        "tous les mardis sauf vacances d'été",
    ),
    clause(
        _DURING + "petites vacances(?: scolaires)?" + ZONE,
        {"no_breaks": SMALL_BREAKS, "zone": read.zone},
        "tous les mardis sauf petites vacances",
    ),
    clause(
        _DURING + "grandes vacances(?: scolaires)?" + ZONE,
        {"no_breaks": ("été",), "zone": read.zone},
        "tous les mardis sauf grandes vacances",
    ),
    clause(
        _DURING + "(?:periodes?|semaines?) scolaires?" + ZONE,
        {"only_school": True, "zone": read.zone},
        "tous les mardis hors période scolaire",
    ),
)

MONTHS = (
    clause(
        _DURING + "(?:mois de |mois d')?{months}", {"no_months": read.months}, "tous les mardis sauf en août"
    ),
    clause(
        "(?:de |d'){month} a {month2}", {"no_months": read.month_run}, "le mardi sauf de juin à septembre"
    ),
    clause(
        _DURING + "(?:mois de |mois d')?{monthofyear}",
        {"no_month_of_year": read.typed("monthofyear")},
        "le mardi sauf en août 2027",
    ),
    clause(
        _DURING + "(?P<season>ete|hiver|automne|printemps)",
        {"no_seasons": read.season},
        "tous les mardis sauf l'été",
    ),
)

DAYS = (
    clause(
        _ON + "{weekdays}",
        {"no_weekdays": read.weekdays},
        "tous les jours sauf le lundi",
    ),
    clause(
        _ON + "{weekday}(?: au | a | ?(?:->|>|→) ?){weekday2}",
        {"no_weekdays": read.weekday_run},
        "tous les jours sauf du lundi au mercredi",
    ),
    clause(
        "{weekday} ?- ?{weekday2}", {"no_weekdays": read.adjoining}, "tous les jours sauf samedi-dimanche"
    ),
    clause(_DURING + WEEKEND, {"no_weekdays": (5, 6)}, "tous les jours sauf le week-end"),
    clause(
        "en semaine|" + _ON + "jours de (?:la )?semaine",
        {"no_weekdays": (0, 1, 2, 3, 4)},
        "tous les jours sauf en semaine",
    ),
    clause(_ON + "{weekday} {part}", {"no_half_days": read.half_day}, "tous les jours sauf mercredi matin"),
    clause(
        _ON + "{weekday} feries?",
        {"no_holiday_weekdays": read.weekday},
        "tous les jours sauf lundis fériés",
    ),
    clause(
        _ON + "{positions} {weekdays}(?: ?" + OF_MONTH + "| (?:de |d'){month})?",
        {"no_places": read.places},
        "tous les mardis sauf le 1er mardi du mois",
    ),
    clause(
        _ON + "{positions} " + WEEKEND + "(?: ?" + OF_MONTH + "| (?:de |d'){month})?",
        {"no_places": read.places},
        "tous les samedis sauf le premier week-end du mois",
    ),
    clause("(?:les? |l'){positions}", {"no_positions": read.positions}, "tous les mardis sauf le 3e"),
    clause(
        _ON + "{monthdays} " + OF_MONTH,
        {"no_month_days": read.month_days},
        "tous les jours sauf le 15 du mois",
    ),
    clause(
        _DURING + "(?:semaines?|sem\\.) (?P<parity>paire|impaire)s?",
        {"no_parity": read.parity},
        "tous les mardis sauf semaines paires",
    ),
)

DATED = (
    RANGE,
    clause("{dates}", {"no_dates": read.typed("dates")}, "tous les mardis sauf le 11 novembre"),
    clause(
        r"(?:le |la |l'|les )?{feast}(?: (?P<year>[12]\d\d\d))?",
        {"no_feasts": read.feast},
        *("tous les mardis sauf le lundi de Pâques", "tous les vendredis sauf Noël et le jour de l'an"),
    ),
)

OPEN_RANGES = (
    clause(
        "(?:(?:a partir|a compter) d[eu]|des le|depuis le) {date}",
        {"no_from": read.typed("date")},
        "tous les mardis sauf à partir du 3 juin 2027",
    ),
    clause(
        "(?:a partir|a compter) (?:de |d'){monthyear}",
        {"no_from_month": read.typed("monthyear")},
        "tous les mardis sauf à partir de juin 2027",
    ),
    clause(
        "jusqu'(?:au|a) {date}(?: inclus)?",
        {"no_until": read.typed("date")},
        "tous les mardis sauf jusqu'au 3 novembre 2026",
    ),
    clause(
        "jusqu'(?:a|en|a la) (?:fin )?{monthyear}",
        {"no_until_month": read.typed("monthyear")},
        "tous les mardis sauf jusqu'à fin octobre 2026",
    ),
)

EXCEPTIONS = (*BREAKS, PUBLIC_HOLIDAYS, *MONTHS, *DAYS, *DATED, *OPEN_RANGES)
