"""Golden calendars: one folder a case, the calendar in, the report and the file out."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from filquartiers.content import load
from filquartiers.model.kinds import KINDS
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
