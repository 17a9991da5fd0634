"""Answers, and whether they can be read: by the very reading of the files they will be written to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from filquartiers.content.convert import convert
from filquartiers.content.naming import names_of, unknown_reference
from filquartiers.content.nodes import Mapping as Fields
from filquartiers.content.nodes import Scalar, Sequence, TypedEntry
from filquartiers.model.kind import Entry
from filquartiers.model.site import Site
from filquartiers.model.text import folded, key_of, slugify
from filquartiers.problems import Gravity, Problem, Where

Answer = str | list[str] | dict[str, str]
Answers = Mapping[str, Answer]

_HERE = Where("", 1)  # the place of every answer
_NOWHERE = Where()  # the place of what is about the whole entry
_MISSING = frozenset({"champ-manquant", "entete-absente"})


def is_later(typed: str) -> bool:
    """Whether somebody says that the answer will come another day."""
    return folded(typed).strip(" .") in {"plus tard", "passer", "je ne sais pas"}


def field_named(kind: type[Entry], wording: str) -> str:
    """The field that a wording means (« maison » means ``maisons``), or an empty string."""
    return names_of(kind.fields()).get(key_of(wording), "")


def refusals(kind: type[Entry], answers: Answers, site: Site) -> tuple[Problem, ...]:
    """What cannot be read in the answers given so far; a field not yet answered is no fault."""
    return tuple(one for one in _found(kind, answers, site) if one.where == _HERE)


def faults(kind: type[Entry], answers: Answers, site: Site) -> tuple[Problem, ...]:
    """What keeps the answers from being an entry, but for the required fields still to be answered."""
    return tuple(one for one in _found(kind, answers, site) if one.code not in _MISSING)


def _found(kind: type[Entry], answers: Answers, site: Site) -> tuple[Problem, ...]:
    pairs = tuple((Scalar(name, _HERE), _node(answer)) for name, answer in answers.items())
    draft = TypedEntry("", "nouveau", Fields(pairs, _NOWHERE), Scalar("", _HERE))
    _, found = convert(draft, kind, "nouveau", KnownEntries(site))
    return tuple(one for one in found if one.gravity is Gravity.ERROR)


def _node(answer: Answer) -> Scalar | Sequence | Fields:
    if isinstance(answer, str):
        return Scalar(answer, _HERE)
    if isinstance(answer, dict):
        return Fields(tuple((Scalar(key, _HERE), _node(one)) for key, one in answer.items()), _HERE)
    return Sequence(tuple(Scalar(one, _HERE) for one in answer), _HERE)


@dataclass(frozen=True, slots=True)
class KnownEntries:
    """Resolves references among the entries of a site."""

    site: Site

    def resolve(self, kind: type[Any], text: str) -> object:
        """The entry of that name; a Refusal when there is none."""
        found = {entry.slug: entry for entry in self.site.of(kind)}
        slug = slugify(text.removesuffix(".md"))
        if slug in found:
            return found[slug]
        raise unknown_reference(kind, text, {slug: entry.title for slug, entry in found.items()})
