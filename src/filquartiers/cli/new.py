"""``filquartiers new``: a new file, or a new project, asked for in French or given on the command line."""

import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from filquartiers.cli.asking import Given, asked, steps_of
from filquartiers.cli.console import console
from filquartiers.cli.exit import Exit
from filquartiers.cli.french import FrenchCommand, unknown
from filquartiers.cli.options import day_of, project_options
from filquartiers.cli.projects import kind_named, kinds_by_name, project_of, site_of
from filquartiers.cli.resuming import KeptAnswers, interview
from filquartiers.cli.starting import make_launchers, make_project
from filquartiers.creation import Answer, Question, faults, field_named, new_file, questions, timetable
from filquartiers.model.kind import Entry
from filquartiers.model.site import Site
from filquartiers.model.text import key_of
from filquartiers.project import Project
from filquartiers.starting import RefusedError, given
from filquartiers.write import write_new

HELP = """Crée un fichier neuf : reseau, maison, pacte, fiche, evenement, page…

Sans autre précision, pose quelques questions. Sinon, donnez les champs :

    filquartiers new fiche --titre "Atelier cuisine" --maison le-phare

« filquartiers new projet DOSSIER » commence un projet dans un dossier neuf ;
« filquartiers new raccourcis » refait ce qui s’ouvre d’un double-clic, après un
déplacement du programme."""

_DATE = "--date"


class _NewCommand(FrenchCommand):
    """``new``, whose ``--date`` is the day of an event, typed as in its file."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take ``--date`` as the field that it is for a kind that has a day of its own."""
        if args and (kind := kinds_by_name().get(key_of(args[0]))) and (name := field_named(kind, "date")):
            args = [re.sub(rf"^{_DATE}(?==|$)", f"--{name}", one) for one in args]
        return super().parse_args(ctx, args)


@click.command("new", cls=_NewCommand, help=HELP, context_settings={"ignore_unknown_options": True})
@click.argument("sort", metavar="SORTE")
@click.argument("fields", nargs=-1, type=click.UNPROCESSED, metavar="[--CHAMP VALEUR]...")
@project_options
def command(sort: str, fields: tuple[str, ...], folder: Path | None, day: date | None) -> int:
    """Ask, or take what is given; write one file; never overwrite."""
    if key_of(sort) == "projet":
        return make_project(fields, day_of(day))
    project = project_of(folder, day, drafts=True)
    if key_of(sort) == "raccourcis":
        return make_launchers(project.root)
    kind = kind_named(sort, "projet", "raccourcis")
    site = site_of(project)
    answers = _given(kind, fields, site) or _asked(kind, site, project)
    if complaints := "\n".join(_wrong(kind, answers, site)):
        raise click.UsageError(complaints)
    code = _write(project, *new_file(kind, answers, site))
    KeptAnswers(project.root, kind.kind.name).forget()
    return code


def _asked(kind: type[Entry], site: Site, project: Project) -> Given:
    if not sys.stdin.isatty():
        raise click.UsageError('Donnez au moins un champ, par exemple --titre "Atelier cuisine".')
    name = kind.kind.name
    return interview(
        KeptAnswers(project.root, name),
        steps_of(kind, site),
        lambda dialogue: asked(kind, site, dialogue),
        f"filquartiers new {name}",
    )


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


def _given(kind: type[Entry], fields: tuple[str, ...], site: Site) -> Given:
    """``--titre Fête --maison le-phare`` as answers; a field given twice has two values.

    Where only one answer can be, as the network of a house when there is one network, it is that one.
    """
    typed: dict[str, list[str]] = {}
    for option, value in _pairs(fields):
        name = field_named(kind, option)
        if not name:
            sentence = f"« --{option} » n’est pas un champ de « {kind.kind.name} »."
            raise unknown(sentence, option, [f"--{guide.name}" for guide in kind.fields()])
        typed.setdefault(name, []).append(value)
    if not typed:
        return {}
    known = {one.guide.name: one for one in questions(kind, site)}
    answers = {name: _read(known.get(name), values) for name, values in typed.items()}
    return {name: one.only for name, one in known.items() if one.only} | answers


def _read(question: Question | None, values: list[str]) -> Answer:
    """The values of one option; those that are asked for are read as they are when asked."""
    if question and question.lines:
        values = [part for value in values for part in question.several(value)]
    if question and question.timetable:
        return timetable(values)
    return values if len(values) > 1 else values[0]


def _pairs(fields: tuple[str, ...]) -> list[tuple[str, str]]:
    try:
        return list(given(fields))
    except RefusedError as refused:
        raise click.UsageError(str(refused)) from None
