"""What every command takes: the project's folder and the day.

Nothing heavy is read here: a command that has nothing to do must say so at once.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from filquartiers.cli.french import TypedPath
from filquartiers.whereabouts import find_root

F = TypeVar("F", bound=Callable[..., Any])


def _day(_context: click.Context, _option: click.Parameter, typed: str | None) -> date | None:
    """A day typed in any usual French form."""
    if typed is None:
        return None
    from filquartiers.model.agenda.dates import read_date  # noqa: PLC0415  seldom typed
    from filquartiers.model.refusal import Refusal  # noqa: PLC0415
    from filquartiers.problems import Where, problem  # noqa: PLC0415

    try:
        return read_date(typed)
    except Refusal as refusal:
        told = problem(refusal.code, Where(), **refusal.values)
        raise click.BadParameter(f"{told.message} {told.hint}") from None


FOLDER = click.option(
    "--projet",
    "folder",
    type=TypedPath(path_type=Path, file_okay=False),
    metavar="DOSSIER",
    help="Le dossier du projet ; par défaut, le dossier courant ou l’un de ceux qui le contiennent.",
)
_DAY = click.option(
    "--date",
    "day",
    callback=_day,
    metavar="JOUR",
    help="Le jour pour lequel le site est fait ; par défaut, aujourd’hui.",
)


def project_options(command: F) -> F:
    """Add ``--projet`` and ``--date`` to a command."""
    return FOLDER(_DAY(command))


def root_of(folder: Path | None) -> Path:
    """The folder of the project that the options name; a `click.UsageError` when there is none there."""
    start = (folder or Path()).resolve()
    root = start if folder and (start / "content").is_dir() else find_root(start)
    if root is None:
        raise click.UsageError(
            f"Aucun projet dans « {start} » : il n’y a pas de dossier « content ».\n"
            "Placez-vous dans le dossier du projet, ou indiquez-le : --projet DOSSIER.\n"
            "Pour commencer un projet neuf : filquartiers new projet DOSSIER."
        )
    return root


def day_of(day: date | None) -> date:
    """The day that the options name, or the one where the editor lives."""
    return day or date.today()  # noqa: DTZ011  no clock but here
