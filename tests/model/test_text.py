<<<<<<< HEAD
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
=======
"""Names made from free text: short, plain, and never the same for two texts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filquartiers.model.text import LONGEST, folded, slugify

TITLE = "Très long titre de la grande fête du quartier "


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Petit Déj’ à idées", "petit-dej-a-idees"),
        ("Fête 🎉", "fete"),
        ("", ""),
        ("  ", ""),
        ("a" * LONGEST, "a" * LONGEST),
    ],
)
def test_a_short_name_is_its_words(text, slug):
    assert slugify(text) == slug


def test_a_long_name_is_cut_between_words_and_stays_its_own():
    one, other = slugify(TITLE * 8), slugify(TITLE * 9)
    assert re.fullmatch(r"tres-long-titre-de-la-grande-fete-du-quartier(-\w+)*-[0-9a-f]{8}", one)
    assert one != other
    assert len(one) <= LONGEST


def test_words_without_a_latin_letter_have_a_name():
    names = [slugify(text) for text in ("العربية", "தமிழ்", "🎉", "中文班")]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch("[0-9a-f]{8}", name) for name in names)


@given(st.text(max_size=400))
def test_every_name_is_bounded_and_plain(text):
    name = slugify(text)
    assert len(name) <= LONGEST
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", name)
    assert bool(name) == bool(text.strip())
    if len(folded(text)) <= LONGEST and folded(text):
        assert name == folded(text).replace(" ", "-")
>>>>>>> room/preuves
