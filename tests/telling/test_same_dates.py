"""Whatever an event states, every output announces the same dates over the window that it shows."""

import csv
import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from filquartiers.checks.meetings import AHEAD, meetings
from filquartiers.cli.check import lines_of
from filquartiers.content import load
from filquartiers.model.agenda.describe import describe_occurrence
from filquartiers.model.agenda.expand import occurrences
from filquartiers.model.agenda.schedule import Change, Occurrence
from filquartiers.model.agenda.times import Moment
from filquartiers.model.kinds import KINDS, Evenement
from filquartiers.model.site import Site
from filquartiers.render.feeds.calendars import calendars
from filquartiers.render.search import index
from filquartiers.render.web.json_ld import json_ld
from filquartiers.telling.agenda.evenement import MOST_DATA, SHOWN, evenement
from filquartiers.telling.agenda.month import month_view
from filquartiers.telling.agenda.selection import agenda_view
from filquartiers.telling.channels import whole
from filquartiers.telling.diary import DAYS_AHEAD, last_day, month_of
from filquartiers.telling.news import MOST, news
from filquartiers.telling.printed.calendar import month_after, months_ahead
from filquartiers.telling.printed.posters import MONTHS_AHEAD
from filquartiers.telling.teller import Teller
from filquartiers.telling.words import capital
from model.agenda.strategies import any_schedules
from model.facts.events import event_of

PARIS = ZoneInfo("Europe/Paris")
LONG_AGO = date(2025, 8, 1)
ONE_YEAR, TWO_YEARS = timedelta(days=366), timedelta(days=2 * 366)
TODAYS = st.sampled_from((date(2026, 1, 15), date(2026, 11, 21), date(2027, 9, 1)))


@pytest.fixture(scope="module")
def site_of(examples):
    """An example project, behind a call: hypothesis prints what a test is given."""
    known = {name: load(examples / name, KINDS, date(2026, 11, 21)).site for name in ("mini", "fictif")}
    return lambda name: known[name]


def _told(one: Occurrence) -> tuple[str, str, str]:
    """When a date starts, when it ends, and what became of it."""
    start = one.start or one.day
    return str(start), str(one.closing or one.start or one.last_day), _state(one)


def _state(one: Occurrence) -> str:
    return one.change.value if one.change and one.change is not Change.ADDED else ""


@settings(deadline=None, max_examples=60)
@given(any_schedules(), TODAYS)
def test_any_event_has_the_same_dates_everywhere(site_of, schedule, today):
    bare = site_of("mini")
    event = event_of(schedule, reseau=bare.networks[0], lieu="Salle des fêtes")
    teller = Teller(Site({**bare.entries, "evenement": (event,)}, bare.kinds, today))

    def expected(first: date, last: date) -> list[Occurrence]:
        return list(occurrences(schedule, first, last))

    _lists(teller, event, expected(today, today + timedelta(days=DAYS_AHEAD)))
    _months(teller, expected)
    _programmes(teller, event, expected)
    _page(teller, event, expected)
    _feeds(teller, schedule.timezone, expected)
    _checks(teller.site, event, expected)
    _search(teller, event, expected(today, today + 15 * ONE_YEAR))


def _lists(teller, event, expected) -> None:
    view = agenda_view(teller, whole(teller.site))
    shown = [line for week in view.weeks for day in week.days for line in day.lines]
    assert [(line.day.machine, line.last_day, line.state) for line in shown] == [
        (str(one.day), str(one.last_day), _state(one)) for one in expected
    ]
    items = news(teller)
    told = sorted(_plain(item.summary) for item in items if item.address == f"agenda/{event.slug}/")
    words = sorted(map(describe_occurrence, expected))
    assert told == words if len(items) < MOST else set(told) <= set(words)


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def _months(teller, expected) -> None:
    diary = teller.diary
    for month in diary.months:
        first, last = date(*month, 1), last_day(*month)
        cells = [cell for week in month_view(teller, month).weeks for cell in week if cell]
        assert sorted((cell.machine, slot.state) for cell in cells for slot in cell.slots) == sorted(
            (str(day), _state(one))
            for one in expected(first, last)
            for day in _days(one)
            if first <= day <= last
        )
    shown = {month_of(day) for one in expected(LONG_AGO, diary.horizon) for day in _days(one)}
    assert {month for month in shown if month <= month_of(diary.horizon)} <= set(diary.months)


def _programmes(teller, event, expected) -> None:
    """On paper: the month under way and the next one, whole."""
    printed = dict(months_ahead(teller, (event,), MONTHS_AHEAD))
    for rank in range(MONTHS_AHEAD):
        start = month_after(teller.site.today, rank)
        days = printed[start].days if start in printed else ()
        assert [(line.day.machine, line.last_day, line.state) for day in days for line in day.lines] == [
            (str(one.day), str(one.last_day), _state(one))
            for one in expected(start, last_day(start.year, start.month))
        ]


def _days(one: Occurrence) -> list[date]:
    return [one.day + timedelta(days=rank) for rank in range((one.last_day - one.day).days + 1)]


