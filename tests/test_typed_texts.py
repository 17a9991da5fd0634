"""Texts as volunteers type them: what the page and the paper then show, and that no word is lost."""

import html
import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filquartiers.model.headings import lines_in
from filquartiers.prose import plain, reference, road, sanitised
from filquartiers.prose.foreign import foreign_marks
from filquartiers.prose.line_ends import is_wrapped
from filquartiers.prose.typed import as_markdown
from filquartiers.render.nodes import read_nodes

EXAMPLES = int(os.environ.get("EXEMPLES", "300"))
CASES = Path(__file__).parent / "textes-tapes.md"


def cases():
    """Each case of the table: its name, what is typed, the HTML that the page holds."""
    for case in CASES.read_text(encoding="utf-8").split("\n=== ")[1:]:
        name, rest = case.split("\n", 1)
        typed, made = rest.split("\n---→\n")
        yield pytest.param(
            typed.replace("⇥", "\t").replace("␣", "\u00a0").replace("␍", "\r"), made.strip("\n"), id=name
        )


@pytest.mark.parametrize(("typed", "made"), list(cases()))
def test_table_of_texts(typed, made):
    assert on_one_line(sanitised(typed)) == made
    assert letters("".join(words_of(read_nodes(made)))) == letters(
        html.unescape(re.sub(r"<[^>]*>", "", made))
    )


def on_one_line(markup):
    return re.sub(r"(?<=>) (?=<)", "", re.sub(r"[ \n]+", " ", markup))


def words_of(nodes):
    for node in nodes:
        yield node.words if node.type == "text" else ""
        yield from words_of(node.children)


class Shown(HTMLParser):
    """Every word of some HTML: its text, its addresses, its numbers."""

    def __init__(self, markup):
        super().__init__()
        self.words, self._numbers = [], []
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        self.words += [value for name, value in attrs if name in {"href", "src", "alt"}]
        if tag == "ol":
            self._numbers.append(int(dict(attrs).get("start") or 1))
        if tag == "ul":
            self._numbers.append(None)
        if tag == "li" and self._numbers and self._numbers[-1] is not None:
            self.words.append(str(self._numbers[-1]))
            self._numbers[-1] += 1

    def handle_endtag(self, tag):
        if tag in {"ol", "ul"} and self._numbers:
            self._numbers.pop()

    def handle_data(self, data):
        self.words.append(data)


def letters(text):
    return re.sub(r"[\W_]+", "", text)


def runs(text):
    return set(re.findall(r"[^\W_]+", text))


LINES = st.sampled_from((Path(__file__).parent / "lignes-tapees.txt").read_text(encoding="utf-8").split("\n"))
TEXTS = st.lists(st.one_of(LINES, st.just("")), max_size=9).map("\n".join)


@settings(max_examples=EXAMPLES, deadline=None)
@given(TEXTS)
def test_no_word_typed_is_lost(text):
    """Each word is in the page and on paper, or `foreign_marks` tells where it was left out."""
    made = sanitised(text)
    told = " ".join(mark.words for mark in foreign_marks(text) if mark.fate == "left-out")
    shown = runs(" ".join(Shown(made).words)) | runs(told) | {"o"}  # a mark of Word’s lists
    assert runs(re.sub(r"</?(?:br|b|i)>|&(?:nbsp|amp);", " ", text)) <= shown
    assert letters(plain(text)) == letters("".join(words_of(read_nodes(made))))


@settings(max_examples=EXAMPLES, deadline=None)
@given(TEXTS)
def test_what_volunteers_type_has_the_same_bytes_on_both_roads(text):
    typed = as_markdown(text)
    made = road.converted(typed)
    assert made is None or made == reference(typed)


WRAPPED = """Les horaires, les adresses et l'accès de chaque maison. Le nom des trois
maisons de quartier vient de celui des rues où elles se trouvent depuis que
la ville les a bâties."""
SEPARATE = [
    "Maison de quartier\n3 rue des Lilas\n26100 Valmarin",
    """Lundi 3 mars de 14 h à 16 h : atelier cuisine avec Fatima, dans la grande salle
Mardi 4 mars de 9 h à 11 h : café des parents, venez avec ou sans les enfants
Mercredi 5 mars toute la journée : sortie au parc, pique-nique tiré du sac et goûter""",
    """Le jour tombait sur la rivière
et les barques rentraient au port ;
nous avions, la semaine entière,
rêvé de partir sans effort.""",
    "Bien à vous,\nMarie\npour l’équipe",
    """apporter un tapis de sol, une bouteille d’eau et une tenue souple pour bouger sans gêne
prévoir un goûter à partager entre tous les participants du groupe
prévenir en cas d’absence""",
]


def test_a_paragraph_cut_at_a_width_stays_one():
    assert is_wrapped(WRAPPED.split("\n"))
    assert "<br>" not in sanitised(WRAPPED)


@pytest.mark.parametrize("text", SEPARATE)
def test_lines_that_the_writer_separated_stay_so(text):
    assert sanitised(text).count("<br>") == text.count("\n")


def test_a_title_may_touch_its_marks_and_a_hashtag_is_none():
    typed = "##Le budget\n## Le budget ##\n#fete\n#######a"
    assert [found["text"] if found else "" for _, found in lines_in(typed)] == [
        "Le budget",
        "Le budget",
        "",
        "",
    ]
