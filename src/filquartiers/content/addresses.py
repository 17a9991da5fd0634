"""What a draft tells of itself before it is read: its address, the houses it names."""

import re
from collections.abc import Iterator
from typing import Any

from filquartiers.content.naming import names_of
from filquartiers.content.nodes import Scalar, Sequence, TypedEntry
from filquartiers.model.kind import Entry
from filquartiers.model.text import key_of, slugify

Key = tuple[str, str]
"""The name of a kind, and the address of an entry of it."""
_ENDING = re.compile(r"\.(md|markdown|ya?ml)$", re.IGNORECASE)


def key_named(kind: type[Any], text: str) -> Key:
    """The key of the entry of a kind that an editor names by its file."""
    return kind.kind.name, slugify(_ENDING.sub("", text.rsplit("/", 1)[-1].strip()))


def slugs_of(kind: type[Entry], draft: TypedEntry) -> tuple[str, ...]:
    """The address of an entry, and the one it takes when that is not free.

    It is the name of the file. In a list it is the identifier that the editor gave, else the title, or the
    file it is about; a second event of the same title adds its first day.
    """
    if not kind.kind.many or draft.file.lower().endswith((".md", ".markdown")):
        return (slugify(draft.name) or "sans-nom",)
    names = names_of(kind.fields())
    typed = {names.get(key, key): text for key, text in _typed(draft).items()}
    given = typed.get("identifiant")
    if given:
        return (slugify(given) or "sans-nom",)
    title = slugify(typed.get("titre") or typed.get("fichier") or draft.name) or "sans-nom"
    day = slugify(typed.get("debut") or "")
    return (title, f"{title}-{day}") if day else (title,)


def title_of(draft: TypedEntry) -> str:
    """The title or name that a draft gives, as typed; empty when there is none."""
    typed = _typed(draft)
    return typed.get("nom") or typed.get("titre") or ""


def _typed(draft: TypedEntry) -> dict[str, str]:
    """The fields that hold one text."""
    return {key_of(key.text): value.text for key, value in draft.fields.items if isinstance(value, Scalar)}


def houses_of(draft: TypedEntry) -> Iterator[str]:
    """The houses that a draft names, in the form of addresses."""
    for key, value in draft.fields.items:
        if key_of(key.text) in {"maison", "maisons"}:
            parts = value.items if isinstance(value, Sequence) else (value,)
            yield from (slugify(part.text) for part in parts if isinstance(part, Scalar))
