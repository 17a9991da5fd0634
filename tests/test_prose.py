"""Markdown as volunteers type it, made into clean HTML and plain words."""

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from filquartiers import prose
from filquartiers.prose import plain, sanitised


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
