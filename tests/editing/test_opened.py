"""A file taken apart and put together again is the same, to the byte, whatever it holds."""

from pathlib import Path

import pytest

from filquartiers.editing import NotEditable, open_text
from filquartiers.model.kinds import KINDS, Evenement, Maison

ROOT = Path(__file__).parents[2]
BY_FOLDER = {kind.kind.folder: kind for kind in KINDS}

MAISON = """---
# Une maison.
nom: Le Phare   # le nom
telephone: 02 61 91 00 01
horaires:
  lundi: 9h-12h
  # le soir
  mardi: 'fermé'
inconnue: x
---

Bienvenue.

## Accès

Bus 3,␣␣
arrêt Phare.
""".replace("␣", " ")


def house(text=MAISON):
    return open_text("content/maisons/phare.md", text.encode(), Maison)


def changed(path, value, text=MAISON):
    return house(text).changed(0, {path: value}).decode()


def test_what_was_typed_is_told_with_its_lines():
    typed = house().entries[0].typed
    assert typed["nom"].value == "Le Phare"
    assert typed["nom"].lines == ("nom: Le Phare   # le nom",)
    assert typed["telephones"].value == "02 61 91 00 01"
    assert typed["horaires"].value == {"lundi": "9h-12h", "mardi": "fermé"}
    assert (typed["horaires"].first, typed["horaires"].last) == (5, 8)
    assert typed["acces"].value == "Bus 3,  \narrêt Phare."
    assert typed["corps"].value == "Bienvenue."


@pytest.mark.parametrize(
    ("path", "value", "before", "after"),
    [
        (("nom",), "Le Grand Phare", "nom: Le Phare   # le nom", "nom: Le Grand Phare   # le nom"),
        (("nom",), "Phare : nord", "nom: Le Phare ", "nom: 'Phare : nord' "),
        (("horaires", "mardi"), "l’été", "'fermé'", "'l’été'"),
        (("horaires", "jeudi"), "9h-12h", "  mardi: 'fermé'\n", "  mardi: 'fermé'\n  jeudi: 9h-12h\n"),
        (("horaires", "lundi"), None, "  lundi: 9h-12h\n", ""),
        (
            ("telephones", 1),
            "02 61 91 00 02",
            ": 02 61 91 00 01\n",
            ":\n  - 02 61 91 00 01\n  - 02 61 91 00 02\n",
        ),
        (("acces",), "Bus 3,  \narrêt du Phare.", "arrêt Phare", "arrêt du Phare"),
        (("adresse",), "3 quai", "telephone:", "adresse: 3 quai\ntelephone:"),
        (("corps",), "Bonjour\n\nà tous.", "Bienvenue.", "Bonjour\n\nà tous."),
        (("corps",), "", "Bienvenue.\n", ""),
    ],
)
def test_only_the_value_changes(path, value, before, after):
    assert MAISON.count(before) == 1
    assert changed(path, value) == MAISON.replace(before, after)


def test_an_event_is_added_and_removed():
    text = "# Été\n\n-   titre: Bal\n    date: 6 avril 2027\n"
    opened = open_text("content/calendrier/ete.yaml", text.encode(), Evenement)
    more = opened.added({"titre": "Fête : le jardin", "debut": "7 avril 2027"})
    assert more.decode() == text + "\n-   titre: 'Fête : le jardin'\n    debut: 7 avril 2027\n"
    assert (
        opened.reopened(more).removed(0).decode()
        == "# Été\n\n-   titre: 'Fête : le jardin'\n    debut: 7 avril 2027\n"
    )
    with pytest.raises(NotEditable, match="seul-du-fichier"):
        opened.removed(0)


def test_a_proposal_of_the_template_gives_way():
    opened = open_text(
        "content/maisons/x.md", b"---\nreseau: x\n\n# Num\xc3\xa9ro et rue.\n# adresse: 1 rue\n---\n", Maison
    )
    assert (
        opened.changed(0, {("adresse",): "3 quai"})
        .decode()
        .endswith("# Numéro et rue.\nadresse: 3 quai\n---\n")
    )


def test_every_file_of_content_stays_as_it_is():
    files = [file for file in sorted((ROOT / "content").rglob("*")) if file.suffix in {".md", ".yaml"}]
    assert len(files) > 30
    for file in files:
        data = file.read_bytes()
        opened = open_text(file.relative_to(ROOT).as_posix(), data, BY_FOLDER[file.parent.name])
        for index, entry in enumerate(opened.entries):
            assert opened.changed(index, {(name,): value for name, value in entry.values.items()}) == data


NEW = {"titre": "Bal", "public": ["x", "y"], "corps": "a\n\nb"}


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("", "- titre: Bal\n  public:\n    - x\n    - y\n  corps: |\n    a\n\n    b\n"),
        ("# rien\n", "# rien\n\n- titre: Bal\n  public:\n    - x\n    - y\n  corps: |\n    a\n\n    b\n"),
        (
            "  - titre: a\r\n  - titre: b\r\n",
            (
                "  - titre: a\r\n  - titre: b\r\n  - titre: Bal\r\n    public:\r\n      - x\r\n      - y\r\n"
                "    corps: |\r\n      a\r\n\r\n      b\r\n"
            ),
        ),
        (
            "-   titre: a\n\n-   corps: |\n        x",
            (
                "-   titre: a\n\n-   corps: |\n        x\n\n-   titre: Bal\n    public:\n      - x\n"
                "      - y\n    corps: |\n      a\n\n      b"
            ),
        ),
    ],
)
def test_an_event_is_added_as_its_neighbours_are_written(typed, wanted):
    opened = open_text("content/calendrier/ete.yaml", typed.encode(), Evenement)
    data = opened.added(NEW)
    assert data.decode() == wanted
    assert [one.said for one in opened.reopened(data).entries[:-1]] == [one.said for one in opened.entries]


@pytest.mark.parametrize(
    "typed", ["titre: a\n", "[{titre: a}]\n", "- texte\n", "- titre: a\n...\n", "a: [\n"]
)
def test_what_is_no_plain_list_takes_no_event(typed):
    with pytest.raises(NotEditable, match="fichier-sans-liste"):
        open_text("content/calendrier/ete.yaml", typed.encode(), Evenement).added(NEW)


def test_nothing_is_no_event():
    with pytest.raises(NotEditable, match="rien-a-ajouter"):
        open_text("content/calendrier/ete.yaml", b"", Evenement).added({"titre": " "})
