"""Long texts as a page and as print draw them; `cas-prose.md` holds the table of what becomes of Markdown."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filquartiers.model.links import links_in
from filquartiers.render.passages import to_html, to_nodes
from filquartiers.render.typography import typeset_html
from filquartiers.telling.values import LongText
from test_prose import HTML, MARKDOWN

CASES = (Path(__file__).parent / "cas-prose.md").read_text(encoding="utf-8")


def cases():
    for block in re.split(r"^=== ", CASES, flags=re.MULTILINE)[1:]:
        name, body = block.split("\n", 1)
        typed, made = body.split("\n---\n", 1)
        yield pytest.param(typed, made.strip(), id=name)


def passage(text):
    """The text, where everything it links to is known, but for « perdu.md »."""
    found = (link.target for link in links_in(text) if link.is_internal)
    targets = {target: f"[{target}]" for target in found if target != "perdu.md"}
    return LongText(text, tuple(targets.items()))


def as_it_is(address):
    return address


def no_picture(*_):
    return ""


@pytest.mark.parametrize(("typed", "made"), list(cases()))
def test_table_of_cases(typed, made):
    drawn = to_html(
        passage(typed),
        as_it_is,
        lambda source, alternative: f'<img src="[{source}]" alt="{alternative}">',
        level=3,
    )
    assert drawn.strip() == made


def shape(node):
    inner = " ".join(shape(child) for child in node.children)
    own = node.text or node.target or (str(node.level) if node.level else "")
    return f"{node.type}({own}{inner})"


def test_nodes_are_typeset_blocks():
    typed = "# Gros\n\nVoir *ici* !\n- un [lien](https://a.fr)\n  - deux\n\n| a |\n|---|\n| 14h |\n\n> cité"
    assert [shape(node) for node in to_nodes(LongText(typed), as_it_is)] == [
        "heading(1text(Gros))",
        "paragraph(text(Voir ) em(text(ici)) text(\u202f!))",
        "list(item(paragraph(text(un ) link(https://a.frtext(lien))) list(item(paragraph(text(deux))))))",
        "table(row(cell(paragraph(text(a)))) row(cell(paragraph(text(14\u00a0h)))))",
        "quote(paragraph(text(cité)))",
    ]


@given(st.one_of(MARKDOWN, HTML))
def test_page_and_print_say_the_same_words(typed):
    def words(text):
        return re.sub(r"[\s\u00a0\u202f]+", "", text)

    def said(nodes):
        return "".join((node.text if node.type == "text" else "") + said(node.children) for node in nodes)

    text = LongText(typed)
    on_page = re.sub(r"<[^>]*>", "", to_html(text, as_it_is, no_picture))
    assert words(said(to_nodes(text, as_it_is))) == words(
        typeset_html(on_page).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    )


@given(st.lists(st.tuples(st.integers(1, 6), st.just("titre")), max_size=8), st.integers(2, 4))
def test_headings_never_skip_a_level(headings, level):
    typed = "\n\n".join(f"{'#' * rank} {words}" for rank, words in headings)
    drawn = to_html(LongText(typed), as_it_is, no_picture, level=level)
    ranks = [int(rank) for rank in re.findall(r"<h(\d)>", drawn)]
    assert len(ranks) == len(headings)
    assert all(rank >= level for rank in ranks)
    assert all(after <= before + 1 for before, after in zip([level - 1, *ranks], ranks, strict=False))


@pytest.mark.parametrize(
    ("typed", "in_page", "elsewhere"),
    [
        ("[a](#bas)", '<a href="#bas">a</a>', "a"),
        ("[a](HTTP://a.fr)", '<a href="HTTP://a.fr" rel="noopener">a</a>', None),
        ("[a](mailto:a@b.fr)", '<a href="mailto:a@b.fr">a</a>', None),
        ("[a](//a.fr)", "a", None),
        ("[a](lieu 'un titre')", '<a href="[lieu]">a</a>', None),
    ],
)
def test_where_a_link_leads(typed, in_page, elsewhere):
    def drawn(*, anchors):
        return str(to_html(passage(typed), as_it_is, no_picture, anchors=anchors)).strip()

    assert drawn(anchors=True) == f"<p>{in_page}</p>"
    assert drawn(anchors=False) == f"<p>{in_page if elsewhere is None else elsewhere}</p>"
    links = [child.target for node in to_nodes(passage(typed), as_it_is) for child in node.children]
    assert "#bas" not in links
