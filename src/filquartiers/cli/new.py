"""``filquartiers new``: a new file, or a new project, asked for in French or given on the command line."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
from rich.text import Text

from filquartiers.cli.asking import NEEDED, Given, asked, prompt
from filquartiers.cli.console import console
from filquartiers.cli.exit import Exit
from filquartiers.cli.french import FrenchCommand, unknown
from filquartiers.cli.options import project_options
from filquartiers.cli.projects import kind_named, project_of, site_of
from filquartiers.creation import faults, field_named, new_file, new_folders, new_project
from filquartiers.model.agenda.dates import write_date
from filquartiers.model.kind import Entry
from filquartiers.model.site import Site
from filquartiers.model.text import key_of
from filquartiers.project import Project
from filquartiers.write import write_new

HELP = """Crée un fichier neuf : reseau, maison, pacte, fiche, evenement, page…

Sans autre précision, pose quelques questions. Sinon, donnez les champs :

    filquartiers new fiche --titre "Atelier cuisine" --maison le-phare

« filquartiers new projet DOSSIER » commence un projet dans un dossier neuf."""

_PROJECT_FIELDS = {
    "nom": ("Le nom du réseau", "Les maisons de quartier de Valmarin"),
    "ville": ("La ville", "Valmarin"),
}


@click.command(
    "new",
    cls=FrenchCommand,
    help=HELP,
    context_settings={"ignore_unknown_options": True},
)
@click.argument("sort", metavar="SORTE")
@click.argument("fields", nargs=-1, type=click.UNPROCESSED, metavar="[--CHAMP VALEUR]...")
@project_options
def command(sort: str, fields: tuple[str, ...], folder: Path | None, day: date | None) -> int:
    """Ask, or take what is given; write one file; never overwrite."""
    if key_of(sort) == "projet":
        return _project(fields)
    project = project_of(folder, day, drafts=True)
    kind = kind_named(sort, "projet")
    site = site_of(project)
    answers = _given(kind, fields, day) or _asked(kind, site)
    if complaints := "\n".join(_wrong(kind, answers, site)):
        raise click.UsageError(complaints)
    return _write(project, *new_file(kind, answers, site))


def _asked(kind: type[Entry], site: Site) -> Given:
    if not sys.stdin.isatty():
        raise click.UsageError('Donnez au moins un champ, par exemple --titre "Atelier cuisine".')
    return asked(kind, site)


def _wrong(kind: type[Entry], answers: Given, site: Site) -> Iterator[str]:
    yield from (f"{one.message} {one.hint}" for one in faults(kind, answers, site))
    for guide in kind.fields():
        if guide.required and not answers.get(guide.name):
            yield f"Il manque --{guide.name} : {guide.help}"


def _write(project: Project, path: str, text: str) -> int:
    if not write_new(project.root / path, text):
        kept = f"Le fichier {path} existe déjà : il n’a pas été touché."
        raise click.UsageError(f"{kept} Choisissez un autre titre.")
    console().print(f"Créé : {path}")
    console().print("Ouvrez-le, complétez-le, puis : filquartiers check")
    return Exit.FINE


def _given(kind: type[Entry], fields: tuple[str, ...], day: date | None) -> Given:
    """``--titre Fête --maison le-phare`` as answers; a field given twice has two values.

    ``--date`` means the day of an event to whoever types it, though all commands have an option of
    that name.
    """
    answers: dict[str, list[str]] = {}
    for option, value in _pairs(fields):
        name = field_named(kind, option)
        if not name:
            sentence = f"« --{option} » n’est pas un champ de « {kind.kind.name} »."
            raise unknown(sentence, option, [f"--{guide.name}" for guide in kind.fields()])
        answers.setdefault(name, []).append(value)
    dated = field_named(kind, "date")
    if day and dated and answers:
        answers.setdefault(dated, [write_date(day, weekday=False)])
    return {name: values if len(values) > 1 else values[0] for name, values in answers.items()}


def _pairs(fields: tuple[str, ...]) -> list[tuple[str, str]]:
    flat = [part for field in fields for part in (field.split("=", 1) if field.startswith("--") else [field])]
    if len(flat) % 2 or any(not option.startswith("--") for option in flat[::2]):
        example = '--titre "Atelier cuisine" --maison le-phare'
        raise click.UsageError(f"Donnez chaque champ avec sa valeur : {example}.")
    return [(option.removeprefix("--"), value) for option, value in zip(flat[::2], flat[1::2], strict=True)]


def _project(fields: tuple[str, ...]) -> int:
    if not fields or fields[0].startswith("--"):
        raise click.UsageError("Donnez le dossier du projet : filquartiers new projet mon-projet")
    given = dict(_pairs(fields[1:]))
    if others := given.keys() - _PROJECT_FIELDS.keys():
        raise click.UsageError(f"« --{min(others)} » n’est pas une option ici : donnez --nom et --ville.")
    return _make_project(Path(fields[0]), given)


def _make_project(root: Path, given: dict[str, str]) -> int:
    """Write a project in ``root``; what is already there is never touched."""
    if (root / "content").exists():
        raise click.UsageError(f"« {root} » contient déjà un projet : rien n’a été touché.")
    nom, ville = (given.get(field, "").strip() or _ask(field) for field in _PROJECT_FIELDS)
    for folder in new_folders():
        (root / folder).mkdir(parents=True, exist_ok=True)
    written = [path for path, text in new_project(nom, ville) if write_new(root / path, text)]
    out = console()
    out.print(Text(f"Créé dans {root} : {written[0]}" + ", LISEZMOI.md" * ("LISEZMOI.md" in written)))
    out.print(Text(f"La suite : filquartiers new maison --projet {root}"))
    out.print(Text(f"Pour voir le site : filquartiers serve --projet {root}"))
    return Exit.FINE


def _ask(field: str) -> str:
    label, example = _PROJECT_FIELDS[field]
    if not sys.stdin.isatty():
        raise click.UsageError(f'{label} manque : --{field} "{example}".')
    console().print(Text.assemble((label, "bold"), f" · par exemple : {example}"))
    while not (typed := prompt()):
        console().print(f"  {NEEDED}")
    return typed
