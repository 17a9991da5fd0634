"""A new project: its network, a folder for each kind, what helps the volunteer and the text editor."""

from collections.abc import Iterator
from importlib.resources import files

from filquartiers.compose import compose
from filquartiers.creation.entry import HEADER
from filquartiers.guides import workspace_files
from filquartiers.model.kinds import KINDS, Reseau
from filquartiers.model.text import short_slug


def new_project(nom: str, ville: str) -> Iterator[tuple[str, str]]:
    """Path and text of each file of a new project.

    Its network is marked as a demonstration, so that it can be published before its legal data are known.
    """
    slug = short_slug(ville) or "reseau"
    # Its name as the large title, until there are houses to count.
    answers = {"nom": nom, "ville": ville, "accroche": nom, "demonstration": "oui"}
    header = f"Le réseau : qui publie ce site, et pour quelle ville. {HEADER}"
    yield f"content/reseaux/{slug}.md", compose(Reseau, answers, comments=True, header=header)
    guide = files("filquartiers.creation").joinpath("LISEZMOI.md").read_text(encoding="utf-8")
    folders = "\n".join(
        f"| `content/{kind.kind.folder}` | {kind.kind.plural} | `filquartiers new {kind.kind.name}` |"
        for kind in KINDS
    )
    yield "LISEZMOI.md", guide.replace("{nom}", nom).replace("{slug}", slug).replace("{dossiers}", folders)
    yield from workspace_files(KINDS, {Reseau.kind.name: (slug,)})


def new_folders() -> Iterator[str]:
    """The folders of a new project, one for each kind."""
    yield from (f"content/{kind.kind.folder}" for kind in KINDS)
