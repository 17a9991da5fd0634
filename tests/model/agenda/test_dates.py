"""Dates and hours as editors type them."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filquartiers.model.agenda.dates import PartialDate, read_date, read_partial_date, write_date, write_range
from filquartiers.model.agenda.times import (
    Moment,
    Times,
    read_moment,
    read_times,
    write_moment,
    write_times,
    write_times_short,
)
from filquartiers.model.refusal import Refusal

APRIL = date(2017, 4, 6)


@pytest.mark.parametrize(
    "text",
    [
        "06/04/2017", "6/4/2017", "06/04/17", "6-4-2017", "06.04.2017", "2017-04-06",
        "6 avril 2017", "le 6 avril 2017", "jeudi 6 avril 2017", "Jeudi 6 Avril 2017",
        "JEUDI 6 AVRIL 2017", "jeudi, 6 avril 2017", "jeu. 6 avr. 2017", "jeudi 06/04/2017",
        "6\u00a0avril\u202f2017", "  6 avril  2017 ",
    ],
)  # fmt: skip
def test_a_date_is_read_in_every_usual_form(text):
    assert read_date(text) == APRIL


@pytest.mark.parametrize(
    "text", ["1er mai 2027", "1 mai 2027", "premier mai 2027", "1ᵉʳ mai 2027", "01/05/2027"]
)
def test_the_first_of_a_month(text):
    assert read_date(text) == date(2027, 5, 1)


@pytest.mark.parametrize(
    ("text", "since", "found"),
    [
        ("30 juin", date(2026, 10, 7), date(2027, 6, 30)),
        ("7 octobre", date(2026, 10, 7), date(2026, 10, 7)),
        ("mercredi 11 novembre", date(2026, 10, 7), date(2026, 11, 11)),
        ("29 février", date(2026, 10, 7), date(2028, 2, 29)),
        ("29 février", date(2097, 1, 1), date(2104, 2, 29)),
    ],
)
def test_a_missing_year_is_the_next_one(text, since, found):
    assert read_date(text, since=since) == found


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        ("31 juin 2027", "date-impossible", {"proche": "30 juin 2027"}),
        ("29 février 2027", "date-impossible", {"proche": "28 février 2027"}),
        ("31 juin", "date-impossible", {"raison": "juin a 30 jours"}),
        ("04/25/2017", "date-impossible", {"proche": "25 avril 2017"}),
        ("0 mai 2027", "date-impossible", {"proche": "1er mai 2027"}),
        ("vendredi 6 avril 2017", "jour-contredit", {"vrai": "jeudi", "autre": "vendredi 7 avril 2017"}),
        ("mardi 6 avril 2017", "jour-contredit", {"vrai": "jeudi", "autre": "mardi 4 avril 2017"}),
        ("6 avril", "annee-manquante", {"texte": "6 avril"}),
        ("6 avrl 2017", "date-illisible", {"exemple": "6 avril 2017"}),
        ("bientôt", "date-illisible", {"exemple": "6 avril 2027"}),
        ("6 avril 0000", "date-illisible", {}),
        ("40/40/2027", "date-impossible", {"raison": "il n’y a pas de mois 40", "proche": ""}),
        ("mardi " * 5000, "date-illisible", {"exemple": "6 avril 2027"}),
        ("", "date-illisible", {}),
    ],
)
def test_a_wrong_date_says_why(text, code, values):
    with pytest.raises(Refusal) as caught:
        read_date(text)
    assert caught.value.code == code
    assert values.items() <= caught.value.values.items()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("avril 2017", PartialDate(2017, 4)),
        ("Août 2020", PartialDate(2020, 8)),
        ("04/2017", PartialDate(2017, 4)),
        ("2020", PartialDate(2020)),
        ("en 2020", PartialDate(2020)),
        ("6 avril 2017", APRIL),
    ],
)
def test_a_date_keeps_its_precision(text, found):
    assert read_partial_date(text) == found


def test_a_partial_date_knows_its_ends():
    assert str(PartialDate(2017, 2)) == "février 2017"
    assert PartialDate(2016, 2).last_day == date(2016, 2, 29)
    assert (PartialDate(2020).first_day, PartialDate(2020).last_day) == (date(2020, 1, 1), date(2020, 12, 31))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("9h30", time(9, 30), None),
        ("9 h 30", time(9, 30), None),
        ("09:30", time(9, 30), None),
        ("9h30min", time(9, 30), None),
        ("à 18h", time(18), None),
        ("18 heures", time(18), None),
        ("midi", time(12), None),
        ("minuit", time(0), None),
        ("24h", time(0), None),
        ("9h30-11h", time(9, 30), time(11)),
        ("9h30–11h", time(9, 30), time(11)),
        ("9 h 30 à 11 h", time(9, 30), time(11)),
        ("9h - 12h", time(9), time(12)),
        ("de 14h à 17h", time(14), time(17)),
        ("De 14\u00a0h À 17\u202fh", time(14), time(17)),
        ("entre midi et 14h", time(12), time(14)),
        ("14-17h", time(14), time(17)),
        ("14:00-17:00", time(14), time(17)),
        ("22h à 2h", time(22), time(2)),
        ("20h à minuit", time(20), time(0)),
    ],
)
def test_hours_are_read_in_every_usual_form(text, start, end):
    assert read_times(text) == Times(start, end)


@pytest.mark.parametrize(
    ("text", "told", "short"),
    [
        ("vers 15h", "vers 15 h", "vers 15 h"),
        ("à partir de 18 h", "à partir de 18 h", "à partir de 18 h"),
        ("dès 18h", "à partir de 18 h", "à partir de 18 h"),
        ("dès 18h jusqu'à 20h30", "à partir de 18 h jusqu'à 20 h 30", "à partir de 18 h – 20 h 30"),
        ("9h/12h", "de 9 h à 12 h", "9 h – 12 h"),
        ("14h30/16H", "de 14 h 30 à 16 h", "14 h 30 – 16 h"),
        ("9h-12", "de 9 h à 12 h", "9 h – 12 h"),
    ],
)
def test_hours_keep_their_words(text, told, short):
    times = read_times(text)
    assert (write_times(times), write_times_short(times)) == (told, short)
    assert read_times(told) == times


@pytest.mark.parametrize("text", ["14h et 16h", "de 9h et 12h", "9h-12 ateliers", "14h - 16 octobre"])
def test_two_hours_are_not_always_a_range(text):
    with pytest.raises(Refusal):
        read_times(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("25h", "heure-impossible"),
        ("9h75", "heure-impossible"),
        ("17h-14h", "fin-avant-debut"),
        ("14h-14h", "fin-avant-debut"),
        ("le matin", "heure-illisible"),
        ("9", "heure-illisible"),
    ],
)
def test_wrong_hours_are_refused(text, code):
    with pytest.raises(Refusal) as caught:
        read_times(text)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Jeudi 6 avril 2017 9h - 12h", Times(time(9), time(12))),
        ("6 avril 2017 à 15 h", Times(time(15))),
        ("06/04/2017, 15h", Times(time(15))),
        ("2017-04-06 15:00", Times(time(15))),
        ("6 avril 2017", None),
    ],
)
def test_a_moment_is_a_day_and_maybe_hours(text, times):
    assert read_moment(text) == Moment(APRIL, times)


def test_other_programs_read_iso_8601():
    day, morning = date(2027, 4, 6), Times(time(9, 30), time(11))
    told = [str(one) for one in (morning, Times(time(18)), Moment(day), Moment(day, morning))]
    assert told == ["09:30/11:00", "18:00", "2027-04-06", "2027-04-06T09:30/11:00"]


def test_dates_are_written_in_french():
    assert write_date(APRIL) == "jeudi 6 avril 2017"
    assert write_date(date(2027, 5, 1), year=False) == "samedi 1er mai"
    assert write_range(date(2027, 1, 12), date(2027, 1, 16)) == "du 12 au 16 janvier 2027"
    assert write_range(date(2027, 1, 12), date(2027, 2, 1)) == "du 12 janvier au 1er février 2027"
    assert write_range(date(2026, 12, 28), date(2027, 1, 3)) == "du 28 décembre 2026 au 3 janvier 2027"
    assert write_times_short(Times(time(9, 30), time(11))) == "9 h 30 – 11 h"
    assert write_times(Times(time(20), time(0))) == "de 20 h à minuit"


DATES = st.dates(date(1900, 1, 1), date(2199, 12, 31))
HOURS = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@given(DATES)
def test_a_written_date_reads_back(day):
    assert read_date(write_date(day)) == day


@settings(deadline=None)  # the machine may be busy
@given(DATES, HOURS)
def test_a_written_moment_reads_back(day, hour):
    moment = Moment(day, Times(hour))
    assert read_moment(write_moment(moment)) == moment


@given(st.text())
def test_any_text_is_a_date_or_a_french_refusal(text):
    for read in (read_date, read_partial_date, read_times, read_moment):
        try:
            read(text)
        except Refusal as error:
            assert error.code  # noqa: PT017  either outcome is fine, a traceback is not
