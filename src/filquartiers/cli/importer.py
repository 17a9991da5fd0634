"""``filquartiers import actions`` and ``import agenda``: a report first, then the files."""

from collections.abc import Mapping
from pathlib import Path

import click

from filquartiers.cli.console import console
from filquartiers.cli.exit import Exit
from filquartiers.cli.french import FrenchCommand, FrenchGroup, TypedPath, unknown
from filquartiers.cli.options import FOLDER
from filquartiers.cli.projects import project_of
from filquartiers.cli.report import show
from filquartiers.importers.agenda.candidates import slug_named, titles_in
from filquartiers.importers.agenda.context import context_of, texts_in
from filquartiers.importers.agenda.planning import plan_agenda
from filquartiers.importers.agenda.template import template
from filquartiers.importers.annuaire.planning import plan_actions
from filquartiers.importers.plan import ImportPlan, PlannedFile
from filquartiers.importers.report import report
from filquartiers.importers.writing import write_plan
from filquartiers.problems import Gravity, Where, problem
from filquartiers.problems.system import reason_of
from filquartiers.project import Project

_WRITE = click.option(
    "--ecrire",
    "writing",
    is_flag=True,
    help="Écrit les fichiers ; sans cela, montre seulement le compte rendu.",
)


@click.group(
    "import", cls=FrenchGroup, help="Importe une liste d’actions ou un agenda, après un compte rendu."
)
def command() -> None:
    """The imports."""


@command.command("actions", cls=FrenchCommand, help="Importe la liste de l’annuaire des actions (un .txt).")
@click.argument("source", metavar="FICHIER", type=TypedPath(path_type=Path))
@FOLDER
@_WRITE
def actions(source: Path, folder: Path | None, *, writing: bool) -> int:
    """Plan the import of a listing, tell, and write if asked."""
    project = project_of(folder, None)
    plan = plan_actions(source.name, _read(source), texts_in(project.root, "fiches", "*.md"))
    return _finish(project, plan, writing=writing)


@command.command(
    "agenda", cls=FrenchCommand, help="Importe un agenda : un .ics, un .csv, un .xlsx ou un .ods."
)
@click.argument("source", metavar="[FICHIER]", type=TypedPath(path_type=Path), required=False)
@click.option(
    "--modele",
    "model",
    type=TypedPath(path_type=Path, dir_okay=False),
    metavar="FICHIER.xlsx",
    help="Écrit un tableau modèle à remplir, et rien d’autre.",
)
@click.option("--maison", metavar="MAISON", default="", help="La maison des événements qui n’en disent pas.")
@click.option(
    "--reseau", metavar="RESEAU", default="", help="Le réseau des événements qui n’ont pas de maison."
)
@FOLDER
@_WRITE
def agenda(  # noqa: PLR0913  each option of the command
    source: Path | None, model: Path | None, maison: str, reseau: str, folder: Path | None, *, writing: bool
) -> int:
    """Plan the import of a calendar, tell, and write if asked; or write the model spreadsheet."""
    if model is not None:
        return _write_model(model)
    if source is None:
        raise click.UsageError(
            "Indiquez le fichier à importer, ou --modele FICHIER.xlsx pour avoir un modèle."
        )
    project = project_of(folder, None)
    data = _read(source)
    field, typed = ("maisons", maison) if maison else ("reseau", reseau)
    known = titles_in(texts_in(project.root, "maisons" if maison else "reseaux", "*.md"))
    defaults = {field: _named(typed, known)} if typed else None
    context = context_of(project.root, project.today, defaults)
    return _finish(project, plan_agenda(source.name, data, context), writing=writing)


def _named(typed: str, titles: Mapping[str, str]) -> str:
    """The file name of the house or network that an option names; a `click.UsageError` without any."""
    if slug := slug_named(typed, titles):
        return slug
    raise unknown(f"« {typed} » n’est pas dans le projet.", typed, titles.values())


def _read(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        told = problem("import-illisible", Where(str(source)), nom=str(source), raison=reason_of(error))
        show(console(), [told])
        raise click.exceptions.Exit(Exit.CONTENT) from None


def _finish(project: Project, plan: ImportPlan, *, writing: bool) -> int:
    """Write what is planned if asked, then report."""
    faults = tuple(write_plan(project.root, plan.files)) if writing else ()
    out = console()
    written = len(plan.files) - len(faults) if writing else None
    out.print(report(plan, written=written), markup=False, end="")
    show(out, faults)
    wrong = [one for one in (*plan.problems, *faults) if one.gravity is Gravity.ERROR]
    return Exit.CONTENT if wrong else Exit.FINE


def _write_model(path: Path) -> int:
    out = console()
    if path.exists():
        out.print(f"« {path} » existe déjà : rien n’est écrit. Choisissez un autre nom.", markup=False)
        return Exit.CONTENT
    faults = tuple(write_plan(path.parent, [PlannedFile(path.name, template())]))
    show(out, faults)
    if not faults:
        told = f"Modèle écrit : {path}. Remplissez-le, puis : filquartiers import agenda {path}"
        out.print(told, markup=False)
    return Exit.CONTENT if faults else Exit.FINE
