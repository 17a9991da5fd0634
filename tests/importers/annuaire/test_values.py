"""Reading budgets and people in free text."""

import pytest

from filquartiers.importers.annuaire.figures import read_budget, read_people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4 salariés/30 bénévoles", {"salaries": 4, "benevoles": 30}),
        ("5 bénévoles\n3 salariés\n10 enfants", {"benevoles": 5, "salaries": 3, "autres": "10 enfants"}),
        ("15 professionnels.\n30 bénévoles.", {"autres": "15 professionnels", "benevoles": 30}),
        ("7 bénévoles", {"benevoles": 7}),
        ("1 à 2 professionnels", {"en_mots": "1 à 2 professionnels"}),
        ("150", {"en_mots": "150"}),
        ("2 salariés, dont 1 bénévole", {"en_mots": "2 salariés, dont 1 bénévole"}),
        ("2 salariés et 3 salariés", {"en_mots": "2 salariés et 3 salariés"}),
        ("toute l'équipe :\n* la secrétaire", {"en_mots": "toute l'équipe : * la secrétaire"}),
        ("", {}),
    ],
)
def test_people(text, expected):
    assert read_people(text.split("\n")) == expected


def test_a_budget_that_balances_is_proposed():
    reading = read_budget(
        ["Charges: 300 euros", "Achats : 300 €", "Produits", "Ville:100,50", "Caf : 199.50€"]
    )
    assert reading.doubt == ""
    assert reading.values == {
        "charges": [{"poste": "Achats", "montant": "300 €"}],
        "total_charges": "300 €",
        "produits": [{"poste": "Ville", "montant": "100,50 €"}, {"poste": "Caf", "montant": "199,50 €"}],
    }


@pytest.mark.parametrize(
    ("lines", "doubt"),
    [
        (["20000€"], ""),
        (["Budget de la maison", "Charges : 2 €"], ""),
        (["Charges", "Achats : 2 €", "Produits", "Ville : deux euros"], ""),
        (["Charges", "Achats : 2 €", "Produits", "Ville : 3 €"], "charges 2 €, produits 3 €"),
        (
            ["Charges : 5 €", "Achats : 2 €", "Produits", "Ville : 2 €"],
            "la somme des charges est 2 €, le total écrit 5 €",
        ),
    ],
)
def test_any_other_budget_stays_in_words(lines, doubt):
    reading = read_budget(lines)
    assert reading.values == {}
    assert reading.doubt == doubt
