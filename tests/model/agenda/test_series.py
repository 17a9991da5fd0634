"""What one VEVENT states: each date once, none beyond its end, an end where a RRULE cannot say the rest."""

from datetime import date, datetime, time

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings

from filquartiers.model.agenda.almanac import Almanac
from filquartiers.model.agenda.expand import planned
from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.agenda.portions import portions
from filquartiers.model.agenda.schedule import Change, Override, Schedule
from filquartiers.model.agenda.series import Series, series
from filquartiers.model.agenda.times import Times
from model.agenda.strategies import any_schedules

OCTOBER = date(2026, 10, 7)
HORIZON = date(2027, 8, 31)


def every(phrase: str, **values) -> Schedule:
    return Schedule(start=OCTOBER, rule=parse_rule(phrase, start=OCTOBER), almanac=Almanac("B"), **values)


def ruled_days(told: Series, last: date) -> set[date]:
    """What a reader of RFC 5545 takes from DTSTART and RRULE."""
    start = datetime.combine(told.first.original, time())
    if not told.rrule:
        return {told.first.original}
    rule = rrulestr(";".join(f"{name}={value}" for name, value in told.rrule), dtstart=start)
    return {one.date() for one in rule.between(start, datetime.combine(last, time()), inc=True)}


@settings(deadline=None)  # the machine may be busy
@given(any_schedules())
def test_each_date_is_stated_once(schedule):
    for one in portions(schedule):
        check_stated_once(one)


def check_stated_once(schedule: Schedule) -> None:
    told, meant = series(schedule, HORIZON), {day for day in planned(schedule, HORIZON) if day <= HORIZON}
    if told is None:
        assert not meant
        return
    ruled = ruled_days(told, told.until or max([HORIZON, *told.excluded]))
    assert ruled.isdisjoint(told.added)
    assert ruled.issuperset(told.excluded)
    assert {day for day in ruled.union(told.added).difference(told.excluded) if day <= HORIZON} == meant


@pytest.mark.parametrize(
    ("phrase", "until"),
    [
        ("le mercredi", None),
        ("le mercredi sauf le 14 octobre 2026", None),
        ("le mercredi, 3 fois", date(2026, 10, 21)),
        ("le mercredi jusqu'au 23 octobre 2026", date(2026, 10, 21)),
        # What can only be listed is listed up to the horizon
        ("le mercredi sauf jours fériés", date(2027, 8, 25)),
        ("le mercredi sauf en août", date(2027, 7, 28)),
        ("le mercredi, semaines impaires", date(2027, 8, 18)),
        ("le mercredi sauf vacances scolaires", date(2027, 6, 30)),
    ],
)
def test_only_what_a_recurrence_rule_says_goes_on(phrase, until):
    told = series(every(phrase), HORIZON)
    assert told.until == until
    assert dict(told.rrule) == {"FREQ": "WEEKLY", "BYDAY": "WE"}
    assert all(day < (until or HORIZON) for day in told.excluded)


def test_listed_days_are_listed():
    told = series(every("les 7, 9 et 12 octobre 2026"), HORIZON)
    assert told.rrule == ()
    assert told.added == (date(2026, 10, 9), date(2026, 10, 12))
    assert (told.excluded, told.until) == ((), None)


def test_a_first_date_beyond_the_horizon_is_stated():
    told = series(every("tous les ans le 29 février"), date(2026, 12, 31))
    assert told.first.day == date(2028, 2, 29)


def test_a_date_added_on_a_day_left_out_is_not_stated_twice():
    back = Override(change=Change.ADDED, day=date(2026, 11, 11))
    told = series(every("le mercredi sauf jours fériés, jusqu'au 30 novembre 2026", changes=(back,)), HORIZON)
    assert (told.excluded, told.added) == ((), ())


def test_dates_over_a_change_of_clock_stand_by_themselves():
    """The others last exactly as long as the first: here 18 hours, but for the night that has one more."""
    saturday = date(2026, 10, 10)
    rule = parse_rule("le samedi, 4 fois", start=saturday)
    night = Schedule(start=saturday, end=date(2026, 10, 11), times=Times(time(18), time(12)), rule=rule)
    assert [one.day for one in series(night, HORIZON).overridden] == [date(2026, 10, 24)]
