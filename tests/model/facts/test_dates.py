"""The dates of an event as all outputs ask for them: windows, what comes next, what is over, its state."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from filquartiers.model.agenda.expand import occurrences
from filquartiers.model.facts.dates import (
    all_dates,
    dates_between,
    hours_of,
    is_dated,
    is_over,
    last_day_of,
    last_year,
    next_dates,
    only_date,
    state_of,
    when_in_words,
)
from filquartiers.model.kinds import Evenement
from model.agenda.strategies import any_schedules
from model.facts.events import event_of

TODAY = date(2027, 1, 5)
YEAR_AHEAD = date(2028, 1, 31)
MOVED = {"du": "8 janvier", "au": "6 janvier à 9 h"}
WORDS = "environ toutes les six semaines"


def typed(**values: object) -> Evenement:
    return Evenement.model_validate({"slug": "stage", "titre": "Stage", **values})


def days(event: Evenement) -> list[tuple[str, str]]:
    return [
        (f"{one.start or one.day:%d/%m %H:%M}", f"{one.end or one.last_day:%d/%m %H:%M}")
        for one in all_dates(event, YEAR_AHEAD)
    ]


WEEKEND = {"debut": "9 janvier 2027", "fin": "10 janvier 2027", "quand": "le deuxième samedi du mois, 3 fois"}
VIGIL = {
    "debut": "8 janvier 2027 à 18 h",
    "fin": "10 janvier 2027 à 12 h",
    "quand": "le deuxième vendredi du mois, 3 fois",
}
COURSE = {
    "debut": "11 janvier 2027, de 10 h à 12 h",
    "en_plus": ["13 janvier de 14 h à 16 h", "15 janvier à 10 h"],
}


def renamed(values: dict[str, object]) -> dict[str, object]:
    return {"recurrence" if name == "quand" else name: value for name, value in values.items()}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (WEEKEND, ["09/01 10/01", "13/02 14/02", "13/03 14/03"]),
        (VIGIL, ["08/01 18:00 10/01 12:00", "12/02 18:00 14/02 12:00", "12/03 18:00 14/03 12:00"]),
        (COURSE, ["11/01 10:00 11/01 12:00", "13/01 14:00 13/01 16:00", "15/01 10:00 15/01"]),
        # An added date lasts as long, unless it says when it ends; a moved one too.
        ({**WEEKEND, "en_plus": "20 mars"}, ["09/01 10/01", "13/02 14/02", "13/03 14/03", "20/03 21/03"]),
        (
            {**VIGIL, "quand": "le deuxième vendredi du mois, 1 fois", "en_plus": "19 mars à 20 h"},
            ["08/01 18:00 10/01 12:00", "19/03 20:00 21/03 12:00"],
        ),
        (
            {**VIGIL, "quand": "le deuxième vendredi du mois, 1 fois", "en_plus": "19 mars de 10 h à 11 h"},
            ["08/01 18:00 10/01 12:00", "19/03 10:00 19/03 11:00"],
        ),
        ({**VIGIL, "quand": "le 8 janvier 2027", "reporte": [{"du": "8 janvier", "au": "15 janvier"}]},
         ["15/01 18:00 17/01 12:00"]),
        # Listed days last as long as the first; so do the days added to an event of several days.
        ({**WEEKEND, "quand": "les 9 janvier 2027 et 6 mars 2027"}, ["09/01 10/01", "06/03 07/03"]),
        (
            {"debut": "9 janvier 2027", "fin": "10 janvier 2027", "en_plus": "6 mars"},
            ["09/01 10/01", "06/03 07/03"],
        ),
        # Without a stated day, the first date of the rule is the one that ends at « fin ».
        (
            {"fin": "10 janvier 2027", "quand": "le 2e samedi du mois, à partir du 1er janvier 2027, 2 fois"},
            ["09/01 10/01", "13/02 14/02"],
        ),
        # A range says its own end, day after day when it has hours.
        ({"debut": "12 janvier 2027 à 14 h", "fin": "14/01/2027 à 17 h", "quand": "du 12 au 14 janvier 2027"},
         ["12/01 14:00 12/01 17:00", "13/01 14:00 13/01 17:00", "14/01 14:00 14/01 17:00"]),
        # A night ends on the day after, each time.
        (
            {"debut": "9 janvier 2027 à 22 h", "fin": "2h", "quand": "tous les samedis, 2 fois"},
            ["09/01 22:00 10/01 02:00", "16/01 22:00 17/01 02:00"],
        ),
    ],
)  # fmt: skip
def test_the_dates_of_what_is_typed(values, expected):
    assert [
        f"{first} {last}".replace(" 00:00", "") for first, last in days(typed(**renamed(values)))
    ] == expected


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (WEEKEND, "le deuxième samedi du mois, 3 fois, chaque fois pendant deux jours"),
        (VIGIL, "le deuxième vendredi du mois à 18 h, 3 fois, chaque fois jusqu'au surlendemain à 12 h"),
        (COURSE, "les 11, 13 et 15 janvier 2027"),
        ({**COURSE, "en_plus": ["13 janvier", "3 mars"]},
         "le 11 janvier 2027, le 13 janvier 2027 et le 3 mars 2027 de 10 h à 12 h"),
        ({**COURSE, "annule": "13 janvier"}, "les 11 et 15 janvier 2027"),
        ({"debut": "9 janvier 2027", "fin": "10 janvier 2027", "en_plus": "6 mars"},
         "du 9 au 10 janvier 2027 et du 6 au 7 mars 2027"),
        ({"debut": "1er janvier 2027", "en_plus": [f"{day} janvier" for day in range(3, 20, 2)]},
         "10 dates, du 1er au 19 janvier 2027"),
        ({"debut": "6 janvier 2027", "reporte": [{"du": "6 janvier", "au": "8 janvier"}]},
         "vendredi 8 janvier 2027 (reporté du mercredi 6 janvier 2027)"),
        ({"debut": "6 janvier 2027", "annule": "6 janvier"}, "mercredi 6 janvier 2027"),
        # Moved to the day of another, and told once.
        ({"debut": "6 janvier 2027", "en_plus": "8 janvier", "reporte": [MOVED]},
         "le 6 janvier 2027"),
        ({"debut": "6 mars 2027", "horaire": "14h-16h", "quand": WORDS}, f"{WORDS}, de 14 h à 16 h"),
    ],
)  # fmt: skip
def test_when_it_is_in_words(values, words):
    assert when_in_words(typed(**renamed(values))) == words


@pytest.mark.parametrize(
    ("values", "over"),
    [
        ({"debut": "4 janvier 2027"}, True),
        ({"debut": "5 janvier 2027"}, False),
        ({"debut": "2 janvier 2027", "fin": "5 janvier 2027"}, False),
        ({"debut": "4 janvier 2027", "en_plus": "6 janvier"}, False),
        ({"debut": "4 janvier 2027", "reporte": [{"du": "4 janvier", "au": "5 janvier"}]}, False),
        ({"debut": "6 juin 2029"}, False),
        ({"quand": "tous les mercredis du 2 septembre au 16 décembre 2026"}, True),
        ({"quand": "tous les mercredis du 2 septembre 2026 au 30 juin 2027"}, False),
        ({"debut": "2 janvier 2024", "quand": "tous les cinq ans, 2 fois"}, False),
        # The school breaks of the years to come are not known yet: nobody knows whether it goes on.
        (
            {"debut": "2 septembre 2026", "quand": "tous les mercredis sauf vacances scolaires (zone B)"},
            False,
        ),
        ({"quand": WORDS}, False),
        ({"quand": "début septembre 2026 ou 2027"}, False),
        ({"quand": "début septembre 2026"}, True),
        ({"quand": "début septembre 2026", "en_plus": "6 janvier 2027"}, False),
        ({"debut": "5 septembre 2020", "quand": WORDS}, False),
        ({"quand": "tous les mercredis, jusqu'au 16 décembre 2026"}, True),
        ({"quand": "tous les mercredis, jusqu'au 30 juin 2027"}, False),
        ({"quand": "tous les mercredis, sauf le 11 novembre 2026"}, False),
        # Nothing is left of a rule without end.
        ({"debut": "2 septembre 2025", "quand": "tous les ans le 1er janvier, sauf en janvier"}, True),
    ],
)
def test_what_is_over(values, over):
    assert is_over(typed(**renamed(values)), TODAY) == over


def test_beyond_the_known_school_breaks_an_event_is_not_over_before_its_own_end():
    rule = "tous les mercredis sauf vacances scolaires (zone B), jusqu'au 30 juin 2030"
    event = typed(debut="2 septembre 2026", recurrence=rule)
    assert [is_over(event, date(year, 7, 1)) for year in (2029, 2030)] == [False, True]


def test_the_last_year_that_words_name():
    assert last_year(typed(recurrence="au printemps 2026 ou à l'automne 2027")) == 2027
    assert last_year(typed(recurrence=WORDS)) is None
    assert last_year(typed(debut="6 janvier 2027")) is None


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"debut": "6 janvier 2027"}, ""),
        ({"debut": "6 janvier 2027", "annule": "oui"}, "annulé"),
        ({"debut": "4 janvier 2027", "annule": "oui"}, "annulé"),
        ({"debut": "6 janvier 2027", "annule": "6 janvier 2027"}, "annulé"),
        ({"debut": "6 janvier 2027", "complet": "6 janvier 2027"}, "complet"),
        ({"debut": "6 janvier 2027", "reporte": [{"du": "6 janvier", "au": "8 janvier"}]}, "reporté"),
        ({"debut": "6 janvier 2027", "en_plus": "13 janvier", "annule": "13 janvier"}, ""),
        ({"debut": "4 janvier 2027", "en_plus": "13 janvier", "complet": "13 janvier"}, "complet"),
        ({"debut": "4 janvier 2027", "complet": "oui"}, "passé"),
        ({"debut": "6 janvier 2027", "quand": "tous les mercredis, 2 fois", "annule": "6 janvier"}, ""),
        ({"quand": "début septembre 2026"}, "passé"),
    ],
)
def test_the_state_that_is_said_first(values, state):
    assert state_of(typed(**renamed(values)), TODAY) == state


def test_next_dates_look_further_when_nothing_is_near():
    later = typed(debut="6 juin 2029")
    assert [one.day for one in next_dates(later, TODAY, YEAR_AHEAD)] == [date(2029, 6, 6)]
    yearly = typed(debut="4 janvier 2027", recurrence="tous les cinq ans")
    assert [one.day for one in next_dates(yearly, TODAY, YEAR_AHEAD)] == [date(2032, 1, 4)]
    assert next_dates(typed(debut="4 janvier 2027"), TODAY, YEAR_AHEAD) == ()


def test_what_cannot_be_computed_has_no_date_and_is_not_over():
    event = typed(debut="6 janvier 2027", recurrence="tous les mercredis, sauf vacances scolaires (zone D)")
    assert (all_dates(event, YEAR_AHEAD), is_dated(event), is_over(event, TODAY)) == ((), False, False)


def test_one_date_is_told_with_its_end():
    (vigil,), (night,) = (
        all_dates(typed(**values), YEAR_AHEAD)
        for values in (
            {"debut": "8 janvier 2027 à 18 h", "fin": "10 janvier 2027 à 12 h"},
            {"debut": "8 janvier 2027 à 22 h", "fin": "2h"},
        )
    )
    assert (hours_of(vigil), last_day_of(vigil)) == ("18 h", "jusqu’au dimanche 10 janvier à 12 h")
    assert (hours_of(night), last_day_of(night)) == ("22 h – 2 h", "")


@settings(deadline=None)
@given(any_schedules())
def test_a_remembered_date_is_the_one_reckoned_anew(schedule):
    event = event_of(schedule)
    for first, last in ((TODAY, TODAY), (date.min, YEAR_AHEAD), (date(2026, 3, 1), date(2026, 9, 30))):
        assert dates_between(event, first, last) == tuple(occurrences(schedule, first, last))


@settings(deadline=None)
@given(any_schedules())
def test_over_is_when_no_date_is_left(schedule):
    event, rule = event_of(schedule), schedule.effective_rule
    for today in (TODAY, date(2027, 9, 1)):
        left = any(occurrences(schedule, today, today + timedelta(days=366 * 15)))
        assert not (left and is_over(event, today))
        if not left and not event.is_told and not (rule and rule.uses_school):
            assert is_over(event, today)
    assert (only_date(event) is None) == (bool(event.rule) or len(all_dates(event, YEAR_AHEAD)) > 1)
