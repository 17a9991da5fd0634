"""From a schedule to its dates: hours and seasons, nights, single changes, windows."""

from datetime import date, time, timedelta

import pytest

from filquartiers.model.agenda.almanac import Almanac
from filquartiers.model.agenda.describe import describe, describe_change, describe_occurrence
from filquartiers.model.agenda.expand import occurrences
from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.agenda.schedule import Change, Override, Schedule
from filquartiers.model.agenda.school import OFFICIAL, SchoolBreak
from filquartiers.model.agenda.times import Times
from filquartiers.model.refusal import Refusal

FAR = date(2028, 12, 31)
AFTERNOON = Times(time(14), time(17))


def every(phrase: str, start: date, **values) -> Schedule:
    return Schedule(start=start, rule=parse_rule(phrase, start=start), almanac=Almanac("B"), **values)


def days(schedule: Schedule, last: date = FAR) -> list[date]:
    return [one.day for one in occurrences(schedule, date.min, last)]


def test_an_event_without_a_rule_happens_once(october):
    (only,) = occurrences(Schedule(start=october, times=AFTERNOON), date.min, FAR)
    assert (only.day, only.start.isoformat(), only.end.hour) == (october, "2026-10-07T14:00:00+02:00", 17)


def test_an_event_without_an_hour_has_no_instant(october):
    (only,) = occurrences(Schedule(start=october), date.min, FAR)
    assert (only.start, only.end) == (None, None)


def test_eighteen_hours_stays_eighteen_hours_over_both_changes():
    found = list(occurrences(every("le dimanche à 18 h", date(2026, 10, 18)), date.min, date(2027, 4, 4)))
    assert {one.start.hour for one in found} == {18}
    assert [one.start.utcoffset() / timedelta(hours=1) for one in found[:2]] == [2, 1]
    assert [one.start.utcoffset() / timedelta(hours=1) for one in found[-2:]] == [2, 2]
    assert found[-3].day == date(2027, 3, 21)
    assert found[-3].start.utcoffset() == timedelta(hours=1)


def test_another_zone_keeps_its_own_hours(october):
    island = Schedule(start=october, times=AFTERNOON, timezone="Indian/Reunion")
    (only,) = occurrences(island, date.min, FAR)
    assert only.start.isoformat() == "2026-10-07T14:00:00+04:00"


def test_an_unknown_zone_is_refused(october):
    with pytest.raises(Refusal) as caught:
        list(occurrences(Schedule(start=october, timezone="Paris"), date.min, FAR))
    assert caught.value.code == "fuseau-inconnu"


def test_a_night_ends_on_the_day_after(october):
    (only,) = occurrences(Schedule(start=october, times=Times(time(22), time(2))), date.min, FAR)
    assert (only.end.day, only.end.hour) == (8, 2)
    assert only.last_day == october


def test_an_event_of_several_days_is_one(october):
    festival = Schedule(start=october, end=date(2026, 10, 10), times=Times(time(18), time(12)))
    (only,) = occurrences(festival, date(2026, 10, 9), date(2026, 10, 9))
    assert (only.day, only.last_day) == (october, date(2026, 10, 10))
    assert only.end.isoformat() == "2026-10-10T12:00:00+02:00"


def test_the_29th_of_february_waits_for_its_year():
    leap = every("tous les ans", date(2028, 2, 29))
    assert days(leap, date(2037, 1, 1)) == [date(2028, 2, 29), date(2032, 2, 29), date(2036, 2, 29)]


def test_the_beat_of_one_in_two_holds_through_exceptions():
    start = date(2026, 10, 7)
    every_other = days(every("un mercredi sur deux, jusqu'au 30 juin 2027", start))
    spared = days(every("un mercredi sur deux, sauf vacances scolaires, jusqu'au 30 juin 2027", start))
    assert len(spared) == 16
    assert set(spared) < set(every_other)


def test_ten_sessions_are_ten_that_take_place(october):
    assert len(days(every("le mercredi, 10 séances, sauf vacances scolaires", october))) == 10


def test_a_rule_stops_where_school_breaks_are_unknown(october):
    assert days(every("le mercredi sauf vacances scolaires", october))[-1] < date(2027, 9, 1)


def test_a_network_adds_its_own_breaks(october):
    autumn = SchoolBreak("Toussaint", ("Corse",), date(2026, 10, 17), date(2026, 11, 1))
    school = OFFICIAL.extended((autumn,))
    rule = parse_rule("le mercredi sauf vacances scolaires", start=october)
    schedule = Schedule(start=october, rule=rule, almanac=Almanac("corse", school=school))
    assert days(schedule) == [october, date(2026, 10, 14)]


def test_alsace_and_moselle_have_two_more_holidays():
    rule = parse_rule("tous les vendredis sauf jours fériés", start=date(2027, 3, 19))
    window = (date(2027, 3, 19), date(2027, 4, 2))
    for alsace, count in ((False, 3), (True, 2)):
        schedule = Schedule(start=window[0], rule=rule, almanac=Almanac(alsace_moselle=alsace))
        assert len(list(occurrences(schedule, *window))) == count


def test_a_zone_is_needed_for_school_breaks(october):
    rule = parse_rule("le mercredi sauf vacances scolaires", start=october)
    with pytest.raises(Refusal) as caught:
        list(occurrences(Schedule(start=october, rule=rule), date.min, FAR))
    assert caught.value.code == "zone-manquante"


def test_words_are_never_expanded_past_their_start(october):
    schedule = every("environ toutes les six semaines", october, end=date(2027, 6, 30))
    assert [(one.day, one.last_day) for one in occurrences(schedule, date.min, FAR)] == [(october, october)]


