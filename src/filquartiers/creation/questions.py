"""What to ask for a new entry, and the answers that can be proposed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from filquartiers.guides import options
from filquartiers.model.guidance import FieldGuide
from filquartiers.model.kind import Entry
from filquartiers.model.site import Site

# Asked too, though neither required nor expected: without them a new entry says little.
WORTH_ASKING = frozenset({"maisons", "debut", "recurrence", "horaire", "rythme"})


@dataclass(frozen=True, slots=True)
class Proposal:
    """An answer known beforehand: what is written, and the words that show it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """One field to ask for.

    ``many`` allows several answers, ``free`` answers that are not among the choices; ``folder`` is
    where the entries are that the field refers to.
    """

    guide: FieldGuide
    choices: tuple[Proposal, ...] = ()
    many: bool = False
    free: bool = True
    folder: str = ""

    @property
    def only(self) -> str:
        """The one answer that a required reference can have; empty when there is a choice."""
        alone = self.guide.required and self.folder and len(self.choices) == 1
        return self.choices[0].value if alone else ""


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
