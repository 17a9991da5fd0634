"""What to ask for a new entry, and the answers that can be proposed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from filquartiers.guides import options
from filquartiers.model.guidance import FieldGuide
from filquartiers.model.kind import Entry
from filquartiers.model.site import Site

# Asked too, though neither required nor expected: without them a new entry says little.
WORTH_ASKING = frozenset({"maisons", "debut", "recurrence", "horaire", "rythme"})
# « lundi au jeudi : 9h-12h », with or without its colon.
_DAY = re.compile(r"\s*(?P<days>[^\d:]+?)\s*:?\s*(?P<hours>\d.*|ferm\w*\s*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Proposal:
    """An answer known beforehand: what is written, and the words that show it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """One field to ask for.

    ``many`` allows several answers, ``free`` answers that are not among the choices; ``folder`` is
    where the entries are that the field refers to. ``timetable`` wants days and hours, a line each.
    """

    guide: FieldGuide
    choices: tuple[Proposal, ...] = ()
    many: bool = False
    free: bool = True
    folder: str = ""
    timetable: bool = False

    @property
    def lines(self) -> bool:
        """Whether several lines may be typed."""
        return self.many or self.timetable

    def several(self, typed: str) -> list[str]:
        """What one line says, part by part: « français, portugais » are two, where two may be."""
        sign = ";" if self.timetable else ",;" if self.many else ""
        whole = any(choice.value == typed for choice in self.choices)
        parts = re.split(f"[{sign}]", typed) if sign and not whole else [typed]
        return [part.strip() for part in parts if part.strip()] or [typed]

    @property
    def only(self) -> str:
        """The one answer that a required reference can have; empty when there is a choice."""
        alone = self.guide.required and self.folder and len(self.choices) == 1
        return self.choices[0].value if alone else ""


def timetable(lines: list[str]) -> dict[str, str]:
    """Days and their hours; a line without hours is kept, with none, for its reader to refuse."""
    found = (_DAY.fullmatch(line) for line in lines)
    pairs = (
        (one["days"], one["hours"]) if one else (line, "?") for one, line in zip(found, lines, strict=True)
    )
    return {" ".join(days.replace(",", " et ").split()): hours.strip() for days, hours in pairs}


def questions(kind: type[Entry], site: Site) -> Iterator[Question]:
    """What is worth asking for a new entry, and can be answered on one line."""
    properties = kind.model_json_schema()["properties"]
    for guide in kind.fields():
        if guide.required or guide.wanted or guide.name in WORTH_ASKING:
            found = question(guide, properties[guide.name], site)
            if found:
                yield found


def question(guide: FieldGuide, described: dict[str, Any], site: Site) -> Question | None:
    """The question for a field that the schema so describes; None for a text or a group of lines."""
    shapes = list(options(described))
    if any(shape.get("type") == "object" and "x-saisie" in shape for shape in shapes):
        return Question(guide, timetable=True)
    if not shapes or any("$ref" in shape or shape.get("type") == "object" for shape in shapes):
        return None
    many = described.get("type") == "array"
    for shape in shapes:
        if "x-sorte" in shape:
            entries = site.entries.get(shape["x-sorte"], ())
            choices = tuple(Proposal(entry.slug, entry.title) for entry in entries)
            folder = next(kind.kind.folder for kind in site.kinds if kind.kind.name == shape["x-sorte"])
            return Question(guide, choices, many, folder=folder)
        if "enum" in shape:
            words = tuple(Proposal(word, word) for word in shape["enum"])
            return Question(guide, words, many, free=len(shapes) > 1)
    return Question(guide, many=many)
