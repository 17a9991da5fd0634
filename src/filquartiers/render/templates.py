"""The Jinja environment of the site: what is missing is an error, what comes from content is escaped."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

Filters = Mapping[str, Any]


def environment(folders: Iterable[Path], filters: Filters) -> Environment:
    """An environment that looks for templates in ``folders``, a project's own before the shipped ones.

    Args:
        folders: folders of templates, the preferred first; each holds a ``site`` folder.
        filters: what templates may call after a bar, by name.
    """
    made = Environment(
        loader=FileSystemLoader([folder / "site" for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(filters)
    return made
