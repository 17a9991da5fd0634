"""A draft becomes an entry: what is read under which key, where it stands, and all that is told of it."""

import pytest

from filquartiers.content.naming import names_of
from filquartiers.model.kinds import KINDS, Fiche, Maison
from filquartiers.model.text import key_of
from filquartiers.problems import Gravity

HEADS = {"fiches/jardin.md": "titre: Jardin\n", "maisons/le-bac.md": "nom: Le Bac\nreseau: rives\n"}


def reading(read, file, text):
    return read({file: f"---\n{HEADS[file]}{text}\n---\n"})


# What is typed below the lines of HEADS, and what is told of it: code, line, column, length.
FAULTS = [
    ("fiches/jardin.md", "brouilon: oui", [("cle-a-corriger", 3, 1, 8)]),
    ("fiches/jardin.md", "rythme: a\nRYTHME: b", [("cle-double", 4, 1, 6)]),
    ("maisons/le-bac.md", "telephone: 0240703522\ntel: 0240703523", [("cle-double", 5, 1, 3)]),
    # All of them at once, those of the keys as those of the values
    (
        "fiches/jardin.md",
        "rythme: a\nrythme: b\nstatut: bof\nbidule: c",
        [("cle-double", 4, 1, 6), ("choix-inconnu", 5, 9, 3), ("cle-inconnue", 6, 1, 6)],
    ),
    # In a group, and in the groups of a list
    ("maisons/le-bac.md", "position:\n  latitud: 47\n  longitude: 2", [("cle-a-corriger", 5, 3, 7)]),
    (
        "maisons/le-bac.md",
        "position:\n  longitude: 2\nlatitude: 47",
        [("champ-manquant", 5, 3, 1), ("cle-inconnue", 6, 1, 8)],
    ),
    (
        "maisons/le-bac.md",
        "equipe:\n  - nom: A\n    jusquau: 31 juin 2027\n  -\n  - role: B\n    role: C",
        [("date-impossible", 6, 14, 12), ("champ-manquant", 8, 5, 1), ("cle-double", 9, 5, 4)],
    ),
    ("maisons/le-bac.md", "telephones:\n  -\n  - 0240703522\n  - 12", [("telephone-invalide", 7, 5, 2)]),
    # In a table of the editor's own words
    ("maisons/le-bac.md", "horaires:\n  lundi: 9h-12h\n  mardi: 99h", [("heure-impossible", 6, 10, 3)]),
    ("maisons/le-bac.md", "horaires:\n  lundi: 9h-12h\n  mardy: 9h-10h", [("jour-inconnu", 6, 3, 5)]),
    ("maisons/le-bac.md", "horaires:\n  lundi: 9h-12h\n  lundi: 14h", [("cle-double", 6, 3, 5)]),
    # A group where none stands: one cause, one message
    ("fiches/jardin.md", "resume:\n  a: b", [("texte-long-attendu", 4, 3, 1)]),
    ("fiches/jardin.md", "maisons:\n  - bidule: le-bac", [("reference-attendue", 4, 5, 1)]),
]


@pytest.mark.parametrize(("file", "text", "told"), FAULTS)
def test_what_is_wrong_is_told_where_it_stands_and_nothing_is_published(read, file, text, told):
    loaded = reading(read, file, text)
    places = [(one.code, one.where.line, one.where.column, one.where.length) for one in loaded.problems]
    assert places == told
    assert {one.where.file for one in loaded.problems} == {f"content/{file}"}
    assert f"content/{file}" not in {entry.origin.file for entry in loaded.site.everything()}


@pytest.mark.parametrize("text", ["titr: Jardin", "titre:\nTitr: Jardin"])
def test_a_mistyped_key_that_is_needed_is_told_once(read, text):
    (told,) = read({"fiches/jardin.md": f"---\n{text}\n---\n"}).problems
    assert (told.code, "« titre »" in told.hint) == ("cle-a-corriger", True)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("fiches/jardin.md", "couleurs: vert"),
        ("maisons/le-bac.md", "facebook: https://reseau.example/bac"),
        ("maisons/le-bac.md", "description: Une maison"),
        ("fiches/jardin.md", "contact: l’accueil"),
    ],
)
def test_a_key_that_nothing_reads_is_told_and_the_rest_is_published(read, file, text):
    loaded = reading(read, file, text)
    assert [(one.code, one.gravity) for one in loaded.problems] == [("cle-inconnue", Gravity.WARNING)]
    assert f"content/{file}" in {entry.origin.file for entry in loaded.site.everything()}


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("e-mail: a@b.example", "courriel", "a@b.example"),
        ("adresse mail: a@b.example", "courriel", "a@b.example"),
        ("Mél: a@b.example", "courriel", "a@b.example"),
        ("CP: 44600", "code_postal", "44600"),
        ("portable: 0240703522", "telephones", ("0240703522",)),
        ("telephone: 0240703522\nportable: 0612345678", "telephones", ("0240703522", "0612345678")),
        ("image: images/a.jpg", "photo", "images/a.jpg"),
        ("rue: 3 place du Bac", "adresse", "3 place du Bac"),
        ("site internet: bac.example", "site", "https://bac.example"),
    ],
)
def test_what_people_call_a_field(read, text, name, value):
    loaded = reading(read, "maisons/le-bac.md", text)
    assert loaded.problems == ()
    (house,) = loaded.site.entries["maison"]
    assert getattr(house, name) == value


