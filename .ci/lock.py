"""Renew the lock files: every version, with the digests of all its files, for every system and Python.

``python3 .ci/lock.py`` after any change of what ``pyproject.toml`` asks for; with ``--upgrade``, the newest
versions are taken. It needs the network, and uv, which it gets for itself in ``.checkers/``. The files name
no registry: pip and npm ask the one they are set to, and refuse what has another digest.
"""

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator

from elsewhere import LOWEST, NEWEST, ROOT, wanted

HOME = ROOT / ".checkers" / "lock"
CHECKERS = ".ci/package-lock.json"
DEV = ".ci/dev.lock"
FIXED = (
    "--universal",
    "--generate-hashes",
    "--no-annotate",
    "--no-emit-index-url",
    "--python-version",
    "3.11",
)


def locks() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each file, what it must hold when that is not all of ``pyproject.toml``, and how to choose."""
    needed, tools = wanted()
    chosen = "\n".join([*needed, *tools])
    yield DEV, "", ("--extra", "dev")  # for the tests; the others follow it
    yield "requirements.lock", "", ("--constraint", DEV)  # for the program
    yield NEWEST, chosen, ("--constraint", DEV)
    yield LOWEST, chosen, ("--resolution", "lowest-direct")


def main() -> int:
    """0 when all are written."""
    python = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        venv.create(HOME, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--upgrade", "uv"], check=True)
    for name, asked, options in locks():
        source = "-" if asked else "pyproject.toml"
        command = [python, "-m", "uv", "pip", "compile", "--quiet", *FIXED, *options, *sys.argv[1:]]
        told = ["--custom-compile-command", "python3 .ci/lock.py", "--output-file", name, source]
        subprocess.run([*command, *told], cwd=ROOT, check=True, input=asked, text=True)
        print(name)
    if npm := shutil.which("npm"):
        lock_checkers(npm)
    return 0


def lock_checkers(npm: str) -> None:
    """The checkers that ``.ci/run`` takes from npm, with what they need."""
    if "--upgrade" in sys.argv:
        ROOT.joinpath(CHECKERS).unlink(missing_ok=True)
    fixed = ["--package-lock-only", "--omit-lockfile-registry-resolved", "--ignore-scripts", "--no-audit"]
    subprocess.run([npm, "install", "--prefix", ".ci", "--loglevel=error", *fixed], cwd=ROOT, check=True)
    print(CHECKERS)


if __name__ == "__main__":
    sys.exit(main())
