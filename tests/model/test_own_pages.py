"""The list of our own pages is that of the pages that exist."""

from datetime import date
from pathlib import Path

import pytest

from filquartiers.content import load
from filquartiers.model.kinds import KINDS
from filquartiers.model.own_pages import OWN_PAGES, own_pages, reserved

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site():
    return load(ROOT / "tests/exemples/mini", KINDS, date(2026, 11, 21)).site


def test_lists_of_kinds_without_entries_are_no_pages(site) -> None:
    assert {"maisons", "fiches", "agenda", "plan"} <= set(own_pages(site))
    assert not {"chartes", "brochures", "reseaux"} & set(own_pages(site))


def test_the_root_of_the_site_is_ours(site) -> None:
    assert {"agenda", "plan", "assets", "images", "documents", "chartes"} <= reserved(site)
    assert "saint-nazaire" not in reserved(site)


def test_pages_are_told_as_editors_type_them() -> None:
    assert all(name == name.strip("/") for name in OWN_PAGES)
