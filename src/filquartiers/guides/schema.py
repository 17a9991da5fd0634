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
    """The schema of a file of ``kind``: French titles and descriptions, choices, known references.

    Args:
        kind: the class.
        slugs: the entries that exist, proposed where a field refers to one.
    """
    raw = kind.model_json_schema()
    definitions = raw.get("$defs", {})
    one = _group(raw, definitions, slugs or {})
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


def workspace_files(kinds: tuple[type[Entry], ...], slugs: Slugs | None = None) -> Iterator[tuple[str, str]]:
    """The files of ``.vscode/``: settings, recommended extension, one schema a kind; path and text."""
    schemas: dict[str, list[str]] = {}
    for kind in kinds:
        name = f".vscode/schemas/{kind.kind.name}.json"
        schemas[f"./{name}"] = [f"content/{kind.kind.folder}/*.yaml", f"content/{kind.kind.folder}/*.yml"]
        yield name, _json(editor_schema(kind, slugs))
    settings = {
        "yaml.schemas": schemas,
        "yaml.validate": True,
        "yaml.completion": True,
        "yaml.hover": True,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "editor.insertSpaces": True,
        "editor.tabSize": 2,
        "editor.wordWrap": "on",
        "[yaml]": {"editor.quickSuggestions": {"other": True, "strings": True, "comments": False}},
    }
    yield ".vscode/settings.json", _json(settings)
    yield ".vscode/extensions.json", _json({"recommendations": ["redhat.vscode-yaml"]})


def _json(value: object) -> str:
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
        options = [_typed(option, definitions, slugs) for option in described["anyOf"]]
        return {"anyOf": options}
    if described.get("type") == "array":
        item = _typed(described.get("items", {}), definitions, slugs)
        return {"anyOf": [item, {"type": "array", "items": item}]}
    if "x-sorte" in described and slugs.get(described["x-sorte"]):
        return {"type": "string", "enum": list(slugs[described["x-sorte"]])}
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
