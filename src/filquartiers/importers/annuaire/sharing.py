"""Sharing the lines of a budget between its accounts, so that every sum that is stated holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntEnum
from itertools import combinations
from typing import TypeVar

_MOST_STEPS, _MOST_ITEMS, _MOST_HEADS = 100_000, 200, 16


class BudgetColumn(IntEnum):
    """A column."""

    CHARGES = 0
    PRODUCTS = 1


@dataclass(frozen=True, slots=True)
class BudgetItem:
    """A line with its amount; ``side`` when its code tells it, for an account."""

    name: str
    amount: Decimal | None
    side: BudgetColumn | None = None


Place = tuple[BudgetColumn, int | None]
"""The side of an item, and the account that it is part of; None when it stands by itself."""


class Sharing:
    """Every way to share the lines with an amount between the accounts, that keeps all the sums.

    ``places`` is, for each item with an amount, all the places that it has in some way; it is empty when
    there is none, or too many to try.
    """

    def __init__(self, items: Sequence[BudgetItem], totals: tuple[Decimal, Decimal]) -> None:
        self._items = items
        self._heads = [rank for rank, item in enumerate(items) if item.side is not None and item.amount]
        self._steps = 0
        self._seen: dict[_State, bool] = {}
        self.places: dict[int, set[Place]] = {
            rank: {(item.side, None)} if item.side is not None else set()
            for rank, item in enumerate(items)
            if item.amount is not None
        }
        if not self._run(totals) or self._steps >= _MOST_STEPS:
            self.places = {}

    def _run(self, totals: tuple[Decimal, Decimal]) -> bool:
        """Whether there is a way.

        What the accounts do not reach of a total is for the lines that stand by themselves; what remains of
        the lines tells which accounts may be broken down.
        """
        if len(self._items) > _MOST_ITEMS or any(not item.name for item in self._items):
            return False
        rest = {side: totals[side] - self._sum(side) for side in BudgetColumn}
        lines = self._sum(None)
        broken = lines - sum(rest.values())
        if min(rest.values()) < 0 or len(self._heads) > _MOST_HEADS:
            return False
        found = False
        for heads in self._subsets(broken):
            self._seen.clear()
            alone = rest[BudgetColumn.CHARGES], rest[BudgetColumn.PRODUCTS]
            found = self._walk(_State(0, (None, None), (Decimal(0), Decimal(0)), alone), heads) or found
        return found

    def _sum(self, side: BudgetColumn | None) -> Decimal:
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
        for side in BudgetColumn:
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

    def opened(self, side: BudgetColumn, missing: Decimal) -> "_State":
        """With the account of this item open on its side."""
        return _State(
            self.rank + 1, _with(self.open, side, self.rank), _with(self.left, side, missing), self.alone
        )

    def taken(self, side: BudgetColumn, head: int | None, amount: Decimal) -> "_State":
        """With this item in an account, or by itself."""
        if head is None:
            alone = _with(self.alone, side, self.alone[side] - amount)
            return replace(self, rank=self.rank + 1, alone=alone)
        left = _with(self.left, side, self.left[side] - amount)
        return replace(self, rank=self.rank + 1, left=left)


_Any = TypeVar("_Any")


def _with(pair: tuple[_Any, _Any], side: BudgetColumn, value: _Any) -> tuple[_Any, _Any]:
    return (value, pair[1]) if side is BudgetColumn.CHARGES else (pair[0], value)
