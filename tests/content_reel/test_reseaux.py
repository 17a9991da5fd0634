"""Facts of the networks, houses, pact, charter and tree, against tables copied from the documents.

The tables are the second reading of the documents: they share nothing with ``content/``.
"""

import pytest

from filquartiers.content import Loaded
from filquartiers.model.agenda.dates import PartialDate
from filquartiers.model.kinds import Charte, Evenement, Maison, Objectifs, Pacte, Reseau
from filquartiers.model.site import Site

HOUSES = (
    ("Avalix-Nord", "3 Rue du Dr A. Calmette", "0240709592"),
    ("Bouletterie-Richarderie", "29 Rue des Frênes", "0240703522"),
    ("Chesnaie-Trébale", "1 Rue des Ajoncs", "0228559990"),
    ("Immaculée-Beauregard", "92 route du Château de Beauregard", "0251101120"),
    ("Kerlédé", "70 Rue Ferdinand Buisson", "0240535000"),
    ("Méan-Penhoët", "1 Rue Emile Combes", "0619641679"),
)

AXES = (
    "Prévenir l'isolement social et encourager les solidarités",
    "Accompagner le vieillissement de la population",
    "Lutter contre le mal-logement",
    "Agir contre la grande précarité",
)

# Weekday (0 = Monday), day and hours of each cell, row by row, as the two printed tables give them.
WORKSHOPS = (
    (
        (
            (3, "06/04", "09:00-12:00"),
            (3, "06/04", "09:00-12:00"),
            (3, "06/04", "14:00-17:00"),
            (3, "06/04", "14:00-17:00"),
        ),
        (
            (2, "03/05", "09:00-12:00"),
            (2, "03/05", "14:00-17:00"),
            (3, "04/05", "09:00-12:00"),
            (3, "04/05", "14:00-17:00"),
        ),
    ),
    (
        (
            (4, "19/05", "18:30-21:30"),
            (4, "19/05", "15:00-18:00"),
            (5, "20/05", "10:00-13:00"),
            (5, "20/05", "14:00-17:00"),
        ),
        (
            (4, "09/06", "18:30-21:30"),
            (4, "09/06", "15:00-18:00"),
            (5, "10/06", "10:00-13:00"),
            (5, "10/06", "14:00-17:00"),
        ),
    ),
)


def network(site: Site, slug: str) -> Reseau:
    return next(one for one in site.networks if one.slug == slug)


def test_everything_is_read(loaded: Loaded) -> None:
    assert loaded.problems == ()


def test_the_six_houses_of_saint_nazaire(site: Site) -> None:
    houses = [house for house in site.of(Maison) if house.reseau.slug == "saint-nazaire"]
    found = tuple((house.nom, house.adresse, *house.telephones) for house in houses)
    assert found == HOUSES
    assert [house.ordre for house in houses] == [1, 2, 3, 4, 5, 6]


def test_the_three_houses_of_romans_keep_the_names_that_nobody_gave(site: Site) -> None:
    houses = [house for house in site.of(Maison) if house.reseau.slug == "romans"]
    assert [house.nom for house in houses] == [None, None, None]
    assert [house.adresse for house in houses] == [None, None, None]
    assert sum("prioritaire" in (house.quartier or "") for house in houses) == 2
    assert sum("résidentiel" in (house.quartier or "") for house in houses) == 1


def test_no_house_names_anyone(site: Site) -> None:
    assert not [person for house in site.of(Maison) for person in house.equipe]


def test_both_networks_are_demonstrations(site: Site) -> None:
    assert [(one.slug, one.demonstration) for one in site.networks] == [
        ("saint-nazaire", True),
        ("romans", True),
    ]


def test_the_timeline_of_the_pacts(site: Site) -> None:
    expected = [(PartialDate(2020), False), (PartialDate(2022), False), (PartialDate(2026), True)]
    (pact,) = site.of(Pacte)
    for moments in (pact.reperes, network(site, "saint-nazaire").reperes):
        assert [(moment.date, moment.prevu) for moment in moments] == expected


def test_the_pact_holds_what_the_leaflet_says_and_no_more(site: Site) -> None:
    (pact,) = site.of(Pacte)
    assert len(pact.maisons) == len(HOUSES)
    assert len(pact.thematiques) == 5
    assert len(pact.traits) == 4
    assert len(pact.perspectives) == 3
    assert pact.cadre
    assert pact.accord
    # The leaflet shows these as drawings, or does not give them.
    assert [pact.signataires, pact.principes, pact.valeurs] == [(), (), ()]
    assert pact.signature is pact.echeance is None


def test_the_axes_of_the_charter(site: Site) -> None:
    (charter,) = site.of(Charte)
    assert charter.axes == AXES
    assert len(charter.angles) == 2
    assert len(charter.raisons) == 4


@pytest.mark.parametrize("series", [0, 1])
def test_the_workshop_tables(site: Site, series: int) -> None:
    (charter,) = site.of(Charte)
    workshop = charter.ateliers[series]
    assert workshop.lieu == "Agora"
    for axis in range(4):
        cells = [
            (
                cell.date.weekday(),
                f"{cell.date:%d/%m}",
                f"{cell.horaire.start:%H:%M}-{cell.horaire.end:%H:%M}",
            )
            for cell in workshop.at(axis + 1)
        ]
        assert cells == [row[axis] for row in WORKSHOPS[series]]
        assert {cell.date.year for cell in workshop.at(axis + 1)} == {2017}


def test_the_sixteen_workshops_are_in_the_calendar(site: Site) -> None:
    workshops = [event for event in site.of(Evenement) if event.lieu == "Agora"]
    assert len(workshops) == 16


def test_the_principles_of_the_charter(site: Site) -> None:
    (charter,) = site.of(Charte)
    found = [(principle.titre, len(principle.engagements)) for principle in charter.principes]
    assert found == [("Le respect des personnes", 2), ("La transparence", 2), ("La distanciation", 3)]
    assert any("Missions Publiques" in promise for one in charter.principes for promise in one.engagements)


def test_the_tree_of_romans(site: Site) -> None:
    (tree,) = site.of(Objectifs)
    counts = tuple(len(lines) for lines in (tree.finalites, tree.objectifs, tree.actions, tree.exemples))
    assert counts == (2, 9, 17, 13)
    assert len(set(tree.codes)) == 2 + 9 + 17


def test_the_tree_says_no_link_that_the_drawing_lost(site: Site) -> None:
    (tree,) = site.of(Objectifs)
    assert not any(objective.finalites for objective in tree.objectifs)
    assert not any(action.objectifs for action in tree.actions)
    assert {action.nouvelle for action in tree.actions} == {None}
    assert {example.action for example in tree.exemples} == {None}
    assert tree.note


def test_the_figures_of_romans(site: Site) -> None:
    found = [(figure.valeur, figure.date) for figure in network(site, "romans").chiffres]
    year = PartialDate(2018)  # only the agreement is dated
    values = ("3", "1", "plus de 80", "24", "plus de 90", "3")
    assert found == [(value, year if value == "1" else None) for value in values]
