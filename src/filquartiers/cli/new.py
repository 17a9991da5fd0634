"""``filquartiers new``: a new file, asked for in French or given on the command line."""

import sys
from datetime import date
from pathlib import Path

import click

from filquartiers.build import Project
from filquartiers.cli.console import console
from filquartiers.cli.french import FrenchCommand
from filquartiers.cli.options import Exit, project_of, project_options
from filquartiers.content import load
from filquartiers.creation import Question, field_named, new_file, new_project, questions, refusals
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import KINDS
from filquartiers.model.site import Site
from filquartiers.model.text import closest, key_of
from filquartiers.write import write_new

Given = dict[str, str | list[str]]

HELP = """Crée un fichier neuf : reseau, maison, pacte, fiche, evenement, page…

Sans autre précision, pose quelques questions. Sinon, donnez les champs :

    filquartiers new fiche --titre "Atelier cuisine" --maison kerlede

« filquartiers new projet DOSSIER » commence un projet dans un dossier neuf."""


@click.command(
    "new",
    cls=FrenchCommand,
    short_help="Crée un fichier neuf : fiche, maison, événement…",
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
    kind = _kind(sort)
    site = load(project.root, project.kinds, project.today, drafts=True).site
    answers = _given(kind, fields)
    if not answers:
        answers = _asked(kind, site)
    wrong = refusals(kind, answers, site)
    missing = [guide.name for guide in kind.fields() if guide.required and guide.name not in answers]
    if wrong or missing:
        raise click.UsageError(
            "\n".join(
                [
                    *(f"{one.message} {one.hint}" for one in wrong),
                    *(f"Il manque --{name}." for name in missing),
                ]
            )
        )
    path, text = new_file(kind, answers)
    return _write(project, path, text)


def _write(project: Project, path: str, text: str) -> int:
    if not write_new(project.root / path, text):
        raise click.UsageError(
            f"Le fichier {path} existe déjà : il n’a pas été touché. Choisissez un autre titre."
        )
    console().print(f"Créé : {path}")
    console().print("Ouvrez-le, complétez-le, puis : filquartiers check")
    return Exit.FINE


def _kind(sort: str) -> type[Entry]:
    names = {kind.kind.name: kind for kind in KINDS}
    if key_of(sort) in names:
        return names[key_of(sort)]
    near = closest(sort, [*names, "projet"])
    raise click.UsageError(
        f"« {sort} » n’est pas une sorte de contenu." + (f" Vouliez-vous dire « {near} » ?" if near else "")
    )


def _given(kind: type[Entry], fields: tuple[str, ...]) -> Given:
    """``--titre Fête --maison kerlede`` as answers; a field given twice has two values."""
    answers: Given = {}
    for option, value in _pairs(fields):
        name = field_named(kind, option)
        if not name:
            near = closest(option, [guide.name for guide in kind.fields()])
            meant = f" Vouliez-vous dire « --{near} » ?" if near else ""
            raise click.UsageError(f"« --{option} » n’est pas un champ de « {kind.kind.name} ».{meant}")
        former = answers.get(name)
        answers[name] = (
            value if former is None else [*(former if isinstance(former, list) else [former]), value]
        )
    return answers


def _pairs(fields: tuple[str, ...]) -> list[tuple[str, str]]:
    flat = [part for field in fields for part in (field.split("=", 1) if field.startswith("--") else [field])]
    if len(flat) % 2 or any(not option.startswith("--") for option in flat[::2]):
        raise click.UsageError(
            'Donnez chaque champ avec sa valeur : --titre "Atelier cuisine" --maison kerlede.'
        )
    return [(option.removeprefix("--"), value) for option, value in zip(flat[::2], flat[1::2], strict=True)]


def _asked(kind: type[Entry], site: Site) -> Given:
    if not sys.stdin.isatty():
        raise click.UsageError('Donnez au moins un champ, par exemple --titre "Atelier cuisine".')
    answers: Given = {}
    console().print("Répondez, puis Entrée. Entrée seule pour passer une question facultative.\n")
    for question in questions(kind, site):
        answer = _answer(kind, question, answers, site)
        if answer:
            answers[question.guide.name] = answer
    return answers


def _answer(kind: type[Entry], question: Question, answers: Given, site: Site) -> str | list[str]:
    """One answer that can be read, asked again until it is."""
    out, guide = console(), question.guide
    out.print(f"[bold]{guide.label}[/bold] · {guide.help}" + (" (obligatoire)" if guide.required else ""))
    for rank, choice in enumerate(question.choices, 1):
        out.print(f"  {rank}. {choice}", markup=False)
    while True:
        typed = click.prompt("  ", default="", show_default=False, prompt_suffix="> ").strip()
        answer = _chosen(question, typed)
        if not answer and not guide.required:
            return ""
        wrong = refusals(kind, {**answers, guide.name: answer}, site) if answer else ()
        if answer and not wrong:
            return answer
        out.print(
            "\n".join(f"  {one.message} {one.hint}" for one in wrong) or "  Une réponse est nécessaire.",
            markup=False,
        )


def _chosen(question: Question, typed: str) -> str | list[str]:
    """The answer, or the choices whose numbers were typed (« 1 3 »)."""
    numbers = typed.replace(",", " ").split()
    if (
        question.choices
        and numbers
        and all(one.isdigit() and 0 < int(one) <= len(question.choices) for one in numbers)
    ):
        chosen = [question.choices[int(one) - 1] for one in numbers]
        return chosen if question.many and len(chosen) > 1 else chosen[0]
    return typed


def _project(fields: tuple[str, ...]) -> int:
    if not fields or fields[0].startswith("--"):
        raise click.UsageError("Donnez le dossier du projet : filquartiers new projet mon-projet")
    root, given = Path(fields[0]), dict(_pairs(fields[1:]))
    if (root / "content").exists():
        raise click.UsageError(f"« {root} » contient déjà un projet : rien n’a été touché.")
    nom = given.get("nom") or _ask("Le nom du réseau", "Les maisons de quartier de Valmarin")
    ville = given.get("ville") or _ask("La ville", "Valmarin")
    path, text = new_project(nom, ville)
    write_new(root / path, text)
    console().print(f"Créé : {root / path}", markup=False)
    console().print(f"La suite : filquartiers new maison --projet {root}", markup=False)
    return Exit.FINE


def _ask(label: str, example: str) -> str:
    if not sys.stdin.isatty():
        raise click.UsageError(f'{label} manque : --{label.rsplit(" ", 1)[-1].lower()} "{example}".')
    return str(click.prompt(f"{label} (par exemple : {example})", prompt_suffix="\n> "))
