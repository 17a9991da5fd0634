"""The fast road from Markdown to HTML writes the very bytes of Python-Markdown, or leaves the text to it.

For more than CI's few hundred random texts: ``EXEMPLES=20000 python -m pytest tests/test_prose_roads.py``.
"""

import os
import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filquartiers.content import load
from filquartiers.model.kinds import KINDS
from filquartiers.model.prose import Prose
from filquartiers.prose import reference, road
from filquartiers.prose.typed import as_markdown

ROOT = Path(__file__).parents[1]
EXAMPLES = int(os.environ.get("EXEMPLES", "300"))


def same(typed: str) -> bool:
    """Whether the fast road takes a text; its bytes are then those of the reference."""
    made = road.converted(typed)
    if made is not None:
        assert made == reference(typed)
    return made is not None


def texts(folder: Path) -> list[str]:
    """Every long text of a project."""
    site = load(folder, KINDS, date(2026, 11, 21)).site
    entries = [entry for kind in site.entries.values() for entry in kind]
    found: list[object] = [value for entry in entries for value in vars(entry).values()]
    long: set[str] = set()
    while found:
        value = found.pop()
        if isinstance(value, Prose) and value:
            long.add(value.text)
        elif isinstance(value, tuple):
            found += value
        elif hasattr(value, "__dict__"):
            found += vars(value).values()
    return sorted(long)


@pytest.mark.parametrize("folder", [".", "tests/exemples/fictif", "tests/exemples/mini"])
def test_real_texts_take_the_fast_road(folder):
    found = texts(ROOT / folder)
    fast = [same(as_markdown(text)) for text in found]
    assert len(found) > 5
    assert sum(fast) > 0.95 * len(fast)


WORDS = [
    *(
        "le",
        "jardin",
        "de l'école,",
        "« les voisins »",
        "—",
        "14h30",
        ": à",
        "5 €",
        "& café",
        "R&D",
        "(n° 2)",
    ),
    *("chacun·e", "!", "3 > 2", "snake_case"),
]
PIECES = [
    *("**en commun**", "*pas à pas*", "_mot_", "__fort__", "`charte`", "`a > b`", "(*bis*)", "l'*Escale*,"),
    *(
        "[le pacte](/pactes/)",
        "[**gras**](a.md#b)",
        "[`code`](x)",
        "![Un four](four.jpg)",
        "[à voir]",
        "[a] [b]",
    ),
]


def sentence(chance: random.Random) -> str:
    some = [chance.choice(PIECES if chance.random() < 0.2 else WORDS) for _ in range(chance.randint(3, 25))]
    return " ".join(["Voici", *some]) + chance.choice([".", " :", " !", "", "  \nPuis la suite."])


def block(chance: random.Random) -> str:
    def say() -> str:
        return sentence(chance)

    count = range(chance.randint(1, 4))
    bullet = chance.choice(["- ", "* ", "+ ", "• ", "1. ", "4. ", "1) "])
    return chance.choice(
        [
            say(),
            "\n".join(say() for _ in count),
            f"{'#' * chance.randint(1, 4)} {say()}".replace("\n", " "),
            f"## Titre\n{say()}",
            "\n".join(bullet + say() for _ in count),
            "\n".join(f"- {say()}\n  {say()}\n  - {say()}\n    1. {say()}" for _ in count),
            "\n\n".join(bullet + say() for _ in count),
            f"{say()}\n- {say()}\n- {say()}",
            "\n".join("> " + say().replace("\n", "\n> ") for _ in count),
            f"> {say()}\n>\n> - {say()}\n> - {say()}".replace("  \n", " "),
            "| Poste | Coût |\n|:---|---:|\n"
            + "\n".join(f"| {chance.choice(PIECES)} | 5 € |" for _ in count),
            "---",
        ]
    )


def test_what_editors_write_takes_the_fast_road():
    chance = random.Random("filquartiers")  # noqa: S311
    written = ["\n\n".join(block(chance) for _ in range(chance.randint(1, 12))) for _ in range(EXAMPLES)]
    fast = [same(as_markdown(text)) for text in written]
    assert sum(fast) > 0.95 * len(fast)


SIGNS = st.text(st.sampled_from("ab é1\n\n  *_[]()!#-+>|`:.&=<\\\t\u00a0’«»·•"), max_size=40)
LINES = st.sampled_from(
    [
        *(
            "a",
            "*a* **b** _c_",
            "a  ",
            "  a",
            "    a",
            "",
            "",
            "   ",
            "a *b",
            "c* d",
            "**a**, b",
            "__a_b__",
            "5 * 3 * 2",
        ),
        *("- a", "- b", "* c", "+", "-", "1. d", "2. e", "- # f", "- > g", "- - h", "1. 2. i", "10. j"),
        *(
            "    - k",
            "    1. l",
            "   - m",
            "        - n",
            "        o",
            "\u00a0p",
            "***",
            "* * *",
            "---",
            "===",
        ),
        *(
            "# q",
            "## r ##",
            "#s",
            "#",
            "> t",
            "> - u",
            ">",
            "> > v",
            ">w",
            "> # x",
            "> | a | b |",
            "> |---|---|",
        ),
        *("| a | b |", "|---|:-:|", "|a|", "||", "a | b", "-|-", "| `a|b` | c |", "|**d**|[e](f)|g|", "|"),
        *(
            "[a](b)",
            "[a] [b](c)",
            "[a][b]",
            "[c]: d",
            "![e](f.jpg)",
            "![g]",
            "[h](i 'j')",
            "[*k*](l)",
            "`m` ` n",
            "``o``",
        ),
    ]
)
TEXTS = st.one_of(
    SIGNS,
    st.lists(LINES, max_size=8).map("\n".join),
    st.lists(st.one_of(SIGNS, LINES), max_size=6).map("".join),
)


@settings(max_examples=EXAMPLES, deadline=None)
@given(TEXTS)
def test_any_text_has_the_same_bytes_on_both_roads(text):
    same(text)
    same(as_markdown(text))


@pytest.mark.parametrize(
    "doubtful",
    [
        *("a\\. b", "a\n---", "a\n* * *", "a\n > b", "*a** b*", "a  \n *b*", "|a|b|\n|-|-|"),
        *(
            "<b>a</b>",
            "a\\*b",
            "&amp;",
            "[a]: b",
            "``a``",
            "*a **b** c*",
            "***a***",
            "* a *b",
            "a\n===",
            "- - a",
            "[a](b 'c')",
        ),
        *(
            "    a",
            "- a\n\n    b",
            "a | b\n- | -",
            "> > a",
            "> a\nb",
            "![a][b]c",
            "[a [b](c)",
            "`a",
            "\x02a",
            "a\rb",
        ),
    ],
)
def test_what_is_not_certain_is_left_to_the_reference(doubtful):
    assert road.converted(doubtful) is None


@pytest.mark.parametrize(
    "text", ["| a | b | c |\n|---|---|---|\n| d |", "# a\n- b", "| a | b |\n|---|---|\n| c | d |"]
)
def test_what_is_certain_takes_the_fast_road(text):
    assert same(as_markdown(text))
