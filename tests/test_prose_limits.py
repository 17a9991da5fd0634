"""Texts made to take minutes: each is read in steps that are bounded, or shown as it was typed."""

import sys

import pytest

from filquartiers.model import effort
from filquartiers.model.headings import lines_in
from filquartiers.model.links import links_in
from filquartiers.prose import as_markdown, hrefs, plain, reference, road, sanitised, unreadable
from filquartiers.render import typography
from filquartiers.render.nodes import read_nodes

# What is repeated. Each kind took Python-Markdown a time that grew as its square, or worse.
KINDS = [
    *("[", "![", "[a", "[a](", "[a](b", "[a](<b", '[]( "', '[a](b "c', "![[", "[![a](b)", "*[", "[*"),
    *("[a][b]", "[\n", "`a", "``a `", "*a `b` ", "\\*", "a**b", "*a **b ", "<", "<a", "<a ", "<b>", "<br>"),
    *("<a><b></a>", "<b>x</b> ", "<![CDATA[", "<!--", '<a href="', "<http://", "<x@", "<i>a <!-- -->"),
    *("<a \n\n", "&a;", "&#1;", "<div></p>\n\n", "<b>\n\n", "# a\n", "---\n", "a\n=\n", "[a]:\n", "a  \n*b"),
    *("~~a", "[^1]", "<a b> ", "a\tb\n", "a ; b ; c\n"),
    *("www.a.fr ", "a@a.", "** a", "1. a\n3. b\n", "```\n", "{.a "),
    *("- [\n", "1. [\n1. \\", "|[\n", "> [\n", "- a\n# b\n\nx\n2. [\n"),
]  # fmt: skip
FEW = 30_000
LINES_A_STEP = 40


def steps_of_the_reference(typed: str) -> int:
    """How many lines of Python-Markdown are run for a text: a clock that other programs do not slow."""
    count = 0

    def trace(_frame, event, _value):
        nonlocal count
        count += event == "line"
        return trace

    former = sys.gettrace()
    sys.settrace(trace)
    try:
        reference(typed)
    except RecursionError:
        pass
    finally:
        sys.settrace(former)
    return count


@pytest.mark.parametrize("kind", KINDS)
def test_the_steps_are_bounded(kind, monkeypatch):
    """The longest text of a kind that is let through takes about as many steps as were counted."""
    reference("a")
    monkeypatch.setattr(effort, "MOST_STEPS", FEW)
    times = 1
    while not effort.is_too_long_to_read(as_markdown(kind * times * 2)) and times < 2**12:
        times *= 2
    assert steps_of_the_reference(as_markdown(kind * times)) < LINES_A_STEP * FEW


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_too_long_is_shown_as_typed(kind):
    """Fifty thousand signs end, at once; what is not let through loses no sign and is told."""
    text = f"Avant.\n\n{kind * (50_000 // len(kind))}"
    shown = sanitised(text)
    typography.typeset_html(shown)
    read_nodes(shown)
    assert list(links_in(text)) is not None
    assert hrefs(text) is not None
    if unreadable(text) is not None:
        assert plain(text) == " ".join(text.split())
        assert text.split("\n")[unreadable(text)].strip()
    else:
        assert "Avant." in shown


def test_the_kinds_are_too_long():
    """So that the test above shows something: nearly all are refused, the others are linear."""
    refused = [kind for kind in KINDS if unreadable(kind * (50_000 // len(kind))) is not None]
    assert len(refused) > 0.6 * len(KINDS)


@pytest.mark.parametrize(
    "text",
    [
        "Un mot, *deux*, [trois](a.md) ; <b>quatre</b>.\n\n" * 2000,
        "- Un [lien](a.md) et `du code`, puis <b>du gras</b>.\n" * 500,
        "| Poste | Coût |\n|---|---|\n" + "| Goûter<br>et salle | 5 € \\* |\n" * 500,
        "Le jardin est ouvert à tous. " * 20_000,
    ],
)
def test_long_texts_of_people_are_read(text):
    assert unreadable(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "> " * 60 + "a",
        "- " * 60 + "a",
        "<blockquote>" * 60 + "a" + "</blockquote>" * 60,
        "[" * 60 + "a" + "](b)" * 60,
        "<b>" * 60 + "a" + "</b>" * 60,
    ],
)
def test_what_nests_too_deep_is_shown_as_typed(text):
    assert unreadable(text) == 0
    assert plain(text) == text


def test_what_no_font_can_draw_is_dropped_on_each_road():
    assert sanitised("\x02a\x03") == sanitised("\x01a\x1b") == "<p>a</p>"
    assert "\x02" not in sanitised("\x02[" * 50_000)


def test_six_lists_in_each_other_are_read():
    text = "\n".join(f"{'    ' * rank}- **[a](b)** <b>c</b>" for rank in range(6))
    assert unreadable(text) is None
    assert sanitised(text).count("<ul>") == 6


def test_a_bracket_left_open_before_many_links():
    links = list(links_in("[voir " + "[a](b) ![c](d) " * 2000))
    assert len(links) == 4000


def test_a_title_with_many_spaces():
    assert [found["text"] for _, found in lines_in("# a" + " " * 50_000 + "b") if found]


def test_spaces_are_tried_once():
    assert len(list(typography._PLACES.finditer("a" + " " * 1000 + "b ;"))) == 2


def test_lists_as_people_type_them_take_few_steps():
    assert as_markdown("a" * 100_000 + "\n- b") == "a" * 100_000 + "\n\n- b"
    assert road.converted("*" + "a" * 100_000 + "*") == f"<p><em>{'a' * 100_000}</em></p>"


@pytest.mark.parametrize(
    "text",
    ["<div>\n\n" * 8000 + "</div>", "[a]: " + "x" * 40_000 + "\n\n" + "[a]\n\n" * 2000],
    ids=["tags", "definition"],
)
def test_what_weighs_from_one_block_on_another_counts(text):
    assert unreadable(text) is not None
