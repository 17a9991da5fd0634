"""What the project's houses and networks are called, as far as an import needs it."""

import re
from collections.abc import Mapping

_NAME = re.compile(r"^nom\s*:\s*['\"]?(?P<name>.*?)['\"]?\s*$", re.MULTILINE | re.IGNORECASE)


def names_in(files: Mapping[str, bytes]) -> dict[str, str]:
    """The name each file gives its entry, by file name without ending.

    Read line by line, so that a file being mended still counts.
    """
    names: dict[str, str] = {}
    for path, data in files.items():
        slug = path.rpartition("/")[2].rpartition(".")[0]
        found = _NAME.search(data.decode("utf-8", errors="replace"))
        names[slug] = found["name"] if found else slug
    return names
