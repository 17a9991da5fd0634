"""Records that say the same thing twice, or nearly."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from filquartiers.importers.annuaire.form import PARTS, SHORT_LABELS
from filquartiers.importers.annuaire.listing import Record
from filquartiers.model.text import folded

_TITLE_ALIKE, _TEXT_ALIKE = 0.87, 0.9
_ENOUGH_WORDS = 15  # shorter texts may be alike by chance
_TOLD = ("resume", "description", "description_generale")
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
    gists = [_gist(record) for record in records]
    for rank, first in enumerate(gists):
        for second in gists[rank + 1 :]:
            if _same_name(first, second) or _same_text(first, second):
                yield Twins(first.record, second.record, tuple(_differing(first.record, second.record)))


@dataclass(frozen=True, slots=True)
class _Gist:
    """A record as it is compared."""

    record: Record
    house: str
    title: str
    words: list[str]
    vocabulary: frozenset[str]


def _gist(record: Record) -> _Gist:
    words = folded(" ".join(record.text(name) for name in _TOLD)).split()
    house = folded(" ".join(record.bullets("structure")))
    return _Gist(record, house, folded(record.title), words, frozenset(words))


def _same_name(first: _Gist, second: _Gist) -> bool:
    if first.house != second.house:
        return False
    return difflib.SequenceMatcher(None, first.title, second.title).ratio() >= _TITLE_ALIKE


def _same_text(first: _Gist, second: _Gist) -> bool:
    if min(len(first.words), len(second.words)) < _ENOUGH_WORDS:
        return False
    common = len(first.vocabulary & second.vocabulary)
    if common < _TOO_FAR * max(len(first.vocabulary), len(second.vocabulary)):
        return False
    matcher = difflib.SequenceMatcher(None, first.words, second.words, autojunk=False)
    return matcher.quick_ratio() >= _TEXT_ALIKE and matcher.ratio() >= _TEXT_ALIKE


def _differing(first: Record, second: Record) -> Iterator[str]:
    for part in PARTS[1:]:
        if folded(first.text(part.name)) != folded(second.text(part.name)):
            yield SHORT_LABELS[part.name]
