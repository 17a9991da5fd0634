"""The 101 départements, and a structure told from its own."""

import re
from pathlib import Path

from filquartiers.model.text import folded

DEPARTMENTS = Path(__file__).with_name("departements.txt").read_text(encoding="utf-8").splitlines()

_SHORT = {"reunion": "La Réunion", "belfort": "Territoire de Belfort"}
_BY_FORM = {folded(name): name for name in DEPARTMENTS} | _SHORT
_SEPARATOR = re.compile(r"\s+[-–—]\s*|\s*[-–—]\s+|\s*\(")


def split_structure(text: str) -> tuple[str, str]:
    """« LE PETIT R - Loire-Atlantique » gives ``("LE PETIT R", "Loire-Atlantique")``.

    The département is what follows one of the separators, as far left as makes one of the 101 (so
    « Pas-de-Calais » is not cut in itself); it is empty when there is none, and the text then stays whole.
    """
    for found in _SEPARATOR.finditer(text):
        name = _BY_FORM.get(folded(text[found.end() :]))
        if name:
            return text[: found.start()].strip(), name
    return text.strip(), ""
