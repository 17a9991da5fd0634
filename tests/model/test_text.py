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
