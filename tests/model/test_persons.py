"""Names of persons, found by what stands around them."""

import pytest

from filquartiers.model.persons import people_named, titled_people


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("organisée par Cindy, animatrice Adultes-familles", ["Cindy"]),
        ("Mme Dupont et M. Le Goff", ["Mme Dupont", "M. Le Goff"]),
        ("la directrice Samia Ben a ouvert", ["Samia Ben"]),
        ("avec Sarah (bénévole)", ["Sarah"]),
        ("Marie-Claude et Ahmed viennent", ["Marie-Claude"]),  # a first name alone must be a common one
        ("à l'école Jean Jaurès, rue Pierre Curie, centre Georges Brassens", []),
        ("la responsable, pour le lien avec le bailleur", []),
        ("les habitants de Saint-Herblain et la Ville", []),
        ("conteuse professionnelle du Centre des Arts", []),
    ],
)
def test_names_of_persons(text, names):
    assert list(people_named(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Merci à Mme\u00a0Dupont, à M. Jean DURAND et au Dr Roux.", ["Dupont", "Jean DURAND", "Roux"]),
        ("Rendez-vous salle de Mme Dupont", ["Dupont"]),
        ("rue du Docteur Roux, quai Mme Curie", []),
        ("Cindy, animatrice, et Marie-Claude", []),
        ("madame la directrice", []),
    ],
)
def test_a_title_of_courtesy_is_a_sure_sign(text, names):
    assert [found["name"] for found in titled_people(text)] == names
