"""Names of persons, found by what stands around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filquartiers.model import persons
from filquartiers.model.persons import contacts_in, people_addressed, people_named, titled_people


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


SIGNS = [
    "Mme ",
    "M. ",
    "Dr ",
    "Jean",
    "Marie",
    "-Claude",
    " Dupont",
    "avec ",
    "contactez\u00a0",
    "Élodie",
    "rue ",
]
SIGNS += ["06", " 12", ".34", "+33 6", "56", "7", "a.b", "@", "exemple.fr", "É", "é", "\n", ", ", "Docteur "]


@given(st.lists(st.sampled_from(SIGNS), max_size=12).map("".join))
def test_the_quick_looks_find_what_patterns_alone_would(text):
    def spans(found):
        return [one.span() for one in found]

    assert spans(contacts_in(text)) == spans(persons._CONTACT.finditer(text))
    for quick, starts, whole in (
        (titled_people, "_TITLE_STARTS", persons._TITLED),
        (people_addressed, "_NAME_STARTS", persons._FIRST_NAMES),
    ):
        tried = spans(persons._starting(getattr(persons, starts), whole, text))
        assert tried == spans(whole.finditer(text))
        assert set(spans(quick(text))) <= set(tried)
