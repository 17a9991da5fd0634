"""Looking things up in PDF dictionaries that may be damaged."""

from math import isfinite
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream


def lookup(resources: Object | None, category: str, name: str) -> Object | None:
    """What ``name`` stands for in a category of the resources; None when anything is missing."""
    group = entry(resources, category)
    return entry(group, name) if name.startswith("/") else None


def entry(owner: Object | None, key: str) -> Object | None:
    """The value of ``key`` in a dictionary or stream; None when the owner is neither or lacks it."""
    if not isinstance(owner, Dictionary | Stream):
        return None
    return owner.get(key)


def entries(owner: Object | None, category: str) -> list[tuple[str, Any]]:
    """The names and values of a dictionary inside ``owner``; none when it is missing or damaged."""
    group = entry(owner, category)
    return list(group.items()) if isinstance(group, Dictionary) else []


def items(owner: Object | None, key: str) -> list[Any]:
    """What an array inside ``owner`` holds; nothing when it is missing or damaged."""
    array = entry(owner, key)
    return list(array) if isinstance(array, Array) else []


def number(owner: Object | None, key: str, default: float) -> float:
    """A number of a dictionary; ``default`` when it is missing or no number."""
    return as_float(entry(owner, key), default)


def as_float(value: Any, default: float = 0.0) -> float:
    """The value, if it is a number that the machine can hold."""
    try:
        read = float(value)
    except (TypeError, ValueError):
        return default
    return read if isfinite(read) else default


def add(pdf: Pdf, resources: Dictionary, category: str, name: str, value: Object) -> Name:
    """Put ``value`` into a category under ``name``, and give the name to use in a content stream."""
    if not isinstance(entry(resources, category), Dictionary):
        resources[category] = pdf.make_indirect(Dictionary())
    resources[category][name] = value
    return Name(name)


def identity(value: Object | None) -> tuple[int, int] | None:
    """The object's number in its file, to know it again; None for a direct object."""
    if isinstance(value, Object) and value.is_indirect:
        number_and_generation: tuple[int, int] = value.objgen
        return number_and_generation
    return None
