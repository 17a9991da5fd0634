"""What every command takes: the project's folder and the day."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from filquartiers.cli.french import unknown
from filquartiers.content import load
from filquartiers.model.agenda.dates import read_date
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import KINDS
from filquartiers.model.refusal import Refusal
from filquartiers.model.site import Site
from filquartiers.model.text import key_of
from filquartiers.problems import Where, problem
from filquartiers.project import Project, find_root

F = TypeVar("F", bound=Callable[..., Any])


def _day(_context: click.Context, _option: click.Parameter, typed: str | None) -> date | None:
    """A day typed in any usual French form."""
    try:
        return None if typed is None else read_date(typed)
    except Refusal as refusal:
        told = problem(refusal.code, Where(), **refusal.values)
        raise click.BadParameter(f"{told.message} {told.hint}") from None


FOLDER = click.option(
    "--projet",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
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


def kind_named(sort: str, *others: str) -> type[Entry]:
    """The kind that ``sort`` names; a `click.UsageError` when there is none: ``others`` may be meant."""
    names = {kind.kind.name: kind for kind in KINDS}
    if found := names.get(key_of(sort)):
        return found
    raise unknown(f"« {sort} » n’est pas une sorte de contenu.", sort, [*names, *others])


def project_of(folder: Path | None, day: date | None, *, drafts: bool = False) -> Project:
    """The project that the options name; a `click.UsageError` when there is none there."""
    start = (folder or Path()).resolve()
    root = start if folder and (start / "content").is_dir() else find_root(start)
    if root is None:
        raise click.UsageError(
            f"Aucun projet dans « {start} » : il n’y a pas de dossier « content ».\n"
            "Placez-vous dans le dossier du projet, ou indiquez-le : --projet DOSSIER.\n"
            "Pour commencer un projet neuf : filquartiers new projet DOSSIER."
        )
    return Project(root, day or date.today(), drafts=drafts)  # noqa: DTZ011  the day where the editor lives


def site_of(project: Project) -> Site:
    """All that the project's files give, drafts too, however much is to be mended elsewhere."""
    return load(project.root, project.kinds, project.today, drafts=True).site
