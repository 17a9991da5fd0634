"""What the tellings of entries say, and above all what they do not say when nothing is known."""

from datetime import date
from decimal import Decimal

import pytest

from filquartiers.model.kinds import Fiche, Maison, Pacte, Reseau
from filquartiers.model.kinds.maison import Personne
from filquartiers.model.kinds.moyens import Budget, LigneBudget
from filquartiers.telling.blocks import Balance, BudgetSide, ComingDates
from filquartiers.telling.cards import SHOWN_SHEETS, sheets_shown
from filquartiers.telling.fiche import UNTOLD, fiche
from filquartiers.telling.kinds import TELLINGS, telling_of
from filquartiers.telling.maison import maison
from filquartiers.telling.pacte import ENDS, pacte
from filquartiers.telling.reseau import WEEK, headline, reseau
from filquartiers.telling.teller import Teller


def line(label: str, amount: str | None, *detail: LigneBudget) -> LigneBudget:
    return LigneBudget(poste=label, montant=Decimal(amount) if amount else None, detail=detail)


def test_an_empty_sheet_says_its_title_and_nothing_else(mini) -> None:
    view = fiche(mini, Fiche(slug="vide", titre="Rien que le titre"))
    assert (view.title, view.opening) == ("Rien que le titre", UNTOLD)
    assert (view.facts, view.sections, view.notices, view.sources) == ((), (), (), ())


def test_a_budget_shows_sub_totals_and_what_is_missing_to_balance(mini) -> None:
    budget = Budget(
        charges=(line("Achats", None, line("Fil", "10"), line("Aiguilles", "5.50")), line("Frais", None)),
        produits=(line("Ville", "20"),),
        total_produits=Decimal(21),
    )
    means = fiche(mini, Fiche(slug="b", titre="B", budget=budget)).section("moyens")
    charges, produits = means.blocks
    assert isinstance(charges, BudgetSide)
    assert isinstance(produits, BudgetSide)
    assert [(one.label, one.amount, one.depth) for one in charges.lines] == [
        ("Achats", "15,50 €", 0),
        ("Fil", "10,00 €", 1),
        ("Aiguilles", "5,50 €", 1),
        ("Frais", "non chiffré", 0),
    ]
    assert [(one.label, one.amount) for one in charges.totals] == [("Total", "15,50 €")]
    assert [(one.label, one.amount) for one in produits.totals] == [
        ("Total", "20,00 €"),
        ("Total écrit dans le document", "21,00 €"),
    ]


@pytest.mark.parametrize(
    ("given", "words", "amount"),
    [
        ("15", "Charges et produits s’équilibrent", ""),
        ("20", "Les produits dépassent les charges de", "5,00 €"),
        ("10", "Les charges dépassent les produits de", "5,00 €"),
    ],
)
def test_a_budget_that_is_wholly_counted_says_what_it_comes_to(mini, given: str, words, amount) -> None:
    budget = Budget(charges=(line("Achats", "15"),), produits=(line("Ville", given),))
    *_, balance = fiche(mini, Fiche(slug="b", titre="B", budget=budget)).section("moyens").blocks
    assert balance == Balance(words=words, amount=amount)


def test_people_are_named_only_while_their_consent_lasts(mini) -> None:
    today = mini.site.today
    people = (
        Personne(nom="Sans accord"),
        Personne(nom="Accord passé", accord=True, jusquau=date(2026, 11, 20)),
        Personne(nom="Accord du jour", accord=True, jusquau=today),
        Personne(nom="Accord sans fin", accord=True),
    )
    house = mini.site.of(Maison)[0].model_copy(update={"equipe": people})
    (shown,) = maison(mini, house).section("equipe").blocks
    assert [row.name for row in shown.rows] == ["Accord du jour", "Accord sans fin"]


@pytest.mark.parametrize(
    ("end", "state"),
    [
        (None, ""),
        (date(2026, 11, 20), "échu"),
        (date(2026, 11, 21), "bientôt échu"),
        (date(2027, 11, 21), "bientôt échu"),
        (date(2027, 11, 22), ""),
    ],
)
def test_the_end_of_a_pact_is_told_a_year_ahead(mini, end: date | None, state: str) -> None:
    pact = mini.site.of(Pacte)[0].model_copy(update={"echeance": end})
    notice = pacte(mini, pact).notice
    assert (notice.title if notice else "") == ENDS.get(state, "")


def test_the_headline_counts_the_houses_when_nobody_wrote_one(mini, with_entries) -> None:
    network, house = mini.site.networks[0], mini.site.of(Maison)[0]
    bare = network.model_copy(update={"accroche": None})

    def told(count: int, one: Reseau = bare) -> tuple[str, ...]:
        houses = tuple(house.model_copy(update={"slug": f"maison-{n}", "reseau": one}) for n in range(count))
        return headline(with_entries(mini, reseau=(one,), maison=houses), one)

    assert told(6) == ("Six maisons,", "un même fil.")
    assert told(1) == ("Une maison,", "un même fil.")
    assert told(6, network.model_copy(update={"accroche": "Tout droit"})) == ("Tout droit",)


def test_a_network_counts_the_dates_of_the_week(mini) -> None:
    view = reseau(mini, mini.site.networks[0])
    dates = next(block for block in view.section("bientot").blocks if isinstance(block, ComingDates)).dates
    (line,) = (one for one in view.contents if one.address == "#bientot")
    assert 0 < len(dates) <= 5
    soon = [one for _, one in mini.soon if (one.day - mini.site.today).days < WEEK]
    assert line.figure == str(len([one for one in soon if one.change is None]) or "")


@pytest.mark.parametrize(
    ("project", "title"), [("reel", "Ce que font d’autres maisons"), ("fictif", "Ce que l’on y fait")]
)
def test_sheets_of_other_towns_are_not_called_ours(editions, project: str, title: str) -> None:
    teller = editions[project].teller
    for network in (None, *teller.site.networks):
        told, shown, count = sheets_shown(teller, network)
        assert told == title
        assert 0 < len(shown) <= min(count, SHOWN_SHEETS)


def test_every_kind_with_a_page_has_its_telling_and_says_its_own_name(reel, fictif) -> None:
    for teller in (reel, fictif):
        for entry in teller.site.everything():
            if teller.addresses.of(entry) is not None:
                view = telling_of(teller, entry)
                assert (view.name, view.title) == (entry.slug, entry.title)
    assert {kind for kind in reel.site.kinds if kind.kind.address} <= TELLINGS.keys()


def test_sections_have_names_of_their_own_and_say_something(reel, fictif) -> None:
    for teller in (reel, fictif):
        for entry in teller.site.everything():
            sections = telling_of(teller, entry).sections
            names = [one.name for one in sections]
            assert len(set(names)) == len(names), entry.key
            assert all(names), entry.key
            assert all(one.blocks for one in sections), entry.key


def test_a_site_without_entries_is_still_told(mini) -> None:
    bare = Teller(type(mini.site)({"reseau": mini.site.networks}, mini.site.kinds, mini.site.today))
    view = reseau(bare, mini.site.networks[0])
    assert [line.figure for line in view.contents if line.address == "#maisons"] == ["0"]
    assert view.section("actions") is None
