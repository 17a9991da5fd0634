"""Every code that the calendar raises has its French message."""

import re
from pathlib import Path

import filquartiers
from filquartiers.problems import CATALOGUE

MESSAGES = CATALOGUE.families["agenda"]
PACKAGE = Path(filquartiers.__file__).parent
MESSAGES = CATALOGUE.families["agenda"]
SOURCES = [PACKAGE / "model/kinds/evenement.py", *sorted(PACKAGE.glob("model/agenda/*.py"))]
SOURCES += sorted(PACKAGE.glob("checks/*.py"))
RAISED = {
    code
    for source in SOURCES
    for code in re.findall(r'(?:Remark|Refusal|problem)\(\s*"([a-z-]+)"', source.read_text(encoding="utf-8"))
}


def test_each_code_is_in_the_catalogue():
    assert len(RAISED) > 15
    assert CATALOGUE.keys() >= RAISED


def test_each_message_is_explained_with_a_wrong_and_a_right_example():
    assert [
        message.code for message in MESSAGES if not (message.explanation and message.wrong and message.right)
    ] == []


def test_no_message_is_left_unused():
    assert {message.code for message in MESSAGES} <= RAISED
