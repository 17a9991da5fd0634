"""The field guide: everything that may be typed for a kind, in French, as Markdown."""

from collections.abc import Iterator, Mapping

from filquartiers.compose import example_of
from filquartiers.guides.schema import Schema, options
from filquartiers.model.guidance import FieldGuide
from filquartiers.model.kind import Entry

_SEVERAL = "Un fichier .yaml peut en lister plusieurs ; un fichier .md en décrit un."
_ONE = "Un fichier par page ; le nom du fichier fait l’adresse de la page."


def guide(kind: type[Entry]) -> str:
    """The guide of one kind; ``docs/champs`` and ``filquartiers fields`` show the same text."""
    return "\n".join(_lines(kind, kind.model_json_schema())).rstrip() + "\n"


def guide_files(kinds: tuple[type[Entry], ...]) -> Iterator[tuple[str, str]]:
    """The files of ``docs/champs/``: one guide a kind, and the page that lists them; path and text."""
    lines = [
        "# Les champs, sorte par sorte",
        "",
        "Ce que l’on peut écrire dans les fichiers du dossier `content`, d’après le programme lui-même.",
        "`filquartiers fields fiche` montre la même chose dans un terminal.",
        "",
        "| Sorte | Ce que c’est | Dossier |",
        "|---|---|---|",
    ]
    for kind in kinds:
        about, meaning = kind.kind, (kind.__doc__ or "").strip()
        lines.append(f"| [{about.label}]({about.name}.md) | {meaning} | `content/{about.folder}/` |")
        yield f"docs/champs/{about.name}.md", guide(kind)
    yield "docs/champs/README.md", "\n".join(lines) + "\n"


def _lines(kind: type[Entry], raw: Schema) -> Iterator[str]:
    about = kind.kind
    yield from (f"# {about.label}", "", (kind.__doc__ or "").strip(), "")
    yield f"Dossier : `content/{about.folder}/`. {_SEVERAL if about.many else _ONE}"
    for field in kind.fields():
        described = raw["properties"][field.name]
        yield from ("", f"## {field.label}", "", f"`{field.name}` · {_status(field)}", "", field.help, "")
        yield from _details(field.label, described, raw.get("$defs", {}))
        if field.aliases:
            yield f"- Aussi compris : {', '.join(f'`{alias}`' for alias in field.aliases)}"
        yield from _example(field)


def _example(field: FieldGuide) -> Iterator[str]:
    if field.example and not field.long:
        yield from ("", "```yaml", *example_of(field).split("\n"), "```")


def _status(field: FieldGuide) -> str:
    if field.required:
        return "obligatoire"
    return "attendu (sinon « à compléter »)" if field.wanted else "facultatif"


def _details(label: str, described: Schema, definitions: Mapping[str, Schema]) -> Iterator[str]:
    """What to type, as list items; the fields of a group below it."""
    if described.get("type") == "array":
        yield "- Une ou plusieurs valeurs, une par ligne après un tiret"
    reference = next((one["$ref"] for one in options(described) if "$ref" in one), "").rsplit("/", 1)[-1]
    if reference == "Prose":
        yield f"- À écrire sous le titre `## {label}` du texte, en Markdown"
    elif reference:
        yield from _group(definitions[reference])
    else:
        yield from (f"- {line}" for line in _words(described))


def _group(group: Schema) -> Iterator[str]:
    yield "- Un groupe de lignes, décalées de deux espaces :"
    for name, described in group.get("properties", {}).items():
        yield f"  - `{name}` : {described.get('description', '')}"
        yield from (f"    - {line}" for line in _words(described))


def _words(described: Schema) -> Iterator[str]:
    shapes = list(options(described))
    for shape in shapes:
        if "x-saisie" in shape:
            yield shape["x-saisie"][:1].upper() + shape["x-saisie"][1:]
        elif "enum" in shape:
            name = "Mots de l’annuaire (d’autres sont possibles)" if len(shapes) > 1 else "Choix"
            yield f"{name} : {' · '.join(shape['enum'])}"
