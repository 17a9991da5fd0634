"""The lines that are taken as they stand, at a glance, are those in which a close look finds nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filquartiers.content import mend as mending
from filquartiers.content.read import Source

PIECES = (
    *(
        "titre",
        "le jardin",
        "a",
        "é",
        "1",
        " ",
        "  ",
        "- ",
        "-",
        ":",
        ": ",
        '"',
        "'",
        "#",
        " #",
        "|",
        ">",
        "\t",
    ),
    *("\u00a0", "“", "”", "[", "]", "{", "@", "*", "&", "!", "?", "~", "_", "\\", ", ", "(", "http://", "-b"),
)
lines = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


@given(st.lists(lines, min_size=1, max_size=5).map("\n".join))
def test_a_glance_finds_what_a_close_look_finds(text):
    source = Source("content/fiches/velo.md", text)
    at_a_glance = mending.mend(source, 1, text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mending, "_SOUND", re.compile("(?!)"))
        assert mending.mend(source, 1, text) == at_a_glance


@pytest.mark.parametrize(
    "line", ['titre: "Fête : le jardin"', "  - des familles", "mots_cles:", "nom: Le Bac"]
)
def test_plain_lines_need_no_close_look(line):
    assert mending._SOUND.fullmatch(line)