def test_words_keep_the_dates_that_are_stated(october):
    added = Override(change=Change.ADDED, day=date(2026, 12, 4))
    cancelled = Override(change=Change.CANCELLED, day=october)
    schedule = every("environ toutes les six semaines", october, changes=(added, cancelled))
    assert [(one.day, one.change) for one in occurrences(schedule, date.min, FAR)] == [
        (october, Change.CANCELLED),
        (date(2026, 12, 4), Change.ADDED),
    ]


CHANGES = (
    Override(change=Change.CANCELLED, day=date(2026, 10, 14), note="salle prise"),
    Override(change=Change.MOVED, day=date(2026, 10, 21), new_day=date(2026, 10, 22), times=Times(time(15))),
    Override(change=Change.FULL, day=date(2026, 10, 28)),
    Override(change=Change.ADDED, day=date(2026, 10, 30)),
)


def test_a_change_is_stated_for_its_date_only(october):
    found = list(
        occurrences(every("le mercredi de 14 h à 17 h", october, changes=CHANGES), october, date(2026, 11, 4))
    )
    assert [describe_occurrence(one) for one in found] == [
        "mercredi 7 octobre 2026, de 14 h à 17 h",
        "mercredi 14 octobre 2026, de 14 h à 17 h (annulé)",
        "jeudi 22 octobre 2026, à 15 h (reporté du mercredi 21 octobre 2026)",
        "mercredi 28 octobre 2026, de 14 h à 17 h (complet)",
        "vendredi 30 octobre 2026, de 14 h à 17 h (en plus)",
        "mercredi 4 novembre 2026, de 14 h à 17 h",
    ]


def test_an_added_date_may_be_cancelled_in_turn(october):
    added = Override(change=Change.ADDED, day=date(2026, 10, 9), times=Times(time(10)))
    cancelled = Override(change=Change.CANCELLED, day=date(2026, 10, 9))
    schedule = every("le mercredi à 14 h", october, changes=(cancelled, added))
    _, friday = occurrences(schedule, october, date(2026, 10, 10))
    assert describe_occurrence(friday) == "vendredi 9 octobre 2026, à 10 h (annulé)"


def test_changes_are_told_in_words():
    assert [describe_change(change) for change in CHANGES] == [
        "mercredi 14 octobre 2026 : annulé (salle prise)",
        "mercredi 21 octobre 2026 : reporté au jeudi 22 octobre 2026, à 15 h",
        "mercredi 28 octobre 2026 : complet",
        "vendredi 30 octobre 2026 : en plus",
    ]


def test_a_date_moved_into_the_window_is_found_there(october):
    moved = Override(change=Change.MOVED, day=date(2026, 12, 30), new_day=date(2026, 10, 9))
    schedule = every("le mercredi", october, changes=(moved,))
    assert days(schedule, date(2026, 10, 10)) == [october, date(2026, 10, 9)]


def test_a_cancelled_event_cancels_every_date(october):
    found = occurrences(every("le mercredi", october, cancelled=True), october, date(2026, 11, 1))
    assert {one.change for one in found} == {Change.CANCELLED}


@pytest.mark.parametrize(
    ("schedule", "told"),
    [
        (
            Schedule(start=date(2017, 4, 6), times=Times(time(9), time(12))),
            "jeudi 6 avril 2017, de 9 h à 12 h",
        ),
        (Schedule(start=date(2027, 1, 12), end=date(2027, 1, 16)), "du 12 au 16 janvier 2027"),
        (
            Schedule(start=date(2027, 1, 12), end=date(2027, 1, 13), times=Times(time(18), time(12))),
            "du mardi 12 janvier 2027 à 18 h au mercredi 13 janvier 2027 à 12 h",
        ),
        (
            Schedule(start=date(2027, 1, 12), end=date(2027, 1, 13), times=Times(time(18))),
            "du 12 au 13 janvier 2027, à 18 h",
        ),
        (every("le mercredi", date(2026, 10, 7), times=AFTERNOON), "tous les mercredis de 14 h à 17 h"),
        (every("Environ une fois par mois", date(2026, 10, 7)), "Environ une fois par mois"),
    ],
)
def test_a_schedule_is_told_in_words(schedule, told):
    assert describe(schedule) == told


def test_a_date_tells_the_part_of_the_day(october):
    (one,) = occurrences(every("tous les mercredis matin", october), october, october)
    assert describe_occurrence(one) == "mercredi 7 octobre 2026, matin"


def test_a_change_of_hours_is_told_with_the_date():
    added = Override(change=Change.ADDED, day=date(2026, 10, 30), times=Times(time(10)), note="halle")
    assert describe_change(added) == "vendredi 30 octobre 2026, à 10 h : en plus (halle)"


@pytest.mark.parametrize(
    ("more", "told"),
    [(5, "les 7, 9, 11, 13, 15 et 17 octobre 2026"), (6, "7 dates, du 7 au 19 octobre 2026")],
)
def test_six_dates_are_told_one_by_one_and_more_are_counted(october, more, told):
    days = [october + timedelta(days=2 * rank) for rank in range(1, more + 1)]
    changes = tuple(Override(change=Change.ADDED, day=day) for day in days)
    assert describe(Schedule(start=october, changes=changes)) == told


def test_dates_of_a_day_and_of_several_are_told_with_their_ends(october):
    day = Override(change=Change.ADDED, day=date(2026, 10, 12), times=Times(time(9), time(12)))
    schedule = Schedule(start=october, end=date(2026, 10, 8), changes=(day,))
    assert describe(schedule) == "du 7 au 8 octobre 2026 et le 12 octobre 2026"
