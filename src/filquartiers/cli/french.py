"""click speaks English; volunteers do not. Its words, in French."""

import errno
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from filquartiers.model.text import closest
from filquartiers.problems import did_you_mean


class FrenchFormatter(click.HelpFormatter):
    """Help texts with French headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """« Utilisation : » in place of « Usage: »."""
        super().write_usage(prog, args.replace("COMMAND [ARGS]...", "COMMANDE…"), prefix or "Utilisation : ")

    def write_heading(self, heading: str) -> None:
        """Headings of click's own sections."""
        super().write_heading({"Options": "Options ", "Commands": "Commandes "}.get(heading, heading))


class TypedPath(click.Path):
    """A file or a folder; what is wrong with it is told in French, by the name that was typed."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; `click.BadParameter` when it is not there, or is of the other sort."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"« {value} » {self._fault(Path(value))}", param, ctx)

    def _fault(self, path: Path) -> str:
        if path.is_dir() and not self.dir_okay:
            return "est un dossier : donnez le nom d’un fichier."
        if path.exists() and not self.file_okay:
            return "est un fichier : donnez le nom d’un dossier."
        return "ne peut pas être lu." if path.exists() else "n’existe pas : vérifiez son nom et son dossier."


class FrenchContext(click.Context):
    """A context that writes help with the French formatter."""

    formatter_class = FrenchFormatter


class FrenchCommand(click.Command):
    """A command whose help is French throughout."""

    context_class = FrenchContext

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help``, explained in French."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Montre cette aide."
        return option


class FrenchGroup(FrenchCommand, click.Group):
    """A group whose help is French throughout, and whose commands are too."""

    command_class = FrenchCommand

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command, or a French sentence with the nearest one."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise unknown(f"La commande « {args[0]} » n’existe pas.", args[0], self.list_commands(ctx), ctx)
        return super().resolve_command(ctx, args)


def unknown(
    sentence: str, typed: str, known: Iterable[str], ctx: click.Context | None = None
) -> click.UsageError:
    """``sentence``, which says that nothing is called ``typed``, and what was probably meant."""
    return click.UsageError(f"{sentence} {did_you_mean(closest(typed, known))}".rstrip(), ctx)


def refused_by_disk(error: OSError) -> str:
    """Why the system refused to read or write, and what to do, in French."""
    name = f" « {error.filename} »" if error.filename else ""
    for kinds, sentence in _REFUSALS:
        if isinstance(error, kinds):
            return sentence.format(name)
    return _BY_NUMBER.get(error.errno or 0, "Le disque a refusé l’opération{}.").format(name)


_REFUSALS: tuple[tuple[type[OSError] | tuple[type[OSError], ...], str], ...] = (
    (BlockingIOError, "Une autre commande écrit déjà dans{} : attendez qu’elle ait fini."),
    (
        PermissionError,
        "Vous n’avez pas le droit de lire ou d’écrire{}, ou un autre programme le tient ouvert.",
    ),
    ((NotADirectoryError, FileExistsError), "Il faut un dossier{} ; autre chose porte ce nom : renommez-la."),
)
_FULL = "Il n’y a plus de place sur le disque."
_BY_NUMBER = {
    errno.EROFS: "Ce disque se lit mais ne s’écrit pas{}.",
    errno.ELOOP: "Le raccourci{} ne mène nulle part : il tourne en rond.",
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
}


def usage_message(error: click.UsageError) -> str:
    """What is wrong with a command line, in French, and how to get help."""
    path = error.ctx.command_path if error.ctx else "filquartiers"
    return f"{_sentence(error)}\nAide : {path} --help"


def _sentence(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        near = error.possibilities[0] if error.possibilities else ""
        return f"L’option « {error.option_name} » n’existe pas. {did_you_mean(near)}".rstrip()
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param else "un argument"
        return f"Il manque {name}."
    if isinstance(error, click.BadParameter):
        return _bad_value(error)
    if isinstance(error, click.BadOptionUsage):
        return f"L’option « {error.option_name} » attend une valeur."
    if error.message.startswith("Got unexpected extra argument"):
        return f"Cette commande n’attend pas « {error.message.split('(', 1)[-1].rstrip(')')} »."
    return error.message


def _bad_value(error: click.BadParameter) -> str:
    """What is wrong with ``--date`` or ``FICHIER.pdf``, by the name that a volunteer typed or should have."""
    if error.param is None:
        return f"la valeur : {error.message}"
    name = error.param.opts[0] if isinstance(error.param, click.Option) else error.param.human_readable_name
    if isinstance(error.param.type, TypedPath) and not isinstance(error.param, click.Option):
        return error.message  # it names what was typed
    if isinstance(error.param.type, click.Choice):
        return f"{name} : choisissez parmi {', '.join(map(str, error.param.type.choices))}."
    return f"{name} : {error.message}"
