"""What time makes of stated dates."""

from datetime import date

import pytest

from filquartiers.model.agenda.dates import PartialDate
from filquartiers.model.facts.terms import intention, last_day, pact_state, renewals
from filquartiers.model.kinds import KINDS, Pacte, Reseau
from filquartiers.model.site import Site

TODAY = date(2027, 1, 5)
NETWORK = Reseau(slug="r", nom="R", ville="R")


@pytest.mark.parametrize(
    ("end", "state"),
    [
        (None, ""),
        (date(2027, 1, 4), "échu"),
        (date(2027, 1, 5), "bientôt échu"),
        (date(2028, 1, 5), "bientôt échu"),
        (date(2028, 1, 6), ""),
        (PartialDate(2026), "échu"),
        (PartialDate(2027, 1), "bientôt échu"),
        (PartialDate(2028), ""),
    ],
)
def test_the_end_of_a_pact_is_announced_a_year_ahead(end, state):
    assert pact_state(Pacte(slug="p", titre="P", reseau=NETWORK, echeance=end), TODAY) == state


def test_a_pact_knows_those_that_prolong_it():
    first = Pacte(slug="un", titre="Un", reseau=NETWORK)
    second = Pacte(slug="deux", titre="Deux", reseau=NETWORK, renouvelle=first)
    site = Site({"pacte": (first, second), "reseau": (NETWORK,)}, KINDS, TODAY)
    assert (renewals(site, first), renewals(site, second)) == ((second,), ())


def test_an_intention_is_announced_once_its_date_is_past():
    assert last_day(PartialDate(2027)) == date(2027, 12, 31)
    told = [intention(day, TODAY) for day in (PartialDate(2027), TODAY, date(2027, 1, 4), PartialDate(2026))]
    assert told == ["prévu", "prévu", "annoncé", "annoncé"]
