"""``filquartiers check``: everything there is to mend, and nothing written."""

from datetime import date
from pathlib import Path
from time import perf_counter

import click

from filquartiers.build import check
from filquartiers.cli.console import console, summary
from filquartiers.cli.french import FrenchCommand
from filquartiers.cli.options import Exit, project_of, project_options
from filquartiers.cli.progress import working
from filquartiers.cli.report import show


@click.command("check", cls=FrenchCommand, help="Vérifie tout le contenu, sans rien écrire.")
@project_options
def command(folder: Path | None, day: date | None) -> int:
    """Check and tell."""
    project = project_of(folder, day, drafts=True)
    with working("Je vérifie…"):
        outcome = check(project, perf_counter)
    out = console()
    show(out, outcome.problems)
    out.print()
    out.print(f"Vérification terminée : {summary(outcome.problems)}.")
    return Exit.CONTENT if outcome.blocked else Exit.FINE
