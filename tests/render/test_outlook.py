"""Every feed that we publish, of real and of made-up content, keeps to what all clients read alike."""

from datetime import date
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings

from filquartiers.build import travel
from filquartiers.model.agenda.schedule import Schedule
from filquartiers.project import Project
from filquartiers.render import feeds
from filquartiers.render.ics import Feed, IcsEvent, calendar_bytes
from model.agenda.strategies import any_schedules
from render.outlook import faults

ROOT = Path(__file__).parents[2]
PROJECTS = (ROOT, ROOT / "tests/exemples/mini", ROOT / "tests/exemples/fictif")
DAYS = (date(2026, 11, 21), date(2027, 3, 28), date(2027, 12, 31))


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_feed_of_a_site(project: Path, day: date) -> None:
    journey = travel(Project(project, day), {"flux": feeds.feeds}, perf_counter)
    files = {one.path: one.data for one in journey.artifacts if one.path.endswith(".ics")}
    assert files
    assert {path: found for path, data in files.items() if (found := [*faults(data)])} == {}


@settings(deadline=None, max_examples=60)
@given(any_schedules())
def test_any_event(schedule: Schedule) -> None:
    event = IcsEvent(
        uid="essai@exemple.org",
        schedule=schedule,
        summary="Été ; « goûter », 4 € \\ " * 5,
        description="Un\nDeux, trois\n" * 9,
        location="Salle 1, étage",
        categories=("Cuisine, jardin", "été"),
        organizer=("Le Phare : accueil, écoute", "phare@exemple.org"),
    )
    data = calendar_bytes(Feed(name="Agenda, d’été ; tous"), [event], horizon=date(2028, 12, 31))
    assert [*faults(data)] == []


HEAD = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:PUBLISH\r\nNAME:x\r\nX-WR-CALNAME:x\r\n"
EVENT = (
    b"BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nLAST-MODIFIED:20260101T000000Z\r\nSEQUENCE:0\r\n"
    b"DTSTART;VALUE=DATE:20270106\r\nSTATUS:CONFIRMED\r\nCLASS:PUBLIC\r\nSUMMARY:Bal\r\nEND:VEVENT\r\n"
)
END = b"END:VCALENDAR\r\n"


def test_a_plain_feed_has_no_fault() -> None:
    assert [*faults(HEAD + EVENT + END)] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"NAME:x", b"NAME:x, y"),
        (b"SUMMARY:Bal", b"SUMMARY:Bal; loto"),
        (b"SUMMARY:Bal", b"SUMMARY:" + b"Bal " * 20),
        (b"SUMMARY:Bal", "SUMMARY:B\xe9".encode()[:-1] + b"\r\n \xa9"),
        (b"SUMMARY:Bal\r\n", b"SUMMARY:Bal\n"),
        (b"SUMMARY:Bal", b"SUMMARY:Bal\r\nRDATE;VALUE=DATE:20270107"),
        (b"SUMMARY:Bal", b"SUMMARY:Bal\r\nEXDATE:"),
        (b"SUMMARY:Bal", b"SUMMARY:Bal\r\nEXDATE:20270107T000000Z"),
        (b"SUMMARY:Bal", b"SUMMARY:Bal\r\nRRULE:FREQ=weekly"),
        (b"SUMMARY:Bal", b"SUMMARY:Bal\r\nRRULE:FREQ=WEEKLY;UNTIL=20270301T000000Z"),
        (b"SUMMARY:Bal", b"SUMMARY:Bal\r\nRRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1"),
        (b"SUMMARY:Bal", b"SUMMARY:Bal\r\nRRULE:FREQ=DAILY\r\nRRULE:FREQ=WEEKLY"),
        (b"SUMMARY:Bal", b"SUMMARY:Bal\r\nRECURRENCE-ID;VALUE=DATE:20270113"),
        (b"DTSTART;VALUE=DATE:20270106", b"DTSTART:20270106T100000"),
        (b"DTSTART;VALUE=DATE:20270106", b"DTSTART;TZID=Europe/Paris:20270106T100000"),
        (b"SUMMARY:Bal", b"SUMMARY:Bal\r\nDTEND;VALUE=DATE:20270106"),
        (b"SEQUENCE:0\r\n", b""),
        (END, EVENT + END),
    ],
)
def test_each_trap_is_a_fault(old: bytes, new: bytes) -> None:
    """The judge is able to refuse."""
    assert [*faults((HEAD + EVENT + END).replace(old, new))]
