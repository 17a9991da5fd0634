"""Step 3. A draft becomes an entry: keys and headings recognised, every value read by its type."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any, get_args

from pydantic import ValidationError

from filquartiers.content.body import add_body
from filquartiers.content.naming import is_another_word, names_of, told_of, unknown_key
from filquartiers.content.nodes import Mapping, Node, Scalar, Sequence, TypedEntry
from filquartiers.content.refusals import suppressed, told
from filquartiers.model.fields import FieldGuide, Frozen, Prose, Resolver, guides_of
from filquartiers.model.kind import KEY, Entry, Origin, Path
from filquartiers.model.kinds import Evenement
from filquartiers.model.text import folded, key_of
from filquartiers.problems import Gravity, Problem, Where, problem

_SEVERAL = "telephones"  # « telephone » and « portable » are two numbers, not one given twice


def convert(
    draft: TypedEntry, kind: type[Entry], slug: str, resolver: Resolver, network: str = ""
) -> tuple[Entry | None, tuple[Problem, ...]]:
    """The entry that a draft describes, and all that is to be said of it.

    An event that names neither house nor network is of the only ``network``, if there is one: its hours and
    its school breaks are those of that place.

    There is no entry when something is wrong with it: what an editor typed is never left out silently.
    Without entry and without error, it only waits for another one that must be mended first.
    """
    reading = _reading_of(draft, kind)
    values = reading.values[()]
    if network and kind is Evenement and not {"reseau", "maisons"} & values.keys():
        values["reseau"] = network
    origin = Origin(draft.file, MappingProxyType(reading.marks))
    try:
        entry = kind.model_validate(values | {"slug": slug, "origin": origin}, context=resolver)
    except ValidationError as error:
        meant = frozenset(reading.meant)
        faults = tuple(told(error, kind, origin, meant, bare=not draft.fields.items))
        reading.insist(suppressed(error, meant))
        return None, (*reading.problems, *faults)
    blocked = any(one.gravity is Gravity.ERROR for one in reading.problems)
    return None if blocked else entry, tuple(reading.problems)


def typed_values(draft: TypedEntry, kind: type[Entry]) -> tuple[dict[str, Any], dict[Path, Where]]:
    """What a draft gives for each field, as typed, and where; what nothing reads is left out."""
    reading = _reading_of(draft, kind)
    return reading.values[()], reading.marks


def _reading_of(draft: TypedEntry, kind: type[Entry]) -> "_Reading":
    reading = _Reading(kind)
    reading.mapping(draft.fields, kind, (), kind.fields())
    reading.problems += add_body(reading.values[()], reading.marks, draft, kind)
    return reading


@dataclass
class _Reading:
    """Plain data under the schema's own names, and the place of each part."""

    kind: type[Entry]
    values: dict[Path, dict[str, Any]] = field(default_factory=dict)
    marks: dict[Path, Where] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    # The fields that mistyped keys probably mean: the rank of the problem, and the key.
    meant: dict[Path, tuple[int, Scalar]] = field(default_factory=dict)

    def mapping(self, node: Mapping, model: type[Frozen], path: Path, guides: tuple[FieldGuide, ...]) -> None:
        """Take a mapping whose keys are fields of ``model``."""
        found: dict[str, Scalar] = {}
        values = self.values.setdefault(path, {})
        self.marks.setdefault(path, node.where)
        names = names_of(guides)
        for key, value in node.items:
            name = names.get(key_of(key.text))
            if name is None:
                self.unknown(key, value, guides, path)
            elif name == _SEVERAL and name in values and is_another_word(key.text):
                values[name] = [*_listed(values[name]), *_listed(self.value(value, None, (*path, key.text)))]
            elif name in found:
                self.problems.append(_twice(key, found[name]))
            else:
                found[name] = key
                self.marks[(*path, name)] = key.where if _is_empty(value) else value.where
                if not _is_empty(value):
                    values[name] = self.value(value, model_of(model, name), (*path, name))

    def unknown(self, key: Scalar, value: Node, guides: tuple[FieldGuide, ...], path: Path) -> None:
        """Tell of a key that nothing reads."""
        told, near = unknown_key(key, value, guides, self.kind, path)
        if near:
            self.meant[(*path, near)] = (len(self.problems), key)
        self.problems.append(told)

    def insist(self, missing: Iterable[Path]) -> None:
        """A key that probably means a field without which there is no entry is no mere warning."""
        for path in missing:
            rank, key = self.meant[path]
            self.problems[rank] = told_of(key, self.kind, path[:-1], str(path[-1]), must=True)

    def value(self, node: Node, model: type[Frozen] | None, path: Path) -> object:
        """The plain data of a node; ``model`` is what its mappings hold, if they hold a model."""
        self.marks.setdefault(path, node.where)
        if isinstance(node, Scalar):
            return node.text
        if isinstance(node, Sequence):
            items = [item for item in node.items if not _is_empty(item)]
            return [self.value(item, model, (*path, rank)) for rank, item in enumerate(items)]
        if model is None:
            return self.table(node, path)
        self.mapping(node, model, path, guides_of(model))
        return self.values[path]

    def table(self, node: Mapping, path: Path) -> dict[str, object]:
        """Keys that are no fields but words of the editor, as the days of opening hours."""
        table: dict[str, object] = {}
        for key, value in node.items:
            if key.text in table:
                self.problems.append(_twice(key, Scalar(key.text, self.marks[(*path, key.text, KEY)])))
            else:
                self.marks[(*path, key.text, KEY)] = key.where
                table[key.text] = self.value(value, None, (*path, key.text))
        return table


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _twice(key: Scalar, first: Scalar) -> Problem:
    """The same field again, perhaps under another of its names."""
    other = f" (« {first.text} »)" if folded(first.text) != folded(key.text) else ""
    return problem("cle-double", key.where, cle=key.text, autre=first.where.line, nomme=other)


def _is_empty(node: Node) -> bool:
    """Nothing typed after the colon, or after the dash."""
    return isinstance(node, Scalar) and folded(node.text) == "" and not node.text.strip(" ~")


@cache
def model_of(model: type[Frozen], name: str) -> type[Frozen] | None:
    """The model that the mappings of a field hold; None for plain values."""
    return _model_in(model.model_fields[name].annotation)


def _model_in(annotation: object) -> type[Frozen] | None:
    """The model in an annotation, through lists and options."""
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        return None if issubclass(annotation, (Entry, Prose)) else annotation
    found = (_model_in(part) for part in get_args(annotation))
    return next((model for model in found if model), None)
