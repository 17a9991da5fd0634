"""Any event of any calendar: never a date that the original has not, none left out without a word."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from importers.agenda.judge import judged

ZONES = ("Europe/Paris", "Europe/Paris", "Europe/Paris", "UTC", "America/New_York", "Indian/Reunion", "")
NETWORKS = ("Europe/Paris", "Europe/Paris", "Indian/Reunion", "America/Martinique")
DOUBTS = {"fin-de-regle-douteuse", "exception-a-cote", "seance-otee-et-changee"}
"""What readers understand differently: we then announce less, and say so."""

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
STARTS = st.datetimes(datetime(2026, 9, 1), datetime(2027, 6, 30)).map(  # noqa: DTZ001  local hours
    lambda when: when.replace(minute=when.minute // 15 * 15, second=0, microsecond=0)
)
some_days = st.lists(st.sampled_from(DAYS), min_size=1, max_size=4, unique=True).map(",".join)
RULES = st.one_of(
    st.just("FREQ=WEEKLY"),
    st.builds("FREQ=WEEKLY;BYDAY={}".format, some_days),
    st.builds("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY={}".format, some_days),
    st.builds("FREQ=WEEKLY;INTERVAL={}".format, st.integers(2, 5)),
    st.just("FREQ=DAILY"),
    st.builds("FREQ=DAILY;INTERVAL={}".format, st.integers(2, 9)),
    st.builds("FREQ=MONTHLY;BYDAY={}{}".format, st.sampled_from((1, 2, 3, 4, -1)), st.sampled_from(DAYS)),
    st.builds("FREQ=MONTHLY;BYDAY={};BYSETPOS={}".format, some_days, st.sampled_from((1, 2, -1))),
    st.builds("FREQ=MONTHLY;BYMONTHDAY={}".format, st.sampled_from((1, 15, 31, -1))),
    st.just("FREQ=MONTHLY"),
    st.just("FREQ=YEARLY"),
    st.builds("FREQ=WEEKLY;BYMONTH=9,10,11;BYDAY={}".format, some_days),
    st.builds("FREQ=WEEKLY;BYHOUR=9,14;BYDAY={}".format, some_days),
)
ENDS = st.one_of(
    st.just(""),
    st.builds(";COUNT={}".format, st.integers(1, 30)),
    st.dates(date(2027, 7, 2), date(2028, 6, 30)).map(lambda day: f";UNTIL={day:%Y%m%d}T215959Z"),
    st.dates(date(2027, 7, 2), date(2028, 6, 30)).map(lambda day: f";UNTIL={day:%Y%m%d}"),
)


def moment(when: datetime, zone: str, *, whole: bool) -> str:
    if whole:
        return f";VALUE=DATE:{when:%Y%m%d}"
    if zone == "UTC":
        return f":{when:%Y%m%dT%H%M%S}Z"
    return f";TZID={zone}:{when:%Y%m%dT%H%M%S}" if zone else f":{when:%Y%m%dT%H%M%S}"


@st.composite
def calendars(draw) -> bytes:
    """A series with its exceptions, additions and changes, as some calendar may write it."""
    zone, whole = draw(st.sampled_from(ZONES)), draw(st.booleans())
    start = draw(STARTS)
    length = timedelta(days=draw(st.integers(1, 3))) if whole else timedelta(hours=draw(st.integers(1, 40)))
    lines = [
        f"DTSTART{moment(start, zone, whole=whole)}",
        f"DTEND{moment(start + length, zone, whole=whole)}",
    ]
    if draw(st.integers(0, 5)):
        rule = draw(RULES.filter(lambda rule: not (whole and "BYHOUR" in rule)))
        lines.append(f"RRULE:{rule}{draw(ENDS)}")
    near = st.integers(0, 20).map(lambda weeks: start + timedelta(weeks=weeks))
    lines += [f"EXDATE{moment(draw(near), zone, whole=whole)}" for _ in range(draw(st.integers(0, 2)))]
    lines += [
        f"RDATE{moment(draw(near) + timedelta(days=draw(st.integers(0, 3))), zone, whole=whole)}"
        for _ in range(draw(st.integers(0, 2)))
    ]
    most = 0 if "BYHOUR" in "".join(lines) else 2  # the start may then be no date of its rule
    weeks = draw(st.lists(st.integers(0, 20), max_size=most, unique=True))
    planned = [start + timedelta(weeks=number) for number in weeks]
    changes = [_change(draw, zone, one, length, whole=whole) for one in planned]
    series = _event(["SUMMARY:Atelier", *lines])
    return "\r\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", series, *changes, "END:VCALENDAR", ""]
    ).encode()


def _change(draw, zone: str, planned: datetime, length: timedelta, *, whole: bool) -> str:
    moved = planned + draw(st.sampled_from((timedelta(), timedelta(days=1), timedelta(hours=2))))
    then = draw(st.sampled_from(("", "", "", ";RANGE=THISANDFUTURE")))
    state = draw(st.sampled_from(("", "", "STATUS:CANCELLED", "CLASS:PRIVATE"))) if not then else ""
    title = draw(st.sampled_from(("Atelier", "Atelier", "Sortie")))
    longer = draw(st.sampled_from((length, length, length + timedelta(days=1))))
    lines = [
        f"RECURRENCE-ID{then}{moment(planned, zone, whole=whole)}",
        f"DTSTART{moment(moved, zone, whole=whole)}",
        f"DTEND{moment(moved + longer, zone, whole=whole)}",
        f"SUMMARY:{title}",
    ]
    return _event([*lines, *([state] if state else [])])


def _event(lines: list[str]) -> str:
    return "\r\n".join(["BEGIN:VEVENT", "UID:essai", "DTSTAMP:20260101T000000Z", *lines, "END:VEVENT"])


CASES = sorted((Path(__file__).parent / "cas").glob("*/agenda.ics"))
BY_HAND = {"abime", "exchange-annulation", "jevents", "octet-abime", "spip", "vcalendar-1"}
"""What the other library refuses or reads otherwise: the expected files beside them are the judges."""


@pytest.mark.parametrize(
    "case", [file for file in CASES if file.parent.name not in BY_HAND], ids=lambda file: file.parent.name
)
def test_each_producer(case: Path) -> None:
    """``-s`` prints the table: dates of the original, ours, wrong, lost without a word."""
    verdict = judged(case.read_bytes())
    meant, ours = (sum(map(len, found.values())) for found in (verdict.meant, verdict.ours))
    wrong, lost = (sum(map(len, found.values())) for found in (verdict.wrong, verdict.missing))
    print(f"\n{case.parent.name:<28} {meant:>5} {ours:>5} {wrong:>3} {lost:>3}")  # noqa: T201  the table
    assert (verdict.wrong, verdict.missing) == ({}, {})


def test_enough_producers() -> None:
    assert len(CASES) >= 25


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(calendars(), st.sampled_from(NETWORKS))
def test_no_date_is_wrong_and_none_is_lost(data: bytes, network: str) -> None:
    verdict = judged(data, network)
    assert verdict.wrong == {}
    if not verdict.codes & DOUBTS:
        assert verdict.missing == {}
    if verdict.in_words:
        assert "regle-a-preciser" in verdict.codes
    event("in words" if verdict.in_words else "listed" if "regle-en-dates" in verdict.codes else "a rule")
