"""Each way of typing a value, and what becomes of its lines: the signs of the value change, no others."""

import unicodedata

import pytest

from filquartiers.editing import NotEditable, open_text
from filquartiers.model.kinds import Evenement, Maison

NFD = "NFD"
BUS = "acces: |\n  Bus 3\n\n  Métro\nnom: X\n"
FOLDED = "acces: >-\n    Bus 3\n    et 4\n"


def edited(text: str, path, value, *, encoding: str = "utf-8") -> str:
    opened = open_text("content/maisons/x.md", text.encode(encoding), Maison)
    data = opened.changed(0, {path: value})
    text = opened.reopened(data).text
    assert text is not None
    return text.text


@pytest.mark.parametrize(
    ("typed", "path", "value", "wanted"),
    [
        # indents and dashes as they were typed
        ("horaires:\n\tlundi: 9h-12h\n", ("horaires", "lundi"), "10h-12h", "horaires:\n\tlundi: 10h-12h\n"),
        ("horaires:\n\tlundi: 9h\n", ("horaires", "mardi"), "10h", "horaires:\n\tlundi: 9h\n\tmardi: 10h\n"),
        (
            "horaires:\n\u00a0\u00a0lundi: 9h\n",
            ("horaires", "mardi"),
            "10h",
            "horaires:\n\u00a0\u00a0lundi: 9h\n\u00a0\u00a0mardi: 10h\n",
        ),
        ("langues:\n  -un\n  -deux\n", ("langues", 1), "trois", "langues:\n  -un\n  -trois\n"),
        ("langues:\n- un\n\n# c\n- deux\n", ("langues", 1), None, "langues:\n- un\n\n# c\n"),
        ("langues:\n- un\n\n# c\n- deux\n", ("langues", 2), "x", "langues:\n- un\n\n# c\n- deux\n- x\n"),
        ("langues:\n- un\n# c\n- deux\n", ("langues",), ["x", "deux"], "langues:\n- x\n# c\n- deux\n"),
        ("langues:\n  - un\n", ("langues", 1), "deux", "langues:\n  - un\n  - deux\n"),
        ("langues: un # c\n", ("langues", 1), "deux", "langues:  # c\n  - un\n  - deux\n"),
        ("langues: un # c\n", ("langues",), ["un"], "langues: un # c\n"),
        ("langues: un # c\n", ("langues",), ["deux"], "langues: deux # c\n"),
        # between brackets
        ("langues: [un, deux] # c\n", ("langues", 2), "a, b", "langues: [un, deux, 'a, b'] # c\n"),
        ("langues: [un, deux] # c\n", ("langues", 0), None, "langues: [deux] # c\n"),
        ("langues: [un, deux] # c\n", ("langues", 1), None, "langues: [un] # c\n"),
        ("langues: [un,\n  deux]\n", ("langues", 2), "trois", "langues: [un,\n  deux, trois]\n"),
        ("position: {latitude: '4,5'}\n", ("position", "latitude"), "6", "position: {latitude: '6'}\n"),
        (
            "position: {latitude: 45}\n",
            ("position", "longitude"),
            "46 est",
            "position: {latitude: 45, longitude: 46 est}\n",
        ),
        # quotes
        ("nom: “Le Phare”  # c\n", ("nom",), "Le Bac", "nom: Le Bac  # c\n"),
        ("nom: Phare : nord\n", ("nom",), "Le Bac", "nom: Le Bac\n"),
        ("nom: Le Phare # c\n", ("nom",), "Phare : nord", "nom: 'Phare : nord' # c\n"),
        ("nom: 'Le Phare' # c\n", ("nom",), "L'Amer", "nom: 'L''Amer' # c\n"),
        ('nom: "Le Phare" # c\n', ("nom",), "L'Amer", 'nom: "L\'Amer" # c\n'),
        ('nom: "Le Phare" # c\n', ("nom",), 'dit "x"', 'nom: dit "x" # c\n'),
        ("nom:Phare\n", ("nom",), "Le Bac", "nom:Le Bac\n"),
        ("nom:Phare\n", ("nom",), None, ""),
        ('"nom": x\n', ("nom",), "y", '"nom": y\n'),
        ("Nom : x\n", ("nom",), "y", "Nom : y\n"),
        # nothing yet
        ("nom:\n", ("nom",), "y", "nom: y\n"),
        ("nom:   # le nom\n", ("nom",), "y", "nom: y   # le nom\n"),
        ("nom: ~\n", ("nom",), "y", "nom: y\n"),
        ("nom: x # c\n", ("nom",), None, "nom:  # c\n"),
        # several lines
        (BUS, ("acces",), "Bus 4\n\nMétro\nTram", BUS.replace("3", "4").replace("Métro", "Métro\n  Tram")),
        ("acces: | # c\n  Bus\n", ("acces",), "Tram", "acces: | # c\n  Tram\n"),
        (FOLDED, ("acces",), "Bus 4", "acces: >-\n    Bus 4\n"),
        (FOLDED, ("acces",), "Bus\n\nMétro", "acces: |\n  Bus\n\n  Métro\n"),
        ("adresse: 3 rue\n  haute # c\nnom: X\n", ("adresse",), "4", "adresse: '4' # c\nnom: X\n"),
        # signs that editors do not see
        ("nom: x\u200b y\n", ("nom",), "z", "nom: z\n"),
        ("nom: x\t\t# c\n", ("nom",), "z", "nom: z\t\t# c\n"),
        (
            unicodedata.normalize(NFD, "équipe:\n- nom: Été # là\n"),
            ("equipe", 0, "nom"),
            "z",
            unicodedata.normalize(NFD, "équipe:\n- nom: z # là\n"),
        ),
    ],
)
def test_the_value_only(typed, path, value, wanted):
    around = "---\nreseau: x\n", "# fin\ninconnu: y\n---\n\nTexte\n"
    assert edited(typed.join(around), path, value) == wanted.join(around)


