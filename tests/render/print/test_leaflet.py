"""The three-panel leaflet: everything on its panel, or a message that says which one is too full."""

from dataclasses import replace

import pytest

from filquartiers.model.fields import Prose
from filquartiers.model.kinds import Maison, Pacte
from filquartiers.problems import Gravity
from filquartiers.render.print.products import Printer, leaflets

from .conftest import TODAY

MM = 72 / 25.4


def test_two_sides_of_a4_landscape(made, opened):
    pages = opened(made("depliant").screen).pages
    assert len(pages) == 2
    assert [float(side) for side in pages[0].mediabox[2:]] == pytest.approx([297 * MM, 210 * MM], abs=0.1)


def test_every_house_and_pact_is_there(edition, made, words):
    outside, inside = words(made("depliant").screen)
    for house in edition.site.of(Maison):
        assert house.title in outside
    for pact in edition.site.of(Pacte):
        assert pact.titre in inside


def _with_pacts(edition, catalogue, *pacts):
    """The leaflet of a network that has other pacts."""
    site = edition.site.__class__(
        entries={**edition.site.entries, "pacte": pacts}, kinds=edition.site.kinds, today=TODAY
    )
    (product,) = leaflets(Printer.of(replace(edition, site=site)), catalogue["depliant"].brochure)
    return product


def _one_pact(edition, catalogue, **changes):
    """The leaflet of a network whose only pact is changed."""
    return _with_pacts(edition, catalogue, edition.site.of(Pacte)[0].model_copy(update=changes))


@pytest.mark.parametrize(
    ("changes", "panel"),
    [
        ({"accord": Prose(text="Une phrase qui revient. " * 200)}, "le volet qui se replie"),
        ({"traits": ("Une caractéristique.",) * 40}, "le premier volet intérieur"),
        ({"thematiques": ("Un sujet choisi ensemble",) * 40}, "le deuxième volet intérieur"),
        ({"perspectives": ("Une perspective qui compte.",) * 40}, "le troisième volet intérieur"),
    ],
)
def test_a_text_too_long_is_told_with_its_panel(edition, catalogue, composer, changes, panel):
    (told,) = composer.compose(_one_pact(edition, catalogue, **changes), TODAY)
    assert told.code == "texte-trop-long"
    assert told.gravity is Gravity.ERROR
    assert panel in told.message
    assert "mm" in told.message
    assert told.where.file == "content/brochures/depliant.yaml"


def test_several_pacts_too_long_for_the_inside_are_told(edition, catalogue, composer):
    subjects = ("Un sujet choisi ensemble",) * 60
    pacts = (pact.model_copy(update={"thematiques": subjects}) for pact in edition.site.of(Pacte))
    (told,) = composer.compose(_with_pacts(edition, catalogue, *pacts), TODAY)
    assert "l’intérieur du dépliant" in told.message
