"""Every message explains itself, in plain French, and every code of the program has its message."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from filquartiers.problems import CATALOGUE

SOURCES = Path(__file__).parents[2] / "src/filquartiers"
ALL = [message for family in CATALOGUE.families.values() for message in family]

# Words of programmers: a volunteer need not know them. « --- » and # are shown, never named.
JARGON = re.compile(
    r"\b(pars(?:er|ing)|token|string|bool[ée]en|int[ée]ger|null|none|array|dictionnaire|scalaire|"
    r"s[ée]quence|mapping|indentation|syntaxe|traceback|stack|regex|slug|front[ -]?matter|schema|sch[ée]ma|"
    r"pydantic|python|json|unicode|octets?|bytes?|path|url|uri|encoder|runtime|warning|error|invalid[e]?|"
    r"render|build)\b",
    re.IGNORECASE,
)
# Messages for whoever changes the identity, the templates or the press: their words are their trade's.
TRADES = ("identite", "composition", "impression", "impression_objets")
PLAIN = [message for name, family in CATALOGUE.families.items() if name not in TRADES for message in family]
SHOWN = re.compile(r"« .*? »|filquartiers \w+( --?\w+)*|--\w+|\{\w+\}")  # commands, fields and values


def test_every_file_is_read():
    files = {file.stem for file in (SOURCES / "problems/catalogue").glob("*.txt")}
    assert files == CATALOGUE.families.keys()


def test_a_code_has_one_message():
    codes = [message.code for message in ALL]
    assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize("message", ALL, ids=lambda message: message.code)
class TestEachMessage:
    def test_its_code_is_a_slug(self, message):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", message.code)

    def test_it_explains_and_shows(self, message):
        assert message.sentence
        assert message.hint
        assert message.explanation
        assert message.wrong
        assert message.right
        assert message.wrong != message.right

    def test_its_sentences_end(self, message):
        for text in (message.sentence, message.hint, message.explanation):
            assert not text or re.search(r"[.?!…»]$|\{\w+\}$", text), text

    def test_its_braces_are_closed(self, message):
        for text in (message.sentence, message.hint):
            named = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
            assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", name) for name in named), text

    def test_it_is_french(self, message):
        for text in (message.sentence, message.hint, message.explanation):
            assert "'" not in re.sub(r"« .*? »", "", text), text
            assert "..." not in text, text


@pytest.mark.parametrize("message", PLAIN, ids=lambda message: message.code)
def test_it_speaks_plainly(message):
    for text in (message.sentence, message.hint, message.explanation):
        assert JARGON.search(SHOWN.sub("", text)) is None, text


TREES = {file: ast.parse(file.read_text(encoding="utf-8")) for file in SOURCES.rglob("*.py")}
NODES = [
    (file.relative_to(SOURCES).as_posix(), node) for file, tree in TREES.items() for node in ast.walk(tree)
]


def tellers() -> set[str]:
    """All that is called with a code: what carries one, and each function that takes ``code: str`` first."""
    functions = (node for _, node in NODES if isinstance(node, ast.FunctionDef))
    ours = {one.name for one in functions if re.match(r"(self, )?code: str(,|$)", ast.unparse(one.args))}
    return ours - {"__init__", "__getitem__"} | {"Refusal", "Remark", "PydanticCustomError"}


def codes_told() -> set[tuple[str, str]]:
    """The codes written in the sources where one is told, with their file."""
    known = tellers()
    return {
        (code, file)
        for file, node in NODES
        if isinstance(node, ast.Call) and node.args and callee(node) in known
        for code in texts(node.args[0])
    }


def callee(call: ast.Call) -> str:
    """``problem`` of ``problem(…)``, ``told`` of ``reader.told(…)``; ``match.group(…)`` is not ours."""
    if isinstance(call.func, ast.Attribute):
        return "" if call.func.attr == "group" else call.func.attr
    return ast.unparse(call.func)


def texts(node: ast.expr) -> Iterator[str]:
    """The text that an argument is, or the two it chooses between."""
    if isinstance(node, ast.IfExp):
        yield from (*texts(node.body), *texts(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def test_every_code_told_has_a_message():
    waiting = "reference-en-attente"  # never told: the page it waits for tells
    told = codes_told()
    assert len(told) > len(CATALOGUE) / 2  # they are found
    assert {(code, file) for code, file in told if code not in CATALOGUE and code != waiting} == set()


def test_every_message_is_used():
    written = {node.value for _, node in NODES if isinstance(node, ast.Constant)}
    assert CATALOGUE.keys() - written == set()
