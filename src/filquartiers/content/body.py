"""The body of a file: its sections go to the long fields, all other text stays free text."""

from collections.abc import Iterator, MutableMapping
from dataclasses import replace
from typing import Any

from filquartiers.content.naming import names_of, near_heading
from filquartiers.content.nodes import HeadedText, Scalar, TypedEntry
from filquartiers.model.fields import FieldGuide
from filquartiers.model.kind import Entry, Path
from filquartiers.model.text import key_of
from filquartiers.problems import Problem, Where, problem

Values = MutableMapping[str, Any]
Marks = MutableMapping[Path, Where]


def add_body(values: Values, marks: Marks, draft: TypedEntry, kind: type[Entry]) -> tuple[Problem, ...]:
    """Fill ``values`` with the sections and the free text of ``draft``, and ``marks`` with their places.

    The place of a long text is that of its first line. Free text made of several pieces also has, under
    ``("corps", n)``, the place of each piece that starts at its line ``n`` (from 0).
    """
    long = tuple(guide for guide in kind.fields() if guide.long)
    names = names_of(long)
    problems: list[Problem] = []
    free = [draft.body]
    for section in draft.sections:
        name = names.get(key_of(section.heading.text))
        if name is None or name == "corps":
            problems += _misspelt(section, long)
            free += [replace(section.heading, text=f"## {section.heading.text}"), section.body]
        elif name in values:
            problems.append(_twice(section, marks[(name,)]))
        elif section.body.text.strip():
            values[name], marks[(name,)] = section.body.text, section.body.where
    _add_free_text(values, marks, [piece for piece in free if piece.text])
    _add_title(values, marks, draft, kind.fields())
    return tuple(problems)


def _add_free_text(values: Values, marks: Marks, pieces: list[Scalar]) -> None:
    """The free text, piece by piece, a blank line between them."""
    line = 0
    for piece in pieces:
        marks[("corps", line)] = piece.where
        line += piece.text.count("\n") + 2
    if pieces and "corps" not in values:
        values["corps"] = "\n\n".join(piece.text for piece in pieces)
        marks[("corps",)] = pieces[0].where


def _twice(section: HeadedText, first: Where) -> Problem:
    heading = section.heading
    return problem("section-double", heading.where, titre=heading.text, autre=first.line)


def _misspelt(section: HeadedText, guides: tuple[FieldGuide, ...]) -> Iterator[Problem]:
    text, where = section.heading.text, section.heading.where
    near = near_heading(text, guides)
    if near:
        place = replace(where, column=where.excerpt.find(text) + 1, length=len(text))
        yield problem("titre-proche", place, titre=text, proche=near)


def _add_title(values: Values, marks: Marks, draft: TypedEntry, guides: tuple[FieldGuide, ...]) -> None:
    """A ``# Title`` that opens the text is the title, when the front matter gives none."""
    names = [guide.name for guide in guides if guide.name in {"titre", "nom"}]
    if draft.heading and names and names[0] not in values:
        values[names[0]], marks[(names[0],)] = draft.heading.text, draft.heading.where
