"""``filquartiers fields``: what may be typed, and the helpers of text editors."""

from datetime import date
from pathlib import Path

import click
from rich.markdown import Markdown

from filquartiers.cli.console import console
from filquartiers.cli.exit import Exit
from filquartiers.cli.french import FrenchCommand
from filquartiers.cli.options import project_options
from filquartiers.cli.projects import kind_named, project_of, site_of
from filquartiers.guides import guide, workspace_files
from filquartiers.model.kinds import KINDS
from filquartiers.write import write_text


@click.command(
    "fields",
    cls=FrenchCommand,
    help="Montre les champs d’une sorte de contenu (fiche, maison, evenement…), ou la liste des sortes.",
)
@click.argument("sort", metavar="[SORTE]", required=False)
@project_options
@click.option("--vscode", is_flag=True, help="Écrit dans le projet les aides de Visual Studio Code.")
def command(sort: str | None, folder: Path | None, day: date | None, *, vscode: bool) -> int:
    """Print one guide, list the kinds, or write the helpers."""
    if vscode:
        return _helpers(folder, day)
    if sort is None:
        for kind in KINDS:
            console().print(f"{kind.kind.name:<12} {(kind.__doc__ or '').strip()}")
        return Exit.FINE
    text, out = guide(kind_named(sort)), console()
    out.print(Markdown(text) if out.is_terminal else text, end="" if not out.is_terminal else "\n")
    return Exit.FINE


def _helpers(folder: Path | None, day: date | None) -> int:
    project = project_of(folder, day, drafts=True)
    site = site_of(project)
    slugs = {kind.kind.name: tuple(entry.slug for entry in site.of(kind)) for kind in project.kinds}
    for path, text in workspace_files(project.kinds, slugs):
        write_text(project.root / path, text)
        console().print(f"Écrit : {path}")
    return Exit.FINE
