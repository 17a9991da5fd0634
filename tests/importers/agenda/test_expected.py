"""Golden calendars: one folder a case, the calendar in, the report and the file out."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from filquartiers.content import load
from filquartiers.model.agenda.schedule import Change
from filquartiers.model.facts.dates import all_dates
from filquartiers.model.kinds import KINDS, Evenement
from filquartiers.problems import Gravity

HERE = Path(__file__).parent / "cas"
CASES = sorted(folder for folder in HERE.iterdir() if folder.is_dir())


def source_of(case: Path) -> Path:
    return next(case.glob("agenda.*"))


def named(folder: Path) -> str:
    return folder.name


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_report_and_the_file(case, command, written, expect, rewriting):
    _, report = command("agenda", source_of(case), "--reseau", "val")
    assert written("calendrier") == {}
    expect(case / "rapport.txt", report)

    command("agenda", source_of(case), "--reseau", "val", "--ecrire")
    if rewriting:
        shutil.rmtree(case / "calendrier", ignore_errors=True)
    for name, data in written("calendrier").items():
        expect(case / "calendrier" / name, data)


@pytest.mark.parametrize("case", CASES, ids=named)
def test_what_is_written_has_no_error(case, command, project):
    command("agenda", source_of(case), "--reseau", "val", "--ecrire")
    loaded = load(project, KINDS, date(2027, 1, 5))
    assert [one for one in loaded.problems if one.gravity is Gravity.ERROR] == []


@pytest.mark.parametrize("case", CASES, ids=named)
def test_again_changes_nothing(case, command, written):
    command("agenda", source_of(case), "--ecrire")
    first = written("calendrier")
    _, report = command("agenda", source_of(case), "--ecrire")
    assert written("calendrier") == first
    assert "0 fichier écrit" in report
    assert "Nouvelles" not in report


def test_events_of_several_days_and_periods_keep_their_dates(command, project):
    command("agenda", HERE / "plusieurs-jours/agenda.ics", "--reseau", "val", "--ecrire")
    events = load(project, KINDS, date(2027, 1, 5)).site.of(Evenement)
    assert {event.titre: _dates(event) for event in events} == {
        "Week-end en famille": ["2027-01-09 2027-01-10", "2027-02-13 2027-02-14", "2027-03-13 2027-03-14"],
        "Veillée longue": [
            "2027-01-08 18:00 2027-01-10 12:00",
            "2027-03-12 18:00 2027-03-14 12:00",
            "2027-03-19 18:00 2027-03-21 12:00",
        ],
        "Stage": [
            "2027-01-11 10:00 2027-01-11 12:00",
            "2027-01-12 10:00 2027-01-12 12:00",
            "2027-01-13 14:00 2027-01-13 16:00",
        ],
    }


def _dates(event: Evenement) -> list[str]:
    return [
        f"{one.start:%Y-%m-%d %H:%M} {one.end:%Y-%m-%d %H:%M}"
        if one.start and one.end
        else f"{one.day} {one.last_day}"
        for one in all_dates(event, date(2028, 1, 1))
        if one.change is not Change.CANCELLED
    ]
