"""Words as a French reader compares them."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filquartiers.model.text import folded, unaccented

LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "’": "'"})


def bare(text: str) -> str:
    """The whole text decomposed at once, as Unicode defines it (UAX 15), without its combining marks."""
    parts = unicodedata.normalize("NFKD", text.translate(LIGATURES))
    return "".join(part for part in parts if not unicodedata.combining(part))


@given(st.text() | st.text(st.characters(max_codepoint=0x600)))
def test_a_sign_at_a_time_gives_what_the_whole_text_gives(text):
    assert unaccented(text) == bare(text)
    assert folded(text) == " ".join(re.findall("[a-z0-9]+", bare(text).casefold()))


@pytest.mark.parametrize("first", range(0, 0x110000, 0x10000))
def test_every_sign_of_unicode(first):
    text = "".join(f"{chr(code)}|" for code in range(first, first + 0x10000))
    assert unaccented(text) == bare(text)
