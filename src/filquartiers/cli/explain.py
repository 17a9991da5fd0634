"""``filquartiers explain``: what a code means, at length, with a wrong and a right example."""

import textwrap
from collections import defaultdict

import click
from rich.console import Console
from rich.text import Text

from filquartiers.cli.console import STYLES, console
from filquartiers.cli.exit import Exit
from filquartiers.cli.french import FrenchCommand, unknown
from filquartiers.model.text import slugify
from filquartiers.problems import CATALOGUE, Message


@click.command(
    "explain",
    cls=FrenchCommand,
    help="Explique un message, d’après son code entre crochets ; sans code, les donne tous.",
)
@click.argument("code", metavar="[CODE]", required=False)
def command(code: str | None) -> int:
    """Explain one message, or list them."""
    if code is None:
        _list(console())
        return Exit.FINE
    wanted = slugify(code.strip("[] "))
    if wanted not in CATALOGUE:
        fault = unknown(f"« {code} » n’est le code d’aucun message.", wanted, CATALOGUE)
        raise click.UsageError(f"{fault.message}\nLa liste des codes : filquartiers explain")
    _explain(console(), CATALOGUE[wanted])
    return Exit.FINE


def _list(out: Console) -> None:
    """Every code with its sentence, family by family."""
    width = max(map(len, CATALOGUE))
    for family in CATALOGUE.families.values():
        for message in family:
            out.print(f"  {message.code:<{width}}  {blank(message.sentence)}", markup=False)
        out.print()
    out.print("Pour en savoir plus sur l’un d’eux : filquartiers explain CODE")


def _explain(out: Console, message: Message) -> None:
    width = min(out.width, 90) if out.is_terminal else 90
    out.print(Text(f"{message.code} · {message.gravity.label}", style=STYLES[message.gravity]))
    for part in (blank(message.sentence), blank(message.hint), *message.explanation.splitlines()):
        if part:
            out.print(textwrap.fill(part, width, break_on_hyphens=False), markup=False)
            out.print()
    for label, example, style in (("À éviter", message.wrong, "red"), ("À écrire", message.right, "green")):
        out.print(Text(label, style=f"bold {style}"))
        out.print(textwrap.indent(example, "    "), markup=False)
        out.print()


def blank(template: str) -> str:
    """A sentence of the catalogue with « … » where a value will stand."""
    return template.format_map(defaultdict(lambda: "…", nomme="", existants=""))
