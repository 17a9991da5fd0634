"""What makes a wrong edit impossible: the file is read again, and all else must be as it was."""

import pytest

from filquartiers.editing import NotEditable, change, open_text
from filquartiers.editing.lines import opcodes
from filquartiers.editing.steps import EditStep
from filquartiers.model.kinds import Evenement, Maison

TWO = "- titre: a\n  inconnu: x\n- titre: b\n"
SUMMER = "content/calendrier/ete.yaml"


@pytest.mark.parametrize(
    ("after", "is_proven"),
    [
        (TWO.replace("titre: a", "titre: z"), True),
        (TWO.replace("titre: a", "titre: z").replace("inconnu: x", "inconnu: y"), False),
        (TWO.replace("titre: a", "titre: z").replace("  inconnu: x\n", ""), False),
        (TWO.replace("titre: a", "titre: z").replace("titre: b", "titre: c"), False),
        (TWO.replace("titre: a", "titre: z") + "- texte\n", False),
        (TWO.replace("titre: a", "titre: z") + "- titre: c\n", False),
        (TWO, False),
    ],
)
def test_nothing_else_may_change(after, is_proven):
    before = open_text(SUMMER, TWO.encode(), Evenement)
    step = EditStep(("titre",), "z")
    assert change._is_proven(before, before.reopened(after.encode()), 0, step) is is_proven


def house(text: str):
    return open_text("content/maisons/x.md", text.encode(), Maison)


def test_an_unknown_key_is_not_taken_away_with_its_group():
    opened = house("---\nreseau: x\nposition:\n  latitude: 4\n  altitude: 3\n---\n")
    assert opened.entries[0].ignored == (("altitude", "3"),)
    with pytest.raises(NotEditable):
        opened.changed(0, {("position",): None})


def test_a_section_of_a_field_filled_elsewhere_is_ignored_and_stays():
    opened = house("---\nreseau: x\nacces: Bus\n---\n\n## Accès\n\nTram\n")
    assert opened.entries[0].ignored == (("Accès", "Tram"),)
    assert opened.changed(0, {("acces",): "Car"}).decode().endswith("acces: Car\n---\n\n## Accès\n\nTram\n")


@pytest.mark.parametrize(
    ("typed", "changes", "wanted"),
    [
        # paths are those of the file as it is, whatever goes
        (
            "langues:\n- un\n- deux\n- trois\n",
            {("langues", 0): None, ("langues", 2): "quatre"},
            "langues:\n- deux\n- quatre\n",
        ),
        ("langues:\n- ''\n- un\n", {("langues", 0): "deux"}, "langues:\n- ''\n- deux\n"),
        # below a key only is « quartier:X » understood
        (
            "nom: x\nquartier:Le Port\n",
            {("langues",): ["a", "b"]},
            "nom: x\nquartier:Le Port\nlangues:\n  - a\n  - b\n",
        ),
        (
            "ordre: 1\nquartier:Le Port\n",
            {("sigle",): ["a", "b"]},
            "ordre: 1\nquartier:Le Port\nsigle:\n  - a\n  - b\n",
        ),
        # a comment that is no proposal of ours stays, the value comes after it
        (
            "nom: x\n# adresse: 8 rue (avant)\n",
            {("adresse",): "9 rue"},
            "nom: x\n# adresse: 8 rue (avant)\nadresse: 9 rue\n",
        ),
        # groups between brackets are written afresh
        ("equipe: [{nom: a}]\n", {("equipe", 1): {"nom": "b"}}, "equipe:\n  - nom: a\n  - nom: b\n"),
    ],
)
def test_several_ways_at_once(typed, changes, wanted):
    around = "---\nreseau: x\n", "---\n"
    assert house(typed.join(around)).changed(0, changes).decode() == wanted.join(around)


@pytest.mark.parametrize(
    ("typed", "value", "wanted"),
    [
        # a text that loses its heading would join the section above
        ("## Accès\n\nBus\n\n## Autre\n\nx\n", "seul", "\nseul\n\n## Accès\n\nBus\n\n\n"),
        # a blank line between two pieces is the reader's own
        ("## Un\nx\n", "> y\n\n## Un\n\nx", "> y\n\n## Un\nx\n"),
        ("## Un\nx\n", "> y\n\n    z", "> y\n\n    z\n"),
    ],
)
def test_pieces_of_the_free_text(typed, value, wanted):
    head = "---\nreseau: x\n---\n"
    assert house(head + typed).changed(0, {("corps",): value}).decode() == head + wanted


def test_the_end_of_the_file_stays_as_it_is():
    opened = open_text(SUMMER, b"- titre: a\n- titre: b", Evenement)
    assert opened.removed(1) == b"- titre: a"
    assert opened.removed(0) == b"- titre: b"
    assert opened.changed(1, {("lieu",): "x"}) == b"- titre: a\n- titre: b\n  lieu: x"


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("abc", "abc", []),
        ("abc", "abxc", [("insert", 2, 2, 2, 3)]),
        ("aac", "ac", [("delete", 1, 2, 1, 1)]),
        ("abc", "xbz", [("replace", 0, 1, 0, 1), ("replace", 2, 3, 2, 3)]),
        ("", "a", [("insert", 0, 0, 0, 1)]),
    ],
)
def test_what_differs_is_told_part_by_part(old, new, codes):
    assert opcodes(list(old), list(new)) == codes


def test_long_texts_that_have_little_in_common_take_no_time():
    old, new = ["a", *(["", "x"] * 5000), "b"], ["a", *(["", "y"] * 5000), "b"]
    assert opcodes(old, new) == [("replace", 2, 10001, 2, 10001)]


PHONES = "---\nreseau: x\ntelephone: 02 61 91 00 01\nportable: 06 00 00 00 01\n---\n"


@pytest.mark.skipif(
    not isinstance(house(PHONES).entries[0].values["telephones"], tuple), reason="the reader gathers no keys"
)
@pytest.mark.parametrize(
    ("index", "value", "before", "after"),
    [
        (0, "02 3", "telephone: 02 61 91 00 01", "telephone: 02 3"),
        (1, "06 3", "portable: 06 00 00 00 01", "portable: 06 3"),
        (1, None, "portable: 06 00 00 00 01\n", ""),
        (2, "06 3", "portable: 06 00 00 00 01", "portable:\n  - 06 00 00 00 01\n  - 06 3"),
    ],
)
def test_several_keys_that_make_one_list(index, value, before, after):
    data = house(PHONES).changed(0, {("telephones", index): value})
    assert data.decode() == PHONES.replace(before, after)
