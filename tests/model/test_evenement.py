"""From what an editor types of an event to its schedule: single dates, their years, what is refused."""

from datetime import date, time

import pytest
from pydantic import ValidationError

from filquartiers.model.agenda.schedule import Change, Override, Schedule
from filquartiers.model.agenda.times import Times
from filquartiers.model.kinds import Evenement

WORDS = "environ toutes les six semaines"


def typed(**values: object) -> Evenement:
    return Evenement.model_validate({"slug": "atelier", "titre": "Atelier", **values})


def scheduled(**values: object) -> Schedule:
    schedule = typed(**values).schedule
    assert schedule is not None
    return schedule


def test_single_dates_take_the_year_of_the_event() -> None:
    schedule = scheduled(
        debut="7 octobre 2026",
        recurrence="tous les mercredis",
        en_plus="jeudi 8 avril à 18h",
        reporte=[{"du": "14 octobre", "au": "lundi 12 octobre"}],
        annule="6 janvier",
        complet="21 octobre",
    )
    assert schedule.changes == (
        Override(change=Change.ADDED, day=date(2027, 4, 8), times=Times(time(18))),
        Override(change=Change.MOVED, day=date(2026, 10, 14), new_day=date(2026, 10, 12)),
        Override(change=Change.CANCELLED, day=date(2027, 1, 6)),
        Override(change=Change.FULL, day=date(2026, 10, 21)),
    )


def test_dates_may_be_typed_one_a_line() -> None:
    schedule = scheduled(recurrence=["9 janvier 2027 à 14h", "23 janvier 2027 à 16h"])
    assert schedule.start == date(2027, 1, 9)
    assert [(one.days, one.times) for one in schedule.rule.timetable] == [
        ((date(2027, 1, 9),), (Times(time(14)),)),
        ((date(2027, 1, 23),), (Times(time(16)),)),
    ]
    assert (
        typed(recurrence=["9 janvier 2027", "23 janvier 2027"]).summary == "9 janvier 2027, 23 janvier 2027"
    )


def test_the_word_of_an_hour_stays_with_its_end() -> None:
    assert scheduled(debut="9 janvier 2027 vers 15h", fin="17h").times == Times(time(15), time(17), "vers")


def test_words_with_dates_start_at_the_first_of_them() -> None:
    schedule = scheduled(recurrence=WORDS, en_plus=["4 juin 2027", "12 mars 2027 à 18h"])
    assert (schedule.start, schedule.times) == (date(2027, 3, 12), Times(time(18)))
    assert [one.day for one in schedule.changes] == [date(2027, 6, 4)]


@pytest.mark.parametrize("rule", [WORDS, "tous les mercredis"])
def test_a_rule_without_a_known_day_is_only_told(rule: str) -> None:
    event = typed(recurrence=rule, annule="oui")
    assert (event.schedule, event.summary, event.cancelled) == (None, rule, True)


def test_hours_stated_apart_are_not_lost_when_nothing_tells_the_first_day() -> None:
    assert typed(recurrence="tous les mardis", horaire="14h-16h").summary == "tous les mardis, de 14 h à 16 h"
    assert typed(recurrence="tous les mardis à 9h", horaire="14h-16h").summary == "tous les mardis à 9h"


def test_hours_may_be_repeated() -> None:
    event = typed(debut="6 mars 2027 à 14h", horaire="14h-16h")
    assert str(event.schedule.times) == "14:00/16:00"


@pytest.mark.parametrize(
    ("values", "code", "place"),
    [
        ({}, "date-manquante", ()),
        (
            {"recurrence": "tous les mercredis", "en_plus": "8 avril 2027"},
            "regle-sans-debut",
            ("recurrence",),
        ),
        ({"recurrence": WORDS, "annule": "8 avril 2027"}, "regle-sans-debut", ("recurrence",)),
        ({"debut": "6 mars 2027 à 14h", "horaire": "15h-16h"}, "heures-contredites", ("horaire",)),
        ({"recurrence": WORDS, "en_plus": "8 avril"}, "annee-manquante", ("en_plus", 0)),
        ({"debut": "7 octobre 2026", "en_plus": "lundi 8 avril"}, "jour-contredit", ("en_plus", 0)),
        (
            {"debut": "7 octobre 2026", "reporte": [{"du": "7 octobre", "au": "31 juin"}]},
            "date-impossible",
            ("reporte", 0, "au"),
        ),
        ({"debut": "7 octobre 2026", "complet": ["oui", "7 octobre"]}, "date-illisible", ("complet", 0)),
    ],
)
def test_what_cannot_be_placed_is_refused_at_its_place(
    values: dict[str, object], code: str, place: tuple[str | int, ...]
) -> None:
    with pytest.raises(ValidationError) as caught:
        typed(**values)
    (fault,) = caught.value.errors()
    assert (fault["type"], fault["ctx"]["place"]) == (code, place)
