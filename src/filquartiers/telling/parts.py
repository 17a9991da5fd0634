"""Making blocks and sections: what has nothing to say is left out, here and nowhere else."""

from collections.abc import Iterable, Iterator
from datetime import date

from filquartiers.model.facts.terms import intention
from filquartiers.model.kind import Entry
from filquartiers.model.kinds.reseau import Repere
from filquartiers.telling.blocks import (
    Block,
    Fact,
    Facts,
    Links,
    Mark,
    Points,
    Row,
    Rows,
    Section,
    Sentence,
    Text,
    Timeline,
)
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import Link
from filquartiers.telling.words import day


def sections(*made: Section | None) -> tuple[Section, ...]:
    """The sections that say something, in order."""
    return tuple(section for section in made if section is not None)


def section(name: str, title: str, *blocks: Block | None) -> Section | None:
    """A section, unless none of its blocks says anything."""
    known = tuple(block for block in blocks if block is not None)
    return Section(name, title, known) if known else None


def text(teller: Teller, entry: Entry, name: str, title: str = "") -> Text | None:
    """The long text of a field of an entry, unless it is empty."""
    prose = getattr(entry, name)
    return Text(title=title, name=name, passage=teller.passage(prose)) if prose else None


def words(told: str | None, *, note: bool = False) -> Sentence | None:
    """A sentence, unless there is none."""
    return Sentence(words=told, note=note) if told else None


def points(
    items: Iterable[str], title: str = "", *, numbered: bool = False, great: bool = False
) -> Points | None:
    """Short texts, unless there is none."""
    known = tuple(items)
    return Points(title=title, items=known, numbered=numbered, great=great) if known else None


def rows(made: Iterable[Row], title: str = "") -> Rows | None:
    """Lines, unless there is none."""
    known = tuple(made)
    return Rows(title=title, rows=known) if known else None


def links(made: Iterable[Link], title: str = "") -> Links | None:
    """Ways on, unless there is none."""
    known = tuple(made)
    return Links(title=title, links=known) if known else None


def fact(label: str, *values: str | Link | None, note: str | None = "", wide: bool = False) -> Fact | None:
    """A labelled fact, unless no value of it is known."""
    known = tuple(value if isinstance(value, Link) else Link(value) for value in values if value)
    return Fact(label, known, note or "", wide=wide) if known else None


def known_facts(*made: Fact | None) -> tuple[Fact, ...]:
    """The facts that are known, in order."""
    return tuple(one for one in made if one is not None)


def facts(*made: Fact | None) -> Facts | None:
    """The facts that are known as a block, unless there is none."""
    known = known_facts(*made)
    return Facts(facts=known) if known else None


def timeline(marks: Iterable[Repere], today: date, title: str = "") -> Timeline | None:
    """Dates that count, unless there is none."""
    known = tuple(_marks(marks, today))
    return Timeline(title=title, marks=known) if known else None


def _marks(marks: Iterable[Repere], today: date) -> Iterator[Mark]:
    for mark in marks:
        note = intention(mark.date, today) if mark.prevu else ""
        yield Mark(day(mark.date), mark.texte, planned=mark.prevu, note=note)
