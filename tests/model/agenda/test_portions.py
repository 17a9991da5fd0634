"""Several hours a day, hours by day: what changes for one date, what is left of a day, what feeds repeat."""

from datetime import date, time

import pytest

from filquartiers.model.agenda.almanac import Almanac
from filquartiers.model.agenda.describe import describe_occurrence
from filquartiers.model.agenda.expand import occurrences
from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.agenda.portions import portions
from filquartiers.model.agenda.review import review
from filquartiers.model.agenda.schedule import Change, Override, Schedule
from filquartiers.model.agenda.series import series
from filquartiers.model.agenda.times import Times

START = date(2026, 10, 7)
TWICE = "le mercredi de 9 h à 12 h et de 14 h à 17 h"
BY_DAY = "le mercredi de 9 h à 12 h, le vendredi à 18 h"


def every(phrase: str, **values) -> Schedule:
    return Schedule(start=START, rule=parse_rule(phrase, start=START), almanac=Almanac("B"), **values)


def told(schedule: Schedule, last: date) -> list[str]:
    found = occurrences(schedule, date.min, last)
    return [f"{one.day:%d/%m} {one.times or one.part_of_day} {one.change or ''}".strip() for one in found]


def test_a_cancelled_day_is_cancelled_whole():
    off = Override(change=Change.CANCELLED, day=date(2026, 10, 14))
    assert told(every(TWICE, changes=(off,)), date(2026, 10, 14)) == [
        "07/10 09:00/12:00", "07/10 14:00/17:00", "14/10 09:00/12:00 annulé", "14/10 14:00/17:00 annulé",
    ]  # fmt: skip


def test_a_moved_day_keeps_its_hours():
    moved = Override(change=Change.MOVED, day=date(2026, 10, 14), new_day=date(2026, 10, 15))
    assert told(every(TWICE, changes=(moved,)), date(2026, 10, 20))[2:] == [
        "15/10 09:00/12:00 reporté", "15/10 14:00/17:00 reporté",
    ]  # fmt: skip


def test_a_day_moved_to_an_hour_happens_once():
    hour = Times(time(16), time(18))
    moved = Override(change=Change.MOVED, day=date(2026, 10, 14), new_day=date(2026, 10, 15), times=hour)
    assert told(every(TWICE, changes=(moved,)), date(2026, 10, 20))[2:] == ["15/10 16:00/18:00 reporté"]


def test_a_day_added_has_the_hours_of_its_weekday_those_that_it_states_or_none():
    days = (date(2026, 10, 9), date(2026, 10, 10))
    plain = tuple(Override(change=Change.ADDED, day=day) for day in days)
    assert told(every(BY_DAY, changes=plain), days[1]) == [
        "07/10 09:00/12:00", "09/10 18:00", "10/10  en plus",
    ]  # fmt: skip
    stated = Override(change=Change.ADDED, day=days[1], times=Times(time(10)))
    assert told(every(BY_DAY, changes=(stated,)), days[1])[-1] == "10/10 10:00 en plus"
    assert told(every(TWICE, changes=(stated,)), days[1])[2:] == ["10/10 10:00 en plus"]


@pytest.mark.parametrize(
    ("phrase", "wednesday"),
    [
        ("tous les jours de 9 h à 12 h et de 14 h à 18 h, sauf le mercredi matin", ["14:00/18:00"]),
        ("tous les jours de 9 h à 12 h 30 et de 14 h à 18 h, sauf le mercredi matin", ["14:00/18:00"]),
        ("tous les jours de 9 h à 12 h 30 et de 14 h à 18 h, sauf le mercredi après-midi", ["09:00/12:30"]),
        ("tous les jours de 9 h à 17 h, sauf le mercredi matin", ["sauf le matin"]),
        ("tous les jours de 11 h à 13 h 30, sauf le mercredi matin", ["sauf le matin"]),
        ("tous les jours, sauf le mercredi matin et le mercredi soir", ["sauf le matin et le soir"]),
        ("tous les jours à 9 h, sauf le mercredi matin", []),
        ("tous les jours de 20 h à 23 h, sauf le mercredi matin", ["20:00/23:00"]),
        ("tous les soirs, sauf le mercredi soir", []),
        ("tous les soirs, sauf le mercredi matin", ["soir"]),
    ],
)
def test_what_is_left_of_a_day(phrase, wednesday):
    found = occurrences(every(phrase), START, START)
    assert [str(one.times or one.part_of_day) for one in found] == wednesday


def test_words_say_what_is_left():
    (one,) = occurrences(every("tous les jours, sauf le mercredi matin"), START, START)
    assert describe_occurrence(one) == "mercredi 7 octobre 2026, sauf le matin"


def test_each_portion_is_a_series_of_its_own():
    first, second = (series(one, date(2027, 8, 31)) for one in portions(every(BY_DAY)))
    assert (first.first.day, dict(first.rrule)) == (date(2026, 10, 7), {"FREQ": "WEEKLY", "BYDAY": "WE"})
    assert (second.first.day, dict(second.rrule)) == (date(2026, 10, 9), {"FREQ": "WEEKLY", "BYDAY": "FR"})
    assert (first.until, second.until) == (None, None)
    with pytest.raises(ValueError, match="portions"):
        series(every(BY_DAY), date(2027, 8, 31))


def test_an_end_on_another_day_is_of_no_use_to_several_hours_a_day():
    found = review(every(TWICE, end=date(2026, 10, 9)), horizon=date(2027, 1, 1))
    assert [one.code for one in found] == ["fin-sans-effet"]
    assert all(
        one.last_day == one.day for one in occurrences(every(TWICE, end=date(2026, 10, 9)), START, START)
    )
