"""The table of commands: it names them all, and reads none before it is asked for."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

import filquartiers.cli
from filquartiers.cli import run
from filquartiers.cli.commands import COMMANDS

READ_LATE = ("pydantic", "jinja2", "typst", "pikepdf", "PIL", "xlsxwriter", "icalendar", "markdown")


def test_every_module_with_a_command_is_in_the_table() -> None:
    files = Path(filquartiers.cli.__file__).parent.glob("*.py")
    modules = (import_module(f"filquartiers.cli.{file.stem}") for file in files if file.stem != "__init__")
    found = {
        one.__name__: one.command.name
        for one in modules
        if isinstance(getattr(one, "command", None), click.Command)
    }
    assert found == {f"filquartiers.cli.{module}": name for name, (module, _) in COMMANDS.items()}


@pytest.mark.parametrize("asked", ["--version", "--help"])
def test_help_reads_no_command(asked: str) -> None:
    script = f"import sys; from filquartiers.cli import run; run(['{asked}']); print(*sys.modules)"
    read = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {name.partition(".")[0] for name in read} & set(READ_LATE)


def test_a_command_that_does_not_exist_is_refused_with_the_nearest(capsys) -> None:
    assert run(["chek"]) == 2
    assert "check" in capsys.readouterr().err
