"""Markdown as volunteers type it; `cas-prose.md` holds the table of what becomes of it."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filquartiers.model.fields import Prose
from filquartiers.render import prose
from filquartiers.render.prose import Targets, plain, sanitised, to_html

CASES = (Path(__file__).parent / "cas-prose.md").read_text(encoding="utf-8")


def cases():
    for block in re.split(r"^=== ", CASES, flags=re.MULTILINE)[1:]:
        name, body = block.split("\n", 1)
        typed, made = body.split("\n---\n", 1)
        yield pytest.param(typed, made.strip(), id=name)


@pytest.mark.parametrize(("typed", "made"), list(cases()))
def test_table_of_cases(typed, made):
    targets = Targets(
        link=lambda target: None if target == "perdu.md" else f"[{target}]",
        picture=lambda source, alternative: f'<img src="[{source}]" alt="{alternative}">',
    )
    assert to_html(Prose(text=typed), targets, level=3).strip() == made


def shape(node):
    inner = " ".join(shape(child) for child in node.children)
    own = node.text or node.target or (str(node.level) if node.level else "")
    return f"{node.type}({own}{inner})"


def test_nodes_are_typeset_blocks():
    typed = "# Gros\n\nVoir *ici* !\n- un [lien](https://a.fr)\n  - deux\n\n| a |\n|---|\n| 14h |\n\n> cité"
    assert [shape(node) for node in prose.nodes(Prose(text=typed))] == [
        "heading(1text(Gros))",
        "paragraph(text(Voir ) em(text(ici)) text(\u202f!))",
        "list(item(paragraph(text(un ) link(https://a.frtext(lien))) list(item(paragraph(text(deux))))))",
        "table(row(cell(paragraph(text(a)))) row(cell(paragraph(text(14\u00a0h)))))",
        "quote(paragraph(text(cité)))",
    ]


def test_plain_words():
    assert (
        plain("# Un\n\n- *deux* [trois](x.md)\n- ![photo](y.jpg) quatre & cinq")
        == "Un deux trois quatre & cinq"
    )


def test_a_thousand_quotes_still_give_words():
    assert "mot" in plain("> " * 3000 + "mot")


MARKDOWN = st.text(st.sampled_from("ab é\n#*_[]()!<>/\"'`|-1.&:=\t\\~+") | st.characters(), max_size=80)
PIECES = """
<script> </script> <b_onclick='x'> <a_href='javascript:x'> </a> <img_src=x_onerror=y> <style> <svg_onload=x>
<p_style='x'> [a](data:text/html,x) ](javascript:x) ![ <!-- texte <a_href="java\tscript:x"> <math><mtext>
<table> <td> &lt;script> -_
"""
HTML = st.lists(
    st.sampled_from([*(piece.replace("_", " ") for piece in PIECES.split()), "\n\n"]), max_size=12
).map("".join)


class Elements(HTMLParser):
    def __init__(self, markup):
        super().__init__()
        self.found = []
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


@given(st.one_of(MARKDOWN, HTML))
def test_whatever_is_typed_only_known_tags_come_out(typed):
    for tag, attributes in Elements(sanitised(typed)).found:
        assert tag in prose._TAGS
        assert set(attributes) <= {"href", "src", "alt", "start", "scope"}
        for address in (attributes.get("href") or "", attributes.get("src") or ""):
            scheme = re.sub(r"[\s\x00-\x1f]", "", address).partition(":")[0].lower()
            assert scheme not in {"javascript", "data", "vbscript"}


@given(st.one_of(MARKDOWN, HTML))
def test_page_and_print_say_the_same_words(typed):
    def words(text):
        return re.sub(r"[\s\u00a0\u202f]+", "", text)

    def said(nodes):
        return "".join((node.text if node.type == "text" else "") + said(node.children) for node in nodes)

    text = Prose(text=typed)
    on_page = re.sub(r"<[^>]*>", "", to_html(text))
    assert words(said(prose.nodes(text))) == words(
        prose.typeset_html(on_page).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    )


@given(st.lists(st.tuples(st.integers(1, 6), st.just("titre")), max_size=8), st.integers(2, 4))
def test_headings_never_skip_a_level(headings, level):
    typed = "\n\n".join(f"{'#' * rank} {words}" for rank, words in headings)
    ranks = [int(rank) for rank in re.findall(r"<h(\d)>", to_html(Prose(text=typed), level=level))]
    assert len(ranks) == len(headings)
    assert all(rank >= level for rank in ranks)
    assert all(after <= before + 1 for before, after in zip([level - 1, *ranks], ranks, strict=False))
