"""What is doubtful in a schedule, and the message that tells it."""

from datetime import date

import pytest

from filquartiers.model.agenda.almanac import Almanac
from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.agenda.review import review
from filquartiers.model.agenda.schedule import Change, Override, Schedule
from filquartiers.problems import Where, problem

OCTOBER = date(2026, 10, 7)
CANCELLED = Override(change=Change.CANCELLED, day=date(2026, 10, 15))


def doubts(phrase: str | None, *, zone: str = "B", horizon: date = date(2027, 8, 31), **values) -> list[str]:
    rule = parse_rule(phrase, start=OCTOBER) if phrase else None
    schedule = Schedule(start=OCTOBER, rule=rule, almanac=Almanac(zone), **values)
    found = review(schedule, horizon=horizon)
    return [problem(remark.code, Where(), **remark.values).code for remark in found]


@pytest.mark.parametrize(
    "phrase",
    [
        None,
        "tous les mercredis",
        "tous les mercredis, sauf vacances scolaires",
        "tous les mercredis, sauf le 11 novembre 2026",
        "tous les mercredis, sauf vacances scolaires, jusqu'au 30 juin 2027",
        "environ une fois par mois",
        "du 12 au 16 janvier 2027",
    ],
)
def test_nothing_to_say_of_a_sound_schedule(phrase):
    assert doubts(phrase) == []


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("tous les lundis du 13 au 18 octobre 2026", "regle-sans-date"),
        ("tous les mercredis sauf le mercredi", "regle-sans-date"),
        ("tous les jours du 7 octobre 2026 au 30 juin 2207", "regle-trop-longue"),
        ("tous les jours, 3000 fois", "regle-trop-longue"),
        ("tous les mercredis, sauf le 12 novembre 2026", "exception-sans-effet"),
        ("tous les mercredis, sauf vacances scolaires et le jeudi", "exception-sans-effet"),
        ("tous les mercredis, sauf à partir du 3 juin 2026", "regle-sans-date"),
        ("tous les mercredis, sauf du 12 au 15 novembre 2026", "exception-sans-effet"),
        ("tous les mercredis, sauf vacances scolaires, jusqu'au 30 juin 2030", "vacances-inconnues"),
        ("tous les mercredis, sauf vacances scolaires (zone D)", "zone-inconnue"),
    ],
)
def test_a_doubtful_rule_is_told(phrase, code):
    assert doubts(phrase) == [code]


def test_a_rule_without_end_is_told_once_its_breaks_run_out():
    assert doubts("tous les mercredis, sauf vacances scolaires", horizon=date(2028, 1, 1)) == [
        "vacances-inconnues"
    ]


def test_a_counted_rule_that_ends_in_time_is_sound():
    assert doubts("le mercredi, 10 séances, sauf vacances scolaires", horizon=date(2028, 1, 1)) == []


def test_no_zone_is_told():
    assert doubts("tous les mercredis, sauf vacances scolaires", zone="") == ["zone-manquante"]


def test_a_time_zone_nobody_knows_is_told():
    assert doubts("tous les mercredis", timezone="Paris") == ["fuseau-inconnu"]


def test_an_end_before_the_start_is_told():
    assert doubts(None, end=date(2026, 10, 1)) == ["fin-avant-debut"]


def test_a_change_that_hits_nothing_names_the_nearest_date():
    rule = parse_rule("tous les mercredis", start=OCTOBER)
    (remark,) = review(Schedule(start=OCTOBER, rule=rule, changes=(CANCELLED,)), horizon=date(2027, 8, 31))
    assert problem(remark.code, Where(), **remark.values).hint == (
        "La date prévue la plus proche : mercredi 14 octobre 2026."
    )


def test_changes_that_repeat_are_told():
    wednesday = date(2026, 10, 14)
    twice = tuple(Override(change=change, day=wednesday) for change in (Change.CANCELLED, Change.FULL))
    added = Override(change=Change.ADDED, day=wednesday)
    assert doubts("tous les mercredis", changes=twice) == ["changement-en-double"]
    assert doubts("tous les mercredis", changes=(added,)) == ["ajout-deja-prevu"]


@pytest.mark.parametrize(
    ("phrase", "end", "codes"),
    [
        (None, OCTOBER, []),
        ("du 7 au 10 octobre 2026", date(2026, 10, 10), []),
        ("du 7 au 10 octobre 2026", date(2026, 10, 11), ["fin-sans-effet"]),
        ("environ une fois par mois", date(2026, 10, 6), ["fin-avant-debut"]),
        ("environ une fois par mois", date(2026, 10, 8), ["fin-sans-effet"]),
        # Each date may last until the day of the next one, and no longer
        ("tous les mercredis", date(2026, 10, 14), []),
        ("tous les mercredis", date(2026, 10, 15), ["fin-apres-la-suivante"]),
    ],
)
def test_an_end_that_is_doubtful(phrase, end, codes):
    assert doubts(phrase, end=end) == codes


@pytest.mark.parametrize(
    ("phrase", "codes"),
    [
        ("tous les jours, 2000 fois", []),
        ("tous les jours, 2001 fois", ["regle-trop-longue"]),
        ("le mercredi, 100 fois, sauf vacances scolaires", ["vacances-inconnues"]),
    ],
)
def test_how_many_times_is_doubtful(phrase, codes):
    assert doubts(phrase) == codes


def test_an_added_date_may_be_cancelled_without_a_doubt():
    friday = date(2026, 10, 9)
    changes = tuple(Override(change=change, day=friday) for change in (Change.ADDED, Change.CANCELLED))
    assert doubts("tous les mercredis", changes=changes) == []


def test_a_change_of_an_event_without_date_says_that_there_is_none():
    rule = parse_rule("tous les mercredis sauf le mercredi", start=OCTOBER)
    *_, remark = review(Schedule(start=OCTOBER, rule=rule, changes=(CANCELLED,)), horizon=date(2027, 8, 31))
    assert (remark.code, remark.values["prevue"]) == ("changement-sans-effet", "aucune")
