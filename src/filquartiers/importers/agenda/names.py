"""What the project's houses and networks are called, as far as an import needs it."""

import re
from collections.abc import Mapping

from filquartiers.model.text import folded

_NAME = re.compile(r"^nom\s*:\s*['\"]?(?P<name>.*?)['\"]?\s*$", re.MULTILINE | re.IGNORECASE)


def titles_in(files: Mapping[str, bytes]) -> dict[str, str]:
    """The name each file gives its entry, by file name without ending.

    Read line by line, so that a file being mended still counts.
    """
    titles: dict[str, str] = {}
    for path, data in files.items():
        slug = path.rpartition("/")[2].rpartition(".")[0]
        found = _NAME.search(data.decode("utf-8", errors="replace"))
        titles[slug] = found["name"] if found else slug
    return titles


def slug_named(typed: str, titles: Mapping[str, str]) -> str:
    """The file name of the entry that ``typed`` names in either way, or an empty string."""
    by_title = {folded(title): slug for slug, title in titles.items()}
    return (by_title | {folded(slug): slug for slug in titles}).get(folded(typed), "")
