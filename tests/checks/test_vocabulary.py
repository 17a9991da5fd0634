"""Words that the directory has and we do not know yet."""

from datetime import date

import pytest

from filquartiers.checks.references import vocabulary
from filquartiers.content import load
from filquartiers.model.kinds import KINDS

SHEET = "---\ntitre: {titre}\nmots_cles:\n  - {mot}\npartenaires: {partenaire}\n{autre}---\n"


def told(tmp_path, *sheets: tuple[str, str, str]) -> list[tuple[str, str]]:
    """The words told, each with its hint."""
    folder = tmp_path / "content" / "fiches"
    folder.mkdir(parents=True)
    for rank, (mot, partenaire, autre) in enumerate(sheets):
        text = SHEET.format(titre=f"Fiche {rank}", mot=mot, partenaire=partenaire, autre=autre)
        (folder / f"fiche-{rank}.md").write_text(text, encoding="utf-8")
    site = load(tmp_path, KINDS, date(2027, 1, 5)).site
    return [(one.message.split(" est ")[0], one.hint) for one in vocabulary(site)]


@pytest.mark.parametrize("word", ["Services", "Logement", "Précarité", "Culture", "logement"])
def test_words_of_the_directory_are_known(tmp_path, word):
    assert told(tmp_path, (word, "ARS", "")) == []


@pytest.mark.parametrize("word", ["Mobilité", "Sport", "Numérique", "Paternité", "Écologie"])
def test_a_new_word_is_new_and_no_look_alike_is_proposed(tmp_path, word):
    ((said, hint),) = told(tmp_path, (word, "Caf", ""))
    assert said == f"« {word} »"
    assert "Vouliez-vous" not in hint


def test_a_slip_is_put_right_unless_others_or_the_directory_write_so(tmp_path):
    ((_, hint),) = told(tmp_path, ("Parentalitée", "Caf", ""))
    assert "« Parentalité »" in hint


def test_a_word_that_an_import_brought_is_no_slip(tmp_path):
    ((_, hint),) = told(tmp_path, ("Parentalités", "Caf", "empreinte: 0123456789abcdef-0123456789abcdef\n"))
    assert "Vouliez-vous" not in hint


def test_a_word_of_several_sheets_is_no_slip(tmp_path):
    for _, hint in told(tmp_path, ("Santés", "Caf", ""), ("Santés", "Caf", "")):
        assert "Vouliez-vous" not in hint
