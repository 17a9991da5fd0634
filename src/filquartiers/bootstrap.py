"""One command from a bare machine: make ``.venv``, install what the lock file names, run a module in it.

Only the standard library, since nothing else is there yet. Debian's Python may lack both ``ensurepip``
and the right to install outside a virtual environment: the machine's own pip then fills the new one.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
MARK = FOLDER / "installe.txt"  # fingerprint of what is installed
OLDEST = (3, 11)


def run_in_environment(module: str, arguments: list[str], *, extra: str = "") -> int:
    """Run ``python -m module arguments`` in the project's environment, made first if need be.

    With the ``extra`` « dev », what the tests need is installed too. Gives the exit code of the module, or
    2 when the environment cannot be made.
    """
    if sys.version_info < OLDEST:
        print("Il faut Python 3.11 ou plus récent : https://www.python.org/downloads/", file=sys.stderr)  # noqa: T201
        return 2
    try:
        _prepare(extra)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"L’installation n’a pas abouti. {_advice(error)}", file=sys.stderr)  # noqa: T201  no console yet
        return 2
    except KeyboardInterrupt:
        print("\nInstallation interrompue : relancez la même commande pour la reprendre.", file=sys.stderr)  # noqa: T201
        return 2
    return _run([str(_python()), "-m", module, *arguments])


def _advice(error: Exception) -> str:
    """What to do about an installation that failed; what pip says stands above."""
    if isinstance(error, PermissionError) or not os.access(FOLDER if FOLDER.exists() else ROOT, os.W_OK):
        return f"Vous n’avez pas le droit d’écrire dans « {FOLDER} » : copiez le projet dans vos documents."
    return "Vérifiez la connexion à internet, puis recommencez la même commande."


def _run(command: list[str]) -> int:
    """Run to the end and give the exit code; Ctrl-C reaches the command too, which answers in its own way."""
    with subprocess.Popen(command) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue


def _prepare(extra: str) -> None:
    wanted = _fingerprint(extra)
    known = MARK.read_text(encoding="utf-8") if MARK.is_file() else ""
    if wanted in known.split():
        return
    print("Première fois : j’installe ce qu’il faut (une ou deux minutes)…", file=sys.stderr)  # noqa: T201
    _create()
    package = f"{ROOT}[{extra}]" if extra else str(ROOT)
    _pip("install", "--quiet", "--constraint", str(LOCK), "--editable", package)
    MARK.write_text(f"{known}{wanted}\n", encoding="utf-8")


def _fingerprint(extra: str) -> str:
    files = (LOCK, ROOT / "pyproject.toml")
    data = b"".join(path.read_bytes() for path in files if path.is_file())
    return hashlib.sha256(data + extra.encode() + sys.version.encode()).hexdigest()


def _create() -> None:
    """An environment with pip where Python can make one, else without."""
    if _python().exists():
        return
    try:
        venv.create(FOLDER, with_pip=True)
    except subprocess.CalledProcessError:
        venv.create(FOLDER, with_pip=False, clear=True)


def _pip(*arguments: str) -> None:
    """The environment's own pip, or the machine's, told to fill the environment."""
    python = str(_python())
    own = subprocess.run([python, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0
    command = [python, "-m", "pip"] if own else [sys.executable, "-m", "pip", "--python", python]
    quiet = {"PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    subprocess.run([*command, *arguments], check=True, env=os.environ | quiet)


def _python() -> Path:
    return FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