@pytest.mark.parametrize(
    ("typed", "path", "value", "wanted"),
    [
        ("Bonjour\n", ("nom",), "x", "---\nnom: x\n---\n\nBonjour\n"),
        ("# Le Phare #\n\nBonjour\n", ("nom",), "Le Bac", "# Le Bac #\n\nBonjour\n"),
        ("---\n---\nBonjour", ("nom",), "x", "---\nnom: x\n---\nBonjour"),
        ("---\n\n---\nBonjour", ("nom",), "x", "---\nnom: x\n\n---\nBonjour"),
        ("---\nnom: x\n---", ("acces",), "Bus", "---\nnom: x\n---\n\n## Accès\n\nBus"),
        ("---\nnom: x\n---", ("corps",), "Bus", "---\nnom: x\n---\n\nBus"),
        (
            "---\nnom: x\n---\n\n## Accès\n\nBus\n",
            ("corps",),
            "Bonjour",
            "---\nnom: x\n---\n\nBonjour\n\n## Accès\n\nBus\n",
        ),
        (
            "---\nnom: x\n---\nAvant\n## Autre\nBus\n## Accès\n\n\n",
            ("acces",),
            "Tram",
            "---\nnom: x\n---\nAvant\n## Autre\nBus\n## Accès\n\nTram\n\n\n",
        ),
        (
            "---\nnom: x\n---\nAvant\n## Autre\nBus\n\n## Accès\nTram\n\n\n## Fin\nfin\n",
            ("corps",),
            "Avant\n\n## Autre\n\nBus 3\n\n## Fin\n\nfinir",
            "---\nnom: x\n---\nAvant\n## Autre\nBus 3\n\n## Accès\nTram\n\n\n## Fin\nfinir\n",
        ),
        (
            "---\nnom: x\n---\n\n## Accès\n\nBus  \net\r\ntram\n",
            ("acces",),
            "Bus  \net\nle tram",
            "---\nnom: x\n---\n\n## Accès\n\nBus  \net\r\nle tram\n",
        ),
        (
            "---\nnom: x\n---\n\n## Accès\n\nBus\n",
            ("acces",),
            "Bus\n## Équipe\ntram",
            "---\nnom: x\n---\n\n## Accès\n\nBus\n### Équipe\ntram\n",
        ),
    ],
)
def test_texts_below_the_header(typed, path, value, wanted):
    assert edited(typed, path, value) == wanted


