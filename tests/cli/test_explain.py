"""``filquartiers explain``."""

import pytest

from filquartiers.cli import run
from filquartiers.cli.console import console
from filquartiers.cli.explain import _explain, blank
from filquartiers.problems import CATALOGUE, Gravity, Message


@pytest.mark.parametrize("typed", ["diese", "[diese]", "DIESE", "dièse"])
def test_a_code_is_explained(typed, capsys):
    assert run(["explain", typed]) == 0
    said = capsys.readouterr().out
    message = CATALOGUE["diese"]
    assert said.startswith("diese · avertissement\n")
    assert f"À éviter\n    {message.wrong}\n" in said
    assert f"À écrire\n    {message.right}\n" in said
    assert message.explanation in " ".join(said.split())


def test_the_paragraphs_of_an_explanation_stay_apart(capsys):
    _explain(console(), Message("code", Gravity.NOTICE, "Phrase.", "Conseil.", "Un.\nDeux.", "a", "b"))
    assert "Conseil.\n\nUn.\n\nDeux.\n\nÀ éviter" in capsys.readouterr().out


def test_an_unknown_code_gives_the_nearest(capsys):
    assert run(["explain", "cle-inconue"]) == 2
    assert "Vouliez-vous dire « cle-inconnue » ?" in capsys.readouterr().err


def test_without_code_all_are_listed(capsys):
    assert run(["explain"]) == 0
    said = capsys.readouterr().out
    assert all(f"  {code} " in said for code in CATALOGUE)


@pytest.mark.parametrize("message", CATALOGUE.values(), ids=CATALOGUE)
def test_every_code_can_be_explained(message, capsys):
    assert run(["explain", message.code]) == 0
    said = capsys.readouterr().out
    assert "{" not in blank(message.sentence)
    assert " ".join(message.explanation.split()) in " ".join(said.split())
