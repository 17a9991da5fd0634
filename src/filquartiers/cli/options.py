"""What every command takes: the project's folder and the day."""

from collections.abc import Callable
from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import Any, TypeVar

import click

from filquartiers.build import Project, find_root
from filquartiers.model.agenda.dates import read_date
from filquartiers.model.refusal import Refusal
from filquartiers.problems import Where, problem

F = TypeVar("F", bound=Callable[..., Any])


class Exit(IntEnum):
    """Exit codes: fine, content to mend, wrong usage, a fault of ours."""

    FINE = 0
    CONTENT = 1
    USAGE = 2
    OURS = 3


class Day(click.ParamType[date]):
    """A day typed in any usual French form."""

    name = "jour"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day, or say in French why it cannot be read."""
        if isinstance(value, date):
            return value
        try:
            return read_date(value)
        except Refusal as refusal:
            told = problem(refusal.code, Where(), **refusal.values)
            self.fail(f"{told.message} {told.hint}", param, ctx)


def project_options(command: F) -> F:
    """Add ``--projet`` and ``--date`` to a command."""
    folder = click.option(
        "--projet",
        "folder",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="DOSSIER",
        help="Le dossier du projet ; par défaut, le dossier courant ou l’un de ceux qui le contiennent.",
    )
    day = click.option(
        "--date",
        "day",
        type=Day(),
        metavar="JOUR",
        help="Le jour pour lequel le site est fait ; par défaut, aujourd’hui.",
    )
    return folder(day(command))


def project_of(folder: Path | None, day: date | None, *, drafts: bool = False) -> Project:
    """The project that the options name.

    Raises:
        click.UsageError: there is no project there.
    """
    start = (folder or Path()).resolve()
    root = start if folder and (start / "content").is_dir() else find_root(start)
    if root is None:
        raise click.UsageError(
            f"Aucun projet dans « {start} » : il n’y a pas de dossier « content ».\n"
            "Placez-vous dans le dossier du projet, ou indiquez-le : --projet DOSSIER.\n"
            "Pour commencer un projet neuf : filquartiers new projet DOSSIER."
        )
    return Project(root, day or date.today(), drafts=drafts)  # noqa: DTZ011  the day where the editor lives
