"""The weekly table of opening hours, from the words typed to the days of the week."""

from datetime import time

import pytest
from pydantic import TypeAdapter, ValidationError

from filquartiers.model.agenda.times import Times
from filquartiers.model.opening import Horaires, Ouverture

READ = TypeAdapter(Horaires).validate_python
MORNING = Times(time(9), time(12))
AFTERNOON = Times(time(14), time(18))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"lundi": "9h-12h"}, {0: (MORNING,)}),
        ({"mardi au jeudi": "9h-12h, 14h-18h"}, dict.fromkeys((1, 2, 3), (MORNING, AFTERNOON))),
        ({"mardi et jeudi": "9h-12h et 14h-18h"}, dict.fromkeys((1, 3), (MORNING, AFTERNOON))),
        ({"tous les jours": "14h-18h"}, dict.fromkeys(range(7), (AFTERNOON,))),
        ({"Samedi": "fermé", "lundi": "14h-18h"}, {0: (AFTERNOON,), 5: ()}),
    ],
)
def test_days_and_hours_are_read(typed: dict[str, str], expected: dict[int, tuple[Times, ...]]) -> None:
    assert READ(typed) == tuple(Ouverture(jour=day, plages=hours) for day, hours in expected.items())


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({"lundy": "9h-12h"}, "jour-inconnu"),
        ({"lundi": "tôt"}, "heure-illisible"),
        ({"lundi": []}, "texte-attendu"),
    ],
)
def test_what_cannot_be_read_says_why(typed: dict[str, object], code: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        READ(typed)
    assert [error["type"] for error in refusal.value.errors()] == [code]


def test_other_programs_read_a_day_and_its_hours() -> None:
    assert str(Ouverture(jour=1, plages=(MORNING, AFTERNOON))) == "mardi 09:00/12:00 14:00/18:00"
