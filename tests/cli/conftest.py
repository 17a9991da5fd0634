"""The command line on a copy of the mini project."""

import shutil

import pytest

from filquartiers.cli import run

DAY = "5 janvier 2027"


@pytest.fixture
def project(examples, tmp_path):
    """A copy of the mini project."""
    left = shutil.ignore_patterns("build", "attendu")
    return shutil.copytree(examples / "mini", tmp_path / "projet", ignore=left)


@pytest.fixture
def cli(project, capsys):
    """Run a command on the project; gives its exit code, its output and its other voice."""

    def cli(command: str, *arguments: str):
        code = run([command, "--projet", str(project), *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return cli


@pytest.fixture
def check(cli):
    """Run ``check`` on the day of the mini project."""

    def check(*arguments: str):
        return cli("check", "--date", DAY, *arguments)

    return check
