"""Words as a French reader compares them."""

import difflib
import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from filquartiers.model.text import closest, folded, unaccented

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


words = st.text(st.sampled_from("aàbcdeé -_1œ"), max_size=8)


@example("111", ["1111111"], 0.6)
@given(words, st.lists(words, max_size=12), st.sampled_from([0.0, 0.5, 0.6, 0.75, 0.8, 1.0]))
def test_what_was_meant_is_what_difflib_finds_nearest(word, candidates, cutoff):
    names = {folded(one): one for one in sorted(candidates, reverse=True)}
    found = difflib.get_close_matches(folded(word), names, n=1, cutoff=cutoff)
    assert closest(word, candidates, cutoff=cutoff) == (names[found[0]] if found else "")


def test_long_names_are_compared_as_short_ones():
    names = ["a" * 150 + "b" * 150, "b" * 150 + "a" * 150, "ab" * 150]
    for word in ("ab" * 140, "a" * 250, "b" * 120 + "a" * 160):
        assert [closest(word, names)] == (difflib.get_close_matches(word, names, n=1) or [""])
