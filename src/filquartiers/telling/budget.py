"""The budget of an action: its two sides line by line, what they come to, and all of it in one line."""

from collections.abc import Iterator

from filquartiers.model.facts import budgets
from filquartiers.model.kinds.moyens import Budget, LigneBudget
from filquartiers.model.numbers import euros
from filquartiers.telling.blocks import Balance, BudgetLine, BudgetSide, Fact
from filquartiers.telling.parts import fact

TITLES = {
    "charges": "Charges",
    "produits": "Produits",
    "contributions_charges": "Emploi des contributions en nature",
    "contributions_produits": "Contributions en nature",
}
NOT_COUNTED = "non chiffré"
STATED = "Total écrit dans le document"
BALANCED = "Charges et produits s’équilibrent"
GAIN, LOSS = "Les produits dépassent les charges de", "Les charges dépassent les produits de"


def budget_blocks(budget: Budget) -> Iterator[BudgetSide | Balance]:
    """Both sides, what they come to, then what is given in kind and counted apart."""
    yield from map(_side, budgets.sides(budget))
    rest = budgets.balance(budget)
    if rest is not None:
        said = GAIN if rest > 0 else LOSS if rest < 0 else BALANCED
        yield Balance(words=said, amount=euros(abs(rest)) if rest else "")
    yield from map(_side, budgets.in_kind(budget))


def budget_in_one_line(budget: Budget) -> Fact | None:
    """The sum when both sides agree, else each of them."""
    known = [(TITLES[side.name], euros(side.total)) for side in budgets.sides(budget)]
    agreed = len(known) > 1 and len({total for _, total in known}) == 1
    told = known[0][1] if agreed else " · ".join(f"{title} {total}" for title, total in known)
    return fact("Budget", told)


def _side(side: budgets.Side) -> BudgetSide:
    """One side: its lines, their sum, and the total that the document gives when it is another."""
    stated = () if side.stated is None else (BudgetLine(STATED, euros(side.stated)),)
    totals = (BudgetLine("Total", euros(side.total)), *stated)
    return BudgetSide(title=TITLES[side.name], lines=tuple(_lines(side.lines)), totals=totals)


def _lines(lines: tuple[LigneBudget, ...], depth: int = 0) -> Iterator[BudgetLine]:
    """A line, then its detail; a line without an amount shows the sum of its detail as a sub-total."""
    for line in lines:
        amount = budgets.amount(line)
        yield BudgetLine(line.poste, NOT_COUNTED if amount is None else euros(amount), depth)
        yield from _lines(line.detail, depth + 1)
