"""The figures of an action in words: its budget line by line, its people by kind, proposed when clear."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from filquartiers.importers.annuaire.two_columns import is_flattened, read_two_columns
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
    """The budget that lines of text tell, sides introduced by « Charges » and « Produits ».

    When these stood side by side, and a copy mixed their lines, sub-totals tell which is whose.
    """
    if is_flattened(lines):
        return BudgetReading(read_two_columns(lines))
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


_SPLIT = re.compile(r"\s*(?:/|,|;|\+|\.(?=\s|$)|\bet\b|\n)\s*")
_COUNT = re.compile(r"^[-–•*]?\s*(?P<number>\d{1,4})\s+(?P<who>(?:[^\W\d_]|['’ -]){2,40})$")
_FIELDS = {
    "salarie": "salaries", "salaries": "salaries", "salariee": "salaries", "salariees": "salaries",
    "benevole": "benevoles", "benevoles": "benevoles",
    "habitant": "habitants", "habitants": "habitants", "habitante": "habitants", "habitantes": "habitants",
}  # fmt: skip


def read_people(lines: Sequence[str]) -> dict[str, object]:
    """Values for the field ``personnes``: counts if every piece of the text is one, else its words.

    People who are neither staff, volunteers nor residents go to ``autres`` as written.
    """
    neat = [" ".join(line.split()) for line in lines]
    text = " ".join(neat)
    pieces = [piece for piece in _SPLIT.split("\n".join(neat)) if piece]
    found = [_COUNT.match(piece) for piece in pieces]
    if not pieces or not all(found):
        return {"en_mots": text} if text else {}
    values: dict[str, object] = {}
    others: list[str] = []
    for match in filter(None, found):
        name = _FIELDS.get(folded(match["who"]))
        if name in values:
            return {"en_mots": text}
        if name:
            values[name] = int(match["number"])
        else:
            others.append(match.group().lstrip("-–•* "))
    return values | ({"autres": ", ".join(others)} if others else {})