EVENTS = "# Été\n- titre: a # t\n  maison: b\n# bal\n-\n  titre: c\n"


@pytest.mark.parametrize(
    ("index", "path", "value", "before", "after"),
    [
        (0, ("titre",), "b", "a # t", "b # t"),
        (0, ("titre",), None, "- titre: a # t\n  maison: b", "  # t\n- maison: b"),
        (1, ("titre",), "d", "titre: c", "titre: d"),
        (1, ("lieu",), "d", "titre: c\n", "titre: c\n  lieu: d\n"),
        (0, ("lieu",), "d", "maison: b\n", "maison: b\n  lieu: d\n"),
        (0, ("corps",), "d\n\n- e", "maison: b\n", "maison: b\n  corps: |\n    d\n\n    - e\n"),
        (
            0,
            ("reporte",),
            [{"du": "5 mai", "au": "6 mai"}],
            "maison: b\n",
            "maison: b\n  reporte:\n    - du: 5 mai\n      au: 6 mai\n",
        ),
    ],
)
def test_events_of_a_list(index, path, value, before, after):
    opened = open_text("content/calendrier/ete.yaml", EVENTS.encode(), Evenement)
    assert EVENTS.count(before) == 1
    assert opened.changed(index, {path: value}).decode() == EVENTS.replace(before, after)


@pytest.mark.parametrize(
    ("encoding", "value", "wanted"),
    [
        ("cp1252", "Œuvre à 2 €", "cp1252"),
        ("cp1252", "日本", "utf-8"),
        ("utf-16", "日本 🎉", "utf-16"),
        ("utf-8-sig", "日本 🎉", "utf-8-sig"),
    ],
)
def test_the_encoding_stays_while_it_can(encoding, value, wanted):
    text = "---\r\nnom: Été\r\nreseau: x\r\n---\r\n"
    opened = open_text("content/maisons/x.md", text.encode(encoding), Maison)
    data = opened.changed(0, {("nom",): value})
    assert data == text.replace("Été", value).encode(wanted)
    assert bool(opened.told_of(data)) == (encoding != wanted)


def test_what_the_encoding_would_misread_becomes_utf_8():
    """« Ã© » in Windows-1252 is « é » in UTF-8."""
    opened = open_text("content/maisons/x.md", "---\nnom: é\nreseau: x\n---\n".encode("cp1252"), Maison)
    data = opened.changed(0, {("nom",): "Ã©"})
    assert opened.reopened(data).entries[0].values["nom"] == "Ã©"


def test_comments_inside_a_list_are_worth_more_than_an_edit():
    text = "---\nreseau: x\nlangues: [un, # le premier\n  deux]\n---\n"
    opened = open_text("content/maisons/x.md", text.encode(), Maison)
    with pytest.raises(NotEditable, match="modification-incertaine") as told:
        opened.changed(0, {("langues",): {"a": "b"}})
    assert told.value.problem.where.line == 3


def test_an_unknown_field_is_a_fault_of_ours():
    opened = open_text("content/maisons/x.md", b"---\nnom: x\n---\n", Maison)
    with pytest.raises(KeyError):
        opened.changed(0, {("titre",): "x"})
    with pytest.raises(KeyError):
        opened.changed(0, {("equipe",): [{"prenom": "x"}]})
