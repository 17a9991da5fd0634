"""``filquartiers serve``: the site as it is being written, in the browser."""

import webbrowser
from datetime import date
from pathlib import Path

import click

from filquartiers.build import RENDERERS
from filquartiers.cli.console import console, summary
from filquartiers.cli.french import FrenchCommand
from filquartiers.cli.options import Exit, project_of, project_options
from filquartiers.cli.report import show
from filquartiers.serve import Preview, Server, Shown, Watch, open_server

PORT = 8000


@click.command(
    "serve",
    cls=FrenchCommand,
    help="Montre le site dans le navigateur et le suit pendant que vous écrivez. Ctrl-C pour arrêter.",
)
@project_options
@click.option(
    "--port",
    default=PORT,
    show_default=False,
    metavar="NOMBRE",
    help="Le port ; par défaut, 8000 ou le suivant libre.",
)
@click.option("--sans-navigateur", "quiet", is_flag=True, help="N’ouvre pas le navigateur.")
def command(folder: Path | None, day: date | None, *, port: int, quiet: bool) -> int:
    """Draw, serve, watch, until the volunteer stops it."""
    project = project_of(folder, day, drafts=True)
    preview = Preview(project, RENDERERS, _tell)
    server = open_server(preview, port)
    preview.refresh()
    watch = Watch(tuple(project.root / name for name in ("content", "templates", "assets")), preview.refresh)
    watch.start()
    console().print(f"Le site est ici : {server.address}   (Ctrl-C pour arrêter)")
    if not quiet:
        webbrowser.open(server.address)
    _serve(server, watch)
    console().print("Aperçu arrêté.")
    return Exit.FINE


def _serve(server: Server, watch: Watch) -> None:
    try:
        server.serve_forever(poll_interval=0.2)
    except KeyboardInterrupt:
        pass
    finally:
        watch.close()
        server.server_close()


def _tell(shown: Shown) -> None:
    """One line for each time the site was drawn, and what is to mend."""
    out = console()
    show(out, shown.errors)
    out.print(f"Site refait en {shown.seconds:.1f} s : {summary(shown.problems)}.")
