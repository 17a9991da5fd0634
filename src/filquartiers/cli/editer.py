"""``filquartiers editer``: the forms, in the browser."""

from datetime import date
from pathlib import Path

import click

from filquartiers.cli.french import FrenchCommand
from filquartiers.cli.options import project_options
from filquartiers.cli.serve import at_work, serving_options
from filquartiers.serve.answers import EDITOR


@click.command(
    "editer",
    cls=FrenchCommand,
    help="Ouvre les formulaires dans le navigateur : ajouter, corriger, annuler. Ctrl-C pour arrêter.",
)
@project_options
@serving_options
def command(folder: Path | None, day: date | None, *, port: int, quiet: bool, site_only: bool) -> int:
    """The preview, opened at its forms."""
    return at_work(folder, day, port=port, quiet=quiet, site_only=site_only, opened=EDITOR)
