"""Budgets: the same sums for the site, the paper and the checks."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from filquartiers.model.facts.budgets import amount, balance, in_kind, is_known, sides, total
from filquartiers.model.kinds.moyens import Budget, LigneBudget

AMOUNTS = st.decimals(0, 10**6, places=2)
LEAVES = st.builds(lambda sum_: LigneBudget(poste="x", montant=sum_), st.none() | AMOUNTS)
LINES = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        lambda sum_, parts: LigneBudget(poste="x", montant=sum_, detail=tuple(parts)),
        st.none() | AMOUNTS,
        st.lists(inner, max_size=3),
    ),
    max_leaves=8,
)
BUDGETS = st.builds(
    lambda charges, products, stated: Budget(
        charges=tuple(charges), produits=tuple(products), total_charges=stated
    ),
    st.lists(LINES, max_size=4),
    st.lists(LINES, max_size=4),
    st.none() | AMOUNTS,
)


def line(sum_: str | None, *detail: LigneBudget) -> LigneBudget:
    return LigneBudget(poste="x", montant=Decimal(sum_) if sum_ else None, detail=detail)


def test_a_line_comes_to_its_amount_or_to_the_sum_of_its_detail():
    assert amount(line("10", line("3"))) == 10
    assert amount(line(None, line("3"), line("4.50"), line(None))) == Decimal("7.50")
    assert amount(line(None)) is None
    assert amount(line(None, line(None))) is None


def test_a_stated_total_is_told_only_when_it_differs():
    same, other = (
        sides(Budget(charges=(line("10"),), total_charges=Decimal(sum_)))[0] for sum_ in ("10.00", "12")
    )
    assert (same.total, same.stated) == (10, None)
    assert (other.total, other.stated) == (10, 12)


def test_a_budget_balances_only_when_all_is_told():
    known, untold = (line("10"),), (line("10"), line(None))
    assert balance(Budget(charges=known, produits=known)) == 0
    assert balance(Budget(charges=known, produits=(line("12"),))) == 2
    assert balance(Budget(charges=untold, produits=known)) is None
    assert balance(Budget(charges=known)) is None


def test_what_is_given_in_kind_stands_apart():
    budget = Budget(charges=(line("10"),), contributions_produits=(line("5"),))
    assert [side.name for side in sides(budget)] == ["charges"]
    assert [(side.name, side.total) for side in in_kind(budget)] == [("contributions_produits", 5)]


@given(BUDGETS)
def test_sums_hold_together(budget):
    found = {side.name: side for side in sides(budget)}
    assert all(
        side.total == total(side.lines) == sum(amount(one) or 0 for one in side.lines)
        for side in found.values()
    )
    gap = balance(budget)
    if gap is not None:
        assert gap == found["produits"].total - found["charges"].total
    assert (gap is None) == (len(found) < 2 or not all(is_known(side.lines) for side in found.values()))
