"""The table of phrases, and the way back: what we say of a rule reads as the same rule."""

import pytest

from filquartiers.model.agenda.describe import describe
from filquartiers.model.agenda.parse import EXAMPLES, parse_rule
from filquartiers.model.agenda.rule import Rule
from filquartiers.model.refusal import Refusal
from model.agenda.phrase_table import TABLE, Phrase, computed, phrases

ROWS = phrases()


def readable(phrase: Phrase) -> bool:
    try:
        return isinstance(phrase.rule, Rule)
    except Refusal:
        return False


READABLE = [phrase for phrase in ROWS if readable(phrase)]


def test_the_table_holds(expect):
    expect(TABLE, computed())


def test_the_table_is_large_and_without_repeats():
    assert len(ROWS) > 200
    assert len(set(ROWS)) == len(ROWS)


@pytest.mark.parametrize("phrase", READABLE, ids=lambda phrase: f"{phrase.text} ({phrase.start})")
def test_words_and_back(phrase):
    rule = phrase.rule
    assert parse_rule(describe(phrase.schedule), start=phrase.start) == rule


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_grammar_reads(example, october):
    assert isinstance(parse_rule(example, start=october), Rule)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tous les mercredsi", "tous les mercredis"),
        ("le premeir vendredi du mois", "le premier vendredi du mois"),
        ("tous les mardis jusquau 30 juin 2027", "tous les mardis, jusqu'au 30 juin 2027"),
    ],
)
def test_a_slip_of_the_pen_is_mended(typed, meant):
    with pytest.raises(Refusal) as caught:
        parse_rule(typed)
    assert caught.value.values["proche"] == meant
