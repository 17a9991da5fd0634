"""What long texts link to is always known to who draws them, however it was typed."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filquartiers.model.kinds import Maison
from filquartiers.model.links import is_internal, links_in
from filquartiers.model.passages import passages
from filquartiers.model.prose import Prose
from filquartiers.prose import sanitised
from filquartiers.render.passages import to_html
from filquartiers.telling.teller import Teller

# How volunteers may write a link to « maisons/le-bac » or to the file « deux mots & l’été (1).pdf ».
TYPED = (
    "[a](maisons/le-bac)",
    "[a](../maisons/le-bac.md)",
    "[a](<maisons/le-bac>)",
    '[a](maisons/le-bac "un titre")',
    "[a](maisons/le-bac 'l’été')",
    "[a]( maisons/le-bac )",
    "[a](maisons/le-bac#venir)",
    "[a](maisons/le-bac?x=1)",
    "[a](maisons/le%2Dbac)",
    r"[a](maisons/le\-bac)",
    "[a](maisons/le&#45;bac)",
    "[a][1]\n\n[1]: maisons/le-bac",
    "[a][]\n\n[a]: maisons/le-bac 'un titre'",
    "[a]\n\n[a]: maisons/le-bac",
    "[![la cour](cour.jpg)](maisons/le-bac)",
    "**[a](maisons/le-bac)**",
    "- [a](maisons/le-bac)\n- b",
    "| a |\n|---|\n| [a](maisons/le-bac) |",
    "# [a](maisons/le-bac)",
    '<a href="maisons/le-bac">a</a>',
    "<A HREF='maisons/le-bac' target=x title='Le Bac'>a</A>",
    "<a href=maisons/le-bac>a</a>",
    "[a](deux mots & l’été (1).pdf)",
    "[a](<deux mots & l’été (1).pdf>)",
    "[a](deux%20mots%20%26%20l%E2%80%99%C3%A9t%C3%A9%20%281%29.pdf)",
    "[a](deux mots &amp; l’été (1).pdf 'le bilan')",
    '<a href="deux mots &amp; l’été (1).pdf">a</a>',
    "[a](./deux mots & l’été (1).pdf#page=2)",
)
FILE = "deux mots & l’été (1).pdf"
WHERE = {"maisons/le-bac/", "documents/bilan.pdf"}
PIECES = st.sampled_from(
    [*"[]()<> '\"!\n`é#\\", "](", "b.md", "maisons/le-bac", "#x", "&amp;", "<a href=", "</a>"]
)


@pytest.fixture(scope="module")
def teller(mini) -> Teller:
    return Teller(mini.site, mini.name, {FILE: "documents/bilan.pdf"})


def internal(text: str) -> set[str]:
    """What the links of the drawn text lead to on this site, as they are written in its clean HTML."""
    found = {unescape(href) for href in re.findall(r'<a[^>]* href="([^"]*)"', sanitised(text))}
    return {href for href in found if is_internal(href)}


@pytest.mark.parametrize("text", TYPED)
def test_a_link_is_found_however_it_is_typed(teller, text: str) -> None:
    told = teller.passage(Prose(text=text))
    ((typed, address),) = told.targets
    assert {typed} == internal(text)
    assert address.partition("#")[0] in WHERE
    drawn = str(to_html(told, lambda address: f"[{address}]", lambda *_: "(image)"))
    assert re.findall(r"<a[^>]*>", drawn) == [f'<a href="[{address}]">']


@pytest.mark.parametrize("text", TYPED)
def test_what_is_drawn_as_a_link_is_known_to_the_checks(text: str) -> None:
    assert internal(text) <= {link.target for link in links_in(text)}


@pytest.mark.parametrize("project", ["mini", "fictif", "reel"])
def test_every_link_of_every_text_is_known(editions, project: str) -> None:
    teller = editions[project].teller
    texts = {passage.text for passage in passages(teller.site)}
    assert texts
    for text in texts:
        told, wanted = teller.passage(Prose(text=text)), internal(text)
        assert dict(told.targets).keys() == wanted
        assert wanted <= {link.target for link in links_in(text)}


@given(st.lists(PIECES, max_size=14).map("".join))
def test_whatever_is_typed_each_link_is_told_or_leads_nowhere(teller, text: str) -> None:
    told = dict(teller.passage(Prose(text=text)).targets)
    assert told.keys() <= internal(text)
    known = {
        href for href in internal(text) if teller.addresses.named(href.partition("#")[0].partition("?")[0])
    }
    assert known <= told.keys()


@pytest.mark.parametrize("text", ["[a](inconnu)", "[a](https://a.fr)", "[a](#bas)", "[a](mailto:a@b.fr)", ""])
def test_what_leads_elsewhere_or_nowhere_is_not_told(teller, text: str) -> None:
    assert teller.passage(Prose(text=text)).targets == ()


def test_a_draft_is_not_led_to(mini, with_entries) -> None:
    kept = with_entries(mini, maison=tuple(one for one in mini.site.of(Maison) if one.slug != "le-bac"))
    assert kept.passage(Prose(text="[le Bac](maisons/le-bac)")).targets == ()
