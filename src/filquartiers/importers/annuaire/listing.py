"""A listing of the directory, cut into records.

The texts hold lines that look like labels (« - Public » in a list, « - Perspectives » in a sentence),
so a label is not recognised alone: every line is given a part of the form such that the form's order is
kept and the fewest lines stand where they do not belong. That is a shortest path (Viterbi), over lines
and parts.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from filquartiers.importers.annuaire.form import PARTS, TITLE, FormPart, Shape
from filquartiers.model.text import folded

_BULLET = re.compile(r"^\s*[-–—•]\s*(?P<text>.*)$")
_LONGEST_TITLE = 4  # lines
_DASHED_FORMS = frozenset(part.form for part in PARTS if part.dashed)

# What each oddity costs; only their order of size matters.
_MISSING_LABEL, _STRAY_IN_WORDS, _DASH_AMISS, _LABEL_IN_TEXT, _UNKNOWN_WORD = 10, 5, 4, 3, 1
_NEVER = 10**9


@dataclass(frozen=True, slots=True)
class ListingLine:
    """One line of the listing; numbers count from 1."""

    number: int
    text: str

    @property
    def bullet(self) -> str | None:
        """What follows the dash; None when there is no dash."""
        found = _BULLET.match(self.text)
        return found["text"].strip() if found else None


@dataclass(frozen=True, slots=True)
class Record:
    """One sheet as the listing prints it.

    ``parts`` holds the lines under each label found, empty bullets included; ``missing`` the labels
    of the form that were not found.
    """

    title: str
    line: int
    last: int
    parts: Mapping[str, tuple[ListingLine, ...]]
    missing: tuple[FormPart, ...] = ()

    @property
    def is_cut(self) -> bool:
        """Whether the end of the form is missing, as in a file cut in the middle."""
        return PARTS[-1] in self.missing

    def lines(self, name: str) -> tuple[ListingLine, ...]:
        """The lines of a part that say something."""
        return tuple(line for line in self.parts.get(name, ()) if line.text.strip(" -–—•\t"))

    def bullets(self, name: str) -> tuple[str, ...]:
        """The values of a part made of bullets; the dash is not part of them."""
        return tuple(line.text.strip() if line.bullet is None else line.bullet for line in self.lines(name))

    def text(self, name: str) -> str:
        """The lines of a part as they are."""
        return "\n".join(line.text.rstrip() for line in self.lines(name))

    def digest(self) -> str:
        """Sixteen hexadecimal digits that change as soon as a word of the record does."""
        words = [self.title, *(f"{name}\n{self.text(name)}" for name in self.parts if self.lines(name))]
        return hashlib.sha256("\0".join(" ".join(part.split()) for part in words).encode()).hexdigest()[:16]


def read_listing(text: str) -> tuple[tuple[Record, ...], tuple[ListingLine, ...]]:
    """The records of a listing, and the lines before the first one that belong to none."""
    lines = tuple(ListingLine(number, line) for number, line in enumerate(text.rstrip().split("\n"), 1))
    starts = [*_starts(lines), (len(lines), len(lines), len(lines))]
    records = tuple(
        _record(lines[title_from:label_at], lines[label_at:next_start])
        for (_, title_from, label_at), (next_start, _, _) in pairwise(starts)
    )
    return records, tuple(line for line in lines[: starts[0][0]] if line.text.strip())


def _starts(lines: Sequence[ListingLine]) -> Iterator[tuple[int, int, int]]:
    """Where each record starts, where its title does, and where its first label stands."""
    last_label = 0
    for rank, line in enumerate(lines):
        if folded(line.text) == PARTS[1].form and line.bullet is not None:
            found = _title_above(lines, rank, last_label)
            if found is not None:
                last_label = rank
                yield (*found, rank)
        elif _is_opener(line) and _ends_after_title(lines, rank):
            last_label = len(lines)
            yield rank, rank + 1, min(rank + 2, len(lines))


def _title_above(lines: Sequence[ListingLine], label_at: int, floor: int) -> tuple[int, int] | None:
    """« Actions », then the title; without « Actions », the line above if the form goes on below."""
    for rank in range(label_at - 1, max(label_at - 1 - _LONGEST_TITLE, floor - 1), -1):
        if _is_opener(lines[rank]):
            return rank, rank + 1
    below = [folded(line.text) for line in lines[label_at + 1 : label_at + 4]]
    return (max(label_at - 1, 0), max(label_at - 1, 0)) if PARTS[2].form in below else None


def _is_opener(line: ListingLine) -> bool:
    return line.bullet is None and folded(line.text) == TITLE.form


def _ends_after_title(lines: Sequence[ListingLine], rank: int) -> bool:
    """« Actions » and at most a title, then the end: the file was cut there."""
    return len([line for line in lines[rank + 1 :] if line.text.strip()]) <= 1


def _record(title: Sequence[ListingLine], lines: Sequence[ListingLine]) -> Record:
    parts: dict[str, list[ListingLine]] = {}
    for part, line in _aligned(lines):
        found = parts.setdefault(part.name, [])
        if line is not None:
            found.append(line)
    first = title[0].number if title else lines[0].number if lines else 1
    last = lines[-1].number if lines else first
    missing = tuple(part for part in PARTS[1:] if part.name not in parts and not part.optional)
    held = {name: tuple(found) for name, found in parts.items()}
    return Record(" ".join(" ".join(line.text for line in title).split()), first, last, held, missing)


def _aligned(lines: Sequence[ListingLine]) -> Iterator[tuple[FormPart, ListingLine | None]]:
    """Each line with its part; a label opens its part and comes as None."""
    costs = [0] + [_NEVER] * (len(PARTS) - 1)
    steps: list[list[int]] = []  # for each line and part, the part of the line before
    for line in lines:
        costs, came_from = _step(line, costs)
        steps.append(came_from)
    ending = [cost + _skipped(rank, len(PARTS)) for rank, cost in enumerate(costs)]
    rank = ending.index(min(ending))
    path: list[int] = []
    for came_from in reversed(steps):
        path.append(rank)
        rank = came_from[rank]
    before = 0
    for line, rank in zip(lines, reversed(path), strict=True):
        yield PARTS[rank], None if rank != before else line
        before = rank


def _step(line: ListingLine, costs: list[int]) -> tuple[list[int], list[int]]:
    """The least cost of having ``line`` in each part, and from which part one comes."""
    form = folded(line.text)
    found, came_from = [], []
    for rank, part in enumerate(PARTS):
        best, source = costs[rank] + _misfit(part, line, form), rank
        if rank and form == part.form:
            amiss = _DASH_AMISS if part.dashed and line.bullet is None else 0
            for before in range(rank):
                cost = costs[before] + _skipped(before, rank) + amiss
                if cost < best:
                    best, source = cost, before
        found.append(min(best, _NEVER))
        came_from.append(source)
    return found, came_from


def _skipped(before: int, rank: int) -> int:
    """What it costs to go from one part to another past those between."""
    return _MISSING_LABEL * sum(not part.optional for part in PARTS[before + 1 : rank])


def _misfit(part: FormPart, line: ListingLine, form: str) -> int:
    """How little ``line`` looks like what ``part`` holds."""
    labelled = _LABEL_IN_TEXT if form in _DASHED_FORMS and line.bullet is not None else 0
    if part.shape is Shape.TEXT or not form:
        return labelled
    if line.bullet is None:
        return labelled + _STRAY_IN_WORDS
    return labelled + (0 if part.shape is Shape.LINE or part.knows(line.bullet) else _UNKNOWN_WORD)
