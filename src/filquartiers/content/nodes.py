"""What parsing gives: the tree of what was typed, each part with its place, every scalar a text.

Two trees are equal when they say the same, wherever it stands.
"""

from dataclasses import dataclass, field

from filquartiers.problems import Where


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text."""

    text: str
    where: Where = field(compare=False)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, one item after the other."""

    items: tuple["Node", ...]
    where: Where = field(compare=False)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, in the order they were typed; a key may stand twice."""

    items: tuple[tuple[Scalar, "Node"], ...]
    where: Where = field(compare=False)


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class HeadedText:
    """A ``##`` heading of a body and the text under it, with the place of its first line."""

    heading: Scalar
    body: Scalar


@dataclass(frozen=True, slots=True)
class TypedEntry:
    """One entry as typed: its fields, the text of its body before any heading, its sections."""

    file: str
    name: str  # the stem of the file, which makes the slug
    fields: Mapping
    body: Scalar
    sections: tuple[HeadedText, ...] = ()
    heading: Scalar | None = None  # the lone ``#`` heading that opens the body
