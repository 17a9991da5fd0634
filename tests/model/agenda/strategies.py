"""Made-up rules and schedules for the property tests."""

from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial

from hypothesis import strategies as st

from filquartiers.model.agenda.almanac import Almanac
from filquartiers.model.agenda.exceptions import (
    WEEKEND,
    Exceptions,
    HalfDay,
    MonthPlace,
    Parity,
    Season,
    Span,
)
from filquartiers.model.agenda.expand import occurrences
from filquartiers.model.agenda.rule import DayHours, Rhythm, Rule, Unit, Words
from filquartiers.model.agenda.schedule import Change, Override, Schedule
from filquartiers.model.agenda.times import Times

STARTS = st.dates(date(2025, 9, 1), date(2026, 12, 31))
HOURS = st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30)))
EVENINGS = st.builds(Times, st.builds(time, st.integers(8, 19)), st.builds(time, st.integers(20, 23)))
NIGHTS = st.just(Times(time(22), time(2)))
WORDED = st.builds(Times, HOURS, word=st.sampled_from(("vers", "à partir de")))
TIMES = st.one_of(EVENINGS, NIGHTS, st.builds(Times, HOURS), WORDED)
TWICE = st.sampled_from(
    (
        (Times(time(9), time(12)), Times(time(14), time(17, 30))),
        (Times(time(14)), Times(time(16))),
        (Times(time(10), time(11)), Times(time(11)), Times(time(20), time(1))),
    )
)
PARTS = st.sampled_from(("matin", "après-midi", "soir"))


def some(values, most: int = 3):
    return st.lists(st.sampled_from(values), min_size=1, max_size=most, unique=True).map(sorted).map(tuple)


WEEKDAYS = some(range(7), 6)
MONTHS = st.one_of(st.just(()), some(range(1, 13), 11))
EVERY = st.sampled_from((1, 1, 1, 2, 3, 6))
POSITIONS = some((1, 2, 3, 4, 5)) | st.just((-1,)) | st.just((1, -1)) | st.just((-2,))
MONTH_DAYS = some(range(1, 32)) | st.just((-1,)) | st.just((1, -1))

RHYTHMS = st.one_of(
    st.builds(Rhythm, unit=st.just(Unit.DAY), every=EVERY),
    st.builds(Rhythm, unit=st.just(Unit.WEEK), every=EVERY),
    st.builds(Rhythm, unit=st.just(Unit.WEEK), every=EVERY, weekdays=WEEKDAYS, months=MONTHS),
    st.builds(
        Rhythm,
        unit=st.just(Unit.MONTH),
        every=EVERY,
        weekdays=some(range(7), 2),
        positions=POSITIONS,
        months=MONTHS,
    ),
    st.builds(Rhythm, unit=st.just(Unit.MONTH), every=EVERY, month_days=MONTH_DAYS, months=MONTHS),
    st.builds(
        Rhythm,
        unit=st.just(Unit.YEAR),
        every=st.just(1),
        month_days=some(range(1, 29), 1),
        months=some(range(1, 13), 1),
    ),
    st.builds(
        Rhythm,
        unit=st.just(Unit.MONTH),
        every=EVERY,
        positions=POSITIONS,
        months=MONTHS,
        weekends=st.sampled_from((True,)),
    ),
    st.just(Rhythm(unit=Unit.YEAR)),
)

DAYS = st.dates(date(2026, 1, 1), date(2027, 8, 31))
SPANS = st.builds(lambda one, other: Span(min(one, other), max(one, other)), DAYS, DAYS)
PLACES = st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: (day.month, day.day))
RANKS = st.sampled_from((1, 2, 3, 4, 5, -1, -2))
PLACED = st.builds(MonthPlace, RANKS, st.integers(0, WEEKEND), st.just(0) | st.integers(1, 12))
BEFORE = DAYS.map(partial(Span, date.min))
AFTER = st.dates(date(2026, 6, 1), date(2027, 8, 31)).map(lambda day: Span(day, date.max))
FEASTS = ("Noël", "Pâques", "lundi de Pâques", "Ascension", "Pentecôte", "veille de Noël", "jour de l'an")


def at_most(values, size: int):
    return st.lists(values, max_size=size, unique=True).map(sorted).map(tuple)


EXCEPTIONS = st.builds(
    Exceptions,
    spans=at_most(SPANS, 2) | at_most(SPANS | BEFORE, 1) | at_most(AFTER, 1),
    month_days=st.just(()) | some((2, 3, 15, 31), 2) | st.just((-1,)),
    places=st.just(()) | at_most(PLACED, 2),
    parity=st.none() | st.none() | st.sampled_from(Parity),
    feasts=st.just(()) | some(FEASTS, 2),
    half_days=st.just(()) | at_most(st.builds(HalfDay, st.integers(0, 6), PARTS), 2),
    holiday_weekdays=st.just(()) | some(range(7), 2),
    seasons=st.lists(st.builds(Season, PLACES, PLACES), max_size=1).map(tuple),
    months=st.just(()) | some(range(1, 13), 2),
    weekdays=st.just(()) | some(range(7), 2),
    breaks=st.just(()) | some(("Noël", "Toussaint", "hiver", "printemps", "été", "Ascension")),
    public_holidays=st.booleans(),
    school_holidays=st.booleans(),
)

