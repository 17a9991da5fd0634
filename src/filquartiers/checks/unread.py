"""Files of ``content/`` that nothing reads: a calendar to be imported, what no page names."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import PurePosixPath

from filquartiers.model.files import named_documents, named_pictures
from filquartiers.model.kinds import KINDS
from filquartiers.model.site import Site
from filquartiers.problems import Problem, Where, problem

_CALENDARS = frozenset({".ics", ".csv", ".xlsx", ".xlsm", ".ods", ".xls"})
"""What ``import agenda`` reads, or tells how to save again."""
_PAGES = frozenset({".md", ".markdown", ".yaml", ".yml"})
_PICTURES = frozenset(
    (".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".avif", ".heic", ".tif", ".tiff", ".bmp")
)
_TEXTS = frozenset({".txt", ".doc", ".docx", ".odt", ".rtf", ""})
"""Texts that were not saved as pages: told where pages are read."""


def unread_files(site: Site, files: AbstractSet[str]) -> Iterator[Problem]:
    """Files that nobody will see on the site; a picture may wait there.

    A file that is named in another case or folder is told where it is named.
    """
    pictures = (name for name, _ in named_pictures(site))
    named = {_last(name) for name in (*named_documents(site), *pictures)}
    folders = {kind.kind.folder for kind in KINDS}
    for name in sorted(name for name in files if _last(name) not in named):
        path = PurePosixPath(name)
        ending = path.suffix.lower()
        if ending in _PAGES | _PICTURES or (ending in _TEXTS and path.parts[0] in folders):
            continue
        code = "agenda-a-importer" if ending in _CALENDARS else "fichier-non-cite"
        typed = f'"content/{name}"' if " " in name else f"content/{name}"
        yield problem(code, Where(f"content/{name}"), nom=path.name, chemin=typed)


def _last(name: str) -> str:
    return name.rsplit("/", 1)[-1].casefold()
