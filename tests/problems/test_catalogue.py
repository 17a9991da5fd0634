"""Every message explains itself, in plain French, and every code of the program has its message."""

import re
from pathlib import Path

import pytest

from filquartiers.problems import CATALOGUE
from filquartiers.problems.catalogue import FAMILIES

SOURCES = Path(__file__).parents[2] / "src/filquartiers"
ALL = [message for family in FAMILIES for message in family.MESSAGES]

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


PLAIN = [
    message
    for family in FAMILIES
    if family.__name__.rsplit(".", 1)[-1] not in TRADES
    for message in family.MESSAGES
]
SHOWN = re.compile(r"« .*? »|filquartiers \w+( --?\w+)*|--\w+|\{\w+\}")  # commands, fields and values


def test_a_code_has_one_message():
    codes = [message.code for message in ALL]
    assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize("message", ALL, ids=lambda message: message.code)
class TestEachMessage:
    def test_its_code_is_a_slug(self, message):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", message.code)

    def test_it_explains_and_shows(self, message):
        assert message.sentence
        assert message.explanation
        assert message.wrong
        assert message.right
        assert message.wrong != message.right

    def test_its_sentences_end(self, message):
        for text in (message.sentence, message.hint, message.explanation):
            assert not text or re.search(r"[.?!…»]$|\{\w+\}$", text), text

    def test_it_is_french(self, message):
        for text in (message.sentence, message.hint, message.explanation):
            assert "'" not in re.sub(r"« .*? »", "", text), text
            assert "..." not in text, text


@pytest.mark.parametrize("message", PLAIN, ids=lambda message: message.code)
def test_it_speaks_plainly(message):
    for text in (message.sentence, message.hint, message.explanation):
        assert JARGON.search(SHOWN.sub("", text)) is None, text


def codes_named_in_the_sources() -> set[str]:
    """Every string of the sources that is a code; the catalogue itself left out."""
    found: set[str] = set()
    for file in SOURCES.rglob("*.py"):
        if "catalogue" not in file.parts:
            found |= set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', file.read_text(encoding="utf-8")))
    return found


def test_every_message_is_used():
    assert CATALOGUE.keys() - codes_named_in_the_sources() == set()


def codes_told() -> set[tuple[str, str]]:
    """The codes given to ``problem``, `Refusal` or ``Remark``, with their file."""
    call = re.compile(r'(?:\bproblem|Refusal|Remark|PydanticCustomError)\(\s*"([^"]+)"')
    return {
        (code, file.relative_to(SOURCES).as_posix())
        for file in SOURCES.rglob("*.py")
        for code in call.findall(file.read_text(encoding="utf-8"))
    }


def test_every_code_told_has_a_message():
    waiting = "reference-en-attente"  # never told: the page it waits for tells
    assert {(code, file) for code, file in codes_told() if code not in CATALOGUE and code != waiting} == set()
