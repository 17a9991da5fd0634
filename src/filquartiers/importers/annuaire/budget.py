"""A budget told in lines « poste : montant », proposed when it reads clearly and balances."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from filquartiers.model.numbers import short_euros
from filquartiers.model.refusal import Refusal
from filquartiers.model.text import folded
from filquartiers.model.values import read_amount

_LINE = re.compile(r"^\W*?(?P<name>\(?\w.*?)\s*:\s*(?P<amount>[-\d].*?)?\.?\s*$")
_CHARGES = {"charges", "depenses", "total des charges", "total charges", "total des depenses"}
_INCOME = {"produits", "recettes", "ressources", "total des produits", "total produits", "financements"}


@dataclass
class _Side:
    total: Decimal | None = None
    lines: list[tuple[str, Decimal]] = field(default_factory=list)

    @property
    def sum(self) -> Decimal:
        return sum((amount for _, amount in self.lines), start=Decimal(0))


@dataclass(frozen=True)
class BudgetReading:
    """``values`` for the field ``budget`` when all lines read and the sums balance; else why not.

    ``doubt`` is a French clause, empty when the text is no budget in lines at all.
    """

    values: dict[str, object]
    doubt: str = ""


def read_budget(lines: Sequence[str]) -> BudgetReading:
    """The budget that lines of text tell, sides introduced by « Charges » and « Produits »."""
    sides = {"charges": _Side(), "produits": _Side()}
    current: _Side | None = None
    for line in lines:
        name, amount = _read_line(line)
        side = "charges" if folded(name) in _CHARGES else "produits" if folded(name) in _INCOME else ""
        if side:
            current = sides[side]
            current.total = amount if amount is not None else current.total
        elif current is None or amount is None:
            return BudgetReading({})
        else:
            current.lines.append((name, amount))
    return _judged(sides["charges"], sides["produits"])


def _judged(charges: _Side, income: _Side) -> BudgetReading:
    if not charges.lines or not income.lines:
        return BudgetReading({})
    for name, side in (("des charges", charges), ("des produits", income)):
        if side.total is not None and side.total != side.sum:
            written = short_euros(side.total)
            return BudgetReading({}, f"la somme {name} est {short_euros(side.sum)}, le total écrit {written}")
    if charges.sum != income.sum:
        return BudgetReading({}, f"charges {short_euros(charges.sum)}, produits {short_euros(income.sum)}")
    return BudgetReading(_values("charges", charges) | _values("produits", income))


def _values(name: str, side: _Side) -> dict[str, object]:
    lines = [{"poste": poste, "montant": short_euros(amount)} for poste, amount in side.lines]
    total = {f"total_{name}": short_euros(side.total)} if side.total is not None else {}
    return {name: lines, **total}


def _read_line(line: str) -> tuple[str, Decimal | None]:
    found = _LINE.match(line)
    if not found:
        return line, None
    try:
        return found["name"].strip(), read_amount(found["amount"] or "")
    except Refusal:
        return found["name"].strip(), None
