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
from filquartiers.cli.coming import lines_of
from filquartiers.model.agenda import Change, Occurrence, describe_occurrence, occurrences
from filquartiers.model.kinds import Evenement
from filquartiers.model.site import Site
from filquartiers.render.feeds.calendars import calendars
from filquartiers.render.feeds.channels import whole
from filquartiers.render.feeds.news import news
from filquartiers.render.print.data.calendar import events_of, months_ahead
from filquartiers.render.print.data.scope import Scope
from filquartiers.render.print.pictures import Pictures
from filquartiers.render.search import index
from filquartiers.render.web import web
from filquartiers.render.web.agenda.event import SHOWN, event_view
from filquartiers.render.web.agenda.lists import agenda_view
from filquartiers.render.web.agenda.month import month_view
from filquartiers.render.web.diary import DAYS_AHEAD, Diary, last_day, month_of
from filquartiers.render.web.filters import capital
from model.agenda.strategies import any_schedules
from model.facts.events import event_of

PARIS = ZoneInfo("Europe/Paris")
LONG_AGO = date(2025, 8, 1)
ONE_YEAR, TWO_YEARS = timedelta(days=366), timedelta(days=2 * 366)
TODAYS = st.sampled_from((date(2026, 1, 15), date(2026, 11, 21), date(2027, 9, 1)))


@pytest.fixture(scope="module")
def alone(mini):
    """A site of one network, without any event."""
    return web(mini)


def told(one: Occurrence) -> tuple[str, str, str]:
    """When a date starts, when it ends, and what became of it."""
    start = one.start or one.day
    return str(start), str(one.closing or one.start or one.last_day), _state(one)


def _state(one: Occurrence) -> str:
    return one.change.value if one.change and one.change is not Change.ADDED else ""


@settings(deadline=None, max_examples=60)
@given(any_schedules(), TODAYS)
def test_any_event_has_the_same_dates_everywhere(alone, schedule, today):
    network = alone.site.networks[0]
    event = event_of(schedule, reseau=network, lieu="Salle des fêtes")
    site = Site({**alone.site.entries, "evenement": (event,)}, alone.site.kinds, today)
    diary = Diary(site)

    def expected(first: date, last: date) -> list[Occurrence]:
        return list(occurrences(schedule, first, last))

    _lists(diary, event, expected(today, today + timedelta(days=DAYS_AHEAD)))
    _months(diary, expected)
    _page(alone, diary, event, expected)
    _feeds(site, schedule.timezone, expected)
    _checks(site, event, expected)
    _paper(site, event, expected)
    _search(site, event, expected(today, today + 15 * ONE_YEAR))


def _lists(diary, event, expected) -> None:
    view = agenda_view(diary, whole(diary.site), alone_printed())
    shown = [line for week in view.weeks for day in week.days for line in day.lines]
    assert [(line.day, line.last_day, line.state) for line in shown] == [
        (one.day, one.last_day, _state(one)) for one in expected
    ]
    items = [item for item in news(diary.site) if item.address == f"agenda/{event.slug}/"]
    assert len({item.id for item in items}) == len(items)
    assert sorted(item.summary.replace("\u00a0", " ").replace("\u202f", " ") for item in items) == sorted(
        map(describe_occurrence, expected)
    )[: len(items)]


def alone_printed():
    from filquartiers.render.web.printed import Printed

    return Printed({})


def _months(diary, expected) -> None:
    for month in diary.months:
        first, last = date(*month, 1), last_day(*month)
        view = month_view(diary, month)
        cells = [(cell.day, slot.state) for week in view.weeks for cell in week if cell for slot in cell.slots]
        assert sorted(cells) == sorted(
            (day, _state(one)) for one in expected(first, last) for day in _days(one) if first <= day <= last
        )
    shown = {month_of(day) for one in expected(LONG_AGO, diary.horizon) for day in _days(one)}
    assert {month for month in shown if month <= month_of(diary.horizon)} <= set(diary.months)


def _days(one: Occurrence) -> list[date]:
    return [one.day + timedelta(days=rank) for rank in range((one.last_day - one.day).days + 1)]


def _page(alone, diary, event, expected) -> None:
    view = event_view(alone, diary, event)
    coming = expected(diary.today, diary.horizon)
    words = [capital(describe_occurrence(one)) for one in coming]
    if view.dates and coming:
        assert (list(view.dates), view.more) == (words[:SHOWN], max(0, len(words) - SHOWN))
    elif len(coming) == 1 and view.state not in {"annulé", "complet"}:
        assert [view.when] == words
    graph = json.loads(str(view.data))["@graph"] if view.data else []
    if coming:
        assert [(one["startDate"], one.get("endDate")) for one in graph] == [
            (
                (one.start or one.day).isoformat(),
                (one.end or one.last_day).isoformat() if one.end or one.last_day > one.day else None,
            )
            for one in coming[:10]
        ]
        assert [one["eventStatus"].endswith("Cancelled") for one in graph] == [
            one.change is Change.CANCELLED for one in coming[:10]
        ]


def _feeds(site, timezone, expected) -> None:
    files = {file.path.removeprefix("site/"): file.data.decode("utf-8-sig") for file in calendars(site)}
    zone, today = ZoneInfo(timezone), site.today
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
        _timing(one, zone) for one in expected(date.min, today + ONE_YEAR) if one.change is not Change.CANCELLED
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
        (str(one.dtstart), str(one.dtend or one.dtstart), one.status is not None and one.status.name == "CANCELLED")
        for one in found
        if (one.dtstart.date() if isinstance(one.dtstart, datetime) else one.dtstart) <= last
    )


def _checks(site, event, expected) -> None:
    five = [describe_occurrence(one) for one in expected(site.today, site.today + timedelta(days=400))][:5]
    if five:
        assert lines_of(event, site.today) == five
    assert [told(one.date) for one in meetings(site)] == [
        told(one)
        for one in expected(site.today, site.today + AHEAD)
        if one.start and one.change is not Change.CANCELLED
    ]


def _paper(site, event, expected) -> None:
    scope = Scope(site, site.networks[0], Pictures(None))
    for start, month in months_ahead(scope, events_of(scope), 2):
        last = last_day(start.year, start.month)
        shown = [
            (day["number"].removesuffix("er"), one["state"], "jusqu’au" in one["details"])
            for day in month["days"]
            for one in day["events"]
        ]
        assert sorted(shown) == sorted(
            (str(max(one.day, start).day), _state(one), one.last_day > one.day)
            for one in expected(start, last)
        )


def _search(site, event, left) -> None:
    """What is over is in the archive of the agenda only, as its page says."""
    found = f"agenda/{event.slug}/" in {page.address for page in index(site)[0]}
    assert found == (not Diary(site).is_past(event))
    assert found or not left
