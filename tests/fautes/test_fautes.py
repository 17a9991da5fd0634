"""The fault gallery: one folder a fault, laid over the mini project, with the exact words beside it.

``attendu.txt`` holds what ``filquartiers check`` prints, to the last sign. After a change of words,
``pytest tests/fautes --reecrire`` rewrites them all: read the difference as a volunteer would.
"""

import shutil
from pathlib import Path

import pytest

from filquartiers.cli import run
from filquartiers.problems import CATALOGUE

HERE = Path(__file__).parent
DAY = "5 janvier 2027"
FAULTS = sorted(folder for folder in HERE.iterdir() if folder.is_dir() and not folder.name.startswith("_"))


def laid_over(mini: Path, fault: Path, target: Path) -> Path:
    shutil.copytree(mini, target)
    for part in ("content", "assets"):
        if (fault / part).is_dir():
            shutil.copytree(fault / part, target / part, dirs_exist_ok=True)
    return target


@pytest.mark.parametrize("fault", FAULTS, ids=lambda folder: folder.name)
def test_the_exact_words(fault, examples, tmp_path, capsys, expect):
    project = laid_over(examples / "mini", fault, tmp_path / "projet")
    code = run(["check", "--projet", str(project), "--date", DAY])
    said = capsys.readouterr()
    assert said.err == ""
    assert code == (1 if "erreur" in said.out else 0)
    expect(fault / "attendu.txt", said.out)


def test_the_mini_project_has_nothing_to_mend(examples, capsys):
    assert run(["check", "--projet", str(examples / "mini"), "--date", DAY]) == 0
    assert capsys.readouterr().out == "\nVérification terminée : rien à signaler.\n"


def test_the_gallery_is_large_and_one_fault_is_one_message():
    told = {fault.name: (fault / "attendu.txt").read_text(encoding="utf-8") for fault in FAULTS}
    assert len(told) >= 60
    several = {name for name, text in told.items() if text.count("\n    [") != 1 and " à compléter · " not in text}
    assert several == SEVERAL


# Faults that rightly give more than one message: two people, two files…
SEVERAL: set[str] = set()


def test_faults_show_codes_of_the_catalogue():
    shown = {
        line.strip()[1:-1]
        for fault in FAULTS
        for line in (fault / "attendu.txt").read_text(encoding="utf-8").splitlines()
        if line.startswith("    [")
    }
    assert shown <= CATALOGUE.keys()
