"""One command from a bare machine: make ``.venv``, install what the lock file names, run a module in it.

Only the standard library, since nothing else is there yet. Debian's Python may lack both ``ensurepip``
and the right to install outside a virtual environment: the machine's own pip then fills the new one.

Packages are taken by their digest, ready made: nothing is built, so no tool to build is fetched either. The
program itself is not installed, only found beside ``.venv``, wherever both are moved or copied together.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".venv"
SOURCES = ROOT / "src"
MARK = FOLDER / "installe.txt"  # fingerprint of what is installed
OLDEST = (3, 11)
INSTALL = ("install", "--quiet", "--require-hashes", "--only-binary", ":all:", "--requirement")


class UnwantedError(Exception):
    """Somebody at the terminal does not want anything installed."""


def run_in_environment(
    module: str, arguments: list[str], *, extra: str = "", beside: Path | None = None
) -> int:
    """Run ``python -m module arguments`` in the project's environment, made first if need be.

    With the ``extra`` « dev », what the tests need is installed too. Who sits at a terminal is asked first.
    Modules of the folder ``beside`` are found as well; none of the current folder is. Gives the exit code of
    the module, or 2 when the environment cannot be made, or is not wanted.
    """
    if sys.version_info < OLDEST:
        print("Il faut Python 3.11 ou plus récent : https://www.python.org/downloads/", file=sys.stderr)  # noqa: T201
        return 2
    try:
        _prepare(extra)
    except UnwantedError:
        print("Rien n’a été installé.", file=sys.stderr)  # noqa: T201
        return 2
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"L’installation n’a pas abouti. {_advice(error)}", file=sys.stderr)  # noqa: T201  no console yet
        return 2
    except KeyboardInterrupt:
        print("\nInstallation interrompue : relancez la même commande pour la reprendre.", file=sys.stderr)  # noqa: T201
        return 2
    found = os.pathsep.join(map(str, filter(None, (SOURCES, beside))))
    return _run([str(_python()), "-P", "-m", module, *arguments], PYTHONPATH=found)


def _advice(error: Exception) -> str:
    """What to do about an installation that failed; what pip says stands above."""
    if isinstance(error, PermissionError) or not os.access(FOLDER if FOLDER.exists() else ROOT, os.W_OK):
        return f"Vous n’avez pas le droit d’écrire dans « {FOLDER} » : copiez le projet dans vos documents."
    return "Vérifiez la connexion à internet, puis recommencez la même commande."


def _run(command: list[str], **variables: str) -> int:
    """Run to the end and give the exit code; Ctrl-C reaches the command too, which answers in its own way."""
    with subprocess.Popen(command, env=os.environ | variables) as process:
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
    if not _agreed(_lock(extra)):
        raise UnwantedError
    print("Première fois : j’installe ce qu’il faut (une ou deux minutes)…", file=sys.stderr)  # noqa: T201
    _create()
    _pip(*INSTALL, str(_lock(extra)))
    link(_python())
    MARK.write_text(f"{known}{wanted}\n", encoding="utf-8")


def _agreed(lock: Path) -> bool:
    """Whether somebody at the terminal lets us install; where nobody sits, the command says it."""
    if not sys.stdin or not sys.stdin.isatty():
        return True
    number = sum("==" in line for line in lock.read_text(encoding="utf-8").splitlines())
    print(  # noqa: T201
        f"Le programme a besoin de {number} bibliothèques libres. Elles viennent d’internet et vont dans "
        f"« {FOLDER} », nulle part ailleurs.\nEntrée pour les installer, « non » pour arrêter : ",
        end="",
        flush=True,
        file=sys.stderr,
    )
    typed = sys.stdin.readline()
    return bool(typed) and typed.strip().lower() not in {"non", "n"}


def _lock(extra: str) -> Path:
    return ROOT / ".ci" / f"{extra}.lock" if extra else ROOT / "requirements.lock"


def _fingerprint(extra: str) -> str:
    """Names what is to be installed; the tools of the tests hold the path of the folder they were put in."""
    place = str(ROOT) if extra else ""
    return hashlib.sha256(_lock(extra).read_bytes() + (extra + place + sys.version).encode()).hexdigest()


def link(python: Path) -> None:
    """Let an environment below the project find the program, by a way that stays true when all is moved."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    told = subprocess.run([python, "-P", "-c", ask], capture_output=True, check=True, encoding="utf-8")
    packages = Path(told.stdout.strip())
    for former in packages.glob("*filquartiers*"):  # how it was installed once: with the whole path
        shutil.rmtree(former) if former.is_dir() else former.unlink()
    packages.joinpath("filquartiers.pth").write_text(os.path.relpath(SOURCES, packages), encoding="utf-8")


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
    pip = ("-P", "-m", "pip")  # not one of the current folder
    own = subprocess.run([python, *pip, "--version"], capture_output=True, check=False).returncode == 0
    command = [python, *pip] if own else [sys.executable, *pip, "--python", python]
    quiet = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONSAFEPATH": "1"}
    subprocess.run([*command, *arguments], check=True, env=os.environ | quiet)


def _python() -> Path:
    return FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
