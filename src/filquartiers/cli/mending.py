"""``check --corrige``: the safe repairs, shown first, made only when agreed to."""

from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from filquartiers.cli.console import console
from filquartiers.model.refusal import Refusal
from filquartiers.model.values import read_yes_no
from filquartiers.repair import Repair, apply, repairs

_COLOURS = {"-": "red", "+": "green", "@": "dim"}


def mend_files(root: Path, *, yes: bool) -> None:
    """Show each repair, ask unless ``yes``, and make them, a copy of each file kept beside it."""
    out, found = console(), list(repairs(root))
    if not found:
        out.print("Rien à réparer sans risque.")
        return
    for repair in found:
        _show(out, repair)
    if not (yes or _agreed(len(found))):
        out.print("Rien n’a été changé.")
        return
    for repair in found:
        copy = apply(repair)
        kept = f" (copie : {copy.name}, dans le même dossier)" if copy else ""
        out.print(f"Réparé : {repair.new_file}{kept}", markup=False)


def _show(out: Console, repair: Repair) -> None:
    out.print()
    out.print(Text(repair.new_file, style="bold underline"))
    for reason in repair.reasons:
        out.print(f"  {reason}", markup=False)
    for line in repair.difference:
        shown = line.replace("\t", "→").replace("\u00a0", "⍽").replace("\u202f", "⍽")
        out.print(Text(f"    {shown}", style=_COLOURS.get(line[:1], "default")))


def _agreed(count: int) -> bool:
    """Whether the editor says yes; a session without anyone to answer says no."""
    what = "cette réparation" if count == 1 else f"ces {count} réparations"
    try:
        return read_yes_no(click.prompt(f"\nFaire {what} ? (oui ou non)", default="non", show_default=False))
    except (Refusal, click.Abort):
        return False
