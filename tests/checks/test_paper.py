"""What print cannot do is known before anything is composed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from filquartiers.checks.paper import unprintable
from filquartiers.checks.parts import empty_parts
from filquartiers.checks.room import leaflets, trees
from filquartiers.content import load
from filquartiers.model.kinds import KINDS, Brochure, Objectifs, Reseau
from filquartiers.model.kinds.brochure import SECTIONS, BrochurePart
from filquartiers.model.site import Site
from filquartiers.paper import drawn_by
from filquartiers.telling.printed.booklet import booklet
from filquartiers.telling.teller import Teller

ROOT = Path(__file__).parents[2]
PROJECTS = {"reel": ROOT, "fictif": ROOT / "tests/exemples/fictif", "mini": ROOT / "tests/exemples/mini"}
DAYS = (date(2017, 5, 1), date(2026, 11, 21), date(2027, 1, 5), date(2040, 1, 1))


@pytest.fixture(scope="module", params=PROJECTS)
def site(request) -> Site:
    return load(PROJECTS[request.param], KINDS, DAYS[1]).site


def asking(site: Site, network: Reseau, *parts: BrochurePart, form: str = "A5") -> tuple[Site, Brochure]:
    """The site with a brochure of these parts alone."""
    entry = Brochure(slug="tout", titre="Tout", reseau=network, format=form, sections=parts)
    return replace(site, entries={**site.entries, "brochure": (entry,)}), entry


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_parts_told_empty_are_those_left_out(site, day):
    site = replace(site, today=day)
    for network in site.networks:
        for theme in (None, "Solidarité", "Astronomie"):
            parts = [BrochurePart(section=name, theme=theme) for name in SECTIONS]
            asked, entry = asking(site, network, *parts, BrochurePart(section="notes"))
            assert _told(asked) == set(booklet(Teller(asked, "Au fil", {}), entry).empty)


def _told(site: Site) -> set[str]:
    return {part for part in SECTIONS for one in empty_parts(site) if f"« {part} » n’a rien" in one.message}


def test_real_contents_have_room_and_letters(site):
    points = drawn_by(ROOT / "assets/fonts")
    assert list(leaflets(site)) == list(trees(site)) == []
    assert list(unprintable(site, lambda: points)) == []


def test_no_font_is_read_for_usual_letters(site):
    def read():
        raise AssertionError

    assert list(unprintable(site, read)) == []


def test_a_column_too_full_is_told(site):
    for tree in site.of(Objectifs):
        asked, _ = asking(site, tree.reseau, form="A3")
        assert list(trees(asked)) == []
        full = tree.model_copy(update={"actions": tree.actions * 4})
        crowded = replace(asked, entries={**asked.entries, "objectifs": (full,)})
        assert [one.code for one in trees(crowded)] == ["volet-trop-plein"]
