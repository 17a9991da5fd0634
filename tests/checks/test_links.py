"""The links and pictures of a Markdown text, as volunteers type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filquartiers.model.links import links_in

TYPED = {
    "[la maison](maisons/le-bac)": [("maisons/le-bac", "la maison", False)],
    "[a](<deux mots.pdf>)": [("deux mots.pdf", "a", False)],
    '[a](b "un titre")': [("b", "a", False)],
    "[a](b 'un titre')": [("b", "a", False)],
    "[a]( b )": [("b", "a", False)],
    "[a](b_(c).pdf)": [("b_(c).pdf", "a", False)],
    "![alt](i.jpg)": [("i.jpg", "alt", True)],
    "[![alt](i.jpg)](page)": [("page", "![alt](i.jpg)", False), ("i.jpg", "alt", True)],
    "[a][1]\n\n[1]: b": [("b", "1", False)],
    '<a href="b">mots</a>': [("b", "mots", False)],
    "<img src='i.jpg' alt=''>": [("i.jpg", "", True)],
    "`[a](b)` et\n```\n[c](d)\n```\n": [],
    "un [mot] et (une parenthèse)": [],
    "[a] (b)": [],
    "[a](deux mots.pdf)": [("deux mots.pdf", "a", False)],
    "[a](deux mots.pdf 'un titre')": [("deux mots.pdf", "a", False)],
    "[a](b_((c)).pdf)": [("b_((c)).pdf", "a", False)],
    r"[a](b\_c.pdf)": [("b_c.pdf", "a", False)],
    r"[a](documents\bilan.pdf)": [(r"documents\bilan.pdf", "a", False)],
    "[a](b?x=1&amp;y=2)": [("b?x=1&y=2", "a", False)],
    "<a href=b target=x>mots</a>": [("b", "mots", False)],
    '<a href="b&amp;c">mots</a>': [("b&c", "mots", False)],
    "~~~\n[a](b)\n~~~": [("b", "a", False)],
    "": [],
}


@pytest.mark.parametrize(("text", "found"), TYPED.items())
def test_links_and_pictures(text, found):
    assert [(link.target, link.words, link.is_picture) for link in links_in(text)] == found


@pytest.mark.parametrize(
    "target", ["https://a.fr", "HTTP://a.fr", "mailto:a@b.fr", "tel:+33", "#bas", "//a.fr", ""]
)
def test_what_leads_elsewhere(target):
    assert not any(link.is_internal for link in links_in(f"[a]({target})"))


def test_names_lose_anchor_and_escapes():
    (link,) = links_in("[a](./documents/%C3%A9t%C3%A9%202027.pdf?x=1#page=2)")
    assert link.name == "documents/été 2027.pdf"


@given(st.text(alphabet="[]()!<>a` \n#:\\\"'", max_size=60))
def test_any_text_is_read_and_places_hold(text):
    for link in links_in(text):
        assert 0 <= link.start < link.start + link.length <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 3000,
        "![" * 3000,
        "[a](" * 3000,
        "<a " * 3000,
        "[" * 500 + "]" * 500,
        "`" * 3001,
        "[a](" + " '" * 3000,
    ],
)
def test_no_text_takes_forever(text):
    assert list(links_in(text)) == []
