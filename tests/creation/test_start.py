"""A new project: right whatever waits, opened by a double click, its LISEZMOI true to the letter."""

import os
import re
import shlex
import shutil
import subprocess
from itertools import product
from pathlib import Path

import pytest

from filquartiers.cli import run
from filquartiers.creation import Program, launchers
from filquartiers.starting import OPTIONS, RefusedError, asked_project, refusal

ANSWERS = {
    "nom": "Les maisons d’ici",
    "ville": "Île-d’Yeu",
    "zone": "B",
    "maison": "L’Agora",
    "horaires": "lundi au jeudi: 9h-12h, 14h-18h; samedi: fermé",
    "brochure": "Nos maisons : l’été",
    "editeur": "Union des maisons",
    "siege": "1 place du Bac, 99140 Valmarin",
    "directeur": "La présidence",
    "hebergeur": "Un hébergeur, 2 place du Bac, 02 61 91 00 01",
    "contact": "bonjour@reseau.example",
}
GROUPS = (("nom",), ("ville",), ("zone",), ("maison",), ("horaires",), ("brochure",), tuple(ANSWERS)[6:])
SHELL = pytest.mark.skipif(os.name == "nt", reason="pas de sh ici : ces lanceurs ne sont PAS vérifiés")


def options(waiting: set[str]) -> list[str]:
    said = {name: "plus tard" if name in waiting else answer for name, answer in ANSWERS.items()}
    return [part for name, answer in said.items() for part in (f"--{name}", answer)]


def combinations() -> list[set[str]]:
    chosen = product((False, True), repeat=len(GROUPS))
    return [
        {name for group, out in zip(GROUPS, waits, strict=True) if out for name in group} for waits in chosen
    ]


def test_the_answers_are_to_all_questions():
    assert list(ANSWERS) == list(OPTIONS)


def test_whatever_waits_a_new_project_has_no_error(tmp_path, capsys):
    for rank, waiting in enumerate(combinations()[::5]):
        root = tmp_path / str(rank)
        assert run(["new", "projet", str(root), *options(waiting)]) == 0, waiting
        assert run(["check", "--projet", str(root), "--date", "4 janvier 2027"]) == 0, waiting
        assert "erreur" not in capsys.readouterr().out


@pytest.mark.parametrize("waiting", [set(), set(ANSWERS), {"maison"}], ids=["rien", "tout", "maison"])
def test_it_builds_at_once_with_print(tmp_path, waiting, capsys):
    root = tmp_path / "neuf"
    assert run(["new", "projet", str(root), *options(waiting)]) == 0
    assert run(["build", "--projet", str(root), "--date", "4 janvier 2027"]) == 0
    assert "erreur" not in capsys.readouterr().out
    assert (root / "build/site/index.html").exists()
    assert any((root / "build/impression").glob("brochure*.pdf")) is ("brochure" not in waiting)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "Donnez le dossier du projet"),
        (["x"], "Il manque --nom"),
        (["x", "--nom", "a"], "Il manque --ville"),
        (["x", "--nm", "a"], "« --nm » n’est pas une option ici"),
        (["x", "--nom"], "Donnez chaque champ avec sa valeur"),
        (["x", "--nom", "a", "--nom", "b"], "--nom est donné deux fois"),
        (["x", "--nom", "a", "--horaires", "lundi 9h-12h"], "--horaires suit la maison"),
    ],
)
def test_what_is_refused_is_refused_before_anything_is_installed(words, told):
    assert told in refusal(["new", "projet", *words], terminal=False)
    with pytest.raises(RefusedError, match=re.escape(told)):
        asked_project(words, terminal=False)


def test_what_may_be_right_is_not_refused():
    assert refusal(["new", "projet", "x"], terminal=True) == ""
    assert refusal(["new", "projet", "--help"], terminal=False) == ""
    assert refusal(["build"], terminal=False) == ""
    assert refusal(["new", "projet", "x", *options(set())], terminal=False) == ""


@pytest.mark.parametrize(
    ("option", "wrong"), [("zone", "Z"), ("horaires", "jeudi matin"), ("contact", "moi")]
)
def test_a_wrong_option_is_told_and_nothing_is_written(tmp_path, capsys, option, wrong):
    said = options(set())
    said[said.index(f"--{option}") + 1] = wrong
    assert run(["new", "projet", str(tmp_path / "x"), *said]) == 2
    assert f"--{option} : " in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("un dossier") / 'Chez l’été & 100% $HOME "là" `pwd`'
    assert run(["new", "projet", str(root), *options(set())]) == 0
    return root


