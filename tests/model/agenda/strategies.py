"""Made-up rules and schedules for the property tests."""

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import strategies as st

from filquartiers.model.agenda.almanac import Almanac
from filquartiers.model.agenda.expand import occurrences
from filquartiers.model.agenda.rule import Exceptions, Parity, Rhythm, Rule, Season, Span, Unit, Words
from filquartiers.model.agenda.schedule import Change, Override, Schedule
from filquartiers.model.agenda.times import Times

STARTS = st.dates(date(2025, 9, 1), date(2026, 12, 31))
HOURS = st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30)))
EVENINGS = st.builds(Times, st.builds(time, st.integers(8, 19)), st.builds(time, st.integers(20, 23)))
NIGHTS = st.just(Times(time(22), time(2)))
TIMES = st.one_of(EVENINGS, NIGHTS, st.builds(Times, HOURS))


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
    st.just(Rhythm(unit=Unit.YEAR)),
)

DAYS = st.dates(date(2026, 1, 1), date(2027, 8, 31))
SPANS = st.builds(lambda one, other: Span(min(one, other), max(one, other)), DAYS, DAYS)
PLACES = st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: (day.month, day.day))
EXCEPTIONS = st.builds(
    Exceptions,
    spans=st.lists(SPANS, max_size=2, unique=True).map(sorted).map(tuple),
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
)


@st.composite
def schedules(draw) -> Schedule:
    rule = draw(RULES)
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
    rule = draw(st.none() | RULES | LISTED | RANGES | TOLD)
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
