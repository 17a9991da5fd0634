"""What holds of every rule: back to itself through words, dates sorted and inside the window."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filquartiers.model.agenda.describe_rule import describe_rule
from filquartiers.model.agenda.expand import occurrences
from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.agenda.review import review
from filquartiers.model.agenda.rule import Rule, Words
from filquartiers.model.refusal import Refusal
from model.agenda.strategies import ANY_RULES, STARTS, any_schedules, schedules

unhurried = settings(deadline=None)  # the machine may be busy


@unhurried
@given(ANY_RULES, STARTS)
def test_a_rule_told_in_words_reads_as_itself(rule, start):
    assert parse_rule(describe_rule(rule), start=start) == rule


@unhurried
@given(any_schedules(), st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(0, 200))
def test_occurrences_are_sorted_and_inside_the_window(schedule, first, length):
    last = first + timedelta(days=length)
    found = list(occurrences(schedule, first, last))
    assert found == sorted(found, key=lambda one: one.sort_key)
    assert all(one.last_day >= first and one.day <= last for one in found)


@unhurried
@given(any_schedules(), st.dates(date(2026, 1, 1), date(2027, 6, 30)))
def test_two_windows_side_by_side_are_one(schedule, middle):
    first, last = middle - timedelta(days=90), middle + timedelta(days=90)
    parts = [*occurrences(schedule, first, middle), *occurrences(schedule, middle + timedelta(days=1), last)]
    whole = list(occurrences(schedule, first, last))
    assert [one for one in whole if one in parts] == whole
    assert all(one in whole for one in parts)  # what lasts over the middle is on both sides


@unhurried
@given(schedules())
def test_hours_are_the_same_in_every_season(schedule):
    rule = schedule.rule
    stated = {rule.times, *(times for one in rule.timetable for times in one.times)}
    for one in occurrences(schedule, date(2026, 1, 1), date(2027, 6, 1)):
        assert (one.start.time() if one.start else None) == (one.times.start if one.times else None)
        assert one.times in stated or one.times is None
        assert (one.times is None) <= (
            stated == {None} or one.part_of_day.startswith("sauf") or bool(one.change)
        )


@unhurried
@given(any_schedules())
def test_every_schedule_can_be_reviewed(schedule):
    assert review(schedule, horizon=date(2027, 8, 31)) == review(schedule, horizon=date(2027, 8, 31))


@unhurried
@given(st.text(), st.none() | STARTS)
def test_any_text_is_a_rule_words_or_a_french_refusal(text, start):
    try:
        found = parse_rule(text, start=start)
    except Refusal as error:
        assert error.code  # noqa: PT017  either outcome is fine, a traceback is not
    else:
        assert isinstance(found, (Rule, Words))


FRAGMENTS = (
    "tous les", "le", "les", "mercredis", "mardi", "sauf", "vacances scolaires", "jusqu'au",
    "30 juin", "2027", ",", "et", "premier", "vendredi", "du mois", "du", "au", "12",
    "16 janvier 2027", "de 14 h à 17 h", "un", "sur", "deux", "fois", "en août", "jours fériés",
    "31 février", "semaines", "toutes les", "99", "à partir du",
)  # fmt: skip


@pytest.mark.parametrize("text", ["bla " * 50_000, "tous les mercredis " * 5_000, "1, " * 50_000])
def test_a_text_without_end_is_refused_at_once(text):
    with pytest.raises(Refusal) as caught:
        parse_rule(text)
    assert len(caught.value.values["texte"]) <= 100


@unhurried
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=9).map(" ".join), st.none() | STARTS)
def test_any_jumble_of_known_words_ends_without_a_traceback(text, start):
    try:
        parse_rule(text, start=start)
    except Refusal as error:
        assert error.code  # noqa: PT017  same
