"""The phrases of flyers, against dates told by hand; and proposals, which keep all that was typed."""

import re
from datetime import date

import pytest

from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.refusal import Refusal
from model.agenda.flyers import KEPT, READ, START, TABLE, flyers, rewritten

FLYERS = flyers()


@pytest.mark.parametrize("flyer", FLYERS, ids=lambda flyer: flyer.text)
def test_a_flyer_is_read_as_people_read_it(flyer):
    assert flyer.verdict == (KEPT if flyer.refused else READ)


def test_the_table_tells_what_we_say_of_each(expect):
    expect(TABLE, rewritten())


@pytest.mark.parametrize("flyer", [one for one in FLYERS if one.words], ids=lambda flyer: flyer.text)
def test_what_we_say_reads_as_the_same(flyer):
    assert parse_rule(flyer.words, start=START) == flyer.schedule.rule


def test_the_table_is_large_without_repeats_nor_answers_missing():
    assert len(FLYERS) > 190
    assert len({one.text for one in FLYERS}) == len(FLYERS)
    assert [one.text for one in FLYERS if one.refused == bool(one.told)] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tous les mercredsi de 14h à 16h", "tous les mercredis de 14 h à 16 h"),
        (
            "tous les mardsi sauf vacances scolaires, jusqu'au 30 juin 2027",
            "tous les mardis, sauf vacances scolaires, jusqu'au 30 juin 2027",
        ),
        ("le premeir vendredi et le troisème vendredi du mois", ""),
        # What is left aside would be lost: nothing is proposed.
        ("le lundi ou presque", ""),
        ("lundi ou jeudi 14h", ""),
        ("quand il pleut", ""),
        ("tous les mardis 14h-16h et plus si affinités", ""),
        ("un mardi chaque fois que possible à 10h", ""),
    ],
)
def test_a_proposal_keeps_all_that_was_typed_or_is_not_made(typed, meant):
    with pytest.raises(Refusal) as caught:
        parse_rule(typed, start=START)
    assert caught.value.values["proche"] == meant


NUMBERS = re.compile(r"\d+")


@pytest.mark.parametrize("flyer", [one for one in FLYERS if not one.schedule], ids=lambda flyer: flyer.text)
def test_no_proposal_loses_a_number(flyer):
    try:
        parse_rule(flyer.text, start=date(2026, 10, 7))
    except Refusal as refusal:
        proposal = refusal.values.get("proche", "") if refusal.code == "regle-inconnue" else ""
        assert not proposal or set(NUMBERS.findall(flyer.text)) <= set(NUMBERS.findall(proposal))
