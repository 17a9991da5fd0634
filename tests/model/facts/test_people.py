"""Who may be named, to the day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filquartiers.model.facts.people import Consent, consent, may_be_named, team
from filquartiers.model.kinds import Maison, Reseau
from filquartiers.model.kinds.maison import Personne

TODAY = date(2027, 1, 5)


def person(*, agreed: bool = True, until: date | None = None) -> Personne:
    return Personne(nom="Camille", accord=agreed, jusquau=until)


@pytest.mark.parametrize(
    ("agreed", "days", "expected"),
    [
        (False, None, Consent.MISSING),
        (False, 100, Consent.MISSING),
        (True, None, Consent.ENDLESS),
        (True, -1, Consent.OVER),
        (True, 0, Consent.ENDING),
        (True, 59, Consent.ENDING),
        (True, 60, Consent.GIVEN),
    ],
)
def test_where_a_consent_stands(agreed, days, expected):
    until = None if days is None else TODAY + timedelta(days=days)
    assert consent(person(agreed=agreed, until=until), TODAY) is expected


@given(st.booleans(), st.none() | st.dates(), st.dates(max_value=date(9999, 1, 1)))
def test_nobody_is_named_without_a_consent_that_lasts(agreed, until, today):
    one = person(agreed=agreed, until=until)
    assert may_be_named(one, today) is (agreed and (until is None or until >= today))
    house = Maison(slug="m", reseau=Reseau(slug="r", nom="R", ville="R"), equipe=(one,))
    assert team(house, today) == ((one,) if may_be_named(one, today) else ())
