"""Budgets: charges and products are equal, totals are those of the lines, details add up."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from filquartiers.model.kind import Path
from filquartiers.model.kinds import Fiche
from filquartiers.model.kinds.fiche import Budget, LigneBudget, amount_of
from filquartiers.model.numbers import short_euros
from filquartiers.model.site import Site
from filquartiers.problems import Problem, problem

_SIDES = (
    ("charges", "total_charges"),
    ("produits", "total_produits"),
    ("contributions_charges", ""),
    ("contributions_produits", ""),
)


def budgets(site: Site) -> Iterator[Problem]:
    """What does not add up in the budgets of the sheets; a side with an unknown amount is left alone."""
    for fiche in site.of(Fiche):
        if fiche.budget:
            yield from _sides(fiche)
            yield from _balance(fiche)


def _sides(fiche: Fiche) -> Iterator[Problem]:
    for name, total in _SIDES:
        lines: tuple[LigneBudget, ...] = getattr(fiche.budget, name)
        yield from _details(fiche, lines, ("budget", name))
        stated: Decimal | None = getattr(fiche.budget, total) if total else None
        if stated is not None and lines and is_known(lines) and stated != Budget.total(lines):
            yield problem(
                "budget-total",
                fiche.where("budget", total),
                cote=name,
                ecrit=short_euros(stated),
                somme=short_euros(Budget.total(lines)),
            )


def _details(fiche: Fiche, lines: Iterable[LigneBudget], path: Path) -> Iterator[Problem]:
    """Each line that is broken down, at any depth."""
    for rank, line in enumerate(lines):
        place = (*path, rank)
        if line.detail and line.montant is not None and is_known(line.detail):
            found = Budget.total(line.detail)
            if found != line.montant:
                where = fiche.where(*place, "montant")
                yield problem(
                    "budget-detail",
                    where,
                    poste=line.poste,
                    ecrit=short_euros(line.montant),
                    somme=short_euros(found),
                )
        yield from _details(fiche, line.detail, (*place, "detail"))


def _balance(fiche: Fiche) -> Iterator[Problem]:
    budget = fiche.budget
    if not (budget.charges and budget.produits and is_known(budget.charges) and is_known(budget.produits)):
        return
    charges, products = Budget.total(budget.charges), Budget.total(budget.produits)
    if charges != products:
        yield problem(
            "budget-inegal",
            fiche.where("budget"),
            charges=short_euros(charges),
            produits=short_euros(products),
            ecart=short_euros(abs(charges - products)),
        )


def is_known(lines: Iterable[LigneBudget]) -> bool:
    """Whether every line has an amount, its own or that of its detail."""
    return all(line.montant is not None or (line.detail and is_known(line.detail)) for line in lines)


__all__ = ["amount_of", "budgets"]