def test_a_usual_word_never_hides_a_field_of_its_own():
    for kind in KINDS:
        guides = kind.fields()
        own = {
            key_of(word): guide.name for guide in guides for word in (guide.name, guide.label, *guide.aliases)
        }
        assert own.items() <= names_of(guides).items()


def test_a_mistyped_key_of_a_group_is_told_within_it(read):
    (told,) = reading(read, "maisons/le-bac.md", "position:\n  latitud: 47\n  longitude: 2").problems
    assert "dans « position »" in told.message
    assert "« latitude »" in told.hint


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("fiches/jardin.md", "rythme: a\nRYTHME: b", "« RYTHME » est donné deux fois : ici, et ligne 3."),
        (
            "maisons/le-bac.md",
            "telephone: 0240703522\ntel: 12",
            "« tel » est donné deux fois : ici, et ligne 4 (« telephone »).",
        ),
        (
            "maisons/le-bac.md",
            "horaires:\n  lundi: 9h\n  lundi: 14h",
            "« lundi » est donné deux fois : ici, et ligne 5.",
        ),
    ],
)
def test_a_field_given_twice_names_the_other_line_and_the_other_word(read, file, text, message):
    assert [one.message for one in reading(read, file, text).problems] == [message]


@pytest.mark.parametrize("text", ["", "---\n---\nTexte.\n", "Texte.\n"])
def test_a_file_without_fields_lacks_its_header(read, text):
    codes = [one.code for one in read({"fiches/jardin.md": text}).problems]
    assert codes == (["entete-absente"] if text else ["fichier-vide"])


def test_a_file_with_fields_lacks_but_those_it_lacks(read):
    (told,) = read({"fiches/jardin.md": "---\nrythme: le jeudi\n---\n"}).problems
    assert (told.code, told.where.line) == ("champ-manquant", 2)


def test_what_only_draws_attention_leaves_the_entry(read):
    loaded = read({"fiches/jardin.md": "---\ntitre: Jardin\n---\n\n## Résumés\n\nUn.\n"})
    assert [(one.code, one.gravity) for one in loaded.problems] == [("titre-proche", Gravity.NOTICE)]
    assert loaded.site.of(Fiche)[0].corps.text == "## Résumés\n\nUn."


def test_nothing_typed_is_nothing_said(read):
    text = "rythme: ~\nstatut:\nstructure: …\nmots_cles:\n  -\n  - Santé\n  - ~\n  - Emploi\n"
    loaded = reading(read, "fiches/jardin.md", text)
    (entry,) = loaded.site.of(Fiche)
    assert loaded.problems == ()
    assert (entry.rythme, entry.statut, entry.structure) == (None, None, "…")
    assert entry.mots_cles == ("Santé", "Emploi")
    lines = [entry.where(*path).line for path in (("mots_cles", 0), ("mots_cles", 1), ("mots_cles", 2))]
    assert lines == [8, 10, 7]  # there is no third keyword: the place is that of the list


def test_places_are_those_of_values_or_of_keys_without_one(read):
    loaded = reading(read, "fiches/jardin.md", "Rythme : le jeudi\nstatut:\nstructure:  ~")
    (entry,) = loaded.site.of(Fiche)
    columns = {name: entry.where(name).column for name in ("rythme", "statut", "structure")}
    assert columns == {"rythme": 10, "statut": 1, "structure": 1}
    assert (entry.origin.file, entry.where().file) == ("content/fiches/jardin.md",) * 2


def test_groups_lists_and_tables_hold_what_was_typed(read):
    text = (
        "position:\n  Latitude: 47,25\n  longitude: -2,2\n"
        "équipe:\n  - nom: Un\n    rôle: Accueil\n  - nom: Deux\n    accord: oui\n"
        "horaires:\n  lundi: 9h-12h\n  mardi au jeudi: fermé\n"
    )
    loaded = reading(read, "maisons/le-bac.md", text)
    (house,) = loaded.site.of(Maison)
    assert loaded.problems == ()
    assert (house.position.latitude, house.position.longitude) == (47.25, -2.2)
    assert [(one.nom, one.role, one.accord) for one in house.equipe] == [
        ("Un", "Accueil", False),
        ("Deux", None, True),
    ]
    assert [(one.nom, len(one.plages)) for one in house.horaires] == [
        ("lundi", 1),
        ("mardi", 0),
        ("mercredi", 0),
        ("jeudi", 0),
    ]
    assert house.where("equipe", 1, "accord").line == 11
    assert house.where("horaires", "lundi").column == 10


def test_a_lone_group_is_a_list_of_one(read):
    loaded = reading(read, "maisons/le-bac.md", "equipe:\n  nom: Un\n  role: Accueil")
    assert [one.role for one in loaded.site.of(Maison)[0].equipe] == ["Accueil"]
