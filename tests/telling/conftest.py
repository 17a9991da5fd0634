"""The projects of this checkout as they are told: the made-up ones and the real content."""

from dataclasses import replace
from datetime import date

import pytest

from filquartiers.content import load
from filquartiers.model.kinds import KINDS
from filquartiers.telling.teller import Teller
from render.conftest import ROOT as PORT_CLAIR
from render.web.conftest import ROOT, edition_of

PROJECTS = {"mini": ROOT / "tests/exemples/mini", "fictif": ROOT / "tests/exemples/fictif", "reel": ROOT}


@pytest.fixture(scope="session")
def editions():
    """The three projects, by name, as renderers receive them."""
    return {name: edition_of(folder) for name, folder in PROJECTS.items()}


@pytest.fixture(scope="session")
def mini(editions) -> Teller:
    """Belleville-sur-Onde: one network, three houses."""
    return editions["mini"].teller


@pytest.fixture(scope="session")
def fictif(editions) -> Teller:
    """Valmarin: one network, five houses, all kinds."""
    return editions["fictif"].teller


@pytest.fixture(scope="session")
def reel(editions) -> Teller:
    """The real content: two networks, one of them without names."""
    return editions["reel"].teller


@pytest.fixture(scope="session")
def port_clair() -> Teller:
    """The small agenda of ``tests/render/agenda``."""
    loaded = load(PORT_CLAIR, KINDS, date(2026, 11, 21))
    assert not loaded.problems
    return Teller(loaded.site)


@pytest.fixture(scope="session")
def with_entries():
    """The same site told with these entries in the place of those of their kinds."""

    def told(teller: Teller, **entries) -> Teller:
        return replace(teller, site=replace(teller.site, entries={**teller.site.entries, **entries}))

    return told
