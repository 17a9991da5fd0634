"""Where the words go: the terminal and its other voice, and how results are counted in French."""

import io
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console

from filquartiers.problems import Gravity, Problem

PATIENCE = 1.0  # seconds of work before a sign of life is shown
STYLES = {
    Gravity.ERROR: "bold red",
    Gravity.WARNING: "bold yellow",
    Gravity.NOTICE: "cyan",
    Gravity.GAP: "dim",
}
_PLURALS = {
    Gravity.ERROR: ("erreur", "erreurs"),
    Gravity.WARNING: ("avertissement", "avertissements"),
    Gravity.NOTICE: ("remarque", "remarques"),
    Gravity.GAP: ("champ à compléter", "champs à compléter"),
}


def console() -> Console:
    """The terminal, or a file: without colours and never cut when it is one."""
    return Console(highlight=False, soft_wrap=True, emoji=False)


def error_console() -> Console:
    """The terminal's other voice, for what went wrong with the command itself."""
    return Console(stderr=True, highlight=False, soft_wrap=True, emoji=False)


def say_it_all() -> None:
    """Let every sign come out: files and other programs get UTF-8, terminals what they can show.

    Windows gives files the code page of the machine, in which half of our signs do not exist.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def summary(problems: Iterable[Problem]) -> str:
    """« 2 erreurs, 1 remarque » ; « rien à signaler » when there is none."""
    counts = dict.fromkeys(Gravity, 0)
    for one in problems:
        counts[one.gravity] += 1
    parts = [f"{count} {_PLURALS[gravity][count > 1]}" for gravity, count in counts.items() if count]
    return ", ".join(parts) or "rien à signaler"


@contextmanager
def working(label: str) -> Iterator[None]:
    """Show ``label`` with a turning sign once the work has lasted over a second."""
    status = error_console().status(label)
    timer = threading.Timer(PATIENCE, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        status.stop()
