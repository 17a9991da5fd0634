"""What volunteers type, case by case, and that none of its words is lost without a word."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filquartiers.content import load
from filquartiers.model.kinds import KINDS
from filquartiers.model.passages import passages
from filquartiers.prose import plain, sanitised
from filquartiers.prose.line_ends import is_wrapped
from filquartiers.render.nodes import read_nodes

ROOT = Path(__file__).parents[2]
CASES = re.findall(
    r"^=== (.*?)\n(.*?)\n---8<---\n(.*?)(?=\n\n===|\Z)",
    (Path(__file__).with_name("saisie.md")).read_text(encoding="utf-8"),
    re.MULTILINE | re.DOTALL,
)


def test_there_are_cases():
    assert len(CASES) >= 120


@pytest.mark.parametrize(("typed", "html"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_is_typed_becomes_what_it_looks_like(typed, html):
    assert sanitised(typed) == html.strip()


PIECES = (
    *(
        "- ",
        "-",
        "• ",
        "•",
        "— ",
        "* ",
        "*",
        "1) ",
        "1.",
        "  - ",
        "    - ",
        "o\t",
        "## ",
        "##",
        "#",
        "> ",
        ">",
        "\t",
    ),
    *(
        " ",
        " ",
        " ",
        "\n",
        "\n",
        "\n\n",
        "\\\n",
        "  \n",
        "\n---\n",
        "\n===\n",
        "** ",
        " **",
        "**",
        "__",
        "~~",
        ";",
    ),
    *(
        "<nom>",
        "< 3",
        "[à voir]",
        "[le site] (https://a.example)",
        "www.a.example",
        "a@b.example",
        "(b)",
        "`",
        "```\n",
    ),
    *(
        "[^1]",
        "\n\n[^1]: ",
        "{{ x }}",
        "Lundi",
        "14 h",
        "la salle",
        "mot",
        "Venez",
        "5*2",
        "| a | b |",
        "\n|---|---|\n",
    ),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)


@settings(deadline=None)
@given(TEXTS)
def test_no_word_is_lost(typed):
    """Letters and figures come out in their order of frequency; the numbers of lists and notes apart."""
    said = plain(typed)
    for word in ("Lundi", "salle", "mot", "Venez", "nom", "voir", "site"):
        assert said.count(word) >= typed.count(word), (typed, sanitised(typed))


@settings(deadline=None)
@given(TEXTS)
def test_paper_says_the_words_of_the_site(typed):
    on_paper = "".join(node.words for node in read_nodes(sanitised(typed)))
    assert re.sub(r"\W+", "", on_paper) == re.sub(r"\W+", "", plain(typed))


@settings(deadline=None)
@given(st.text(max_size=120))
def test_any_text_has_a_form(typed):
    assert isinstance(sanitised(typed), str)


def test_what_this_repository_wrapped_stays_whole():
    """Its files are wrapped at a width: no paragraph of theirs is cut in lines."""
    for folder in (ROOT, ROOT / "tests/exemples/fictif"):
        for passage in passages(load(folder, KINDS, date(2026, 11, 27)).site):
            wide = [line for line in passage.text.split("\n") if len(line) > 90]
            assert not (wide and "<br>" in sanitised(passage.text)), passage.text


@pytest.mark.parametrize(
    "lines",
    [
        ["Lundi : cuisine", "Mardi : couture"],
        ["La fête commence à 14 h devant la maison de quartier, place du marché.", "Venez !"],
        ["Samedi 12 mars 2027 de 14 h à 17 h : fête du jardin à la maison du Port", "Dimanche : repos"],
        ["une première ligne qui est assez longue pour être prise pour un paragraphe  ", "et sa suite"],
        ["une première ligne qui est assez longue pour être prise pour un paragraphe ;", "une autre"],
    ],
)
def test_lines_made_on_purpose_are_kept(lines):
    assert not is_wrapped(lines)
