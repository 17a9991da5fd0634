"""Budgets: charges and products are equal, totals are those of the lines, details add up."""

from collections.abc import Iterable, Iterator

from filquartiers.model.facts.budgets import Side, balance, in_kind, is_known, sides, total
from filquartiers.model.kind import Path
from filquartiers.model.kinds import Fiche
from filquartiers.model.kinds.moyens import LigneBudget
from filquartiers.model.numbers import short_euros
from filquartiers.model.site import Site
from filquartiers.problems import Problem, problem


def budgets(site: Site) -> Iterator[Problem]:
    """What does not add up in the budgets of the sheets; a side with an unknown amount is left alone."""
    for fiche in site.of(Fiche):
        for side in (*sides(fiche.budget), *in_kind(fiche.budget)):
            yield from _details(fiche, side.lines, ("budget", side.name))
            yield from _total(fiche, side)
        yield from _balance(fiche)


def _total(fiche: Fiche, side: Side) -> Iterator[Problem]:
    if side.stated is not None and side.is_known:
        yield problem(
            "budget-total",
            fiche.where("budget", f"total_{side.name}"),
            cote=side.name,
            ecrit=short_euros(side.stated),
            somme=short_euros(side.total),
        )


def _details(fiche: Fiche, lines: Iterable[LigneBudget], path: Path) -> Iterator[Problem]:
    """Each line that is broken down, at any depth."""
    for rank, line in enumerate(lines):
        place = (*path, rank)
        if line.detail and line.montant is not None and is_known(line.detail):
            found = total(line.detail)
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
    gap = balance(fiche.budget)
    if gap:
        charges, products = sides(fiche.budget)
        yield problem(
            "budget-inegal",
            fiche.where("budget"),
            charges=short_euros(charges.total),
            produits=short_euros(products.total),
            ecart=short_euros(abs(gap)),
        )
