"""Action sheets on paper: those of no network, and budgets that say what the site says."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from filquartiers.edition import Edition
from filquartiers.model.kinds import Fiche, Reseau
from filquartiers.model.kinds.moyens import Budget, LigneBudget
from filquartiers.model.site import Site
from filquartiers.render.print import Composed, Composer, Product, products

from .conftest import TODAY

ONE, OTHER = (
    Reseau(slug=slug, nom=f"Réseau {slug}", ville=slug, site="https://rives.example")
    for slug in ("un", "deux")
)


def sheet_alone(edition: Edition, networks: tuple[Reseau, ...], sheet: Fiche) -> Edition:
    """A project that holds this sheet, and networks with nothing in them."""
    site = Site({"reseau": networks, "fiche": (sheet,)}, edition.site.kinds, TODAY)
    return replace(edition, site=site, content=Path("content"))


def words_of(edition: Edition, words) -> str:
    """The words of the only sheet of an edition, composed for good."""
    (product,) = (one for one in products(edition) if isinstance(one, Product) and one.template == "fiche")
    composed = Composer.of(edition).compose(product, TODAY)
    assert isinstance(composed, Composed), composed
    return " ".join(words(composed.screen))


@pytest.mark.parametrize(
    ("networks", "told", "untold"),
    [
        ((), (), ("Réseau", "rives.example")),
        ((ONE,), ("rives.example",), ("Réseau un",)),
        ((ONE, OTHER), ("rives.example",), ("Réseau un", "Réseau deux")),
    ],
    ids=["none", "one", "several"],
)
def test_a_sheet_that_names_no_network_is_printed(edition, words, networks, told, untold):
    sheet = Fiche(slug="soupe", titre="La soupe", structure="Le Bac")
    text = words_of(sheet_alone(edition, networks, sheet), words)
    assert "La soupe" in text
    assert [word in text for word in told] == [True] * len(told)
    assert [word in text for word in untold] == [False] * len(untold)


def test_a_budget_shows_its_sum_and_the_total_that_the_document_gives(edition, words):
    budget = Budget(
        charges=(LigneBudget(poste="Achats", montant=Decimal(120)), LigneBudget(poste="Frais")),
        total_charges=Decimal(150),
        produits=(LigneBudget(poste="Ville", montant=Decimal(150)),),
        total_produits=Decimal(150),
    )
    sheet = Fiche(slug="soupe", titre="La soupe", budget=budget)
    text = words_of(sheet_alone(edition, (ONE,), sheet), words)
    assert "Total 120,00" in text
    assert text.count("Total écrit dans le document 150,00") == 1
