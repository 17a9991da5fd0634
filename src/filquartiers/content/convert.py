"""Step 3. A draft becomes an entry: keys and headings recognised, every value read by its type."""

from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from filquartiers.content.nodes import Draft, Mapping, Node, Scalar, Sequence
from filquartiers.model.fields import FieldGuide, Frozen, Prose, Resolver, guide_of
from filquartiers.model.kind import Entry, Origin, Path
from filquartiers.model.text import closest, folded, key_of
from filquartiers.problems import Problem, Where, problem


def convert(draft: Draft, kind: type[Entry], slug: str, resolver: Resolver) -> Entry | tuple[Problem, ...]:
    """The entry that a draft describes, or all that is wrong with it.

    Notices (a key that nothing reads, for instance) are errors too here: what an editor typed is
    never left out silently.
    """
    reading = _Reading(kind)
    reading.mapping(draft.fields, kind, (), kind.fields())
    _add_body(reading, draft, kind)
    values = reading.values[()]
    problems = list(reading.problems)
    origin = Origin(draft.file, MappingProxyType(reading.marks))
    try:
        entry = kind.model_validate(values | {"slug": slug, "origin": origin}, context=resolver)
    except ValidationError as error:
        told = [_told(detail, kind, origin) for detail in error.errors(include_url=False)]
        return (*problems, *(one for one in told if one is not None)) or (_waiting(origin),)
    return tuple(problems) if problems else entry


def _waiting(origin: Origin) -> Problem:
    """The entry leans on another that must be mended first: one cause, one message."""
    return problem("entree-en-attente", origin.where())


@dataclass
class _Reading:
    """Plain data under the schema's own names, and the place of each part."""

    kind: type[Entry]
    values: dict[Path, dict[str, Any]] = field(default_factory=dict)
    marks: dict[Path, Where] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def mapping(self, node: Mapping, model: type[Frozen], path: Path, guides: tuple[FieldGuide, ...]) -> None:
        """Take a mapping whose keys are fields of ``model``."""
        found: dict[str, Scalar] = {}
        values = self.values.setdefault(path, {})
        self.marks.setdefault(path, node.where)
        names = names_of(guides)
        for key, value in node.items:
            name = names.get(key_of(key.text))
            if name is None:
                self.problems.append(_unknown_key(key, guides, self.kind))
            elif name in found:
                self.problems.append(
                    problem("cle-double", key.where, cle=key.text, autre=found[name].where.line)
                )
            else:
                found[name] = key
                self.marks[(*path, name)] = key.where if _is_empty(value) else value.where
                if not _is_empty(value):
                    values[name] = self.value(value, _model_of(model, name), (*path, name))

    def value(self, node: Node, model: type[Frozen] | None, path: Path) -> object:
        """The plain data of a node; ``model`` is what its mappings hold, if they hold a model."""
        self.marks.setdefault(path, node.where)
        if isinstance(node, Scalar):
            return node.text
        if isinstance(node, Sequence):
            items = [item for item in node.items if not _is_empty(item)]
            return [self.value(item, model, (*path, rank)) for rank, item in enumerate(items)]
        if model is None:
            return {key.text: self.value(value, None, (*path, key.text)) for key, value in node.items}
        self.mapping(node, model, path, _guides(model))
        return self.values[path]


@cache
def _guides(model: type[Frozen]) -> tuple[FieldGuide, ...]:
    return tuple(guide_of(name, info) for name, info in model.model_fields.items())


@cache
def names_of(guides: tuple[FieldGuide, ...]) -> dict[str, str]:
    """Every key and heading that is understood, in the form of `key_of`, and the field it means."""
    names: dict[str, str] = {}
    for guide in guides:
        for wording in (*guide.aliases, guide.label, guide.name):
            names[key_of(wording)] = guide.name
    return names


