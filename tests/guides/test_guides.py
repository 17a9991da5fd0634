"""The field guides of ``docs/champs``: current, and true."""

import json
from pathlib import Path

import pytest

from filquartiers.cli import run
from filquartiers.guides import guide, guide_files, workspace_files
from filquartiers.model.kinds import KINDS

ROOT = Path(__file__).parents[2]
FILES = [*guide_files(KINDS), *workspace_files(KINDS)]


@pytest.mark.parametrize(("path", "text"), FILES, ids=[path for path, _ in FILES])
def test_the_files_kept_are_those_that_the_kinds_give(path, text, expect):
    """``python3 tests --reecrire`` writes them again."""
    expect(ROOT / path, text)


@pytest.mark.parametrize("folder", ["docs/champs", ".vscode"])
def test_no_file_of_a_kind_that_is_gone(folder):
    kept = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
    assert kept == {path for path, _ in FILES if path.startswith(folder)}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind.name)
def test_each_field_is_told_in_one_sentence(kind):
    text = guide(kind)
    for field in kind.fields():
        assert f"\n## {field.label}\n" in text
        assert f"\n{field.help}\n" in text
        assert field.help.endswith((".", "…")), field.name
        assert ". " not in field.help, field.name


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind.name)
def test_each_short_field_shows_an_example(kind):
    assert [field.name for field in kind.fields() if not field.long and not field.example] in (
        [],
        ["empreinte"],  # set by the import, never typed
    )


def test_the_terminal_shows_the_same_guide(capsys):
    assert run(["fields", "maison"]) == 0
    told = capsys.readouterr().out
    assert told == guide(next(kind for kind in KINDS if kind.kind.name == "maison"))


def test_without_a_kind_all_are_listed(capsys):
    assert run(["fields"]) == 0
    told = capsys.readouterr().out
    assert [line.split()[0] for line in told.splitlines()] == [kind.kind.name for kind in KINDS]


def test_an_unknown_kind_is_told_with_the_nearest(capsys):
    assert run(["fields", "maisson"]) == 2
    assert "Vouliez-vous dire « maison » ?" in capsys.readouterr().err


def test_the_helpers_of_a_project_know_its_files(tmp_path, capsys):
    assert run(["new", "projet", str(tmp_path), "--nom", "Nous", "--ville", "Ici"]) == 0
    assert run(["new", "maison", "--nom", "Le Phare", "--reseau", "ici", "--projet", str(tmp_path)]) == 0
    assert run(["fields", "--vscode", "--projet", str(tmp_path)]) == 0
    assert "Écrit : .vscode/settings.json" in capsys.readouterr().out
    schema = json.loads((tmp_path / ".vscode/schemas/evenement.json").read_text(encoding="utf-8"))
    assert "le-phare" in json.dumps(schema)
    snippets = json.loads((tmp_path / ".vscode/filquartiers.code-snippets").read_text(encoding="utf-8"))
    assert snippets["Fiche action · Maisons"]["body"] == ["maisons:", "  - ${1|le-phare|}"]