RULES = st.builds(
    Rule,
    rhythm=RHYTHMS,
    start=st.none() | STARTS,
    until=st.none() | st.dates(date(2027, 1, 1), date(2027, 8, 31)),
    count=st.none() | st.integers(1, 40),
    times=st.none() | TIMES,
    parity=st.none() | st.none() | st.sampled_from(Parity),
    exceptions=st.just(Exceptions()) | EXCEPTIONS,
    only_school_holidays=st.sampled_from((False, False, False, True)),
    only_breaks=st.just(()) | st.just(()) | some(("Noël", "été", "Ascension")),
).map(lambda rule: replace(rule, parity=None) if rule.rhythm.every == 2 else rule)
"""« Un mercredi sur deux, semaines paires » is one way to say every even week."""


@st.composite
def limited(draw) -> Rule:
    """A rule that ends with school, keeps a week of breaks, has hours twice a day or by weekday."""
    rule = draw(RULES)
    if not rule.until:
        rule = replace(rule, until_break=draw(st.sampled_from(("", "Noël", "été", "hiver"))))
    if rule.only_school_holidays or rule.only_breaks:
        rule = replace(rule, only_week=draw(st.sampled_from((0, 1, 2, -1))))
    weekdays = rule.rhythm.weekdays if rule.rhythm.unit is Unit.WEEK else ()
    if len(weekdays) > 1 and draw(st.booleans()):
        cut = draw(st.integers(1, len(weekdays) - 1))
        first, second = draw(TWICE), draw(EVENINGS)
        table = (DayHours(weekdays[:cut], (), first), DayHours(weekdays[cut:], (), (second,), draw(PARTS)))
        return replace(rule, times=None, timetable=table)
    if draw(st.booleans()):
        part = draw(st.just("") | PARTS)
        return replace(rule, times=None, timetable=(DayHours(times=draw(TWICE), part_of_day=part),))
    return rule


ANY_RULES = RULES | limited()


@st.composite
def schedules(draw) -> Schedule:
    rule = draw(ANY_RULES)
    plain = Schedule(start=draw(STARTS), rule=rule, almanac=Almanac(draw(st.sampled_from("ABC"))))
    added = st.builds(Override, change=st.just(Change.ADDED), day=DAYS, times=st.just(rule.times))
    extra = draw(st.lists(added, max_size=2, unique_by=lambda one: one.day))
    return replace(plain, changes=(*extra, *draw(changes(plain))))


def changes(schedule: Schedule):
    """What may become of the dates that the rule gives."""
    days = [one.day for one in occurrences(schedule, date(2025, 9, 1), date(2027, 6, 30))]
    if not days:
        return st.just([])
    day = st.sampled_from(days)
    stays = st.sampled_from((Change.CANCELLED, Change.FULL))
    moved = st.builds(Override, change=st.just(Change.MOVED), day=day, new_day=DAYS)
    return st.lists(
        st.builds(Override, change=stays, day=day) | moved, max_size=3, unique_by=lambda one: one.day
    )


LISTED = st.builds(
    Rule,
    days=st.lists(DAYS, min_size=1, max_size=5, unique=True).map(sorted).map(tuple),
    times=st.none() | TIMES,
)
RANGES = SPANS.flatmap(
    lambda span: st.builds(Rule, start=st.just(span.first), until=st.just(span.last), times=st.none() | TIMES)
)
TOLD = st.builds(
    Words, st.sampled_from(("environ toutes les six semaines", "début mars 2026", "à préciser en 2029"))
)
LENGTHS = st.integers(0, 4).map(timedelta)
ADDED = st.builds(Override, change=st.just(Change.ADDED), day=DAYS, times=st.none() | TIMES)


@st.composite
def any_schedules(draw) -> Schedule:
    """Whatever an event may state: once or not, a day or several, with dates added and changed."""
    rule = draw(st.none() | ANY_RULES | LISTED | RANGES | TOLD)
    start = draw(STARTS)
    if isinstance(rule, Rule) and rule.rhythm is None:
        start = rule.start or rule.days[0]
    plain = Schedule(
        start=start,
        end=start + draw(LENGTHS),
        times=draw(st.none() | TIMES),
        rule=rule,
        cancelled=draw(st.sampled_from((False, False, False, True))),
        almanac=Almanac(draw(st.sampled_from("ABC"))),
    )
    extra = draw(st.lists(ADDED, max_size=3, unique_by=lambda one: one.day))
    return replace(plain, changes=(*extra, *draw(changes(replace(plain, changes=tuple(extra))))))
