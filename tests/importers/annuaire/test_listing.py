"""Cutting a listing into records, and the records into parts."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filquartiers.importers.annuaire.departments import DEPARTMENTS, split_structure
from filquartiers.importers.annuaire.form import PARTS, TITLE, Shape
from filquartiers.importers.annuaire.listing import read_listing
from filquartiers.importers.annuaire.planning import plan_actions
from filquartiers.problems import Gravity

unhurried = settings(deadline=None)  # the machine may be busy

PRINTED = [part for part in PARTS[1:] if not part.optional]


def listing(title: str, texts: dict[str, str]) -> str:
    """A listing of one record, every label of the form in its order."""
    lines = ["Actions", title]
    for part in PARTS[1:]:
        if part.optional and part.name not in texts:
            continue
        lines.append(f"- {part.label}" if part.dashed else part.label)
        lines += [texts[part.name]] if texts.get(part.name) else []
    return "\n".join(lines)


FILLED = {
    "structure": "- Centre social Les Acacias - Creuse",
    "fichiers": "",
    "statut": "- En cours",
    "dimension": "- Citoyenneté",
    "mots_cles": "-\n- Emploi, économie",
    "initiative": "-\n- Le centre social",
    "territoire": "- Un quartier",
    "public": "- Adultes",
    "avec_qui": "-",
    "partenaires": "- Caf",
    "territoire_bis": "- Un quartier",
}
LOOK_ALIKE = st.sampled_from([f"- {part.label}" for part in PARTS[1:]] + [part.label for part in PARTS])
PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=30)


@pytest.mark.parametrize(
    "part", [part for part in PRINTED if part.shape is Shape.TEXT], ids=lambda part: part.name
)
@pytest.mark.parametrize("decoy", [part for part in PARTS[1:] if part.dashed], ids=lambda part: part.name)
def test_a_bullet_that_looks_like_a_label_stays_in_its_text(part, decoy):
    text = f"Nous parlons de :\n- {decoy.label}\net de la suite."
    (record,), _ = read_listing(listing("Titre", FILLED | {part.name: text}))
    if decoy is part or PARTS.index(decoy) == PARTS.index(part) + 1:
        # Twice the same label in a row: nothing but sense could tell which is the true one.
        assert record.missing == ()
    else:
        assert record.text(part.name) == text
        assert record.bullets("mots_cles") == ("Emploi, économie",)


@unhurried
@given(
    texts=st.dictionaries(
        st.sampled_from([part.name for part in PARTS if part.shape is Shape.TEXT]),
        st.lists(st.one_of(LOOK_ALIKE, PLAIN), max_size=6).map("\n".join),
    )
)
def test_every_line_has_a_part_and_only_labels_have_none(texts):
    text = listing("Titre", FILLED | texts)
    records, stray = read_listing(text)
    kept = [line.text for record in records for found in record.parts.values() for line in found]
    labels = [part.label for record in records for part in PARTS if part.name in record.parts]
    titles = [f"{TITLE.label} {record.title}" for record in records]
    assert words(*kept, *labels, *titles, *(line.text for line in stray)) >= words(text)


def words(*texts: str) -> Counter[str]:
    """Each word, and how often it stands."""
    return Counter(re.findall(r"\w+", " ".join(texts)))


@unhurried
@given(st.binary(max_size=2000))
def test_any_bytes_end_in_a_plan_or_a_message(data):
    plan = plan_actions("annuaire.txt", data, {})
    assert plan.items or any(one.gravity is Gravity.ERROR for one in plan.problems)


@unhurried
@given(st.lists(st.one_of(LOOK_ALIKE, PLAIN, st.just("Actions"), st.just("-")), max_size=60))
def test_any_lines_end_in_a_plan_or_a_message(lines):
    plan = plan_actions("annuaire.txt", "\n".join(lines).encode(), {})
    assert plan.items or any(one.gravity is Gravity.ERROR for one in plan.problems)


@unhurried
@given(cut=st.integers(min_value=1, max_value=900))
def test_a_cut_file_says_so(cut):
    whole = listing(
        "Jardin", FILLED | {"resume": "Un jardin, des voisins. " * 20, "perspectives": "La suite."}
    )
    text = whole[: len(whole) - cut]
    plan = plan_actions("annuaire.txt", text.encode(), {})
    codes = {one.code for one in plan.problems}
    if "Suite de l'action : Perspectives" in text:
        assert "annuaire-coupe" not in codes
    else:
        assert codes & {"annuaire-coupe", "pas-un-annuaire"}


def test_there_are_101_departments():
    assert len(DEPARTMENTS) == len(set(DEPARTMENTS)) == 101


@pytest.mark.parametrize("department", DEPARTMENTS)
@pytest.mark.parametrize(
    "house",
    ["LE PETIT R", "Maison Pour Tous de Ker - centre social", "L'Arbre-Sec", "Espace Nord - Sud (CSC)"],
)
def test_a_structure_is_split_from_its_department(house, department):
    assert split_structure(f"{house} - {department}") == (house, department)
    assert split_structure(f"{house} - {department.replace('’', chr(39)).upper()}") == (house, department)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Centre social du Nord", ("Centre social du Nord", "")),
        ("Maison - Nord - Pas-de-Calais", ("Maison - Nord", "Pas-de-Calais")),
        ("Accueil (Loire)", ("Accueil", "Loire")),
        ("Les Marnaudes - AGG (CSC) - Seine-Saint-Denis", ("Les Marnaudes - AGG (CSC)", "Seine-Saint-Denis")),
        ("Maison - Réunion", ("Maison", "La Réunion")),
        ("Rue de la Loire-Atlantique", ("Rue de la Loire-Atlantique", "")),
    ],
)
def test_a_structure_without_or_within_a_department(text, expected):
    assert split_structure(text) == expected


def test_missing_labels_are_told_and_nothing_moves():
    text = listing("Jardin", FILLED | {"resume": "Un jardin."}).replace("- Dimension\n- Citoyenneté\n", "")
    (record,), _ = read_listing(text)
    assert [part.name for part in record.missing] == ["dimension"]
    assert record.text("resume") == "Un jardin."
    plan = plan_actions("annuaire.txt", text.encode(), {})
    assert "etiquette-absente" in {one.code for one in plan.problems}


def test_records_without_the_word_actions_are_found_by_their_form():
    text = "\n".join(listing(title, FILLED).removeprefix("Actions\n") for title in ("Un", "Deux"))
    records, stray = read_listing(text)
    assert [record.title for record in records] == ["Un", "Deux"]
    assert stray == ()


def test_a_precision_may_follow_each_other():
    texts = {
        "precision_initiative": "Un élu",
        "precision_public": "Les aînés",
        "precision_partenaires": "L'école",
    }
    (record,), _ = read_listing(listing("Jardin", FILLED | texts))
    assert {name: record.text(name) for name in texts} == texts


def test_two_structures_keep_their_departments():
    text = listing("Jardin", FILLED | {"structure": "- Les Acacias - Creuse\n- Le Lac - Lot"})
    (file,) = plan_actions("annuaire.txt", text.encode(), {}).files
    assert "structure: Les Acacias ; Le Lac\ndepartement: Creuse et Lot\n" in file.data.decode()
