"""What the search finds; the script itself is played in the tests of the site."""

import pytest

from filquartiers.model.addresses import output_path
from filquartiers.render.search import index, indexed, note_of, stems
from filquartiers.telling.kinds import telling_of
from filquartiers.telling.page import searched_as
from filquartiers.telling.teller import Teller


@pytest.fixture(scope="module")
def made(port_clair):
    return index(Teller(port_clair))


def found(made, word):
    pages, words = made
    return [pages[number][0] for number in words.get(word, [])[::2]]


def test_every_page_but_past_events(made):
    assert [address for _, address, _, _ in made[0]] == [
        "",
        "maisons/le-phare/",
        "maisons/les-tilleuls/",
        "agenda/atelier-cuisine/",
        "agenda/cafe-des-voisins/",
        "agenda/fete-du-quartier/",
        "agenda/sortie-annulee/",
    ]


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("cuisin", "Atelier cuisine"),
        ("phar", "Le Phare"),
        ("mouet", "Le Phare"),
        ("fet", "Fête du quartier"),
        ("mang", "Atelier cuisine"),
    ],
)
def test_words_are_found_by_their_stem(made, word, title):
    assert title in found(made, word)


def test_an_event_is_found_by_its_house(made):
    assert "Atelier cuisine" in found(made, "phar")


@pytest.mark.parametrize("word", ["les", "pour", "est", "avec"])
def test_common_words_are_left_out(made, word):
    assert found(made, word) == []


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("jardinage", ("jardinag",)),
        ("éducation", ("educ",)),
        ("animaux", ("animal", "animaux")),
        ("cœur", ("coeur",)),
    ],
)
def test_stems(word, expected):
    assert stems(word) == expected


def test_a_title_weighs_more_than_a_text(port_clair):
    teller = Teller(port_clair)
    house = next(entry for entry in port_clair.everything() if entry.slug == "le-phare")
    _, weights = indexed(searched_as(teller, house), "maisons/le-phare/", telling_of(teller, house))
    assert weights["phar"] > weights["mouet"]


def test_what_pages_noted_gives_the_same_index(port_clair):
    teller = Teller(port_clair)
    told = [(teller.addresses.of(entry), entry) for entry in port_clair.everything()]
    notes = {
        output_path(
            address
        ): f"measured\n{note_of(searched_as(teller, entry), address, telling_of(teller, entry))}"
        for address, entry in told[1::2]
        if address is not None
    }
    assert index(teller, notes) == index(teller)
    changed = {path: note.replace("Phare", "Feu") for path, note in notes.items()}
    assert index(teller, changed) != index(teller)  # they were read
