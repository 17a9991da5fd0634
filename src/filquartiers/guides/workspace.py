"""The files of ``.vscode/``: Visual Studio Code completes and underlines what is typed in ``content/``.

Its YAML extension follows schemas in YAML files. It does not look into the front matter of Markdown
files: there, snippets propose each field with its choices.
"""

from collections.abc import Iterator
from typing import Any

from filquartiers.guides.schema import Slugs, as_json, editor_schema
from filquartiers.guides.snippets import snippets
from filquartiers.model.kind import Entry


def workspace_files(kinds: tuple[type[Entry], ...], slugs: Slugs | None = None) -> Iterator[tuple[str, str]]:
    """Path and text of each: settings, recommended extension, snippets, one schema a kind."""
    schemas: dict[str, list[str]] = {}
    for kind in kinds:
        name = f".vscode/schemas/{kind.kind.name}.json"
        schemas[f"./{name}"] = [f"content/{kind.kind.folder}/**/*.{end}" for end in ("yaml", "yml")]
        yield name, as_json(editor_schema(kind, slugs))
    yield ".vscode/filquartiers.code-snippets", as_json(snippets(kinds, slugs))
    yield ".vscode/settings.json", as_json(_settings(schemas))
    yield ".vscode/extensions.json", as_json({"recommendations": ["redhat.vscode-yaml"]})


def _settings(schemas: dict[str, list[str]]) -> dict[str, Any]:
    proposing = {"editor.quickSuggestions": {"other": True, "strings": True, "comments": False}}
    return {
        "yaml.schemas": schemas,
        "yaml.validate": True,
        "yaml.completion": True,
        "yaml.hover": True,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "editor.insertSpaces": True,
        "editor.tabSize": 2,
        "editor.wordWrap": "on",
        "[yaml]": proposing,
        "[markdown]": proposing,
    }
