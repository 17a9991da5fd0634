"""What starts the program from a project's folder: by a double click, or by its name in a terminal.

They hold where Python and the program are on the machine that made them, and are made again when either has
moved. The folder of the project itself may move: each finds its own place.
"""

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

_SLOT = re.compile(r"@([A-Z]+)@")
_SCRIPTS = ("filquartiers", "Voir le site.command")
_BATCHES = ("filquartiers.cmd", "Voir le site.cmd")
_DESKTOP = "Voir le site.desktop"
# What the desktop runs: the script beside the entry ($4) when it tells where that is, else in $1.
_FROM_DESKTOP = (
    'd=${4:+$(dirname -- "$4")}; [ -f "$d/$2" ] || d=$1; [ -f "$d/$2" ] && exec sh "$d/$2"; '
    'printf "%s\\n" "$3"; read -r _; exit 2'
)
_MOVED = (
    "Ce dossier a été déplacé : ouvrez-le, faites un clic droit sur « Voir le site.command », "
    "puis « Exécuter comme un programme ». Entrée ferme cette fenêtre."
)


@dataclass(frozen=True, slots=True)
class Program:
    """How this machine runs the program.

    Attributes:
        python: the interpreter that was there before the program was installed.
        place: the file or folder that is gone when the program has moved.
        module: whether the program is installed as a module of that Python, rather than run as ``place``.
        show: the command that shows the site.
    """

    python: Path
    place: Path
    module: bool = False
    show: str = "serve"


@dataclass(frozen=True, slots=True)
class Launcher:
    """A file that starts the program: its name, its text, whether the system must be told that it runs."""

    name: str
    text: str
    runs: bool


def launchers(program: Program, root: Path) -> Iterator[Launcher]:
    """All of them, for every system, to be written in the folder ``root`` of a project."""
    for name in _SCRIPTS:
        yield Launcher(name, _filled(name, _for_shell(program)), runs=True)
    for name in _BATCHES:
        text = _filled(name, _for_windows(program)).replace("\n", "\r\n")
        yield Launcher(name, text, runs=False)
    yield Launcher(_DESKTOP, _filled(_DESKTOP, {"EXEC": _exec(root)}), runs=True)


def _filled(name: str, values: Mapping[str, str]) -> str:
    text = files("filquartiers.creation").joinpath("lanceurs", name).read_text(encoding="utf-8")
    return _SLOT.sub(lambda slot: values[slot[1]], text)


def _for_shell(program: Program) -> dict[str, str]:
    return {
        "PYTHON": shlex.quote(str(program.python)),
        "PROGRAMME": shlex.quote(str(program.place)),
        "APPEL": "-m filquartiers" if program.module else '"$programme"',
        "VOIR": program.show,
    }


def _for_windows(program: Program) -> dict[str, str]:
    """Between quotes only « % » still means something to cmd.exe; twice, it stands for itself."""
    return {
        "PYTHON": str(program.python).replace("%", "%%"),
        "PROGRAMME": str(program.place).replace("%", "%%"),
        "APPEL": "-m filquartiers" if program.module else '"%PROGRAMME%"',
        "VOIR": program.show,
    }


def _exec(root: Path) -> str:
    """The key « Exec » (freedesktop.org, Desktop Entry Specification 1.5, « The Exec key »).

    ``%k`` is the place of the entry itself. Each argument is quoted, then the whole escaped as any value.
    """
    given = (_FROM_DESKTOP, "sh", str(root), _SCRIPTS[1], _MOVED)
    words = ("sh", "-c", *(_quoted(one.replace("%", "%%")) for one in given), "%k")
    return " ".join(words).replace("\\", "\\\\")


def _quoted(argument: str) -> str:
    return '"' + re.sub(r'(["`$\\])', r"\\\1", argument) + '"'
