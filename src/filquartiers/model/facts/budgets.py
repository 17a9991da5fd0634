"""Budgets: what a line comes to, what each side adds up to, whether the sides agree."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from filquartiers.model.kinds.moyens import Budget, LigneBudget


def amount(line: LigneBudget) -> Decimal | None:
    """What a line comes to, in euros: its own amount, or the sum of its detail; None when neither is told."""
    if line.montant is None and any(amount(part) is not None for part in line.detail):
        return total(line.detail)
    return line.montant


def total(lines: Iterable[LigneBudget]) -> Decimal:
    """The sum of the lines, in euros; a detail is not counted twice, an untold amount counts for nothing."""
    return sum((amount(line) or Decimal(0) for line in lines), start=Decimal(0))


def is_known(lines: Iterable[LigneBudget]) -> bool:
    """Whether every line has an amount, its own or that of its whole detail."""
    return all(line.montant is not None or (line.detail and is_known(line.detail)) for line in lines)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a budget: the field of its lines, these, and the total that the document gives."""

    name: str
    lines: tuple[LigneBudget, ...]
    written: Decimal | None = None

    @property
    def total(self) -> Decimal:
        """The sum of its lines."""
        return total(self.lines)

    @property
    def is_known(self) -> bool:
        """Whether every line has an amount."""
        return is_known(self.lines)

    @property
    def stated(self) -> Decimal | None:
        """The total that the document gives, when it is not the sum of the lines."""
        return self.written if self.written != self.total else None


def sides(budget: Budget) -> tuple[Side, ...]:
    """The charges, then the products; a side without lines is left out."""
    found = (
        Side("charges", budget.charges, budget.total_charges),
        Side("produits", budget.produits, budget.total_produits),
    )
    return tuple(side for side in found if side.lines)


def in_kind(budget: Budget) -> tuple[Side, ...]:
    """The same of what is given in kind: its use, then its source."""
    names = ("contributions_charges", "contributions_produits")
    return tuple(Side(name, lines) for name in names if (lines := getattr(budget, name)))


def balance(budget: Budget) -> Decimal | None:
    """Products less charges; None when a side is missing or an amount is not told."""
    found = sides(budget)
    if len(found) < 2 or not all(side.is_known for side in found):  # noqa: PLR2004  both sides
        return None
    return found[1].total - found[0].total
