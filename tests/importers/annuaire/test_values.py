"""Reading budgets and people in free text."""

import pytest

from filquartiers.importers.annuaire.figures import read_budget, read_people
from filquartiers.model.values import read_amount


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


TWO_COLUMNS = """Budget du jardin
CHARGES
PRODUITS
60 - Achats
900 €
74 - Subventions
1400 €
Graines
400 €
Ville
1050 €
Outils
500
Caf
350
61 - Services extérieurs
- 600 €
Dons des voisins
300 €
Location
600
Région(s)
64 - Personnel
€
CHARGES INDIRECTES
200
TOTAL DES CHARGES
1700 €
TOTAL DES PRODUITS
1700€
86 - Emploi des contributions
1000
87 - Contributions
1000
Bénévolat
1000
TOTAL
2700
TOTAL
2700"""


def named(lines: object) -> list[tuple[str, int, list[tuple[str, int]]]]:
    """The lines of a side: name, amount, detail."""
    assert isinstance(lines, list)
    return [
        (line["poste"], int(read_amount(line["montant"])), [one[:2] for one in named(line.get("detail", []))])
        for line in lines
    ]


def test_sub_totals_tell_two_mixed_columns_apart():
    values = read_budget(TWO_COLUMNS.split("\n")).values
    assert named(values["charges"]) == [
        ("60 - Achats", 900, [("Graines", 400), ("Outils", 500)]),
        ("61 - Services extérieurs", 600, [("Location", 600)]),
        ("CHARGES INDIRECTES", 200, []),
    ]
    assert named(values["produits"]) == [
        ("74 - Subventions", 1400, [("Ville", 1050), ("Caf", 350)]),
        ("Dons des voisins", 300, []),
    ]
    assert (values["total_charges"], values["total_produits"]) == ("1 700 €", "1 700 €")


def test_a_line_that_could_be_of_either_column_settles_nothing():
    either = (
        TWO_COLUMNS.replace("voisins\n300 €", "voisins\n200 €")
        .replace("1400", "1500")
        .replace("Caf\n350", "Caf\n450")
    )
    assert read_budget(either.split("\n")).values == {}


def test_sums_that_do_not_agree_settle_nothing():
    richer = TWO_COLUMNS.replace("1700€", "1800€").replace("voisins\n300", "voisins\n400")
    for wrong in (
        richer,
        TWO_COLUMNS.replace("1700€", "1800€"),
        TWO_COLUMNS.replace("Outils\n500", "Outils\n510"),
    ):
        assert read_budget(wrong.split("\n")).values == {}
    assert read_budget([line for line in TWO_COLUMNS.split("\n") if "TOTAL" not in line]).values == {}


@pytest.mark.parametrize("count", [4, 30])
def test_a_table_without_accounts_is_not_guessed(count):
    lines = ["Charges", "Produits", *(text for rank in range(count) for text in (f"Ligne {rank}", "10 €"))]
    half = f"{count * 5} €"
    assert read_budget([*lines, "TOTAL DES CHARGES", half, "TOTAL DES PRODUITS", half]).values == {}
