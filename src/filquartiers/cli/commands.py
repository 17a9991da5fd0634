"""The commands: what each is for, and the module that is read when it is asked for, and not before.

Reading them all takes a second on an old machine: too long for ``--help``, and for each command.
"""

from collections.abc import Mapping
from importlib import import_module

import click

from filquartiers.cli.french import FrenchGroup

COMMANDS: Mapping[str, tuple[str, str]] = {
    "build": ("build", "Fait le site et les imprimés, dans le dossier build."),
    "check": ("check", "Vérifie tout le contenu, sans rien y changer."),
    "editer": ("editer", "Modifie le site dans le navigateur, par des formulaires."),
    "explain": ("explain", "Explique un message, d’après son code entre crochets."),
    "fields": ("fields", "Montre ce que l’on peut écrire dans un fichier."),
    "import": ("importer", "Importe une liste d’actions ou un agenda."),
    "new": ("new", "Crée un fichier neuf : fiche, maison, événement…"),
    "preflight": ("preflight", "Contrôle un PDF avant de l’envoyer à l’imprimeur."),
    "serve": ("serve", "Montre le site pendant que vous écrivez."),
}


class CommandTable(FrenchGroup):
    """The group of all commands, from the table."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  same
        """The command of that name, read now; None when there is none."""
        import logging  # noqa: PLC0415  nine milliseconds that --help need not wait for

        if cmd_name not in COMMANDS:
            return None
        logging.getLogger().addHandler(logging.NullHandler())  # what libraries tell programmers, in English
        command: click.Command = import_module(f"filquartiers.cli.{COMMANDS[cmd_name][0]}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  same
        """What each is for, without reading any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, told) for name, (_, told) in COMMANDS.items()])
