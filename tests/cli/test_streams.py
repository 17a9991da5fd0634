"""The command as a process: where its words go, what is in the folder it is run from, who else is at work."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from filquartiers.disk import alone


@pytest.fixture
def command(project):
    """Run a command in a process of its own, on the mini project unless told where; gives what came of it."""

    def run(*arguments: str, out=subprocess.PIPE, before: str = "", **environment: str):
        where = () if arguments[0] == "fields" else ("--projet", str(project))
        told = [sys.executable, "-m", "filquartiers", *arguments, *where]
        shell = ["sh", "-c", f'{before} exec "$@"', "sh"] if before else []
        environment = os.environ | environment
        return subprocess.run(
            [*shell, *told], stdout=out, stderr=subprocess.PIPE, env=environment, check=False
        )

    return run


REPORTS = (("check", "--date", "5 janvier 2027"), ("check", "--format", "json"), ("fields", "maison"))


@pytest.mark.parametrize("asked", REPORTS, ids=" ".join)
def test_a_report_sent_to_a_file_is_whole_whatever_the_code_page(command, asked) -> None:
    """As ``check > rapport.txt`` and ``fields maison | more`` on Windows."""
    plain = command(*asked, PYTHONIOENCODING="utf-8")
    assert plain.stdout.decode()
    for page in ("cp1252", "cp850", "ascii", "utf-16"):
        told = command(*asked, PYTHONIOENCODING=page)
        assert (told.returncode, told.stdout) == (plain.returncode, plain.stdout)
        assert told.returncode in {0, 1}


def test_the_other_voice_too(command) -> None:
    done = command("chek", PYTHONIOENCODING="ascii")
    assert done.returncode == 2
    assert "n’existe pas" in done.stderr.decode()


def test_a_full_disk_is_told(command) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    with Path("/dev/full").open("wb") as full:
        for form in ("texte", "json"):
            done = command("check", "--format", form, out=full)
            assert done.returncode == 1
            assert done.stderr.decode().startswith("Il n’y a plus de place sur le disque.")
            assert "Exception" not in done.stderr.decode()


def test_no_output_at_all_stops_nothing(command) -> None:
    assert command("check", before="exec >&-;").stderr == b""


def test_who_reads_may_leave(command) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = command("check", out=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


def test_two_builds_at_once(command, project) -> None:
    """The second says so in one sentence, at once, and changes nothing."""
    with alone(project / "build"):
        done = command("build")
    told = done.stderr.decode()
    assert done.returncode == 1
    assert (
        told == f"Une autre commande écrit déjà dans « {project / 'build'} » : attendez qu’elle ait fini.\n"
    )
    assert list((project / "build").iterdir()) == []


@pytest.mark.parametrize("command_name", ["build", "check"])
def test_something_else_is_called_build(command, project, command_name: str) -> None:
    (project / "build").write_text("mes notes")
    done = command(command_name, "--date", "5 janvier 2027")
    assert (project / "build").read_text() == "mes notes"
    if command_name == "build":
        assert done.returncode == 1
        assert f"Il faut un dossier « {project / 'build'} »" in done.stderr.decode()
    else:
        assert done.returncode == 0


def test_what_libraries_say_to_programmers_stays_unsaid() -> None:
    """In a process of its own: pytest turns warnings into errors."""
    script = """if True:
        import sys, warnings
        import filquartiers.cli as cli
        def run(arguments):
            warnings.warn("Callback already exists", RuntimeWarning)
            return 0
        cli.run = run
        cli.main()
    """
    quiet = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert quiet.stderr == b""
    asked = subprocess.run([sys.executable, "-W", "default", "-c", script], capture_output=True, check=True)
    assert b"RuntimeWarning" in asked.stderr
