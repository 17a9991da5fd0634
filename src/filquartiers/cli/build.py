"""``filquartiers build``: the site and the printed things."""

from datetime import date
from pathlib import Path
from time import perf_counter

import click

from filquartiers.build import RENDERERS, SITE, build
from filquartiers.cli.console import console, summary, working
from filquartiers.cli.exit import Exit
from filquartiers.cli.french import FrenchCommand
from filquartiers.cli.options import project_of, project_options
from filquartiers.cli.report import show
from filquartiers.disk import alone
from filquartiers.journey import Outcome
from filquartiers.model.numbers import decimal
from filquartiers.problems import Gravity


@click.command("build", cls=FrenchCommand, help="Fait le site et les imprimés, dans le dossier build.")
@project_options
@click.option(
    "--brouillon", "drafts", is_flag=True, help="Publie aussi les brouillons, et malgré les erreurs."
)
@click.option(
    "--site", "site_only", is_flag=True, help="Ne fait que le site ; les imprimés faits avant sont retirés."
)
@click.option("--chronos", "timings", is_flag=True, help="Dit le temps de chaque étape.")
def command(folder: Path | None, day: date | None, *, drafts: bool, site_only: bool, timings: bool) -> int:
    """Build, tell what is wrong, and say where the result is."""
    project = project_of(folder, day, drafts=drafts)
    with alone(project.build), working("Je fais le site…"):  # from the start: older texts must not come last
        outcome = build(project, perf_counter, SITE if site_only else RENDERERS)
    out = console()
    show(out, [one for one in outcome.problems if one.gravity < Gravity.GAP])
    out.print()
    out.print(_result(outcome, project.build))
    if timings:
        for stage, seconds in outcome.stages:
            out.print(f"  {stage:<14} {decimal(seconds, 2, fixed=True):>6} s")
    return Exit.CONTENT if outcome.blocked else Exit.FINE


def _result(outcome: Outcome, folder: Path) -> str:
    told = summary(outcome.problems)
    if outcome.written is None:
        kept = " La version précédente est intacte." if (folder / "site").exists() else ""
        return f"Rien n’a été publié : {told}.{kept}"
    written = outcome.written
    files = f"{written.changed} fichiers écrits, {written.unchanged} inchangés, {written.removed} retirés"
    here = Path.cwd()
    place = folder.relative_to(here) if folder.is_relative_to(here) else folder
    return f"Publié dans {place}/ : {files} ({told})."
