"""JSON Schemas for text editors (draft 2020-12), from the kinds themselves.

Visual Studio Code, with its YAML extension, then completes and underlines the files of ``content/``.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from filquartiers.model.kind import Entry
from filquartiers.model.text import key_of

Schema = dict[str, Any]
Slugs = Mapping[str, tuple[str, ...]]  # by kind: the names that a reference may use

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def editor_schema(kind: type[Entry], slugs: Slugs | None = None) -> Schema:
    """The schema of a file of ``kind``: French titles and descriptions, choices, known references."""
    raw = kind.model_json_schema()
    definitions = raw.get("$defs", {})
    typed = {guide.name for guide in kind.fields()}  # not what the program itself keeps of an entry
    own = {name: described for name, described in raw["properties"].items() if name in typed}
    required = [name for name in raw.get("required", ()) if name in typed]
    one = _group({"properties": own, "required": required}, definitions, slugs or {})
    whole: Schema = {"anyOf": [one, {"type": "array", "items": one}]} if kind.kind.many else one
    return {"$schema": DIALECT, "title": kind.kind.label, "description": kind.__doc__ or "", **whole}


def options(described: Schema) -> Iterator[Schema]:
    """The shapes that a field's value may take, through lists and alternatives; never « nothing »."""
    if described.get("type") == "array":
        yield from options(described.get("items", {}))
    elif "anyOf" in described:
        for option in described["anyOf"]:
            yield from options(option)
    elif described.get("type") != "null":
        yield described


def as_json(value: object) -> str:
    """The text of a JSON file that people may read too."""
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n"


def _group(raw: Schema, definitions: Mapping[str, Schema], slugs: Slugs) -> Schema:
    """An object whose keys are fields; other wordings of a key are accepted as well."""
    properties: dict[str, Schema] = {}
    for name, described in raw.get("properties", {}).items():
        typed = _typed(described, definitions, slugs)
        typed |= {"title": described.get("label") or name, "description": _description(described)}
        properties[name] = typed
        for alias in described.get("aliases", ()):
            properties.setdefault(key_of(alias), {**typed, "deprecated": True})
    required = [name for name in raw.get("required", ()) if name in properties]
    group: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    # Another wording of a required key satisfies the program, which a schema cannot say simply.
    return group | ({"required": required} if required else {})


def _description(described: Schema) -> str:
    example = described.get("example")
    return f"{described.get('description', '')}{f' Exemple : {example}' if example else ''}"


def _typed(described: Schema, definitions: Mapping[str, Schema], slugs: Slugs) -> Schema:
    """What may be typed for one field."""
    if "$ref" in described:
        return _defined(described["$ref"], definitions, slugs)
    if "anyOf" in described:
        return {"anyOf": [_typed(option, definitions, slugs) for option in described["anyOf"]]}
    if described.get("type") == "array":
        item = _typed(described.get("items", {}), definitions, slugs)
        return {"anyOf": [item, {"type": "array", "items": item}]}
    if "x-sorte" in described and slugs.get(described["x-sorte"]):
        # Proposed, not imposed: a file added since must not be underlined.
        return {"anyOf": [{"enum": list(slugs[described["x-sorte"]])}, {"type": "string"}]}
    return {key: value for key, value in described.items() if key in {"type", "enum", "pattern"}}


def _defined(reference: str, definitions: Mapping[str, Schema], slugs: Slugs) -> Schema:
    name = reference.rsplit("/", 1)[-1]
    if name == "Prose":
        return {"type": ["string", "array", "null"], "items": {"type": "string"}}
    if name == "LigneBudget":  # it holds lines of its own kind: one level is what editors use
        line = {"poste": {"type": "string"}, "montant": {"type": ["string", "number", "null"]}}
        nested = {"type": "object", "properties": line | {"detail": {"type": "array"}}}
        return nested | {"additionalProperties": False}
    return _group(definitions[name], definitions, slugs)
