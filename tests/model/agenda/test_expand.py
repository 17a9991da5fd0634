"""The days of a rule against their plain meaning, each day of the calendar looked at by itself; and edges."""

import calendar
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filquartiers.model.agenda.almanac import Almanac, public_holidays
from filquartiers.model.agenda.exceptions import WEEKEND, MonthPlace, Parity, Season, Span
from filquartiers.model.agenda.expand import occurrences
from filquartiers.model.agenda.known import Dates
from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.agenda.rule import Rhythm, Rule, Unit
from filquartiers.model.agenda.schedule import Change, Override, Schedule
from filquartiers.model.agenda.school import OFFICIAL
from filquartiers.model.agenda.times import Times
from filquartiers.model.refusal import Refusal
from model.agenda.strategies import DAYS, PLACES, RULES, STARTS

END = date(2027, 12, 31)
ZONES = st.sampled_from("ABC")
unhurried = settings(deadline=None)  # the machine may be busy


def days_from(first: date, last: date) -> list[date]:
    return [first + timedelta(days=rank) for rank in range((last - first).days + 1)]


def saturday_of(day: date) -> date:
    """The Saturday of a weekend, or the day itself."""
    return day - timedelta(days=1) if day.weekday() == 6 else day


def placed(rhythm: Rhythm, start: date, day: date) -> bool:
    """Whether a rhythm may fall on a day, whatever its beat."""
    if rhythm.weekends:
        on_saturdays = replace(rhythm, weekdays=(5,), weekends=False)
        return day.weekday() > 4 and placed(on_saturdays, start, saturday_of(day))
    length = calendar.monthrange(day.year, day.month)[1]
    positions = {(day.day - 1) // 7 + 1, -((length - day.day) // 7 + 1)}
    month_days = {day.day, -1 if day.day == length else day.day}
    follows = {
        Unit.DAY: True,
        Unit.WEEK: day.weekday() == start.weekday(),
        Unit.MONTH: day.day == start.day,
        Unit.YEAR: (day.month, day.day) == (start.month, start.day),
    }
    return (
        (not rhythm.months or day.month in rhythm.months)
        and (not rhythm.weekdays or day.weekday() in rhythm.weekdays)
        and (not rhythm.positions or not positions.isdisjoint(rhythm.positions))
        and (not rhythm.month_days or not month_days.isdisjoint(rhythm.month_days))
        and bool(rhythm.weekdays or rhythm.month_days or follows[rhythm.unit])
    )


def in_beat(rhythm: Rhythm, first: date, day: date) -> bool:
    """Whether a day is in one of the periods that count, from that of the first."""
    if rhythm.weekends:
        day, first = saturday_of(day), saturday_of(first)
    monday, first_monday = (one - timedelta(days=one.weekday()) for one in (day, first))
    apart = {
        Unit.DAY: (day - first).days,
        Unit.WEEK: (monday - first_monday).days // 7,
        Unit.MONTH: 12 * (day.year - first.year) + day.month - first.month,
        Unit.YEAR: day.year - first.year,
    }
    return apart[rhythm.unit] % rhythm.every == 0


EASTER = {2025: date(2025, 4, 20), 2026: date(2026, 4, 5), 2027: date(2027, 3, 28), 2028: date(2028, 4, 16)}


def feasts_near(name: str, day: date) -> list[date]:
    after_easter = {"Pâques": 0, "lundi de Pâques": 1, "Ascension": 39, "Pentecôte": 49}
    if name in after_easter:
        return [EASTER[day.year] + timedelta(days=after_easter[name])]
    month, number = {"Noël": (12, 25), "veille de Noël": (12, 24), "jour de l'an": (1, 1)}[name]
    return [date(day.year, month, number)]


def in_place(place: MonthPlace, day: date) -> bool:
    named = saturday_of(day) if place.weekday == WEEKEND else day
    wanted = {5, 6} if place.weekday == WEEKEND else {place.weekday}
    same = [one for one in days_of_month(named) if one.weekday() == named.weekday()]
    rank = place.position - 1 if place.position > 0 else place.position
    there = -len(same) <= rank < len(same) and same[rank] == named
    return day.weekday() in wanted and there and place.month in {0, named.month}


def days_of_month(day: date) -> list[date]:
    length = calendar.monthrange(day.year, day.month)[1]
    return [day.replace(day=number) for number in range(1, length + 1)]


def is_left(times: Times | None, parts: list[str]) -> bool:
    """Whether something of a day is left without some of its parts; an hour more is still that part."""
    if times is None:
        return True
    start, end = (
        times.start.hour + times.start.minute / 60,
        times.end.hour + times.end.minute / 60 if times.end else None,
    )
    end = start if end is None else end if end > start else end + 24
    hours = {"matin": (0, 13), "après-midi": (12, 19), "soir": (18, 31)}
    return not any(
        hours[part][0] <= start and end <= hours[part][1] and start < hours[part][1] - 1 for part in parts
    )


def kept(rule: Rule, zone: str, day: date) -> bool:
    """Whether neither an exception nor what the rule is limited to leaves a day out."""
    one, place = rule.exceptions, (day.month, day.day)
    breaks = {each.name for each in OFFICIAL.breaks if zone in each.zones and each.first <= day <= each.last}
    in_season = [
        season.first <= place <= season.last
        if season.first <= season.last
        else not season.last < place < season.first
        for season in one.seasons
    ]
    return not (
        any(span.first <= day <= span.last for span in one.spans)
        or any(in_place(each, day) for each in one.places)
        or day.day in one.month_days
        or (-1 in one.month_days and (day + timedelta(days=1)).day == 1)
        or (one.parity and int(f"{day:%V}") % 2 == (one.parity is Parity.ODD))
        or any(day == feast for name in one.feasts for feast in feasts_near(name, day))
        or (day.weekday() in one.holiday_weekdays and day in public_holidays(day.year))
        or not is_left(rule.times, [each.part for each in one.half_days if each.weekday == day.weekday()])
        or any(in_season)
        or (one.public_holidays and day in public_holidays(day.year))
        or (one.school_holidays and breaks)
        or breaks & set(one.breaks)
        or day.month in one.months
        or day.weekday() in one.weekdays
        or (rule.only_school_holidays and not breaks)
        or (rule.only_breaks and not breaks & set(rule.only_breaks))
        or (rule.parity is Parity.EVEN and int(f"{day:%V}") % 2)
        or (rule.parity is Parity.ODD and not int(f"{day:%V}") % 2)
    )


@unhurried
@given(RULES, STARTS, ZONES)
def test_a_rule_gives_the_days_that_it_means(rule, start, zone):
    schedule = Schedule(start=start, rule=rule, almanac=Almanac(zone))
    since = max(rule.start or start, start)
    stops = [END, rule.until or END, max(one.last for one in OFFICIAL.breaks) if rule.uses_school else END]
    calendar_days = [day for day in days_from(since, min(stops)) if placed(rule.rhythm, since, day)]
    beating = (day for day in calendar_days if in_beat(rule.rhythm, calendar_days[0], day))
    meant = islice((day for day in beating if kept(rule, zone, day)), rule.count)
    assert [one.day for one in occurrences(schedule, date.min, END)] == list(meant)


TWO_YEARS = [(day.month, day.day) for day in days_from(date(2000, 1, 1), date(2000, 12, 31))] * 2


@unhurried
@given(PLACES, PLACES, DAYS)
def test_a_season_holds_its_ends_and_what_is_between(first, last, day):
    since = TWO_YEARS[TWO_YEARS.index(first) :]
    assert Season(first, last).holds(day) == ((day.month, day.day) in since[: since.index(last) + 1])


@unhurried
@given(DAYS, DAYS, DAYS)
def test_a_span_holds_its_ends_and_what_is_between(first, last, day):
    assert Span(first, last).holds(day) == (day in days_from(first, last))


def found(schedule: Schedule, first: date, last: date) -> list[date]:
    return [one.day for one in occurrences(schedule, first, last)]


OCTOBER = date(2026, 10, 7)


@pytest.mark.parametrize(
    "schedule",
    [
        Schedule(start=OCTOBER, end=date(2026, 10, 10)),
        Schedule(start=OCTOBER, rule=parse_rule("du 7 au 10 octobre 2026")),
        Schedule(start=OCTOBER, end=date(2026, 10, 10), rule=parse_rule("le 7 octobre 2026")),
    ],
    ids=["from a day to another", "a range", "a listed day that lasts"],
)
def test_an_event_is_found_from_its_first_to_its_last_day(schedule):
    windows = [found(schedule, date(2026, 10, day), date(2026, 10, day)) for day in range(5, 13)]
    assert windows == [[], [], [OCTOBER], [OCTOBER], [OCTOBER], [OCTOBER], [], []]


def test_windows_hold_their_first_and_their_last_day():
    days = [date(2026, 10, day) for day in (7, 8, 9)]
    for phrase in ("les 7, 8 et 9 octobre 2026", "tous les jours", "du 7 au 9 octobre 2026 de 14 h à 17 h"):
        schedule = Schedule(start=OCTOBER, rule=parse_rule(phrase, start=OCTOBER))
        assert found(schedule, days[0], days[2]) == days
        assert found(schedule, days[1], days[1]) == [days[1]]


def test_a_rule_ends_on_its_last_day_or_after_so_many():
    until = parse_rule("tous les jours jusqu'au 9 octobre 2026", start=OCTOBER)
    counted = parse_rule("tous les jours, 3 fois", start=OCTOBER)
    for rule in (until, counted):
        assert found(Schedule(start=OCTOBER, rule=rule), date.min, END)[-1] == date(2026, 10, 9)


def weekly(*changes: Override, **values) -> Schedule:
    return Schedule(start=OCTOBER, rule=parse_rule("le mercredi", start=OCTOBER), changes=changes, **values)


def test_changes_of_one_date():
    """The last one stated counts; a date beyond the window may move into it; hours order the day."""
    wednesday, friday, far = OCTOBER, date(2026, 10, 9), date(2027, 3, 3)
    morning, evening = Times(time(9)), Times(time(20))
    schedule = weekly(
        Override(change=Change.CANCELLED, day=wednesday, note="salle prise"),
        Override(change=Change.FULL, day=wednesday, note="liste d’attente"),
        Override(change=Change.ADDED, day=friday, times=morning),
        Override(change=Change.FULL, day=friday),
        Override(change=Change.MOVED, day=far, new_day=friday, times=evening, note="fête"),
        Override(change=Change.ADDED, day=wednesday, times=evening),
    )
    told = [
        (one.day, one.original, one.change, one.times, one.note)
        for one in occurrences(schedule, OCTOBER, date(2026, 10, 10))
    ]
    assert told == [
        (wednesday, wednesday, Change.FULL, None, "liste d’attente"),
        (friday, friday, Change.FULL, morning, ""),
        (friday, far, Change.MOVED, evening, "fête"),
    ]


def test_what_is_cancelled_as_a_whole_is_so_on_each_date():
    full = Override(change=Change.FULL, day=OCTOBER)
    days = occurrences(weekly(full, cancelled=True), OCTOBER, date(2026, 10, 20))
    assert [one.change for one in days] == [Change.CANCELLED, Change.CANCELLED]


def test_of_one_day_what_has_no_hour_comes_first():
    moved = (
        Override(change=Change.MOVED, day=date(2026, 10, 14), new_day=OCTOBER, times=Times(time(18))),
        Override(change=Change.MOVED, day=date(2026, 10, 21), new_day=OCTOBER, times=Times(time(9))),
    )
    hours = [one.times for one in occurrences(weekly(*moved), OCTOBER, OCTOBER)]
    assert hours == [None, Times(time(9)), Times(time(18))]


@pytest.mark.parametrize("times", [None, Times(time(10), time(12))])
def test_the_hours_of_the_phrase_go_before_those_of_the_event(times):
    afternoon = Times(time(14), time(17))
    for phrase, hours in (("le mercredi", times), ("le mercredi de 14 h à 17 h", afternoon)):
        schedule = Schedule(start=OCTOBER, times=times, rule=parse_rule(phrase, start=OCTOBER))
        (only,) = occurrences(schedule, OCTOBER, OCTOBER)
        assert only.times == hours


@pytest.mark.parametrize("name", ["Paris", "", "Europe", "/etc/passwd", "../zone", "a\0b", "Europe/Paris\n"])
def test_what_is_no_time_zone_is_refused(name):
    with pytest.raises(Refusal) as caught:
        list(occurrences(weekly(timezone=name), OCTOBER, END))
    assert (caught.value.code, caught.value.values["texte"]) == ("fuseau-inconnu", name)


VIGIL = {"end": date(2026, 10, 8), "times": Times(time(18), time(12))}


@pytest.mark.parametrize(
    ("change", "bounds"),
    [
        (None, "07 18:00 08 12:00"),
        # Moved, it lasts as long, and its hours are those of the first and of the last day
        (Override(change=Change.MOVED, day=OCTOBER, new_day=date(2026, 10, 14)), "14 18:00 15 12:00"),
        (
            Override(
                change=Change.MOVED, day=OCTOBER, new_day=date(2026, 10, 14), times=Times(time(19), time(11))
            ),
            "14 19:00 15 11:00",
        ),
        (
            Override(change=Change.MOVED, day=OCTOBER, times=Times(time(10), time(11))),
            "07 10:00 08 11:00",
        ),
        (Override(change=Change.MOVED, day=OCTOBER, times=Times(time(19))), "07 19:00 08 12:00"),
        (Override(change=Change.FULL, day=OCTOBER, times=Times(time(9), time(11))), "07 09:00 07 11:00"),
    ],
)
def test_a_changed_date_of_several_days(change, bounds):
    schedule = Schedule(start=OCTOBER, changes=(change,) if change else (), **VIGIL)
    (one,) = occurrences(schedule, date.min, END)
    assert f"{one.start:%d %H:%M} {one.end:%d %H:%M}" == bounds


def test_an_added_date_that_is_changed_takes_the_hours_of_its_change():
    friday = date(2026, 10, 9)
    added = Override(change=Change.ADDED, day=friday, times=Times(time(9)))
    moved = Override(change=Change.MOVED, day=friday, new_day=date(2026, 10, 10), times=Times(time(20)))
    _, saturday = occurrences(weekly(added, moved), OCTOBER, date(2026, 10, 12))
    assert (saturday.day, saturday.times) == (date(2026, 10, 10), Times(time(20)))


def test_an_end_before_the_start_makes_no_date_shorter_than_a_day():
    for rule in (None, parse_rule("le mercredi, 1 fois", start=OCTOBER)):
        (one,) = occurrences(Schedule(start=OCTOBER, end=date(2026, 10, 1), rule=rule), date.min, END)
        assert (one.day, one.last_day) == (OCTOBER, OCTOBER)


@pytest.mark.parametrize(
    ("end", "times", "closing"),
    [
        (None, Times(time(18)), None),
        (date(2026, 10, 8), None, None),
        (date(2026, 10, 8), Times(time(18)), "2026-10-09T00:00:00+02:00"),
        (date(2026, 10, 8), Times(time(18), time(12)), "2026-10-08T12:00:00+02:00"),
    ],
)
def test_when_a_date_closes(end, times, closing):
    (one,) = occurrences(Schedule(start=OCTOBER, end=end, times=times), date.min, END)
    assert (one.closing.isoformat() if one.closing else None) == closing


@pytest.mark.parametrize(
    ("phrase", "known"),
    [
        (None, True),
        ("le mercredi", False),
        ("le mercredi, 3 fois", True),
        ("le mercredi jusqu'au 30 juin 2027, sauf vacances scolaires", True),
        ("le mercredi jusqu'au 30 juin 2030, sauf vacances scolaires", False),
        ("le mercredi, 10 fois, sauf vacances scolaires", True),
        ("le mercredi, 100 fois, sauf vacances scolaires", False),
        ("le mercredi, 3 fois, sauf vacances scolaires (zone D)", False),
    ],
)
def test_whether_all_dates_are_known(phrase, known):
    rule = parse_rule(phrase, start=OCTOBER) if phrase else None
    assert Dates(Schedule(start=OCTOBER, rule=rule, almanac=Almanac("B"))).all_known is known


def test_the_dates_that_follow_or_else_the_first_one_after():
    dates = Dates(Schedule(start=OCTOBER, rule=parse_rule("tous les ans", start=OCTOBER)))
    years = {
        last: [one.day.year for one in dates.following(date(2026, 10, 8), date(last, 10, 7))]
        for last in (2026, 2027, 2029)
    }
    assert years == {2026: [2027], 2027: [2027], 2029: [2027, 2028, 2029]}


def test_a_rule_that_ends_with_school_has_no_date_where_the_zone_is_not_known():
    start = date(2026, 10, 7)
    schedule = Schedule(
        start=start, rule=parse_rule("le mercredi jusqu'à la fin de l'année scolaire", start=start)
    )
    dates = Dates(schedule)
    assert (dates.following(start, END), dates.all_known) == ((), False)
    with pytest.raises(Refusal):
        list(occurrences(schedule, start, END))
    known = replace(schedule, almanac=Almanac("B"))
    assert Dates(known).all_known
    assert list(occurrences(known, start, END))[-1].day == date(2027, 6, 30)
    later = replace(known, start=date(2027, 7, 7))  # the summer break has begun, the next one is not known
    assert not Dates(later).all_known
