"""How problems look: wide, narrow, in colours, in a file."""

from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from filquartiers.cli.report import show, visible
from filquartiers.problems import Gravity, Problem, Where, problem


def printed(problems, *, width=80, terminal=True):
    out = StringIO()
    console = Console(
        file=out, width=width, force_terminal=terminal, color_system=None, highlight=False, soft_wrap=True
    )
    show(console, problems)
    return out.getvalue()


LONG = problem("section-double", Where("a.md", 12, 1, 9, "## Résumé"), titre="Résumé", autre=7)


@pytest.mark.parametrize("width", [20, 40, 60, 80, 200])
def test_sentences_are_cut_at_spaces_to_the_width(width):
    text = printed([LONG], width=width)
    assert all(cell_len(line) < max(width, 40) for line in text.splitlines())
    assert " ".join(text.split()).count(LONG.message) == 1


def test_nothing_is_cut_in_a_file():
    assert f"  erreur · ligne 12 · {LONG.message}\n" in printed([LONG], terminal=False)


def test_no_colour_in_a_file_and_some_in_a_terminal():
    for terminal, colours in ((True, "standard"), (False, "auto")):
        out = StringIO()
        show(Console(file=out, force_terminal=terminal, color_system=colours), [LONG])
        assert ("\x1b[" in out.getvalue()) is terminal


def test_gravest_files_first_then_by_name():
    told = [
        problem("fichier-vide", Where("z.md")),
        problem("encodage", Where("a.md"), encodage="UTF-16"),
        problem("diese", Where("m.md", 3), perdu="#", gardee="#"),
        problem("cle-illisible", Where("m.md", 9)),
        problem("cle-illisible", Where("m.md", 2)),
    ]
    text = printed(told)
    order = ["m.md\n", "erreur · ligne 2", "erreur · ligne 9", "avertissement · ligne 3", "z.md\n", "a.md\n"]
    assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)


def test_gaps_take_one_line_a_file():
    told = [
        problem("a-completer", Where("a.md", 2), champ=name, aide="")
        for name in ("Accès", "Public", "Public")
    ]
    assert printed(told) == "\na.md\n  à compléter · Accès · Public (2)\n"


def test_the_same_advice_is_given_once():
    told = [problem("yaml-illisible", Where("a.md", line)) for line in (2, 3)]
    text = printed(told, terminal=False)
    assert text.count(told[0].hint) == text.count("[yaml-illisible]") == 1
    assert text.count("erreur · ligne") == 2


def underlined(line, column, length):
    told = Problem("x", Gravity.ERROR, Where("a.md", 1, column, length, line), "M.")
    shown = printed([told], terminal=False).splitlines()
    return shown[3], shown[4]


@pytest.mark.parametrize("before", ["titre: ", "\ttitre: ", "日本語: ", "e\u0301te\u0301: ", "\u00a0\u202f"])
def test_the_place_is_under_its_word(before):
    shown, marks = underlined(f"{before}faute", len(before) + 1, 5)
    at = marks.index("^")
    assert marks.strip() == "^" * 5
    assert cell_len(shown[: shown.index("faute")]) == at


def test_signs_that_move_the_cursor_are_shown_as_spaces():
    shown, _ = underlined("a\x1b[2Jb\x07\r\u2028faute", 11, 5)
    assert shown.isprintable()


@pytest.mark.parametrize("column", [1, 60, 200, 495])
def test_a_long_line_is_cut_around_the_place(column):
    line = "x" * (column - 1) + "faute" + "x" * (500 - column)
    shown, start, length = visible(Where("a.md", 1, column, 5, line), 70)
    assert len(shown) <= 70
    assert shown[start - 1 : start - 1 + length] == "faute"


def test_a_place_past_the_end_of_the_line_is_no_trouble():
    assert underlined("court", 40, 9)[0].endswith("court")
