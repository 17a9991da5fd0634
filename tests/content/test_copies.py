"""Copies are told by their names and by what they say; the original is never blamed for them."""

import shutil
from datetime import date

import pytest

from filquartiers.content import load
from filquartiers.model.copies import copies_among
from filquartiers.model.kinds import KINDS, Evenement, Fiche

COPIES = (
    "x - Copie", "x - Copie (2)", "x - Copie - Copie", "x - Copy", "x copie", "x copie 2", "x copy 3",
    "x-copie", "x_copie", "x (copie)", "x (copie 2)", "x (2e copie)", "x (another copy)", "x (1)", "x(2)",
    "x 2", "Copie de x", "Copy of x", "Copie (2) de x", "Copie de x (1)", "X - Copie",
    "x-DESKTOP-AB12CD", "x-PC-MARIE", "x-MAISONQUARTIER", "x-MacBook Air de Marie", "x-DESKTOP-AB12CD-2",
    "x (conflicted copy 2026-11-02)", "x (Marie's conflicted copy 2026-11-02)",
    "x (Copie en conflit de Marie 2026-11-02)", "x (conflit)",
    "x (SFConflict marie@quartier.example 2026-11-02)",
    "x.sync-conflict-20261102-101112-ABCDEFG", "x_Marie_Nov-02-1011-2026_Conflict", "x.conflict",
)  # fmt: skip
OTHERS = (
    "x", "xylophone", "x-2026", "x-copies-d-examen", "x-ete", "x (centre)", "copie", "recopie de x", "x-a-b",
    "x 2026", "x-conflits-de-voisinage-la-suite",
)  # fmt: skip


@pytest.mark.parametrize("name", COPIES)
def test_what_systems_add_to_a_name_is_known(name):
    file = f"content/fiches/{name}.md"
    assert {copy: one.file for copy, one in copies_among((file, "content/fiches/x.md")).items()} == {
        file: "content/fiches/x.md"
    }
    assert copies_among((file, "content/pages/x.md")) == {}  # alone in its folder, it is no copy


@pytest.mark.parametrize("name", OTHERS)
def test_other_names_are_left_alone(name):
    assert copies_among((f"content/fiches/{name}.md", "content/fiches/x.md")) == {}


def test_a_copy_of_another_ending_is_one_too():
    assert copies_among(("c/x (1).yml", "c/x.yaml")) == {"c/x (1).yml": ("c/x.yaml", True)}


@pytest.fixture
def project(examples, tmp_path):
    shutil.copytree(examples / "mini/content", tmp_path / "content")

    def read():
        loaded = load(tmp_path, KINDS, date(2027, 1, 5))
        return loaded.site, [(one.code, one.where.file) for one in loaded.problems]

    return tmp_path / "content", read


SOUP, EVENTS = "fiches/soupe-du-jeudi", "calendrier/hiver"


@pytest.mark.parametrize(("name", "ending"), [(SOUP, "md"), (EVENTS, "yaml")])
@pytest.mark.parametrize("mark", [" - Copie", "-ACCUEIL", "-DESKTOP-1", " (1)", "(1)", " 2"])
def test_the_copy_is_left_aside_whatever_the_alphabet(project, name, ending, mark):
    folder, read = project
    before, _ = read()
    shutil.copy(folder / f"{name}.{ending}", folder / f"{name}{mark}.{ending}")
    after, told = read()
    assert told == [("copie-non-lue", f"content/{name}{mark}.{ending}")]
    for kind in (Fiche, Evenement):
        assert [(one.slug, one.origin.file) for one in after.of(kind)] == [
            (one.slug, one.origin.file) for one in before.of(kind)
        ]


def test_an_older_day_in_a_copy_is_never_announced(project):
    folder, read = project
    text = (folder / f"{EVENTS}.yaml").read_text(encoding="utf-8")
    (folder / f"{EVENTS} (1).yaml").write_text(text.replace("16 janvier", "9 janvier"), "utf-8")
    site, told = read()
    assert [code for code, _ in told] == ["copie-non-lue"]
    assert "2027-01-09" not in {str(one.debut) for one in site.of(Evenement)}


def test_a_copy_that_cannot_be_read_holds_nobody_back(project):
    folder, read = project
    (folder / f"{SOUP} - Copie.md").write_text("---\ntitre: [\n", "utf-8")
    _, told = read()
    assert told == [("copie-non-lue", f"content/{SOUP} - Copie.md")]


@pytest.mark.parametrize(("mark", "codes"), [(" - Copie", ["copie-lue-a-part"]), (" 2", []), ("-RSA", [])])
def test_a_copy_that_became_something_else_is_read_and_told(project, mark, codes):
    folder, read = project
    text = (folder / f"{SOUP}.md").read_text(encoding="utf-8")
    (folder / f"{SOUP}{mark}.md").write_text(
        text.replace("titre: La soupe du jeudi", "titre: Le loto"), "utf-8"
    )
    site, told = read()
    assert told == [(code, f"content/{SOUP}{mark}.md") for code in codes]
    assert "Le loto" in {one.titre for one in site.of(Fiche)}


def test_the_copy_stands_in_for_an_original_that_cannot_be_read(project):
    folder, read = project
    shutil.copy(folder / f"{EVENTS}.yaml", folder / f"{EVENTS} (1).yaml")
    (folder / f"{EVENTS}.yaml").write_text("", "utf-8")
    site, told = read()
    assert [code for code, _ in told] == ["fichier-vide"]
    assert len(site.of(Evenement)) == 2
