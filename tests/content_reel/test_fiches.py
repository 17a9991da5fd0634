"""Facts of the action sheets, against a table copied from the directory's listing."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from filquartiers.model.facts.budgets import total
from filquartiers.model.kinds import Evenement, Fiche
from filquartiers.model.site import Site
from filquartiers.model.text import folded

# Title, département, whether it is over, how many records of the listing say the very same.
SHEETS = (
    ("Place en Place", "Morbihan", False, "trois"),
    ("Place des femmes", "Morbihan", False, "cinq"),
    ("Place de femmes", "Morbihan", False, "un"),
    ("Place aux parents - autour du conte", "Isère", True, "un"),
    ("Pique-nique zéro déchet", "Loire-Atlantique", True, "un"),
    ("Pique Nique Géant", "Ain", True, "un"),
    ("pique nique de Noël", "Côte-d'Or", False, "un"),
    ("PIJ (Point Information Jeunesse)", "Seine-Maritime", False, "un"),
    ("petits déjeuners thématiques dans les écoles", "Seine-Maritime", False, "un"),
    ("Petite Enfance et Jardinage", "Gers", False, "un"),
    ("petit déjeuner des habitants", "Seine-Saint-Denis", False, "un"),
    ("Petit Déj à idées", "Loire", False, "un"),
    ("permanences hors les murs du centre social", "Haute-Garonne", False, "un"),
)

# Sums and counts that a sheet must show somewhere: (file, words).
FIGURES = (
    ("place-en-place", "20 000 €"),
    ("place-des-femmes", "40 000 €"),
    ("place-des-femmes", "150 personnes"),
    ("place-de-femmes", "39 985 €"),
    ("place-aux-parents-autour-du-conte", "41 enfants"),
    ("place-aux-parents-autour-du-conte", "mars et novembre 2013"),
    ("pique-nique-zero-dechet", "24 juin 2018"),
    ("pique-nique-zero-dechet", "57 €"),
    ("pique-nique-zero-dechet", "11 €"),
    ("pique-nique-geant", "250 €"),
    ("pique-nique-geant", "samedi 27 août"),
    ("pique-nique-de-noel", "100 €"),
    ("petits-dejeuners-thematiques-dans-les-ecoles", "1 750 €"),
    ("petits-dejeuners-thematiques-dans-les-ecoles", "2005"),
    ("petit-dejeuner-des-habitants", "de 9 h 30 à 11 h"),
    ("petit-dej-a-idees", "2012"),
)

# Salaried, volunteers, residents, when the listing counts them apart.
PEOPLE = {
    "place-en-place": (4, 30, None),
    "place-de-femmes": (None, 30, None),
    "pique-nique-zero-dechet": (None, 7, None),
    "pique-nique-de-noel": (None, None, 50),
    "petite-enfance-et-jardinage": (3, 5, None),
}


def words(text: str) -> str:
    return re.sub(r"\W+", " ", folded(text)).strip()


def sheet(site: Site, slug: str) -> Fiche:
    return next(one for one in site.of(Fiche) if one.slug == slug)


def test_each_distinct_record_has_its_sheet(site: Site) -> None:
    found = {
        (words(one.titre), one.departement, one.statut == "terminée", _copies(one)) for one in site.of(Fiche)
    }
    assert found == {(words(title), where, over, copies) for title, where, over, copies in SHEETS}
    assert len(site.of(Fiche)) == len(SHEETS)


def _copies(fiche: Fiche) -> str:
    match = re.search(r", (\w+) enregistrements?", fiche.source or "")
    return match[1] if match else ""


@pytest.mark.parametrize(("slug", "figure"), FIGURES)
def test_figures_carry_over(site: Site, content: Path, slug: str, figure: str) -> None:
    assert figure in (content / f"{sheet(site, slug).kind.folder}/{slug}.md").read_text("utf-8")


@pytest.mark.parametrize("slug", PEOPLE)
def test_people_are_counted_as_the_listing_counts_them(site: Site, slug: str) -> None:
    people = sheet(site, slug).personnes
    assert (people.salaries, people.benevoles, people.habitants) == PEOPLE[slug]


@pytest.mark.parametrize(
    ("slug", "euros"), [("place-de-femmes", 34985), ("place-aux-parents-autour-du-conte", 3900)]
)
def test_budgets_balance(site: Site, slug: str, euros: int) -> None:
    budget = sheet(site, slug).budget
    sums = (total(budget.charges), total(budget.produits))
    assert sums == (budget.total_charges, budget.total_produits) == (Decimal(euros), Decimal(euros))


def test_the_sub_totals_of_the_long_budget(site: Site) -> None:
    budget = sheet(site, "place-de-femmes").budget
    lines = [line for line in (*budget.charges, *budget.produits) if line.detail]
    assert [int(line.montant or 0) for line in lines] == [1800, 650, 9300, 20000, 16100]
    assert all(total(line.detail) == line.montant for line in lines)
    gifts = (total(budget.contributions_charges), total(budget.contributions_produits))
    assert gifts == (Decimal(5000), Decimal(5000))


def test_the_two_sheets_on_women_name_each_other(site: Site) -> None:
    assert any("Place de femmes" in note for note in sheet(site, "place-des-femmes").contradictions)
    assert any("Place des femmes" in note for note in sheet(site, "place-de-femmes").contradictions)


def test_no_sheet_is_given_to_a_network_that_did_not_write_it(site: Site) -> None:
    assert {fiche.network for fiche in site.of(Fiche)} == {None}


def test_the_organiser_is_known_by_her_function_only(site: Site) -> None:
    assert "L'animatrice Adultes-familles" in sheet(site, "pique-nique-geant").resume.text


def test_rhythms_without_a_start_stay_in_words(site: Site) -> None:
    told = [event for event in site.of(Evenement) if event.recurrence]
    assert len(told) == 6
    assert {event.schedule for event in told} == {None}
