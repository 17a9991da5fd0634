"""``filquartiers check``: everything there is to mend; what is safe to mend, mended if asked."""

from datetime import date
from pathlib import Path
from time import perf_counter

import click

from filquartiers.build import check, mending_list
from filquartiers.cli.coming import show_dates
from filquartiers.cli.console import console, summary
from filquartiers.cli.formats import FORMATS
from filquartiers.cli.french import FrenchCommand
from filquartiers.cli.mending import mend_files
from filquartiers.cli.options import Exit, project_of, project_options
from filquartiers.cli.progress import working
from filquartiers.cli.report import show
from filquartiers.journey import Outcome
from filquartiers.problems import Problem
from filquartiers.project import Project
from filquartiers.render.mending import PAGE
from filquartiers.write import write_text

TEXT = "texte"


@click.command(
    "check",
    cls=FrenchCommand,
    help="Vérifie tout le contenu, sans rien y changer ; la liste est aussi dans build/a-corriger.html.",
)
@project_options
@click.option(
    "--format",
    "form",
    type=click.Choice([TEXT, *FORMATS]),
    default=TEXT,
    help="Pour d’autres programmes : json, github ou gitlab.",
)
@click.option("--corrige", "mend", is_flag=True, help="Propose de réparer ce qui peut l’être sans risque.")
@click.option("--oui", "yes", is_flag=True, help="Avec --corrige : répare sans demander.")
@click.option("--dates", is_flag=True, help="Montre aussi les cinq prochaines dates de chaque événement.")
def command(  # noqa: PLR0913  one parameter an option
    folder: Path | None, day: date | None, form: str, *, mend: bool, yes: bool, dates: bool
) -> int:
    """Mend if asked, check, and tell."""
    project = project_of(folder, day, drafts=True)
    if mend:
        mend_files(project.root, yes=yes)
    with working("Je vérifie…"):
        outcome = check(project, perf_counter)
    listed = _list(project, outcome)
    if dates and form == TEXT:
        show_dates(project)
    if form == TEXT:
        _tell(outcome, listed)
    else:
        click.echo(FORMATS[form](outcome.problems, _folder(project.root)), nl=False)
    return Exit.CONTENT if outcome.blocked else Exit.FINE


def _list(project: Project, outcome: Outcome) -> str:
    """Write ``build/a-corriger.html``; gives its path, empty when the disk refuses: check tells anyway."""
    try:
        write_text(project.build / PAGE, mending_list(project, outcome).data.decode())
    except OSError:
        return ""
    return f"{project.build.name}/{PAGE}"


def _tell(outcome: Outcome, listed: str) -> None:
    out = console()
    show(out, outcome.problems)
    out.print()
    out.print(f"Vérification terminée : {summary(outcome.problems)}.")
    if outcome.problems:
        out.print(f"Pour comprendre un message : filquartiers explain {_example(outcome.problems)}")
        if listed:
            out.print(f"La même liste, par maison : {listed}")


def _example(problems: tuple[Problem, ...]) -> str:
    """The code of the gravest message, so that the advice can be typed as it is."""
    return min(problems, key=lambda one: one.gravity).code


def _folder(root: Path) -> str:
    """The path of the project from the current folder, which is where other programs look from."""
    here = Path.cwd().resolve()
    below = root.resolve().relative_to(here).as_posix() if root.resolve().is_relative_to(here) else "."
    return "" if below == "." else f"{below}/"
