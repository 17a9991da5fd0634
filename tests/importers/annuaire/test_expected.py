"""Golden listings: one folder a case, the listing in, the report and the sheets out.

``rapport.txt`` is what the command prints at the dry run, ``fiches/`` what ``--ecrire`` writes. After a
change, ``pytest tests/importers --reecrire`` rewrites them: read the difference as a coordinator would.
"""

import html
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from filquartiers.content import load
from filquartiers.importers.annuaire.form import PARTS
from filquartiers.model.kinds import KINDS
from filquartiers.model.text import folded
from filquartiers.problems import Gravity

HERE = Path(__file__).parent / "cas"
CASES = sorted(folder for folder in HERE.iterdir() if folder.is_dir())
GOOD = [case for case in CASES if case.name != "pas-un-annuaire"]


def named(folder: Path) -> str:
    return folder.name


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_report_and_the_sheets(case, command, written, expect, rewriting):
    code, report = command("actions", case / "annuaire.txt")
    assert written("fiches") == {}  # the dry run writes nothing
    expect(case / "rapport.txt", report)
    assert code == (1 if case not in GOOD else 0)

    command("actions", case / "annuaire.txt", "--ecrire")
    if rewriting:
        shutil.rmtree(case / "fiches", ignore_errors=True)
    for name, data in written("fiches").items():
        expect(case / "fiches" / name, data)
    assert set(written("fiches")) == {path.name for path in (case / "fiches").glob("*")}


@pytest.mark.parametrize("case", GOOD, ids=named)
def test_what_is_written_has_no_error(case, command, project):
    command("actions", case / "annuaire.txt", "--ecrire")
    loaded = load(project, KINDS, date(2027, 1, 5))
    errors = [one for one in loaded.problems if one.gravity is Gravity.ERROR]
    assert errors == []


@pytest.mark.parametrize("case", GOOD, ids=named)
def test_again_changes_nothing(case, command, written):
    command("actions", case / "annuaire.txt", "--ecrire")
    first = written("fiches")
    code, report = command("actions", case / "annuaire.txt", "--ecrire")
    assert written("fiches") == first
    assert code == 0
    assert "0 fichier écrit" in report
    assert "Nouvelles" not in report


@pytest.mark.parametrize("case", ["etiquettes-dans-les-textes", "doublons", "marge"])
def test_no_word_is_lost(case, command, written):
    """Every line of the listing that is no label is found in some sheet, whatever the escapes."""
    command("actions", HERE / case / "annuaire.txt", "--ecrire")
    sheets = " ".join(html.unescape(data.decode()) for data in written("fiches").values())
    kept = set(folded(re.sub(r"\\(?=[^\w\s])", "", sheets)).split())
    labels = {part.form for part in PARTS}
    for line in (HERE / case / "annuaire.txt").read_text(encoding="utf-8").splitlines():
        if folded(line) not in labels | {"les actions des centres sociaux"}:
            lost = set(folded(line).split()) - kept
            # « 1 250,50 € » is written back « 1250,50 € »; the words stay in « Les moyens ».
            assert not lost, (line, lost)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_any_encoding_gives_the_same_sheets(encoding, command, written, tmp_path):
    case = HERE / "etiquettes-dans-les-textes"
    text = (case / "annuaire.txt").read_text(encoding="utf-8")
    (tmp_path / "annuaire.txt").write_bytes(text.replace("\n", "\r\n").encode(encoding))
    command("actions", tmp_path / "annuaire.txt", "--ecrire")
    assert written("fiches") == {path.name: path.read_bytes() for path in (case / "fiches").glob("*")}
