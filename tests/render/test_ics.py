"""Feeds: their form by RFC 5545, and the same dates once read back by another library."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import EventStatus
from icalendar import Timezone

from filquartiers.model.agenda.almanac import Almanac
from filquartiers.model.agenda.expand import occurrences
from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.agenda.schedule import Change, Occurrence, Override, Schedule
from filquartiers.model.agenda.times import Times
from filquartiers.render.ics import Feed, IcsEvent, calendar_bytes
from filquartiers.render.vtimezone import vtimezone
from model.agenda.strategies import any_schedules, schedules

PARIS = ZoneInfo("Europe/Paris")
OCTOBER = date(2026, 10, 7)
HORIZON = date(2028, 10, 7)
FEED = Feed(name="Au fil des quartiers", source="https://exemple.org/agenda.ics")
CHANGES = (
    Override(change=Change.CANCELLED, day=date(2026, 10, 14), note="salle prise"),
    Override(
        change=Change.MOVED,
        day=date(2026, 11, 18),
        new_day=date(2026, 11, 19),
        times=Times(time(15), time(16)),
    ),
    Override(change=Change.FULL, day=date(2026, 11, 25)),
    Override(change=Change.ADDED, day=date(2026, 12, 4)),
    Override(change=Change.ADDED, day=date(2026, 12, 5), times=Times(time(10), time(12))),
)


def event(schedule: Schedule, **values) -> IcsEvent:
    stated = {"uid": "atelier@exemple.org", "summary": "Atelier", "revised": OCTOBER} | values
    return IcsEvent(schedule=schedule, **stated)


def written(schedule: Schedule, horizon: date = HORIZON, **values) -> str:
    return calendar_bytes(FEED, [event(schedule, **values)], horizon=horizon).decode()


def every(phrase: str, **values) -> Schedule:
    return Schedule(start=OCTOBER, rule=parse_rule(phrase, start=OCTOBER), almanac=Almanac("B"), **values)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def reread(text: str, first: date, last: date) -> list[tuple]:
    """Each date of a feed as the other library expands it."""
    calendar: Calendar = IcsCalendarStream.calendar_from_ics(text)
    window = (datetime.combine(day, time(), PARIS) for day in (first, last + timedelta(days=1)))
    found = calendar.timeline_tz(PARIS).overlapping(*window)
    return sorted(
        (str(one.dtstart), str(one.dtend or one.dtstart), one.status is EventStatus.CANCELLED)
        for one in found
        if _day(one.dtstart) <= last
    )


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def ours(schedule: Schedule, first: date, last: date) -> list[tuple]:
    return sorted(_told(one) for one in occurrences(schedule, first, last))


def _told(one: Occurrence) -> tuple:
    start = one.start or one.day
    end = one.closing or (one.start or one.last_day + timedelta(days=1))
    return str(start), str(end), one.change is Change.CANCELLED


@pytest.mark.parametrize(
    "phrase",
    [
        "tous les mercredis de 14 h à 17 h",
        "tous les mercredis de 14 h à 17 h, sauf vacances scolaires, jusqu'au 30 juin 2027",
        "un mardi sur deux à 18 h, sauf jours fériés",
        "les 1er et 3e jeudis du mois de 9 h 30 à 11 h",
        "le dernier dimanche de mai",
        "le 31 du mois à 10 h",
        "du 12 au 16 janvier 2027",
        "du 12 au 16 janvier 2027 de 14 h à 17 h",
        "les 12, 14 et 16 janvier 2027 de 14 h à 17 h",
        "tous les mardis, pendant les vacances scolaires",
        "tous les mercredis, semaines paires",
        "tous les jours de 9 h à 10 h, sauf le samedi et le dimanche",
        "tous les ans",
    ],
)
@pytest.mark.parametrize("changes", [(), CHANGES], ids=["plain", "changed"])
def test_two_years_read_back_are_the_same_dates(phrase, changes):
    schedule = every(phrase, changes=changes)
    assert reread(written(schedule), OCTOBER, HORIZON) == ours(schedule, OCTOBER, HORIZON)


@settings(max_examples=40, deadline=None)
@given(schedules() | any_schedules())
def test_any_schedule_read_back_has_the_same_dates(schedule):
    first, last = date(2025, 8, 1), date(2027, 8, 31)  # before any start, to the end of the table
    assert reread(written(schedule, last), first, last) == ours(schedule, first, last)


def test_lines_end_in_crlf_and_fold_at_75_octets():
    text = written(
        every("tous les mercredis"), summary="Été à l’œuvre, déjà ! " * 20, description="« ça ; là »\n" * 30
    )
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) == 75
    assert b"\n" not in b"".join(lines)
    assert all(line.decode() for line in lines[:-1])


def test_text_with_separators_reads_back():
    summary = "Cuisine, jardin ; « goûter » \\ fin"
    text = written(every("tous les mercredis"), summary=summary, categories=("Cuisine, jardin", "été"))
    (found,) = IcsCalendarStream.calendar_from_ics(text).events
    assert found.summary == summary
    assert "CATEGORIES:Cuisine\\, jardin,été" in unfolded(text)


def test_a_feed_says_what_it_is():
    lines = unfolded(written(every("tous les mercredis à 14 h")))
    for line in (
        "NAME:Au fil des quartiers",
        "X-WR-CALNAME:Au fil des quartiers",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "SOURCE;VALUE=URI:https://exemple.org/agenda.ics",
        "TZID:Europe/Paris",
        "DTSTART;TZID=Europe/Paris:20261007T140000",
        "RRULE:FREQ=WEEKLY;BYDAY=WE",
        "DTSTAMP:20261007T000000Z",
    ):
        assert line in lines


def test_school_breaks_become_excluded_dates_not_copies():
    text = written(every("tous les mercredis de 14 h à 17 h, sauf vacances scolaires, jusqu'au 30 juin 2027"))
    lines = unfolded(text)
    assert lines.count("BEGIN:VEVENT") == 1
    assert "RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20270630T120000Z" in lines
    assert sum(line.count("T140000") for line in lines if line.startswith("EXDATE;TZID=Europe/Paris:")) == 8


def test_a_changed_date_is_stated_by_its_recurrence_id():
    lines = unfolded(written(every("le mercredi de 14 h à 17 h", changes=CHANGES)))
    assert [line for line in lines if line.startswith("RECURRENCE-ID")] == [
        "RECURRENCE-ID;TZID=Europe/Paris:20261014T140000",
        "RECURRENCE-ID;TZID=Europe/Paris:20261118T140000",
        "RECURRENCE-ID;TZID=Europe/Paris:20261125T140000",
    ]
    assert lines.count("STATUS:CANCELLED") == 1
    assert {"SUMMARY:Annulé : Atelier", "SUMMARY:Complet : Atelier"} < set(lines)


def test_a_cancelled_event_stays_and_says_so():
    lines = unfolded(written(every("tous les mercredis", cancelled=True)))
    assert {"STATUS:CANCELLED", "SUMMARY:Annulé : Atelier"} < set(lines)


def test_an_event_that_moved_needs_no_recurrence():
    moved = Override(change=Change.MOVED, day=OCTOBER, new_day=date(2026, 10, 9))
    lines = unfolded(written(Schedule(start=OCTOBER, changes=(moved,))))
    assert "DTSTART;VALUE=DATE:20261009" in lines
    assert not [line for line in lines if line.startswith("RECURRENCE-ID")]


def test_an_endless_rule_stays_endless_whatever_the_horizon():
    assert "RRULE:FREQ=YEARLY" in unfolded(written(every("tous les ans"), date(2026, 12, 1)))


def test_words_give_their_start_alone():
    lines = unfolded(written(every("environ toutes les six semaines")))
    assert "DTSTART;VALUE=DATE:20261007" in lines
    assert not [line for line in lines if line.startswith(("RRULE", "RDATE"))]


def test_a_position_is_written_when_known():
    assert "GEO:47.28;-2.21" in unfolded(written(every("tous les mercredis"), position=(47.28, -2.21)))


def test_the_same_events_give_the_same_bytes():
    events = [event(every("le mercredi à 14 h", changes=CHANGES)), event(Schedule(start=OCTOBER), uid="b@x")]
    first, again = (calendar_bytes(FEED, iter(events), horizon=HORIZON) for _ in range(2))
    assert first == again


def _quarters(first: datetime, last: datetime) -> Iterator[datetime]:
    moment = first
    while moment < last:
        yield moment
        moment += timedelta(minutes=15)


CLASSIC = {
    "Europe/Paris": ["FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"],
    "America/Miquelon": ["FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"],
    "Indian/Reunion": [],
    "Pacific/Noumea": [],
}


@pytest.mark.parametrize("name", CLASSIC)
def test_a_vtimezone_is_the_classic_one(name):
    lines = unfolded(vtimezone(name, 2025, 2027).decode())
    assert [line.partition(":")[2] for line in lines if line.startswith("RRULE")] == CLASSIC[name]
    starts = [line.partition(":")[2] for line in lines if line.startswith("DTSTART")]
    assert all(start.startswith("1970") for start in starts)
    if name == "Europe/Paris":
        assert starts == ["19700329T020000", "19701025T030000"]
    if name == "America/Miquelon":
        assert starts == ["19700308T020000", "19701101T020000"]


def test_an_irregular_zone_is_told_change_by_change():
    lines = unfolded(vtimezone("Africa/Casablanca", 2026, 2028).decode())
    assert not [line for line in lines if line.startswith(("RRULE", "RDATE"))]
    assert len([line for line in lines if line.startswith("DTSTART:2027")]) == 2


@pytest.mark.parametrize("name", ["Europe/Paris", "Indian/Reunion", "America/Miquelon", "Africa/Casablanca"])
def test_a_vtimezone_changes_hour_when_the_zone_does(name):
    data = vtimezone(name, 2026, 2028).replace(name.encode(), b"Ici")  # else the name alone would do
    told, known = Timezone.from_ical(data).to_tz(lookup_tzid=False), ZoneInfo(name)
    for day in (date(2026, 3, 29), date(2026, 3, 8), date(2026, 10, 25), date(2027, 11, 7)):
        for moment in _quarters(datetime.combine(day, time(), UTC), datetime.combine(day, time(8), UTC)):
            assert moment.astimezone(told).utcoffset() == moment.astimezone(known).utcoffset()


@given(st.text(max_size=200))
def test_any_title_makes_a_readable_feed(title):
    text = written(Schedule(start=OCTOBER), summary=title)
    assert len(IcsCalendarStream.calendar_from_ics(text).events) == 1
