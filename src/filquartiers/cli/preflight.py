"""``filquartiers preflight``: is this PDF fit for the press?"""

import os
from datetime import date
from pathlib import Path

import click

from filquartiers.cli.console import console
from filquartiers.cli.exit import Exit
from filquartiers.cli.french import FrenchCommand, TypedPath, unknown
from filquartiers.cli.options import project_options
from filquartiers.cli.projects import project_of
from filquartiers.content import load
from filquartiers.model.kinds import Presse
from filquartiers.model.press import PressProfile
from filquartiers.press.job import Press
from filquartiers.press.preflight import PreflightReport, preflight
from filquartiers.project import Project


@click.command(
    "preflight",
    cls=FrenchCommand,
    help="Contrôle un PDF, le nôtre ou un autre, avant de l’envoyer à l’imprimeur : format, fond perdu, "
    "encres, images, polices.",
)
@click.argument("file", metavar="FICHIER.pdf", type=TypedPath(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--presse",
    "press",
    metavar="NOM",
    help="L’imprimeur, décrit dans content/presses ; par défaut, un profil général.",
)
@click.option(
    "--format",
    "shape",
    type=click.Choice(("texte", "json", "html")),
    default="texte",
    metavar="FORMAT",
    help="texte, json ou html.",
)
@click.option(
    "--sortie",
    "target",
    type=TypedPath(path_type=Path, dir_okay=False),
    metavar="FICHIER",
    help="Écrit le rapport dans ce fichier.",
)
@project_options
def command(  # noqa: PLR0913  one parameter an option
    file: Path, *, press: str | None, shape: str, target: Path | None, folder: Path | None, day: date | None
) -> int:
    """Check, and tell; exits with 1 when the file must not be printed."""
    asked = _press(press, folder, day or date.today())  # noqa: DTZ011  the day where the editor lives
    report = preflight(file.read_bytes(), asked, file.name, thumbnails=shape == "html")
    text = _shaped(report, shape)
    if target is None:
        console().out(text, end="", highlight=False)
    else:
        target.write_bytes(text.encode())
        console().print(f"{report.verdict} Rapport : {target}", markup=False)
    return Exit.CONTENT if report.errors else Exit.FINE


def _shaped(report: PreflightReport, shape: str) -> str:
    if shape == "texte":
        return os.linesep.join([*report.to_text(), ""])
    return report.to_json() if shape == "json" else report.to_html()


def _press(name: str | None, folder: Path | None, day: date) -> Press:
    """The press of that name in the project, or a usual one; with its ICC profile."""
    if name is None:
        return _with_profile(PressProfile(), Project(folder or Path(), day))
    project = project_of(folder, day, drafts=True)
    known = {press.slug: press for press in load(project.root, project.kinds, day).site.of(Presse)}
    if name not in known:
        raise unknown(f"Aucun imprimeur « {name} » dans content/presses.", name, known)
    return _with_profile(known[name], project)


def _with_profile(profile: PressProfile, project: Project) -> Press:
    for assets in project.folders("assets"):
        if (assets / "icc" / profile.profil).is_file():
            return Press(profile, (assets / "icc" / profile.profil).read_bytes())
    raise click.UsageError(f"Le profil « {profile.profil} » n’existe pas dans assets/icc.")
