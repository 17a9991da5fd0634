"""Records that say the same thing twice, or nearly."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from filquartiers.importers.annuaire.form import PARTS, SHORT_LABELS
from filquartiers.importers.annuaire.listing import Record
from filquartiers.model.likeness import alike
from filquartiers.model.text import folded

_TITLE_ALIKE = 0.87
_TOLD = ("resume", "description", "description_generale")


def without_copies(records: Sequence[Record]) -> tuple[tuple[Record, ...], Mapping[int, Record]]:
    """The records each once, and for the line of each copy the record it repeats word for word."""
    kept: dict[str, Record] = {}
    copies: dict[int, Record] = {}
    for record in records:
        first = kept.setdefault(record.digest(), record)
        if first is not record:
            copies[record.line] = first
    return tuple(kept.values()), copies


def near_twins(records: Sequence[Record]) -> Iterator[tuple[Record, Record]]:
    """Pairs with nearly the same title in the same structure, or nearly the same text."""
    texts = [" ".join(record.text(name) for name in _TOLD) for record in records]
    pairs = {(one, other) for one, other, _ in alike(texts)}
    names = [(folded(" ".join(record.bullets("structure"))), folded(record.title)) for record in records]
    for one, other in combinations(range(len(records)), 2):
        (house, title), (other_house, other_title) = names[one], names[other]
        if (one, other) in pairs or (house == other_house and _nearly(title, other_title)):
            yield records[one], records[other]


def _nearly(title: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, title, other).ratio() >= _TITLE_ALIKE


def differing(first: Record, second: Record) -> Iterator[str]:
    """The labels under which two records differ."""
    for part in PARTS[1:]:
        if folded(first.text(part.name)) != folded(second.text(part.name)):
            yield SHORT_LABELS[part.name]
