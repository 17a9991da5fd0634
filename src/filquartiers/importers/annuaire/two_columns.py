"""A budget printed in two columns, whose lines a copy has mixed: its sub-totals tell them apart.

The accounts of class 6 are charges, those of class 7 products (plan comptable général); below each, the lines
that add up to it are its own. Every way of sharing the lines that keeps all sums is tried: only what is the
same in all of them is kept, so nothing is guessed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntEnum
from itertools import combinations
from typing import TypeVar

from filquartiers.model.numbers import short_euros
from filquartiers.model.refusal import Refusal
from filquartiers.model.text import folded
from filquartiers.model.values import read_amount

_CHARGES = frozenset({"charges", "depenses", "emplois"})
_PRODUCTS = frozenset({"produits", "recettes", "ressources"})
_CODE = re.compile(r"(?P<code>[67]\d|8[67])\d?\s*[-–.:]?\s*(?=[^\W\d_])")
_TOTAL = re.compile(r"total\b")
_AMOUNT = re.compile(r"[-–]?\s*(?P<amount>\d[\d  .,]*)\s*(?:€|euros?)?\.?", re.IGNORECASE)
_BLANK = re.compile(r"[-–]?\s*(?:€|euros?)?", re.IGNORECASE)
_INLINE = re.compile(
    r"(?P<name>.*[^\W\d_)]\)?)\s*[: ]\s*(?P<amount>[-–]?\s*\d[\d  .,]*\s*(?:€|euros?))", re.IGNORECASE
)
_MOST_STEPS, _MOST_HEADS = 100_000, 16
_TWO = 2


class _Side(IntEnum):
    """A column."""

    CHARGES = 0
    PRODUCTS = 1


@dataclass(frozen=True, slots=True)
class _Item:
    """A line with its amount; ``side`` when its code tells it, for an account."""

    name: str
    amount: Decimal | None
    side: _Side | None = None


_Place = tuple[_Side, int | None]
"""The side of an item, and the account that it is part of; None when it stands by itself."""


def is_flattened(lines: Sequence[str]) -> bool:
    """Whether these lines are those of a table with a column of charges and one of products.

    Its two headings then follow each other, without an amount between them.
    """
    forms = [folded(line) for line in lines]
    places = [[rank for rank, form in enumerate(forms) if form in words] for words in (_CHARGES, _PRODUCTS)]
    if not all(places):
        return False
    first, last = sorted((places[0][0], places[1][0]))
    return not any(
        _AMOUNT.fullmatch(line.strip()) or _INLINE.fullmatch(line.strip()) for line in lines[first:last]
    )


def read_two_columns(lines: Sequence[str]) -> dict[str, object]:
    """The values of ``budget`` that such lines tell; empty when their sums do not decide."""
    items = list(_items(lines))
    totals = [rank for rank, item in enumerate(items) if _TOTAL.match(folded(item.name))]
    if len(totals) < _TWO or any(items[rank].amount is None for rank in totals[:_TWO]):
        return {}
    first, second = totals[:_TWO]
    if "produits" in folded(items[first].name) or "recettes" in folded(items[first].name):
        return {}
    sums = items[first].amount or Decimal(0), items[second].amount or Decimal(0)
    places = _Search(items[:first], sums).places
    if sums[0] != sums[1] or not _decided(places):
        return {}
    values: dict[str, object] = {
        "charges": _lines(items, places, _Side.CHARGES),
        "total_charges": short_euros(sums[0]),
        "produits": _lines(items, places, _Side.PRODUCTS),
        "total_produits": short_euros(sums[1]),
    }
    return values | _in_kind(items[second + 1 :], sums[0])


def _decided(places: Mapping[int, set[_Place]]) -> bool:
    """Whether there is a way, and each line that may stand by itself does in all ways."""
    alone = [found for found in places.values() if any(head is None for _, head in found)]
    return bool(places) and all(len(found) == 1 for found in alone)


def _in_kind(items: Sequence[_Item], total: Decimal) -> dict[str, object]:
    """What is given in kind, told below the totals under the accounts 86 and 87; a last total adds both."""
    end = next((rank for rank, item in enumerate(items) if _TOTAL.match(folded(item.name))), len(items))
    own = items[:end]
    heads = {item.side: item.amount for item in own if item.side is not None}
    sums = heads.get(_Side.CHARGES), heads.get(_Side.PRODUCTS)
    stated = {item.amount for item in items[end:] if item.amount is not None}
    if sums[0] is None or sums[1] is None or stated - {total + sums[0], total + sums[1]}:
        return {}
    places = _Search(own, (sums[0], sums[1])).places
    if not _decided(places):
        return {}
    return {
        "contributions_charges": _lines(own, places, _Side.CHARGES),
        "contributions_produits": _lines(own, places, _Side.PRODUCTS),
    }


def _items(lines: Sequence[str]) -> Iterator[_Item]:
    """Each name with the amount that follows it; what stands above the headings is no line of the budget."""
    forms = [folded(line) for line in lines]
    starts = [
        next(rank for rank, form in enumerate(forms) if form in words) for words in (_CHARGES, _PRODUCTS)
    ]
    name = ""
    for line in map(str.strip, lines[max(starts) + 1 :]):
        inline = _INLINE.fullmatch(line)
        if _BLANK.fullmatch(line):
            continue
        if found := _AMOUNT.fullmatch(line):
            yield _item(name, found["amount"])
            name = ""
        else:
            if name:
                yield _item(name, "")
            name = line
            if inline:
                yield _item(inline["name"], inline["amount"].lstrip("-– "))
                name = ""
    if name:
        yield _item(name, "")


def _item(name: str, amount: str) -> _Item:
    code = _CODE.match(name)
    side = None if code is None else _Side(int(code["code"]) in range(70, 80) or code["code"] == "87")
    try:
        stated = read_amount(amount) if amount else None
    except Refusal:
        stated = None
    return _Item(name.strip(" -–:"), stated, side)


class _Search:
    """Every way to share the lines with an amount between the accounts, that keeps all the sums.

    ``places`` is, for each item, all the places that it has in some way.
    """

    def __init__(self, items: Sequence[_Item], totals: tuple[Decimal, Decimal]) -> None:
        self._items = items
        self._heads = [rank for rank, item in enumerate(items) if item.side is not None and item.amount]
        self._steps = 0
        self.places: dict[int, set[_Place]] = {
            rank: {(item.side, None)} if item.side is not None else set()
            for rank, item in enumerate(items)
            if item.amount is not None
        }
        if self._run(totals) and self._steps < _MOST_STEPS:
            return
        self.places = {}

    def _run(self, totals: tuple[Decimal, Decimal]) -> bool:
        """Whether there is a way.

        What the accounts do not reach of a total is for the lines that stand by themselves; what remains of
        the lines tells which accounts may be broken down.
        """
        if any(not item.name for item in self._items):
            return False
        rest = {side: totals[side] - self._sum(side) for side in _Side}
        lines = self._sum(None)
        broken = lines - sum(rest.values())
        if min(rest.values()) < 0 or len(self._heads) > _MOST_HEADS:
            return False
        found = False
        for heads in self._subsets(broken):
            self._seen: dict[_State, bool] = {}
            first = _State(
                0, (None, None), (Decimal(0), Decimal(0)), (rest[_Side.CHARGES], rest[_Side.PRODUCTS])
            )
            found = self._walk(first, heads) or found
        return found

    def _sum(self, side: _Side | None) -> Decimal:
        return sum((item.amount or Decimal(0) for item in self._items if item.side is side), start=Decimal(0))

    def _subsets(self, amount: Decimal) -> Iterator[frozenset[int]]:
        """The accounts that add up to what is broken down."""
        for count in range(len(self._heads) + 1):
            for heads in combinations(self._heads, count):
                if sum(self._items[head].amount or Decimal(0) for head in heads) == amount:
                    yield frozenset(heads)

    def _walk(self, state: "_State", heads: frozenset[int]) -> bool:
        """Whether the items from a state on have a place; theirs are noted."""
        if state in self._seen:
            return self._seen[state]
        self._steps += 1
        if self._steps >= _MOST_STEPS:
            return False
        if state.rank == len(self._items):
            return not any((*state.left, *state.alone))
        self._seen[state] = found = self._placed(state, heads)
        return found

    def _placed(self, state: "_State", heads: frozenset[int]) -> bool:
        item = self._items[state.rank]
        if item.side is not None:
            missing = item.amount if state.rank in heads and item.amount else Decimal(0)
            return not state.left[item.side] and self._walk(state.opened(item.side, missing), heads)
        if item.amount is None:
            return self._walk(replace(state, rank=state.rank + 1), heads)
        found = False
        for side in _Side:
            for head in {state.open[side], None}:
                room = state.alone[side] if head is None else state.left[side]
                if item.amount <= room and self._walk(state.taken(side, head, item.amount), heads):
                    self.places[state.rank].add((side, head))
                    found = True
        return found


@dataclass(frozen=True, slots=True)
class _State:
    """The item to place, the account that is open on each side, what it misses, what stands alone there."""

    rank: int
    open: tuple[int | None, int | None]
    left: tuple[Decimal, Decimal]
    alone: tuple[Decimal, Decimal]

    def opened(self, side: _Side, missing: Decimal) -> "_State":
        """With the account of this item open on its side."""
        return _State(
            self.rank + 1, _with(self.open, side, self.rank), _with(self.left, side, missing), self.alone
        )

    def taken(self, side: _Side, head: int | None, amount: Decimal) -> "_State":
        """With this item in an account, or by itself."""
        if head is None:
            alone = _with(self.alone, side, self.alone[side] - amount)
            return replace(self, rank=self.rank + 1, alone=alone)
        left = _with(self.left, side, self.left[side] - amount)
        return replace(self, rank=self.rank + 1, left=left)


_Any = TypeVar("_Any")


def _with(pair: tuple[_Any, _Any], side: _Side, value: _Any) -> tuple[_Any, _Any]:
    return (value, pair[1]) if side is _Side.CHARGES else (pair[0], value)


def _lines(items: Sequence[_Item], places: Mapping[int, set[_Place]], side: _Side) -> list[dict[str, object]]:
    """The lines of a side; an account is detailed where all its lines are surely its own."""
    lines: list[dict[str, object]] = []
    for rank, found in places.items():
        if found == {(side, None)}:
            own = [one for one, others in places.items() if (side, rank) in others]
            sure = all(len(places[one]) == 1 for one in own)
            detail = [_line(items[one]) for one in own] if sure else []
            lines.append(_line(items[rank]) | ({"detail": detail} if detail else {}))
    return lines


def _line(item: _Item) -> dict[str, object]:
    return {"poste": item.name, "montant": short_euros(item.amount or Decimal(0))}
