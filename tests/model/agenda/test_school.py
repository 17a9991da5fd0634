"""The bundled school calendar, and what a network may add."""

from datetime import date
from itertools import pairwise

import pytest

from filquartiers.model.agenda import OFFICIAL, AgendaError, Almanac, public_holidays, read_breaks

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
    almanac = {zone: Almanac(zone) for zone in "ABC"}
    day = date(2027, 2, 8)
    assert [bool(almanac[zone].school_break(day)) for zone in "ABC"] == [False, False, True]
    assert almanac["C"].school_break(day).title == "vacances d'hiver"


@pytest.mark.parametrize("text", ["B", "b", "zone B", "Zone b"])
def test_a_zone_is_recognised(text):
    assert OFFICIAL.zone(text) == "B"


@pytest.mark.parametrize("text", ["D", "Nantes", "AB"])
def test_an_unknown_zone_names_those_we_know(text):
    with pytest.raises(AgendaError) as caught:
        OFFICIAL.zone(text)
    assert caught.value.values["zones"] == "A, B ou C"


def test_a_network_table_is_read_with_its_own_zones():
    (one,) = read_breaks("# Corse\n\nhiver Corse+B 2027-02-20 7/3/2027  # provisoire\n")
    assert (one.zones, one.first, one.last) == (("Corse", "B"), date(2027, 2, 20), date(2027, 3, 7))
    assert OFFICIAL.extended((one,)).zones == ("A", "B", "C", "Corse")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("hiver A 2027-02-20", "vacances-illisibles"),
        ("hiver A 2027-02-30 2027-03-07", "date-impossible"),
        ("hiver A 2027-03-07 2027-02-20", "fin-avant-debut"),
    ],
)
def test_a_wrong_line_of_the_table_is_refused(line, code):
    with pytest.raises(AgendaError) as caught:
        read_breaks(line)
    assert caught.value.code == code


def test_public_holidays_have_their_french_names():
    assert list(public_holidays(2027).items())[:2] == [
        (date(2027, 1, 1), "Jour de l'an"),
        (date(2027, 3, 29), "Lundi de Pâques"),
    ]
    assert len(public_holidays(2027)) == 11
    assert public_holidays(2027, alsace_moselle=True)[date(2027, 3, 26)] == "Vendredi saint"