@SHELL
def test_every_command_of_the_guide_works_as_it_is_typed(project):
    text = (project / "LISEZMOI.md").read_text(encoding="utf-8")
    commands = re.findall(r"(?m)^    (\S.*)$", text) + re.findall(r"`(\./filquartiers new \w+)`", text)
    assert len(commands) >= 16
    for command in commands:
        typed = f"{command} --help" if "serve" in command or " new " in command else command
        ran = subprocess.run(typed, shell=True, cwd=project, capture_output=True, text=True, check=False)  # noqa: S602
        assert ran.returncode == 0, ran.stderr


def moved_program(tmp_path: Path, *, show: str = "serve") -> Program:
    """A program that says what it was given, in a folder whose name a shell would stumble on."""
    folder = tmp_path / "pro gramme 'é' $(x)"
    folder.mkdir()
    python = folder / "python"
    python.write_text('#!/bin/sh\nprintf "%s|" "$@"\nexit ${CODE:-0}\n', encoding="utf-8")
    python.chmod(0o755)
    return Program(python, folder, show=show)


def written(root: Path, program: Program) -> Path:
    root.mkdir()
    for one in launchers(program, root):
        (root / one.name).write_bytes(one.text.encode())
    return root


def desktop_command(root: Path, place: str) -> list[str]:
    """What a desktop runs, by the rules of the Desktop Entry Specification."""
    value = re.search(r"(?m)^Exec=(.*)$", (root / "Voir le site.desktop").read_text("utf-8"))[1]
    unescaped = re.sub(r"\\(.)", lambda match: {"s": " ", "n": "\n"}.get(match[1], match[1]), value)
    words = [place if word == "%k" else word.replace("%%", "%") for word in shlex.split(unescaped)]
    # Between quotes, the specification escapes two signs more than Python's reader knows.
    return [re.sub(r"\\([`$])", r"\1", word) for word in words if word]


@SHELL
def test_a_double_click_shows_the_site_wherever_the_folder_went(tmp_path):
    root = written(tmp_path / "Chez l’été & 100% $HOME", moved_program(tmp_path, show="editer"))
    for folder in (root, tmp_path / "ail leurs"):
        if folder != root:
            shutil.move(root, folder)
        place = folder / "Voir le site.desktop"
        starts = [["sh", str(folder / "Voir le site.command")], desktop_command(folder, str(place))]
        for start in starts:
            ran = subprocess.run(start, capture_output=True, text=True, check=True, cwd="/")
            assert ran.stdout.endswith(f"|editer|--projet|{folder}|")
    # A desktop that does not say where the entry is finds the folder gone: it says so.
    ran = subprocess.run(desktop_command(folder, ""), capture_output=True, text=True, input="\n", check=False)
    assert (ran.returncode, "Ce dossier a été déplacé" in ran.stdout) == (2, True)


@SHELL
def test_a_failure_keeps_the_window_open_and_says_so(tmp_path, monkeypatch):
    root = written(tmp_path / "projet", moved_program(tmp_path))
    monkeypatch.setenv("CODE", "3")
    ran = subprocess.run(
        ["sh", str(root / "Voir le site.command")], capture_output=True, text=True, input="\n", check=False
    )
    assert ran.returncode == 3
    assert "Appuyez sur Entrée pour fermer cette fenêtre." in ran.stdout


@SHELL
def test_a_program_that_moved_is_told_in_one_sentence(tmp_path):
    program = moved_program(tmp_path)
    root = written(tmp_path / "projet", program)
    shutil.move(program.place, tmp_path / "ailleurs")
    ran = subprocess.run(["sh", str(root / "filquartiers"), "x"], capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert ran.stderr.count("\n") == 1
    assert f'new raccourcis --projet "{root}"' in ran.stderr


def test_launchers_are_made_again(project, capsys):
    file = project / "Voir le site.command"
    former = file.read_bytes()
    file.write_text("vieux")
    assert run(["new", "raccourcis", "--projet", str(project)]) == 0
    assert file.read_bytes() == former
    assert os.access(file, os.X_OK)
    capsys.readouterr()


def test_windows_gets_what_it_can_read():
    """Not run here: what is known of cmd.exe, line by line."""
    program = Program(Path("/Élo & 100%/py (x86)/python.exe"), Path("/Élo & 100%/fil"))
    found = {one.name: one.text for one in launchers(program, Path("/projet")) if one.name.endswith(".cmd")}
    assert len(found) == 2
    for text in found.values():
        lines = text.split("\r\n")
        assert "\n" not in "".join(lines)
        page = lines.index("chcp 65001 >nul")
        assert all(line.isascii() for line in lines[:page])
        assert 'set "PYTHON=/Élo & 100%%/py (x86)/python.exe"' in lines
        for line in lines:
            bare = re.sub(r'"[^"]*"', "", line)
            assert "%PYTHON%" not in bare
            assert "%PROGRAMME%" not in bare
            assert "%~dp0" not in bare
            assert not re.search(r"[&|<^]", bare)
    assert "pause" in found["Voir le site.cmd"]
