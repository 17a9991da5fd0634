"""Part of the tests elsewhere: on every other Python found on this machine, and on the lowest versions.

``python3 .ci/elsewhere.py`` runs both; each environment is kept in ``.checkers/``. What is chosen reads,
computes, draws, composes and finishes once: nearly every call into a library is in it, in under a minute.
"""

import os
import re
import subprocess
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src" / "filquartiers"))

from bootstrap import INSTALL, OLDEST, link  # noqa: E402  found on the path made above

NEWEST, LOWEST = ".ci/newest.lock", ".ci/lowest.lock"
TOOLS = (
    *("hypothesis", "html5lib", "ical", "jsonschema", "openpyxl", "pytest", "python-calamine"),
    "recurring-ical-events",
)
CHOSEN = (
    *("tests/cli", "tests/compose", "tests/importers", "tests/model", "tests/press/test_finish.py"),
    *(f"tests/render/test_{name}.py" for name in ("card", "feeds", "ics", "search")),
    *("tests/serve/test_watch.py", "tests/test_golden.py"),
)
_NAME = re.compile(r"python3\.\d+")


def pythons() -> dict[tuple[int, ...], Path]:
    """One Python for each version from the oldest that we promise; those that do not start are left out."""
    places = [Path(folder) for folder in os.get_exec_path()]
    places += [Path("/usr/bin"), Path("/usr/local/bin"), *Path.home().glob(".pyenv/versions/*/bin")]
    found = {sys.version_info[:2]: Path(sys.executable)}
    for path in (path for place in places for path in sorted(place.glob("python3.*"))):
        version = tuple(map(int, path.name.removeprefix("python").split("."))) if _is_named(path) else ()
        if version >= OLDEST and version not in found and _starts(path):
            found[version] = path
    return dict(sorted(found.items()))


def _is_named(path: Path) -> bool:
    return _NAME.fullmatch(path.name) is not None


def _starts(python: Path) -> bool:
    return subprocess.run([python, "-m", "venv", "--help"], capture_output=True, check=False).returncode == 0


def wanted() -> tuple[list[str], list[str]]:
    """What the program needs and what the chosen tests need, as ``pyproject.toml`` says it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    tools = [one for one in project["optional-dependencies"]["dev"] if re.split(r"[>=]", one)[0] in TOOLS]
    return project["dependencies"], tools


def passes(name: str, base: Path, lock: str) -> bool:
    """Whether the chosen tests pass on the Python ``base`` with the packages of a lock file."""
    folder = ROOT / ".checkers" / name
    subprocess.run([base, "-m", "venv", "--without-pip", "--clear", folder], check=True)
    python = folder / "bin" / "python"
    subprocess.run([sys.executable, "-m", "pip", "--python", python, *INSTALL, ROOT / lock], check=True)
    link(python)
    tests = [python, "-m", "pytest", "--quiet", "-p", "no:cacheprovider", *CHOSEN]
    own = {"PYTEST_DEBUG_TEMPROOT": tempfile.mkdtemp()}  # two runs that tidy one folder disturb each other
    done = subprocess.run(
        tests, cwd=ROOT, check=False, capture_output=True, text=True, env={**os.environ, **own}
    )
    print(f"{name} ({base}): {done.stdout if done.returncode else done.stdout.splitlines()[-1]}", flush=True)
    return done.returncode == 0


def main() -> int:
    """0 when all pass."""
    found = pythons()
    runs = [("lowest", next(iter(found.values())), LOWEST)]
    for version, path in found.items():
        if version != sys.version_info[:2]:  # the whole of the tests runs on this one
            runs.append((f"python{'.'.join(map(str, version))}", path, NEWEST))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return 0 if all(list(pool.map(lambda run: passes(*run), runs))) else 1


if __name__ == "__main__":
    sys.exit(main())
