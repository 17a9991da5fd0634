"""What the search reads of a view: the words of the entry itself, and nothing of the others."""

from typing import get_type_hints

import pytest

from filquartiers.model.fields import Prose
from filquartiers.model.kinds import Charte, Evenement, Fiche, Maison, Objectifs, Pacte
from filquartiers.model.kinds.maison import Personne
from filquartiers.prose import plain
from filquartiers.telling.blocks import Balance, Block, Links, More, Opening
from filquartiers.telling.items import ComingDates, HouseCards, SheetCards
from filquartiers.telling.kinds import telling_of
from filquartiers.telling.views import EntryView
from filquartiers.telling.walk import SPOKEN, words_of

SILENT = {
    SheetCards: "the cards of other entries",
    HouseCards: "the same",
    ComingDates: "the same, of events",
    Links: "the names of other entries",
    More: "a way on",
    Opening: "hours, which nobody looks for by their words",
    Balance: "a sentence of ours",
}


def said(teller, entry) -> str:
    return " | ".join(words_of(telling_of(teller, entry)))


def test_each_block_speaks_or_is_silent_for_a_reason() -> None:
    blocks = {one.__name__ for one in Block.__subclasses__()}
    silent = {one.__name__ for one in SILENT}
    assert silent < blocks
    assert {one.__name__ for one in SPOKEN if issubclass(one, Block)} == blocks - silent
    for one, names in SPOKEN.items():
        assert set(names) <= get_type_hints(one).keys(), one
    views = {one.__name__ for one in EntryView.__subclasses__()}
    assert views - {one.__name__ for one in SPOKEN} == {"EventView"}, "an event says what any entry says"


def test_all_that_is_typed_at_length_is_read(fictif, reel) -> None:
    for teller in (fictif, reel):
        for entry in teller.site.everything():
            if teller.addresses.of(entry) is None:
                continue
            read = said(teller, entry)
            for name in type(entry).model_fields:
                value = getattr(entry, name)
                if isinstance(value, Prose):
                    assert plain(value.text) in read, (entry.key, name)


@pytest.mark.parametrize("kind", [Maison, Pacte, Fiche, Evenement, Charte, Objectifs])
def test_labels_of_ours_are_not_read(fictif, kind) -> None:
    for entry in fictif.site.of(kind):
        read = said(fictif, entry)
        for ours in (
            "Ce qui est envisagé",
            "Les moyens",
            "Bon à savoir",
            "Prix",
            "Fiche relue",
        ):
            assert ours not in read.split(" | "), entry.key


def test_a_house_is_read_without_its_neighbours_team_sheets_and_pacts(fictif) -> None:
    house = fictif.site.of(Maison)[0].model_copy(
        update={"equipe": (Personne(nom="Camille Dupré", accord=True),)}
    )
    read = said(fictif, house)
    assert house.adresse in read
    assert house.telephones[0] in read
    assert "Camille" not in read
    for other in (
        *fictif.site.of(Maison)[1:],
        *fictif.site.citing(house, Fiche),
        *fictif.site.citing(house, Pacte),
    ):
        assert other.title not in read.split(" | ")


def test_a_sheet_is_read_without_its_doubts_and_sources(fictif) -> None:
    sheet = fictif.site.of(Fiche)[0].model_copy(
        update={"contradictions": ("Deux sommes se contredisent",), "source": "Un carnet bleu"}
    )
    read = said(fictif, sheet)
    assert "contredisent" not in read
    assert "carnet" not in read
    assert all(house.title in read for house in sheet.maisons)


def test_an_event_is_read_with_its_theme_and_its_place_and_without_how_to_reach_the_house(fictif) -> None:
    for event in fictif.site.of(Evenement):
        read = said(fictif, event)
        assert (event.theme or "") in read
        for house in event.maisons:
            assert house.title in read
            assert not house.acces or plain(house.acces.text) not in read
            assert not set(house.telephones) & set(read.split(" | "))


def test_a_tree_is_read_to_its_leaves(reel) -> None:
    (tree,) = reel.site.of(Objectifs)
    read = said(reel, tree).split(" | ")
    for line in (*tree.finalites, *tree.objectifs, *tree.actions, *tree.exemples):
        assert read.count(line.texte) == 1
