"""New entries: what to ask, whether an answer can be read, the commented file that comes of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from filquartiers.compose import compose
from filquartiers.content.convert import convert
from filquartiers.content.naming import names_of, unknown_reference
from filquartiers.content.nodes import Draft, Scalar, Sequence
from filquartiers.content.nodes import Mapping as Fields
from filquartiers.guides import options
from filquartiers.model.fields import FieldGuide
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Reseau
from filquartiers.model.site import Site
from filquartiers.model.text import key_of, slugify
from filquartiers.problems import Problem, Where

Answers = Mapping[str, str | list[str]]

# Asked too, though neither required nor expected: without them a new entry says little.
_WORTH_ASKING = frozenset({"maisons", "debut", "recurrence", "horaire", "rythme"})
_HEADER = "Les lignes qui commencent par # sont des conseils : le programme les ignore."


@dataclass(frozen=True, slots=True)
class Question:
    """One field to ask for. ``choices`` are answers known beforehand; ``many`` allows several."""

    guide: FieldGuide
    choices: tuple[str, ...]
    many: bool


def questions(kind: type[Entry], site: Site) -> Iterator[Question]:
    """What is worth asking for a new entry, and can be answered on one line."""
    properties = kind.model_json_schema()["properties"]
    for guide in kind.fields():
        shapes = list(options(properties[guide.name]))
        asked = guide.required or guide.wanted or guide.name in _WORTH_ASKING
        if asked and shapes and not any("$ref" in shape for shape in shapes):
            yield Question(guide, _choices(shapes, site), properties[guide.name].get("type") == "array")


def _choices(shapes: list[dict[str, Any]], site: Site) -> tuple[str, ...]:
    for shape in shapes:
        if "x-sorte" in shape:
            return tuple(entry.slug for entry in site.entries.get(shape["x-sorte"], ()))
        if "enum" in shape:
            return tuple(shape["enum"])
    return ()


def field_named(kind: type[Entry], wording: str) -> str:
    """The field that a wording means (« maison » means ``maisons``), or an empty string."""
    return names_of(kind.fields()).get(key_of(wording), "")


def refusals(kind: type[Entry], answers: Answers, site: Site) -> tuple[Problem, ...]:
    """What cannot be read in the answers given so far; a field not yet answered is no fault."""
    here = Where("", 1)
    pairs = tuple((Scalar(name, here), _node(answer, here)) for name, answer in answers.items())
    draft = Draft("", "nouveau", Fields(pairs, Where()), Scalar("", here))
    _, found = convert(draft, kind, "nouveau", _Known(site))
    return tuple(one for one in found if one.where == here)


def _node(answer: str | list[str], where: Where) -> Scalar | Sequence:
    if isinstance(answer, str):
        return Scalar(answer, where)
    return Sequence(tuple(Scalar(one, where) for one in answer), where)


@dataclass(frozen=True, slots=True)
class _Known:
    """Resolves references among the entries of a site."""

    site: Site

    def resolve(self, kind: type[Any], text: str) -> object:
        """The entry of that name.

        Raises:
            Refusal: there is none.
        """
        found = {entry.slug: entry for entry in self.site.of(kind)}
        slug = slugify(text.removesuffix(".md"))
        if slug in found:
            return found[slug]
        raise unknown_reference(kind, text, found)


def new_file(kind: type[Entry], answers: Answers) -> tuple[str, str]:
    """Path from the project's root, and text, of the file of a new entry."""
    named = answers.get("titre") or answers.get("nom") or kind.kind.name
    slug = slugify(named if isinstance(named, str) else named[0]) or kind.kind.name
    header = f"{kind.kind.label}. {_HEADER}"
    return f"content/{kind.kind.folder}/{slug}.md", compose(kind, answers, comments=True, header=header)


def new_project(nom: str, ville: str) -> tuple[str, str]:
    """The first file of a project: its network, marked as a demonstration until its legal data are known."""
    answers = {"nom": nom, "ville": ville, "demonstration": "oui"}
    header = f"Le réseau : qui publie ce site, et pour quelle ville. {_HEADER}"
    text = compose(Reseau, answers, comments=True, header=header)
    return f"content/reseaux/{slugify(ville) or 'reseau'}.md", text
