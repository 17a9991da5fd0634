"""The two commands: what they refuse, and how they say it."""

from pathlib import Path

import pytest

from filquartiers.cli import run

HERE = Path(__file__).parent
CALENDAR = HERE / "agenda" / "cas" / "google" / "agenda.ics"


def test_a_missing_file_is_one_sentence(command):
    code, said = command("actions", "rien.txt")
    assert code == 1
    assert "« rien.txt » ne s’ouvre pas : il n’existe pas, ou le lien qui y mène est rompu." in said


def test_a_folder_is_one_sentence(command, project):
    code, said = command("agenda", project)
    assert code == 1
    assert "c’est un dossier" in said


@pytest.mark.parametrize("name", ["Les Acacias", "les acacias", "acacias"])
def test_a_house_is_named_as_people_do(name, command, written):
    command("agenda", CALENDAR, "--maison", name, "--ecrire")
    assert written("calendrier")["acacias-agenda.yaml"].decode().count("maisons: acacias") == 6


def test_an_unknown_house_gets_a_proposal(project, capsys):
    arguments = ["import", "agenda", str(CALENDAR), "--maison", "Les Acaccias", "--projet", str(project)]
    assert run(arguments) == 2
    assert "Vouliez-vous dire « Les Acacias » ?" in capsys.readouterr().err


def test_the_model_is_written_once(command, tmp_path):
    model = tmp_path / "modele.xlsx"
    assert command("agenda", "--modele", model)[0] == 0
    before = model.read_bytes()
    code, said = command("agenda", "--modele", model)
    assert code == 1
    assert "existe déjà : rien n’est écrit" in said
    assert model.read_bytes() == before


def test_an_import_without_file_says_what_to_give(project, capsys):
    assert run(["import", "agenda", "--projet", str(project)]) == 2
    assert "--modele FICHIER.xlsx" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_lost(command, project):
    (project / "content" / "fiches").write_bytes(b"un fichier prend la place du dossier")
    code, said = command("actions", HERE / "annuaire" / "cas" / "marge" / "annuaire.txt", "--ecrire")
    assert code == 1
    assert said.count("n’a pas pu être écrit") == 3
    assert "0 fichier écrit" in said
    assert (project / "content" / "fiches").read_bytes() == b"un fichier prend la place du dossier"
