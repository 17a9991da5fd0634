"""The command line, in French; the only place that prints, and the only one that knows the day."""

import gc
import sys
import traceback
import warnings
from pathlib import Path

import click

from filquartiers import __version__
from filquartiers.cli.commands import CommandTable
from filquartiers.cli.console import console, error_console, say_it_all
from filquartiers.cli.exit import Exit
from filquartiers.cli.french import refused_by_disk, usage_message

# Reading makes many small values that stay: Python need not look through them all for loops so often.
_PATIENT = (50_000, 20, 100)


@click.group(
    cls=CommandTable,
    help="Le site et la brochure des maisons de quartier, depuis des fichiers texte.",
    epilog="Pour commencer : filquartiers serve, puis modifiez un fichier du dossier content.",
)
@click.version_option(__version__, message="filquartiers %(version)s", help="Dit la version.")
def group() -> None:
    """The commands."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; exits with a code of `Exit`, never with a traceback."""
    gc.set_threshold(*_PATIENT)
    say_it_all()
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # what libraries say to programmers, in English
    code = run(arguments)
    try:
        console().file.flush()  # here, where a full disk can still be told
    except OSError as error:
        code = _refused(error)
        sys.stdout = None  # Python would try once more, and complain in English
    sys.exit(code)


def run(arguments: list[str] | None = None) -> int:
    """Run one command and give its exit code."""
    try:
        return int(group.main(arguments, prog_name="filquartiers", standalone_mode=False) or Exit.FINE)
    except click.UsageError as error:
        error_console().print(usage_message(error), markup=False)
        return Exit.USAGE
    except (click.Abort, KeyboardInterrupt):
        error_console().print("Interrompu : rien n’a été changé.")
        return Exit.USAGE
    except OSError as error:
        return _refused(error)
    except Exception:  # noqa: BLE001  the last net: a volunteer never meets a traceback
        return _our_fault()


def _refused(error: OSError) -> int:
    """Say what the disk refused."""
    if not isinstance(error, BrokenPipeError):  # who reads has read enough
        error_console().print(refused_by_disk(error), markup=False)
    if not isinstance(error, (BrokenPipeError, BlockingIOError)):
        error_console().print("La dernière version publiée est intacte. Corrigez la cause, puis recommencez.")
    return Exit.CONTENT


def _our_fault() -> int:
    """Say that the fault is ours, with what helps to mend it."""
    out = error_console()
    out.print("Une erreur du programme, pas de vos fichiers. Rien n’a été changé.")
    out.print("Envoyez ces lignes à la personne qui s’occupe du programme :")
    last = traceback.extract_tb(sys.exc_info()[2])[-1]
    name = type(sys.exc_info()[1]).__name__
    place = f"{Path(last.filename).name}, ligne {last.lineno}, {last.name}"
    out.print(f"  {name} · {place} · {sys.exc_info()[1]}", markup=False)
    return Exit.OURS