def _page(teller, event, expected) -> None:
    view = evenement(teller, event)
    coming = expected(teller.site.today, teller.diary.horizon)
    words = [capital(describe_occurrence(one)) for one in coming]
    if coming and (blocks := next((one.blocks for one in view.sections if one.name == "dates"), ())):
        more = len(words) - SHOWN
        assert list(blocks[0].items) == words[:SHOWN]
        assert [one.words for one in blocks[1:]] == (
            [f"Et {more} autres dates d’ici un an."] if more > 0 else []
        )
    elif len(coming) == 1 and view.state not in {"annulé", "complet"}:
        assert [view.opening] == words
    graph = json.loads(str(json_ld(view.data)))["@graph"] if view.data else []
    if coming:
        assert [(one["startDate"], one.get("endDate")) for one in graph] == [
            ((one.start or one.day).isoformat(), _end(one)) for one in coming[:MOST_DATA]
        ]
        assert [one["eventStatus"].endswith("Cancelled") for one in graph] == [
            one.change is Change.CANCELLED for one in coming[:MOST_DATA]
        ]


def _end(one: Occurrence) -> str | None:
    """A day, where the hour is not known: midnight would show as the day after."""
    end = one.end or (one.last_day if one.last_day > one.day else None)
    return end.isoformat() if end else None


def _feeds(teller, timezone, expected) -> None:
    files = {file.path.removeprefix("site/"): file.data.decode("utf-8-sig") for file in calendars(teller)}
    zone, today = ZoneInfo(timezone), teller.site.today
    rows = csv.DictReader(StringIO(files.get("agenda/tous.csv", "")), delimiter=";")
    year = expected(today, today + ONE_YEAR)
    assert [(row["jour"], row["dernier_jour"], row["debut"], row["fin"]) for row in rows] == sorted(
        (
            str(one.day),
            str(one.last_day),
            f"{one.start:%H:%M}" if one.start else "",
            f"{one.end:%H:%M}" if one.end else "",
        )
        for one in year
    )
    events = json.loads(files["agenda/tous.json"])["events"]
    assert [timing for one in events for timing in one["timings"]] == [
        _timing(one, zone)
        for one in expected(date.min, today + ONE_YEAR)
        if one.change is not Change.CANCELLED
    ]
    for name in ("agenda/tous.ics", "agenda/essai/evenement.ics"):
        if name in files:
            last = today + TWO_YEARS
            assert _reread(files[name], LONG_AGO, last) == sorted(map(_in_calendar, expected(LONG_AGO, last)))
    if expected(date.min, today + TWO_YEARS):
        assert "agenda/essai/evenement.ics" in files


def _timing(one: Occurrence, zone: ZoneInfo) -> dict[str, str]:
    begin = one.start or datetime.combine(one.day, time(), zone)
    end = one.closing or one.start or datetime.combine(one.last_day, time(23, 59), zone)
    return {"begin": begin.isoformat(), "end": end.isoformat()}


def _in_calendar(one: Occurrence) -> tuple[str, str, bool]:
    start = one.start or one.day
    end = one.closing or one.start or one.last_day + timedelta(days=1)
    return str(start), str(end), one.change is Change.CANCELLED


def _reread(text: str, first: date, last: date) -> list[tuple[str, str, bool]]:
    """What another library expands, of what begins up to ``last``."""
    window = (datetime.combine(day, time(), PARIS) for day in (first, last + timedelta(days=1)))
    found = IcsCalendarStream.calendar_from_ics(text).timeline_tz(PARIS).overlapping(*window)
    return sorted(
        (
            str(one.dtstart),
            str(one.dtend or one.dtstart),
            one.status is not None and one.status.name == "CANCELLED",
        )
        for one in found
        if (one.dtstart.date() if isinstance(one.dtstart, datetime) else one.dtstart) <= last
    )


def _checks(site, event, expected) -> None:
    five = [describe_occurrence(one) for one in expected(site.today, site.today + timedelta(days=400))][:5]
    if five:
        assert lines_of(event, site.today) == five
    assert [_told(one.date) for one in meetings(site)] == [
        _told(one)
        for one in expected(site.today, site.today + AHEAD)
        if one.start and one.change is not Change.CANCELLED
    ]


def test_what_is_past_for_the_agenda_is_not_found_by_the_search(site_of):
    teller = Teller(replace(site_of("fictif"), today=date(2027, 9, 1)))
    past = {f"agenda/{one.slug}/" for one in teller.site.of(Evenement) if teller.diary.is_past(one)}
    assert len(past) > 20
    assert not past & {page[1] for page in index(teller)[0]}


def test_dates_that_cannot_be_computed_stop_nothing(site_of):
    rule = "tous les mercredis, sauf vacances scolaires (zone D)"
    lost = Evenement(slug="sans-zone", titre="Sans zone", debut=Moment(date(2026, 12, 2)), recurrence=rule)
    mini = site_of("mini")
    teller = Teller(replace(mini, entries={**mini.entries, "evenement": (lost,)}))
    view = evenement(teller, lost)
    assert (view.state, view.calendar, view.data) == ("", "", None)
    assert not any("sans-zone" in file.path for file in calendars(teller))
    assert list(meetings(teller.site)) == []


def _search(teller, event, left) -> None:
    """What is over is in the archive of the agenda only, as its page says."""
    found = f"agenda/{event.slug}/" in {page[1] for page in index(teller)[0]}
    assert found == (not teller.diary.is_past(event))
    assert found or not left
