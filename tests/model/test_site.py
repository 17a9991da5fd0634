"""The network of each entry, and what belongs to a network."""

from datetime import date

import pytest

from filquartiers.model.agenda.times import Moment
from filquartiers.model.kinds import KINDS, Evenement, Fiche, Maison, Page, Presse, Reseau
from filquartiers.model.site import Site

ONE, OTHER = (Reseau(slug=slug, nom=slug, ville=slug) for slug in ("un", "deux"))
HOUSE = Maison(slug="bac", reseau=ONE)
ALONE = Page(slug="seule", titre="Seule")
MOMENT = Moment(date(2027, 1, 6))


@pytest.mark.parametrize(
    ("entry", "network"),
    [
        (ONE, ONE),
        (HOUSE, ONE),
        (Fiche(slug="f", titre="F", maisons=(HOUSE,)), ONE),
        (Fiche(slug="f", titre="F", maisons=(HOUSE,), reseau=OTHER), OTHER),
        (Evenement(slug="e", titre="E", debut=MOMENT, maisons=(HOUSE,)), ONE),
        (Evenement(slug="e", titre="E", debut=MOMENT), None),
        (Page(slug="p", titre="P", reseau=OTHER), OTHER),
        (ALONE, None),
        (Presse(slug="x", nom="X"), None),
    ],
)
def test_the_network_of_an_entry(entry, network):
    assert entry.network == network


@pytest.mark.parametrize(("networks", "found"), [((), None), ((ONE,), ONE), ((ONE, OTHER), None)])
def test_the_only_network_of_a_site_owns_what_names_none(networks, found):
    site = Site({"reseau": networks, "page": (ALONE,)}, KINDS, date(2027, 1, 5))
    assert site.only_network == site.network_of(ALONE) == found
    assert [site.of(Page, network) for network in networks] == [(ALONE,) if found else ()] * len(networks)
    assert site.of(Page) == (ALONE,)
