"""``filquartiers serve``: the site as it is being written, in the browser."""

import gc
import os
import sys
import webbrowser
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urljoin

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
from filquartiers.problems import Gravity, Problem
from filquartiers.serve import LAST_PORT, Layer, Preview, Server, Shown, Stages, Watch, open_server
from filquartiers.serve.answers import EDITOR

PORT = "8000"

F = TypeVar("F", bound=Callable[..., Any])


def _port(_context: click.Context, _option: click.Parameter, typed: str) -> int:
    """The number of a port that a program may take."""
    if not (typed.isascii() and typed.isdecimal() and 0 < int(typed) <= LAST_PORT):
        raise click.BadParameter(f"« {typed} » n’est pas un port : donnez un nombre de 1024 à {LAST_PORT}.")
    return int(typed)


def serving_options(command: F) -> F:
    """Add ``--port``, ``--sans-navigateur`` and ``--site`` to a command."""
    return _PORT(_QUIET(_SITE_ONLY(command)))


_PORT = click.option(
    "--port",
    default=PORT,
    callback=_port,
    metavar="NOMBRE",
    help="Le port ; par défaut, 8000 ou le suivant libre.",
)
_SITE_ONLY = click.option(
    "--site", "site_only", is_flag=True, help="Ne montre que le site, sans faire les imprimés."
)
_QUIET = click.option("--sans-navigateur", "quiet", is_flag=True, help="N’ouvre pas le navigateur.")


@click.command(
    "serve",
    cls=FrenchCommand,
    help="Montre le site dans le navigateur et le suit pendant que vous écrivez. Ctrl-C pour arrêter.",
)
@project_options
@serving_options
def command(folder: Path | None, day: date | None, *, port: int, quiet: bool, site_only: bool) -> int:
    """Draw, serve, watch, until the volunteer stops it."""
    return at_work(folder, day, port=port, quiet=quiet, site_only=site_only)


def at_work(  # noqa: PLR0913  one parameter an option
    folder: Path | None, day: date | None, *, port: int, quiet: bool, site_only: bool, opened: str = "/"
) -> int:
    """Serve a project until the volunteer stops it; ``opened`` is the page that is shown first."""
    project = project_of(folder, day, drafts=True)
    preview = Preview(project, Stages(PAGES, BESIDE, {} if site_only else PRINT), _Voice().tell)
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
        console().print(f"Pour modifier : {urljoin(server.address, EDITOR)}")
        if not quiet and _has_screen():
            webbrowser.open(urljoin(server.address, opened))
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


class _Voice:
    """Tells each time something was drawn what is to mend: errors until they are mended, warnings once."""

    def __init__(self) -> None:
        self._told: dict[
            bool, frozenset[Problem]
        ] = {}  # the warnings last met in pages, or in printed things

    def tell(self, shown: Shown, layer: Layer) -> None:
        """One line for each time something was drawn, and what is to mend."""
        gc.collect()
        out = console()
        pages = layer is shown.pages
        what = "Site refait" if pages else "Imprimés refaits"
        found = (
            in_order((*layer.problems, *shown.beside.problems, *shown.faults)) if pages else layer.problems
        )
        known = self._told.get(pages, frozenset())
        show(out, [one for one in found if one.gravity <= Gravity.WARNING and one not in known])
        self._told[pages] = frozenset(one for one in found if one.gravity is Gravity.WARNING)
        if pages and shown.changes:
            out.print(shown.changes)
        out.print(f"{what} en {decimal(layer.seconds, 2, fixed=True)} s : {summary(found)}.")