def _add_body(reading: _Reading, draft: Draft, kind: type[Entry]) -> None:
    """The sections that are long fields go to these; all other text stays in ``corps``."""
    guides = kind.fields()
    values, marks = reading.values[()], reading.marks
    names = names_of(tuple(guide for guide in guides if guide.long))
    free = [draft.body.text] if draft.body.text else []
    for section in draft.sections:
        name = names.get(key_of(section.heading.text))
        if name is None or name == "corps":
            free.append(f"## {section.heading.text}\n\n{section.text}")
        elif name in values:
            first = marks[(name,)].line
            told = problem("cle-double", section.heading.where, cle=section.heading.text, autre=first)
            reading.problems.append(told)
        elif section.text.strip():
            values[name], marks[(name,)] = section.text, section.heading.where
    if free:
        values.setdefault("corps", "\n\n".join(free))
        marks.setdefault(("corps",), draft.body.where)
    _add_title(values, marks, draft, guides)


def _add_title(
    values: dict[str, Any], marks: dict[Path, Where], draft: Draft, guides: tuple[FieldGuide, ...]
) -> None:
    """A ``# Title`` that opens the text is the title, when the front matter gives none."""
    names = [guide.name for guide in guides if guide.name in {"titre", "nom"}]
    if draft.heading and names and names[0] not in values:
        values[names[0]], marks[(names[0],)] = draft.heading.text, draft.heading.where


def _is_empty(node: Node) -> bool:
    """Nothing typed after the colon, or after the dash."""
    return isinstance(node, Scalar) and folded(node.text) == "" and not node.text.strip(" ~")


@cache
def _model_of(model: type[Frozen], name: str) -> type[Frozen] | None:
    """The model that the mappings of a field hold; None for plain values."""
    return _model_in(model.model_fields[name].annotation)


def _model_in(annotation: object) -> type[Frozen] | None:
    """The model in an annotation, through lists and options."""
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        return None if issubclass(annotation, (Entry, Prose)) else annotation
    found = (_model_in(part) for part in get_args(annotation))
    return next((model for model in found if model), None)


def _unknown_key(key: Scalar, guides: tuple[FieldGuide, ...], kind: type[Entry]) -> Problem:
    wordings = [guide.name for guide in guides]
    proposal = closest(key.text.replace("_", " "), [*wordings, *(guide.label for guide in guides)])
    near = names_of(guides).get(key_of(proposal), "") if proposal else ""
    return problem(
        "cle-inconnue",
        key.where,
        cle=key.text,
        sorte=kind.kind.label.lower(),
        proche=near,
        nom=kind.kind.name,
    )


# pydantic's own error types, and the sentence of ours for each.
_TYPES = {
    "missing": "champ-manquant",
    "model_type": "groupe-attendu",
    "model_attributes_type": "groupe-attendu",
    "dict_type": "groupe-attendu",
    "tuple_type": "liste-de-valeurs-attendue",
}


def _told(detail: ErrorDetails, kind: type[Entry], origin: Origin) -> Problem | None:
    """One of pydantic's errors as a problem; None for a reference whose own trouble is told elsewhere."""
    path = tuple(part for part in detail["loc"] if isinstance(part, int) or _is_field(part))
    code = _TYPES.get(detail["type"], detail["type"])
    if code == "reference-en-attente":
        return None
    context = dict(detail.get("ctx", {}))
    path += tuple(context.pop("place", ()))
    names = [part for part in path if isinstance(part, str)]
    given = {"champ": names[-1] if names else "", "sorte": kind.kind.label.lower(), "nom": kind.kind.name}
    where = origin.where(*path[:-1]) if code == "champ-manquant" else origin.where(*path)
    try:
        return problem(code, where, **(given | context))
    except KeyError:
        return problem("valeur-invalide", where, **given)


def _is_field(part: str) -> bool:
    """Whether a step of pydantic's path is a field, not one of its own words for unions."""
    return part.isidentifier() and part == part.lower() and not part.startswith("function")
