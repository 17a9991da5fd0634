"""``filquartiers new projet DOSSIER``: a folder where a volunteer can start writing at once."""

import sys
from pathlib import Path

import click
from rich.text import Text

from filquartiers.cli.asking import prompt
from filquartiers.cli.console import console
from filquartiers.cli.options import Exit
from filquartiers.creation import new_folders, new_project
from filquartiers.write import write_new

FIELDS = {
    "nom": ("Le nom du réseau", "Les maisons de quartier de Valmarin"),
    "ville": ("La ville", "Valmarin"),
}


def make_project(root: Path, given: dict[str, str]) -> int:
    """Write a project in ``root``; what is already there is never touched.

    Raises:
        click.UsageError: there is a project already, or no way to know its name.
    """
    if (root / "content").exists():
        raise click.UsageError(f"« {root} » contient déjà un projet : rien n’a été touché.")
    nom, ville = (given.get(field, "").strip() or _ask(field) for field in FIELDS)
    for folder in new_folders():
        (root / folder).mkdir(parents=True, exist_ok=True)
    written = [path for path, text in new_project(nom, ville) if write_new(root / path, text)]
    out = console()
    out.print(Text(f"Créé dans {root} : {written[0]}" + ", LISEZMOI.md" * ("LISEZMOI.md" in written)))
    out.print(Text(f"La suite : filquartiers new maison --projet {root}"))
    out.print(Text(f"Pour voir le site : filquartiers serve --projet {root}"))
    return Exit.FINE


def _ask(field: str) -> str:
    label, example = FIELDS[field]
    if not sys.stdin.isatty():
        raise click.UsageError(f'{label} manque : --{field} "{example}".')
    console().print(Text.assemble((label, "bold"), f" · par exemple : {example}"))
    while not (typed := prompt()):
        console().print("  Une réponse est nécessaire.")
    return typed
