"""``filquartiers check``: everything there is to mend; what is safe to mend, mended if asked."""

from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

import click
from rich.text import Text

from filquartiers.cli.console import console, summary, working
from filquartiers.cli.exit import Exit
from filquartiers.cli.formats import FORMATS
from filquartiers.cli.french import FrenchCommand
from filquartiers.cli.mending import mend_files
from filquartiers.cli.options import project_options
from filquartiers.cli.projects import project_of, site_of
from filquartiers.cli.report import MARGIN, show
from filquartiers.journey import Outcome
from filquartiers.model.agenda.describe import describe_occurrence
from filquartiers.model.facts.dates import is_over, next_dates, when_in_words
from filquartiers.model.kinds import Evenement
from filquartiers.prepare import check, mending_list
from filquartiers.project import Project
from filquartiers.render.mending import PAGE
from filquartiers.write import write_text

TEXT = "texte"
MOST = 5  # dates shown of each event
AHEAD = timedelta(days=400)  # every yearly event has its next date in it


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
    if form != TEXT:
        click.echo(FORMATS[form](outcome.problems, _folder(project.root)), nl=False)
    else:
        if dates:
            show_dates(project)
        _tell(outcome, listed)
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
        gravest = min(outcome.problems, key=lambda one: one.gravity)
        out.print(f"Pour comprendre un message : filquartiers explain {gravest.code}")
        if listed:
            out.print(f"La même liste, par maison : {listed}")


def _folder(root: Path) -> str:
    """The path of the project from the current folder, which is where other programs look from."""
    here, root = Path.cwd().resolve(), root.resolve()
    return f"{root.relative_to(here).as_posix()}/" if here in root.parents else ""


def show_dates(project: Project) -> None:
    """Print, event by event, its rule as it was understood and its next dates: the surest proof-reading."""
    out = console()
    for event in site_of(project).of(Evenement):
        out.print(Text(f"\n{event.title}", style="bold"))
        told = " (seulement dit, sans date calculée)" if event.is_told else ""
        out.print(f"{MARGIN}{when_in_words(event)}{told}", markup=False)
        for line in lines_of(event, project.today):
            out.print(f"{MARGIN}– {line}", markup=False)


def lines_of(event: Evenement, today: date) -> list[str]:
    """The next dates of an event in words, at most `MOST`; else why there are none."""
    found = next_dates(event, today, today + AHEAD)[:MOST]
    if found or event.is_told:
        return [describe_occurrence(one) for one in found]
    if is_over(event, today):
        return ["plus aucune date à venir"]
    return ["dates inconnues : voyez les messages plus bas"]
