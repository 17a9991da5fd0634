"""The names of the project's houses, as far as an import needs them."""

import re
from collections.abc import Mapping

_NAME = re.compile(r"^nom\s*:\s*['\"]?(?P<name>.*?)['\"]?\s*$", re.MULTILINE | re.IGNORECASE)


def names_of_houses(files: Mapping[str, bytes]) -> dict[str, str]:
    """The name of each house by file name without ending.

    Read line by line, so that a house being mended still counts.
    """
    names: dict[str, str] = {}
    for path, data in files.items():
        slug = path.rpartition("/")[2].rpartition(".")[0]
        found = _NAME.search(data.decode("utf-8", errors="replace"))
        names[slug] = found["name"] if found else slug
    return names
