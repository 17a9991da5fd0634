"""Dates, lists, ranges and hours at their edges: what is still read, and what no longer is."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filquartiers.model.agenda.date_lists import (
    read_dates,
    read_month,
    read_span,
    read_yearly_span,
    split_yearly,
)
from filquartiers.model.agenda.dates import PartialDate, read_date, read_partial_date, write_date, write_range
from filquartiers.model.agenda.exceptions import Season, Span
from filquartiers.model.agenda.times import Moment, Times, read_moment, read_times, write_time
from filquartiers.model.refusal import Refusal

OCTOBER = date(2026, 10, 7)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


def code(read, text: str, **options) -> str:
    with pytest.raises(Refusal) as caught:
        read(text, **options)
    return caught.value.code


def test_a_day_and_a_month_in_figures_take_their_year_from_the_start():
    assert read_date("6/4", since=OCTOBER) == date(2027, 4, 6)
    assert code(read_date, "6/4") == "annee-manquante"


@pytest.mark.parametrize(
    "text", ["6 avril 20175", "06/04/20175", "06/04-2017", "6-4.17", "x" * 61 + " 2017", "6/4/", "2017-04"]
)
def test_what_only_looks_like_a_date_is_none(text):
    assert code(read_date, text, since=OCTOBER) == "date-illisible"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("6/0/2017", {"raison": "il n’y a pas de mois 0", "proche": ""}),
        ("13/13/2017", {"raison": "il n’y a pas de mois 13", "proche": ""}),
        ("6/13/2017", {"proche": "13 juin 2017"}),
        ("0/6/2017", {"raison": "le premier jour d’un mois est le 1er", "proche": "1er juin 2017"}),
        ("4/40/2017", {"raison": "il n’y a pas de mois 40", "proche": ""}),
        ("dimanche 6 avril 2017", {"vrai": "jeudi", "autre": "dimanche 9 avril 2017"}),
        ("lundi 6 avril 2017", {"vrai": "jeudi", "autre": "lundi 3 avril 2017"}),
        ("dimnche 2 avril 2017", {"exemple": "dimanche 2 avril 2017"}),
        ("trucs 13 avril 2017", {"exemple": "6 avril 2027"}),
        ("jeudi avrl 2017", {"exemple": "6 avril 2027"}),
    ],
)
def test_a_refused_date_says_what_was_meant(text, values):
    with pytest.raises(Refusal) as caught:
        read_date(text)
    assert values.items() <= caught.value.values.items()


@settings(deadline=None)  # the machine may be busy
@given(DAYS, DAYS)
def test_a_date_without_year_is_the_first_such_day(day, since):
    found = read_date(write_date(day, weekday=False, year=False), since=since)
    assert (found.month, found.day) == (day.month, day.day)
    between = [since + timedelta(days=rank) for rank in range((found - since).days)]
    assert found >= since
    assert (day.month, day.day) not in {(one.month, one.day) for one in between}


def test_the_29th_of_february_may_be_eight_years_away():
    assert read_date("29 février", since=date(2096, 3, 1)) == date(2104, 2, 29)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1/2017", PartialDate(2017, 1)),
        ("12/2017", PartialDate(2017, 12)),
        ("avr. 2017", PartialDate(2017, 4)),
        ("0/2017", "date-impossible"),
        ("13/2017", "date-impossible"),
        ("janvier", "date-illisible"),
    ],
)
def test_a_month_is_one_of_twelve(text, found):
    read = read_partial_date(text) if isinstance(found, PartialDate) else code(read_partial_date, text)
    assert read == found


def test_a_year_begins_in_january_and_ends_in_december():
    assert (PartialDate(2020).first_day, PartialDate(2020).last_day) == (date(2020, 1, 1), date(2020, 12, 31))
    assert (PartialDate(2027, 2).first_day, PartialDate(2027, 2).last_day) == (
        date(2027, 2, 1),
        date(2027, 2, 28),
    )


@settings(deadline=None)  # the machine may be busy
@given(DAYS, DAYS)
def test_a_written_range_reads_back(one, other):
    first, last = min(one, other), max(one, other)
    if first < last:
        assert read_span(write_range(first, last), since=None) == Span(first, last)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2027, 1, 12), date(2027, 1, 12), "le 12 janvier 2027"),
        (date(2026, 1, 12), date(2027, 1, 12), "du 12 janvier 2026 au 12 janvier 2027"),
        (date(2027, 1, 1), date(2027, 1, 2), "du 1er au 2 janvier 2027"),
    ],
)
def test_a_range_tells_what_changes_between_its_ends(first, last, told):
    assert write_range(first, last) == told


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("les 12, 14 et 16 janvier 2027", [(2027, 1, 12), (2027, 1, 14), (2027, 1, 16)]),
        ("le 6 avril et le 6 avril 2027", [(2027, 4, 6)]),
        ("6 avril 2027 et 3 mars 2027", [(2027, 3, 3), (2027, 4, 6)]),
        ("le 3 mars 2026 et le 6 avril", [(2026, 3, 3), (2027, 4, 6)]),
        # A day takes its month and its year from the date that follows it
        ("les 28 et 29 décembre et le 3 janvier 2027", [(2026, 12, 28), (2026, 12, 29), (2027, 1, 3)]),
        ("lundi 28 décembre et mardi 5 janvier 2027", [(2026, 12, 28), (2027, 1, 5)]),
        ("5 janvier et 5 janvier 2027", [(2027, 1, 5)]),
        ("6/4/27, 7/4/27", [(2027, 4, 6), (2027, 4, 7)]),
        ("les lundis 11 et 18 janvier 2027", [(2027, 1, 11), (2027, 1, 18)]),
        ("les lundis 11 et 19 janvier 2027", "jour-contredit"),
        ("les lundis 12 et 18 janvier 2027", "jour-contredit"),
    ],
)
def test_lists_of_dates(text, days):
    if isinstance(days, str):
        assert code(read_dates, text, since=OCTOBER) == days
    else:
        assert read_dates(text, since=OCTOBER) == tuple(date(*day) for day in days)


@pytest.mark.parametrize(
    ("text", "dated", "places"),
    [
        ("le 25 décembre et 1er janvier", "", [(12, 25), (1, 1)]),
        ("24, 25 et 31 décembre", "", [(12, 24), (12, 25), (12, 31)]),
        ("le 11 novembre 2026, le 25 décembre et le 1er mai", "11 novembre 2026", [(12, 25), (5, 1)]),
        ("le 6/4/27 et 8 mai", "6/4/27", [(5, 8)]),
        ("mardi 8 mai", "mardi 8 mai", []),
        ("le 8 mai et le mardi 9 mai", "8 mai, mardi 9 mai", []),
        ("8 mai 2027", "8 mai 2027", []),
    ],
)
def test_dates_without_year_at_the_end_of_a_list_hold_every_year(text, dated, places):
    assert split_yearly(text) == (dated, tuple(Season(place, place) for place in places))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("du 20 décembre au 3 janvier 2027", date(2026, 12, 20), date(2027, 1, 3)),
        ("du lundi 28 décembre au dimanche 3 janvier 2027", date(2026, 12, 28), date(2027, 1, 3)),
        ("du 12 jusqu'au 16 janvier 2027", date(2027, 1, 12), date(2027, 1, 16)),
        ("du 12 au 12 janvier 2027", date(2027, 1, 12), date(2027, 1, 12)),
        ("du 3 janvier au 3 janvier 2027", date(2027, 1, 3), date(2027, 1, 3)),
        ("du 20 au 24 mai", date(2027, 5, 20), date(2027, 5, 24)),
    ],
)
def test_ranges_of_dates(text, first, last):
    assert read_span(text, since=OCTOBER) == Span(first, last)


@pytest.mark.parametrize("text", ["du 13 au 12 janvier 2027", "du 12 janvier 2027 au 3 janvier 2027"])
def test_a_range_ends_no_sooner_than_it_begins(text):
    assert code(read_span, text, since=OCTOBER) == "fin-avant-debut"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("du 20 décembre au 3 janvier", (12, 20), (1, 3)),
        ("du 1er au 31 août", (8, 1), (8, 31)),
        ("du 28 au 29 février", (2, 28), (2, 29)),
    ],
)
def test_ranges_of_every_year(text, first, last):
    assert read_yearly_span(text) == Season(first, last)


@pytest.mark.parametrize(
    ("text", "bounds", "found"),
    [
        ("octobre", {"since": OCTOBER}, PartialDate(2026, 10)),
        ("septembre", {"since": OCTOBER}, PartialDate(2027, 9)),
        ("juin 2029", {"since": OCTOBER}, PartialDate(2029, 6)),
        ("juin", {"before": date(2027, 6, 30)}, PartialDate(2027, 6)),
        ("juillet", {"before": date(2027, 6, 30)}, PartialDate(2026, 7)),
        ("juin", {"since": OCTOBER, "before": date(2029, 6, 30)}, PartialDate(2029, 6)),
    ],
)
def test_a_month_without_year(text, bounds, found):
    assert read_month(text, **bounds) == found


def test_a_month_without_any_year_is_refused():
    assert code(read_month, "juin") == "annee-manquante"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("22h à 12h", Times(time(22), time(12))),  # fourteen hours: the longest night
        ("22h à 12h01", "fin-avant-debut"),
        ("24h30", "heure-impossible"),
        ("25:00", "heure-impossible"),
        ("9h60", "heure-impossible"),
        ("9:5", "heure-illisible"),
        ("9:05", Times(time(9, 5))),
        ("9h30mn", Times(time(9, 30))),
        ("12h à midi", "fin-avant-debut"),
        ("minuit à 2h", Times(time(0), time(2))),
    ],
)
def test_hours_at_their_edges(text, found):
    assert (read_times(text) if isinstance(found, Times) else code(read_times, text)) == found


def test_an_end_at_the_very_hour_of_the_start_is_the_day_after():
    start, end = Times(time(9), time(9)).on(OCTOBER)
    assert end - start == timedelta(days=1)


@pytest.mark.parametrize(
    ("hour", "told"),
    [
        (time(0), "minuit"),
        (time(1), "1 h"),
        (time(0, 5), "0 h 05"),
        (time(9, 5), "9 h 05"),
        (time(12), "12 h"),
    ],
)
def test_an_hour_is_written_as_it_is_said(hour, told):
    assert write_time(hour) == told


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("06/04/27 à 15h", Moment(date(2027, 4, 6), Times(time(15)))),
        ("6 avril à 15h", Moment(date(2027, 4, 6), Times(time(15)))),
        ("mardi 6 avril de 9h à 12h", Moment(date(2027, 4, 6), Times(time(9), time(12)))),
        ("1er mai", Moment(date(2027, 5, 1))),
        ("mardi, 6 avril", Moment(date(2027, 4, 6))),
    ],
)
def test_a_moment_without_year_is_the_next_one(text, moment):
    assert read_moment(text, since=OCTOBER) == moment
