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
    shutil.copytree(mini, target, ignore=shutil.ignore_patterns("build", "attendu"))
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


def test_the_mini_project_has_nothing_to_mend(examples, tmp_path, capsys):
    project = laid_over(examples / "mini", tmp_path, tmp_path / "projet")
    assert run(["check", "--projet", str(project), "--date", DAY]) == 0
    assert capsys.readouterr().out == "\nVérification terminée : rien à signaler.\n"


def codes(fault: Path) -> list[str]:
    """The codes of the messages of a fault, without the one that counts what waits for the repair."""
    lines = (fault / "attendu.txt").read_text(encoding="utf-8").splitlines()
    found = [line.strip()[1:-1] for line in lines if line.startswith("    [")]
    return [code for code in found if not code.endswith("-en-attente")]


def test_one_cause_gives_one_message():
    assert len(FAULTS) >= 60
    several = {fault.name for fault in FAULTS if len(codes(fault)) > 1}
    assert several == set()


def test_what_is_understood_silently_is_listed_here():
    silent = {fault.name for fault in FAULTS if not codes(fault)}
    assert silent == {
        "a-completer",
        "evenements-de-meme-titre",
        "telephones-sur-une-ligne",
        "tirets-trop-longs",
    }


def test_faults_show_codes_of_the_catalogue():
    assert {code for fault in FAULTS for code in codes(fault)} <= CATALOGUE.keys()
