"""Records that say the same thing twice, or nearly."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from filquartiers.importers.form import PARTS, SHORT_LABELS
from filquartiers.importers.listing import Record
from filquartiers.model.text import folded

_TITLE_ALIKE, _TEXT_ALIKE = 0.87, 0.9
_ENOUGH_WORDS = 15  # shorter texts may be alike by chance
_TOO_FAR = 0.5  # of their words in common: no need to look closer


@dataclass(frozen=True, slots=True)
class Twins:
    """Two records that may be one action, and the labels under which they differ."""

    first: Record
    second: Record
    differing: tuple[str, ...]


def without_copies(records: Sequence[Record]) -> tuple[tuple[Record, ...], Mapping[int, Record]]:
    """The records each once, and for the line of each copy the record it repeats word for word."""
    kept: dict[str, Record] = {}
    copies: dict[int, Record] = {}
    for record in records:
        first = kept.setdefault(record.digest(), record)
        if first is not record:
            copies[record.line] = first
    return tuple(kept.values()), copies


def near_twins(records: Sequence[Record]) -> Iterator[Twins]:
    """Pairs with nearly the same title in the same structure, or nearly the same text."""
    prepared = [(record, folded(" ".join(record.bullets("structure"))), _words(record)) for record in records]
    for rank, (first, house, words) in enumerate(prepared):
        for second, other_house, other_words in prepared[rank + 1 :]:
            if (house == other_house and _alike(first.title, second.title)) or _same_text(words, other_words):
                yield Twins(first, second, tuple(_differing(first, second)))


def _alike(first: str, second: str) -> bool:
    return difflib.SequenceMatcher(None, folded(first), folded(second)).ratio() >= _TITLE_ALIKE


def _words(record: Record) -> list[str]:
    return folded(
        f"{record.text('resume')} {record.text('description')} {record.text('description_generale')}"
    ).split()


def _same_text(first: list[str], second: list[str]) -> bool:
    if min(len(first), len(second)) < _ENOUGH_WORDS:
        return False
    common = len(set(first) & set(second))
    if common < _TOO_FAR * len(set(first) | set(second)):
        return False
    return difflib.SequenceMatcher(None, first, second, autojunk=False).ratio() >= _TEXT_ALIKE


def _differing(first: Record, second: Record) -> Iterator[str]:
    for part in PARTS[1:]:
        if folded(first.text(part.name)) != folded(second.text(part.name)):
            yield SHORT_LABELS[part.name]
