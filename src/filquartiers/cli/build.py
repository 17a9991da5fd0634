"""``filquartiers build``: the site and the printed things; nothing is done when nothing has changed."""

import sys
from datetime import date
from pathlib import Path
from time import perf_counter

import click

from filquartiers.cli.again import LastBuild
from filquartiers.cli.french import FrenchCommand
from filquartiers.cli.options import day_of, project_options, root_of


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
    """Build, unless the last build said all there is to say."""
    start, root, today = perf_counter(), root_of(folder), day_of(day)
    last = LastBuild(root, f"{today} {drafts} {site_only}")
    if (known := last.known()) is not None:
        sys.stdout.write(known.said)
        if timings:
            sys.stdout.write(f"  rien de neuf   {perf_counter() - start:>6.2f} s\n".replace(".", ","))
        return known.code
    # Read now: it takes longer than to see that nothing has changed.
    from filquartiers.cli.building import run  # noqa: PLC0415
    from filquartiers.project import Project  # noqa: PLC0415

    project = Project(root, today, drafts=drafts)
    return run(project, last.keep, site_only=site_only, timings=timings)
