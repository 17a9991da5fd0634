"""The bytes of a file that someone exported, as text."""

import unicodedata

from filquartiers import encodings
from filquartiers.problems import Problem, Where, problem

_MOSTLY_TEXT = 0.05
"""Beyond that share of control characters, the file is no text."""


def decode(file: str, data: bytes) -> str | Problem:
    """The text in NFC with Unix line ends, or why it is none.

    Control characters are dropped: no form nor calendar holds any on purpose.
    """
    if not data.strip():
        return problem("import-vide", Where(file))
    found = encodings.decode(data)
    lines = encodings.tidy(found.text) if found else "\0"
    kept = "".join(char for char in lines if char in "\t\n" or unicodedata.category(char) not in {"Cc", "Cs"})
    if len(lines) - len(kept) > _MOSTLY_TEXT * len(lines):
        return problem("import-pas-du-texte", Where(file))
    return kept if kept.strip() else problem("import-vide", Where(file))
