"""RRULE of other calendars in French words, which mean the same."""

from datetime import date, datetime

import pytest
from icalendar import vRecur

from filquartiers.importers.agenda.ics.rules import recurrence_text
from filquartiers.model.agenda.parse import parse_rule

SPRING = datetime(2027, 4, 6, 14)  # noqa: DTZ001  a local hour


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", "tous les mardis"),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU", "un mardi sur deux"),
        ("FREQ=WEEKLY;COUNT=10", "toutes les semaines, 10 fois"),
        ("FREQ=MONTHLY;BYDAY=1TU", "le premier mardi du mois"),
        ("FREQ=MONTHLY", "le 6 du mois"),
        ("FREQ=YEARLY", "tous les ans"),
        ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270629T120000Z", "tous les mardis, jusqu'au 29 juin 2027"),
        ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270629T115959Z", "tous les mardis, jusqu'au 28 juin 2027"),
    ],
)
def test_a_rule_is_said_in_french(raw: str, words: str) -> None:
    assert recurrence_text(vRecur.from_ical(raw), SPRING) == (words, "")
    assert parse_rule(words, start=SPRING.date())


@pytest.mark.parametrize("raw", ["FREQ=YEARLY;BYWEEKNO=20", "FREQ=HOURLY", "FREQ=WEEKLY;BYDAY=TU;BYHOUR=9"])
def test_what_no_french_words_say_is_kept(raw: str) -> None:
    words, code = recurrence_text(vRecur.from_ical(raw), date(2027, 4, 6))
    assert (words.startswith("à préciser ("), code) == (True, "regle-a-preciser")
