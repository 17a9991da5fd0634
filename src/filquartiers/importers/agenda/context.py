"""What a project holds, as the import of a calendar must know it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from filquartiers.importers.agenda.candidates import only_one, titles_in, zones_in
from filquartiers.importers.agenda.planning import AgendaContext


def texts_in(root: Path, folder: str, pattern: str) -> Mapping[str, bytes]:
    """The files of a folder of ``content``, by path relative to the project, in the order of names."""
    paths = sorted((root / "content" / folder).rglob(pattern))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths if path.is_file()}


def context_of(root: Path, today: date, defaults: Mapping[str, str] | None = None) -> AgendaContext:
    """The calendar, houses and networks of a project.

    Args:
        root: its folder.
        today: the day of the import.
        defaults: the house or the network of events that name none; by default, the only network.
    """
    houses, networks = (texts_in(root, folder, "*.md") for folder in ("maisons", "reseaux"))
    existing = texts_in(root, "calendrier", "*.y*ml")
    usual = only_one(titles_in(networks)) if defaults is None else defaults
    return AgendaContext(existing, titles_in(houses), usual, zones_in(houses, networks), today)
