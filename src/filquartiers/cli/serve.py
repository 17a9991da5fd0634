"""``filquartiers serve``: the site as it is being written, in the browser."""

import gc
import os
import sys
import webbrowser
from datetime import date
from pathlib import Path

import click

from filquartiers.build import BESIDE, PAGES, PRINT
from filquartiers.cli.console import console, summary
from filquartiers.cli.exit import Exit
from filquartiers.cli.french import FrenchCommand
from filquartiers.cli.options import project_options
from filquartiers.cli.projects import project_of
from filquartiers.cli.report import show
from filquartiers.journey import in_order
from filquartiers.model.numbers import decimal
from filquartiers.problems import Gravity
from filquartiers.serve import LAST_PORT, Layer, Preview, Server, Shown, Stages, Watch, open_server

PORT = "8000"


def _port(_context: click.Context, _option: click.Parameter, typed: str) -> int:
    """The number of a port that a program may take."""
    if not (typed.isascii() and typed.isdecimal() and 0 < int(typed) <= LAST_PORT):
        raise click.BadParameter(f"« {typed} » n’est pas un port : donnez un nombre de 1024 à {LAST_PORT}.")
    return int(typed)


@click.command(
    "serve",
    cls=FrenchCommand,
    help="Montre le site dans le navigateur et le suit pendant que vous écrivez. Ctrl-C pour arrêter.",
)
@project_options
@click.option(
    "--port",
    default=PORT,
    callback=_port,
    metavar="NOMBRE",
    help="Le port ; par défaut, 8000 ou le suivant libre.",
)
@click.option("--sans-navigateur", "quiet", is_flag=True, help="N’ouvre pas le navigateur.")
@click.option("--site", "site_only", is_flag=True, help="Ne montre que le site, sans faire les imprimés.")
def command(folder: Path | None, day: date | None, *, port: int, quiet: bool, site_only: bool) -> int:
    """Draw, serve, watch, until the volunteer stops it."""
    project = project_of(folder, day, drafts=True)
    preview = Preview(project, Stages(PAGES, BESIDE, {} if site_only else PRINT), _tell)
    server = _server(preview, port)
    watch = Watch(
        tuple(project.root / name for name in ("content", "templates", "assets")),
        preview.refresh,
        preview.refresh,
    )
    try:
        preview.refresh()
        _spare_the_collector()
        watch.start()
        console().print(f"Le site est ici : {server.address}   (Ctrl-C pour arrêter)")
        if not quiet and _has_screen():
            webbrowser.open(server.address)
        server.serve_forever(poll_interval=0.2)
    except KeyboardInterrupt:
        console().print("\nAperçu arrêté. Pour publier : filquartiers build")
    finally:
        watch.close()
        preview.close()
        server.server_close()
    return Exit.FINE


def _server(preview: Preview, port: int) -> Server:
    try:
        return open_server(preview, port)
    except OSError:
        raise click.UsageError(
            f"Aucun port n’est libre à partir de {port}. Donnez-en un autre : --port 9000."
        ) from None


def _spare_the_collector() -> None:
    """A site of many sheets takes a second to be searched for rubbish, and holds none: not during a save."""
    gc.freeze()
    gc.set_threshold(200_000, 5, 5)  # objects; what a save leaves behind is cleared once it was looked at


def _has_screen() -> bool:
    """Whether a browser would open in a window; elsewhere it would take the terminal."""
    return sys.platform in {"win32", "darwin"} or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def _tell(shown: Shown, layer: Layer) -> None:
    """One line for each time something was drawn, and what is to mend."""
    gc.collect()
    out = console()
    pages = layer is shown.pages
    what = "Site refait" if pages else "Imprimés refaits"
    found = in_order((*layer.problems, *shown.beside.problems)) if pages else layer.problems
    show(out, [one for one in found if one.gravity is Gravity.ERROR])
    if pages and shown.changes:
        out.print(shown.changes)
    out.print(f"{what} en {decimal(layer.seconds, 2, fixed=True)} s : {summary(found)}.")
