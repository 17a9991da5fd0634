r"""The files of ``.vscode/``: Visual Studio Code completes and underlines what is typed in ``content/``.

Its YAML extension follows schemas in YAML files. It does not look into the front matter of Markdown
files: there, snippets propose each field with its choices, and whole entries.

Syntax: « Snippets in Visual Studio Code », section Snippet syntax: ``${1:text}`` is a place to fill in,
``${1|one,two|}`` a choice; in a choice ``,`` and ``|`` are escaped, everywhere ``$``, ``}`` and ``\\``.
"""

import re
from collections.abc import Iterator
from typing import Any

from filquartiers.compose import example_of
from filquartiers.guides.schema import Schema, Slugs, as_json, editor_schema, options
from filquartiers.model.guidance import FieldGuide
from filquartiers.model.kind import Entry

Snippets = dict[str, dict[str, Any]]

_PROPOSING = {"editor.quickSuggestions": {"other": True, "strings": True, "comments": False}}
_SETTINGS = {
    "yaml.validate": True,
    "yaml.completion": True,
    "yaml.hover": True,
    "files.encoding": "utf8",
    "files.eol": "\n",
    "editor.insertSpaces": True,
    "editor.tabSize": 2,
    "editor.wordWrap": "on",
    "[yaml]": _PROPOSING,
    "[markdown]": _PROPOSING,
}


def workspace_files(kinds: tuple[type[Entry], ...], slugs: Slugs | None = None) -> Iterator[tuple[str, str]]:
    """Path and text of each: settings, recommended extension, snippets, one schema a kind."""
    schemas: dict[str, list[str]] = {}
    for kind in kinds:
        name = f".vscode/schemas/{kind.kind.name}.json"
        schemas[f"./{name}"] = [f"content/{kind.kind.folder}/**/*.{end}" for end in ("yaml", "yml")]
        yield name, as_json(editor_schema(kind, slugs))
    yield ".vscode/filquartiers.code-snippets", as_json(snippets(kinds, slugs))
    yield ".vscode/settings.json", as_json({"yaml.schemas": schemas, **_SETTINGS})
    yield ".vscode/extensions.json", as_json({"recommendations": ["redhat.vscode-yaml"]})


def snippets(kinds: tuple[type[Entry], ...], slugs: Slugs | None = None) -> Snippets:
    """All snippets, by the name that the editor lists them under."""
    made: Snippets = {}
    for kind in kinds:
        properties = kind.model_json_schema()["properties"]
        made[f"{kind.kind.label} (fichier entier)"] = _whole(kind, properties, slugs or {})
        for guide in kind.fields():
            made[f"{kind.kind.label} · {guide.label}"] = _one(guide, properties[guide.name], slugs or {})
    return made


def _one(guide: FieldGuide, described: Schema, slugs: Slugs) -> dict[str, Any]:
    if guide.long:
        return _snippet(guide.name, guide.help, [f"## {_plain(guide.label)}", "", "$0"])
    lines = example_of(guide).split("\n")
    if len(lines) == 1:
        lines = [f"{guide.name}: {_place(described, slugs, 1)}"]
    elif _words(described, slugs):
        lines = [lines[0], f"  - {_place(described, slugs, 1)}"]
    else:
        lines = list(map(_plain, lines))
    return _snippet(guide.name, guide.help, lines)


def _whole(kind: type[Entry], properties: dict[str, Schema], slugs: Slugs) -> dict[str, Any]:
    """Front matter with what an entry should have, then its expected sections.

    Values are left blank and lists and groups out: an example that stays there would be taken for true.
    """
    shown = [guide for guide in kind.fields() if guide.required or guide.wanted]
    short = [guide.name for guide in shown if not guide.long and "\n" not in example_of(guide)]
    head = [f"{name}: {_place(properties[name], slugs, rank)}" for rank, name in enumerate(short, 1)]
    sections = [line for guide in shown if guide.long for line in ("", f"## {_plain(guide.label)}", "")]
    about = (kind.__doc__ or "").strip()
    return _snippet(kind.kind.name, about, ["---", *head, "---", *sections, "$0"])


def _snippet(prefix: str, help_text: str, body: list[str]) -> dict[str, Any]:
    return {"scope": "markdown", "prefix": prefix, "description": help_text, "body": body}


def _place(described: Schema, slugs: Slugs, rank: int) -> str:
    """Where the value goes, the place number ``rank``: a choice, or a blank."""
    words = _words(described, slugs)
    return f"${{{rank}|{','.join(map(_choice, words))}|}}" if words else f"${rank}"


def _words(described: Schema, slugs: Slugs) -> list[str]:
    for shape in options(described):
        if "enum" in shape:
            return list(shape["enum"])
        if slugs.get(shape.get("x-sorte", "")):
            return list(slugs[shape["x-sorte"]])
    return []


def _plain(text: str) -> str:
    return re.sub(r"([$}\\])", r"\\\1", text)


def _choice(word: str) -> str:
    return re.sub(r"([,|$}\\])", r"\\\1", word)
