"""``filquartiers preflight``: any PDF, in the three forms, for a press of the project or a usual one."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from press.makers import changed, sound

SOURCES = Path(__file__).parents[2] / "src"


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    """A PDF that a press accepts."""
    file = tmp_path_factory.mktemp("presse") / "affiche.pdf"
    file.write_bytes(sound(file.parent))
    return file


def test_a_sound_file_is_told_to_be_so(cli, pdf):
    code, out, _ = cli("preflight", str(pdf))
    assert code == 0
    assert out.startswith("affiche.pdf — Aucune erreur")
    assert "Ce n’est pas un certificat" in out


@pytest.mark.parametrize("shape", ["json", "html"])
def test_the_report_in_a_file(cli, pdf, tmp_path, shape):
    target = tmp_path / f"rapport.{shape}"
    code, out, _ = cli("preflight", str(pdf), "--format", shape, "--sortie", str(target))
    text = target.read_text(encoding="utf-8")
    assert code == 0
    assert out.replace("\n", "").endswith(f"Rapport : {target}")
    assert json.loads(text)["erreurs"] == 0 if shape == "json" else "<!doctype html>" in text


def test_what_is_no_pdf_is_not_to_be_printed(cli, project):
    code, out, _ = cli("preflight", str(project / "content/reseaux/belleville.md"))
    assert code == 1
    assert "n’est pas un PDF lisible" in out


def test_a_press_of_the_project_decides_and_an_unknown_one_is_named(cli, project, pdf):
    presses = project / "content/presses"
    presses.mkdir(exist_ok=True)
    (presses / "a-fond-perdu.yaml").write_text("nom: Grand bord\nfond perdu (mm): 10\n", encoding="utf-8")
    code, out, _ = cli("preflight", str(pdf), "--presse", "a-fond-perdu")
    assert code == 1
    assert "fond perdu" in out
    code, _, err = cli("preflight", str(pdf), "--presse", "a-fond-perd")
    assert code != 0
    assert "« a-fond-perdu »" in err


def test_what_libraries_log_stays_out_of_the_terminal(project, pdf):
    odd = project / "abime.pdf"
    odd.write_bytes(changed(pdf.read_bytes(), _spoilt, fix_metadata_version=False))
    # A process of its own: here, pytest listens to what is logged.
    command = [sys.executable, "-m", "filquartiers", "preflight", odd]
    told = subprocess.run(command, cwd=SOURCES, check=False, capture_output=True)
    assert told.stderr == b""
    assert told.returncode == 1


def _spoilt(pdf):
    pdf.Root.Metadata = pdf.make_stream(b"<x>a</x>")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Affiche d'été.pdf", "« Affiche d'été.pdf » n’existe pas : vérifiez son nom et son dossier.\n"),
        (".", "« . » est un dossier : donnez le nom d’un fichier.\n"),
    ],
)
def test_what_is_no_file_is_told_by_the_name_that_was_typed(cli, typed, said):
    code, _, err = cli("preflight", typed)
    assert code == 2
    assert err.startswith(said)
