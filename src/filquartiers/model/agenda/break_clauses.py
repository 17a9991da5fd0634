"""The wordings that keep a rule inside school breaks, or a week of them: rows as in `clauses`."""

from filquartiers.model.agenda import readers as read
from filquartiers.model.agenda.grammar import ONLY, SCHOOL_BREAKS, SOME_BREAKS, ZONE, clause
from filquartiers.model.agenda.words import SMALL_BREAKS

_FREE = "(?:pendant|durant)(?: toutes)? (?:les |le |la |l'|chaque )?"

IN_BREAKS = (
    clause(
        ONLY + _FREE + SCHOOL_BREAKS,
        {"only_school": True, "zone": read.zone},
        "tous les mardis, seulement pendant les vacances scolaires",
    ),
    clause(
        ONLY + _FREE + "petites vacances(?: scolaires)?" + ZONE,
        {"only_breaks": SMALL_BREAKS, "zone": read.zone},
        "tous les mardis pendant les petites vacances",
    ),
    clause(
        ONLY + _FREE + "grandes vacances(?: scolaires)?" + ZONE,
        {"only_breaks": ("été",), "zone": read.zone},
        "tous les mardis pendant les grandes vacances",
    ),
    clause(
        ONLY + _FREE + SOME_BREAKS,
        {"only_breaks": read.breaks, "zone": read.zone},
        "tous les mardis pendant les vacances de Noël",
    ),
)
_WEEK = ONLY + f"(?:{_FREE}|la )?(?P<week>premiere|1ere|1re|deuxieme|seconde|2e|2eme|derniere) semaine "
WEEK_OF_BREAKS = (
    clause(
        _WEEK + "(?:des |de chaque )" + SCHOOL_BREAKS,
        {"only_school": True, "only_week": read.week, "zone": read.zone},
        "tous les jours la première semaine des vacances",
    ),
    clause(
        _WEEK + "des petites vacances(?: scolaires)?" + ZONE,
        {"only_breaks": SMALL_BREAKS, "only_week": read.week, "zone": read.zone},
        "du lundi au vendredi, pendant la première semaine des petites vacances",
    ),
    clause(
        _WEEK + "(?:des|du) " + SOME_BREAKS,
        {"only_breaks": read.breaks, "only_week": read.week, "zone": read.zone},
        "tous les jours la dernière semaine des vacances de Noël",
    ),
)
