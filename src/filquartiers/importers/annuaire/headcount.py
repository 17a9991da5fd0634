"""« 4 salariés/30 bénévoles »: the people of an action, counted when the words are clear."""

import re
from collections.abc import Sequence

from filquartiers.model.text import folded

_SPLIT = re.compile(r"\s*(?:/|,|;|\+|\.(?=\s|$)|\bet\b|\n)\s*")
_COUNT = re.compile(r"^[-–•*]?\s*(?P<number>\d{1,4})\s+(?P<who>(?:[^\W\d_]|['’ -]){2,40})$")
_FIELDS = {
    "salarie": "salaries", "salaries": "salaries", "salariee": "salaries", "salariees": "salaries",
    "benevole": "benevoles", "benevoles": "benevoles",
    "habitant": "habitants", "habitants": "habitants", "habitante": "habitants", "habitantes": "habitants",
}  # fmt: skip


def read_people(lines: Sequence[str]) -> dict[str, object]:
    """Values for the field ``personnes``: counts if every piece of the text is one, else its words.

    People who are neither staff, volunteers nor residents go to ``autres`` as written.
    """
    neat = [" ".join(line.split()) for line in lines]
    text = " ".join(neat)
    pieces = [piece for piece in _SPLIT.split("\n".join(neat)) if piece]
    found = [_COUNT.match(piece) for piece in pieces]
    if not pieces or not all(found):
        return {"en_mots": text} if text else {}
    values: dict[str, object] = {}
    others: list[str] = []
    for match in filter(None, found):
        name = _FIELDS.get(folded(match["who"]))
        if name in values:
            return {"en_mots": text}
        if name:
            values[name] = int(match["number"])
        else:
            others.append(match.group().lstrip("-–•* "))
    return values | ({"autres": ", ".join(others)} if others else {})
