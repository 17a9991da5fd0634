"""From a bare machine: packages by digest, the program wherever it lies, nothing of the current folder."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from filquartiers import bootstrap

ROOT = Path(__file__).parents[1]
PYTHON = "Scripts/python.exe" if os.name == "nt" else "bin/python"
PIN = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; .+)? \\\n(?P<digests>(?:    --hash=.+\n)+)", re.MULTILINE
)
LOCKS = {
    "requirements.lock": "",
    ".ci/dev.lock": "dev",
    ".ci/newest.lock": "",
    ".ci/lowest.lock": "",
}


def pins(lock: str) -> dict[str, re.Match[str]]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    found = {match["name"]: match for match in PIN.finditer(text)}
    told = [line for line in text.splitlines() if line and not line.startswith(("#", " "))]
    assert len(told) == len(found)  # nothing is there without a version and digests
    return found


@pytest.mark.parametrize(("lock", "extra"), LOCKS.items())
def test_every_dependency_is_locked_by_its_digest(lock: str, extra: str) -> None:
    """After a change of ``pyproject.toml``: ``python3 .ci/lock.py``."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else ())]
    found = pins(lock)
    for wanted in map(Requirement, asked):
        name = re.sub(r"[-_.]+", "-", wanted.name).lower()
        assert name in found, f"{name}: python3 .ci/lock.py"
        assert wanted.specifier.contains(found[name]["version"]), f"{name}: python3 .ci/lock.py"
    assert all(re.search("sha256:[0-9a-f]{64}", match["digests"]) for match in found.values())


def test_the_program_and_its_tests_have_the_same_versions() -> None:
    program, tests = pins("requirements.lock"), pins(".ci/dev.lock")
    assert {name: match[0] for name, match in program.items()}.items() <= {
        name: match[0] for name, match in tests.items()
    }.items()


@pytest.mark.parametrize("lock", [*LOCKS, ".ci/package-lock.json"])
def test_no_lock_names_a_registry(lock: str) -> None:
    assert "://" not in (ROOT / lock).read_text(encoding="utf-8")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small checkout with an environment of its own, that finds the program in it."""
    root = tmp_path / "un dossier"
    package = root / "src/filquartiers"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "__main__.py").write_text("print(__file__)")
    shutil.copy(bootstrap.__file__, package)
    venv.create(root / ".venv", with_pip=False, symlinks=os.name != "nt")
    link(root)
    return root


def link(root: Path) -> None:
    script = "import sys; sys.path.insert(0, 'src/filquartiers'); import bootstrap as b; b.link(b._python())"
    subprocess.run([sys.executable, "-c", script], cwd=root, check=True)


def run(root: Path, *options: str, cwd: Path | None = None) -> str:
    python = root / ".venv" / PYTHON
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [python, *options, "-m", "filquartiers"]
    return subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=cwd or root, env=environment
    ).stdout.strip()


@pytest.mark.parametrize("how", [shutil.copytree, shutil.move])
def test_a_folder_that_was_moved_or_copied_runs_its_own_program(checkout: Path, tmp_path: Path, how) -> None:
    other = tmp_path / "ailleurs" / "l’autre"
    how(checkout, other, **({"symlinks": True} if how is shutil.copytree else {}))
    assert run(other, cwd=tmp_path) == str(other / "src/filquartiers/__main__.py")


def test_a_former_installation_with_its_whole_path_goes(checkout: Path, tmp_path: Path) -> None:
    (packages,) = (checkout / ".venv").rglob("site-packages")
    (packages / "_editable_impl_filquartiers.pth").write_text(str(tmp_path))
    (packages / "filquartiers-0.1.0.dist-info").mkdir()
    link(checkout)
    assert [path.name for path in packages.glob("*filq*")] == ["filquartiers.pth"]


@pytest.mark.parametrize("name", ["click", "rich", "pathlib", "traceback"])
def test_no_code_of_the_current_folder_is_run(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.py").write_text("print('EXECUTED')")
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "filquartiers", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env=environment)
    assert done.stdout == "filquartiers 0.1.0\n"


def test_the_module_is_run_without_the_current_folder_or_that_of_others(tmp_path: Path, monkeypatch) -> None:
    asked = []
    monkeypatch.setattr(bootstrap, "_prepare", asked.append)
    monkeypatch.setattr(bootstrap, "_python", lambda: Path(sys.executable))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "montre.py").write_text("raise SystemExit(7)")
    assert bootstrap.run_in_environment("montre", []) == 1
    assert bootstrap.run_in_environment("montre", [], extra="dev", beside=tmp_path) == 7
    assert asked == ["", "dev"]


def test_what_is_installed_is_named_by_what_was_asked(monkeypatch) -> None:
    program, tests = bootstrap._fingerprint(""), bootstrap._fingerprint("dev")
    monkeypatch.setattr(bootstrap, "ROOT", ROOT / "." / ".." / ROOT.name)
    assert bootstrap._fingerprint("") == program != tests
    assert bootstrap._fingerprint("dev") != tests  # its tools hold the path of their folder
