"""What a command looks at: the project that its options name, the site in it, a kind."""

from datetime import date
from pathlib import Path

from filquartiers.cli.french import unknown
from filquartiers.cli.options import day_of, root_of
from filquartiers.content import load
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import KINDS
from filquartiers.model.site import Site
from filquartiers.model.text import key_of
from filquartiers.project import Project


def kinds_by_name() -> dict[str, type[Entry]]:
    """All kinds, each under the word that a command line has for it."""
    return {kind.kind.name: kind for kind in KINDS}


def kind_named(sort: str, *others: str) -> type[Entry]:
    """The kind that ``sort`` names; a `click.UsageError` when there is none: ``others`` may be meant."""
    names = kinds_by_name()
    if found := names.get(key_of(sort)):
        return found
    raise unknown(f"« {sort} » n’est pas une sorte de contenu.", sort, [*names, *others])


def project_of(folder: Path | None, day: date | None, *, drafts: bool = False) -> Project:
    """The project that the options name; a `click.UsageError` when there is none there."""
    return Project(root_of(folder), day_of(day), drafts=drafts)


def site_of(project: Project) -> Site:
    """All that the project's files give, drafts too, however much is to be mended elsewhere."""
    return load(project.root, project.kinds, project.today, drafts=True).site
