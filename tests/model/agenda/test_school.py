"""The bundled school calendar, and what a network may add."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from filquartiers.model.agenda.almanac import Almanac, public_holidays
from filquartiers.model.agenda.school import OFFICIAL, SchoolBreak
from filquartiers.model.agenda.words import break_name, break_title
from filquartiers.model.refusal import Refusal

SATURDAY, SUNDAY = 5, 6


@pytest.mark.parametrize("zone", ["A", "B", "C"])
def test_each_school_year_has_its_breaks_in_order(zone):
    breaks = [one for one in OFFICIAL.breaks if zone in one.zones]
    years = 11
    assert [one.name for one in breaks].count("Noël") == years
    assert len(breaks) == 6 * years
    assert all(before.last < after.first for before, after in pairwise(breaks))
    assert (breaks[0].first, breaks[-1].last) == (date(2016, 10, 20), date(2027, 8, 31))


@pytest.mark.parametrize("name", ["hiver", "printemps"])
def test_winter_and_spring_last_two_weeks_from_a_saturday(name):
    for one in OFFICIAL.breaks:
        if one.name == name:
            assert one.first.weekday() == SATURDAY
            assert 16 <= (one.last - one.first).days + 1 <= 17


def test_breaks_are_staggered_by_zone():
    day = date(2027, 2, 8)
    assert [bool(OFFICIAL.break_on(day, zone)) for zone in "ABC"] == [False, False, True]
    assert OFFICIAL.break_on(day, "C").title == "vacances d'hiver"


@pytest.mark.parametrize("text", ["B", "b", "zone B", "Zone b"])
def test_a_zone_is_recognised(text):
    assert OFFICIAL.zone(text) == "B"


def test_a_break_holds_its_first_and_its_last_day_in_its_zones_only():
    day = timedelta(days=1)
    for one in OFFICIAL.breaks:
        for zone in "ABC":
            held = [OFFICIAL.break_on(when, zone) for when in (one.first, one.last)]
            assert (held == [one, one]) is (zone in one.zones)
            assert one not in {OFFICIAL.break_on(when, zone) for when in (one.first - day, one.last + day)}


def test_the_zone_of_a_phrase_goes_before_that_of_the_network():
    almanac = Almanac("B")
    assert [almanac.known_zone(zone) for zone in ("", "zone c", "A")] == ["B", "C", "A"]


@pytest.mark.parametrize("text", ["D", "Nantes", "AB", "", "zone "])
def test_an_unknown_zone_names_those_we_know(text):
    with pytest.raises(Refusal) as caught:
        OFFICIAL.zone(text)
    assert caught.value.values["zones"] == "A, B ou C"


def test_breaks_are_added_with_their_zone():
    spring = SchoolBreak("printemps", ("Corse",), date(2027, 4, 17), date(2027, 5, 2))
    school = OFFICIAL.extended((spring,))
    assert school.zones == ("A", "B", "C", "Corse")
    assert school.break_on(date(2027, 4, 20), "Corse") == spring
    assert school.last_day("A") == OFFICIAL.last_day("A")


@pytest.mark.parametrize(
    ("typed", "name", "title"),
    [
        ("Vacances de la Toussaint", "Toussaint", "vacances de la Toussaint"),
        ("noel", "Noël", "vacances de Noël"),
        ("vacances d’été", "été", "vacances d'été"),
        ("pont de l'Ascension", "Ascension", "pont de l'Ascension"),
        ("Été austral", "Été austral", "vacances d'Été austral"),
        ("Carnaval", "Carnaval", "vacances de Carnaval"),
    ],
)
def test_a_break_takes_the_name_of_the_table(typed, name, title):
    assert (break_name(typed), break_title(name)) == (name, title)


def test_public_holidays_have_their_french_names():
    assert list(public_holidays(2027).items())[:2] == [
        (date(2027, 1, 1), "Jour de l'an"),
        (date(2027, 3, 29), "Lundi de Pâques"),
    ]
    assert len(public_holidays(2027)) == 11
    assert public_holidays(2027, alsace_moselle=True)[date(2027, 3, 26)] == "Vendredi saint"
