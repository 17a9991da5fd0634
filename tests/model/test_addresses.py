"""Addresses are told in one place, and links work from any folder."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from filquartiers.content import load
from filquartiers.model import addresses
from filquartiers.model.addresses import (
    Addresses,
    absolute,
    address_of,
    base_of,
    output_path,
    own_pages,
    relative,
    reserved,
)
from filquartiers.model.kinds import KINDS, Maison, Reseau

ROOT = Path(__file__).parents[2]
LINKS = [
    # from, to, link
    ("", "", "index.html"),
    ("", "maisons/kerlede/", "maisons/kerlede/index.html"),
    ("maisons/kerlede/", "", "../../index.html"),
    ("maisons/kerlede/", "maisons/kerlede/", "../../maisons/kerlede/index.html"),
    ("maisons/kerlede/", "assets/style.css", "../../assets/style.css"),
    ("agenda/", "agenda/tous.ics", "../agenda/tous.ics"),
    ("404.html", "maisons/", "maisons/index.html"),
    ("", "objectifs/arbre/#prets", "objectifs/arbre/index.html#prets"),
    ("objectifs/arbre/", "objectifs/arbre/#prets", "#prets"),
    ("agenda/", "https://example.org/a", "https://example.org/a"),
    ("agenda/", "mailto:ici@example.org", "mailto:ici@example.org"),
]


@pytest.fixture(scope="module")
def site():
    return load(ROOT / "tests/exemples/mini", KINDS, date(2026, 11, 21)).site


@pytest.fixture(scope="module")
def real():
    return load(ROOT, KINDS, date(2026, 11, 21)).site


@pytest.mark.parametrize(("source", "target", "link"), LINKS)
def test_a_link_is_relative_and_names_its_file(source: str, target: str, link: str) -> None:
    assert relative(source, target) == link


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("", "site/index.html"),
        ("404.html", "site/404.html"),
        ("maisons/kerlede/", "site/maisons/kerlede/index.html"),
        ("agenda/tous.ics", "site/agenda/tous.ics"),
    ],
)
def test_the_file_behind_an_address(address: str, path: str) -> None:
    assert output_path(address) == path


def test_an_only_network_lives_on_the_home_page(site, real) -> None:
    assert address_of(site.networks[0], alone=True) == ""
    assert [Addresses(real).of(one) for one in real.networks] == ["saint-nazaire/", "romans/"]


def test_a_draft_may_be_named_but_has_no_address(site) -> None:
    house = site.of(Maison)[0]
    draft = house.model_copy(update={"slug": "pas-encore"})
    assert Addresses(site).of(house) == f"maisons/{house.slug}/"
    assert Addresses(site).of(draft) is None


@pytest.mark.parametrize("name", ["maisons/le-bac", "../maisons/le-bac.md", "le-bac", "maisons/le-bac/"])
def test_what_editors_type_finds_the_page(site, name: str) -> None:
    assert Addresses(site).named(name) == "maisons/le-bac/"


def test_a_name_that_two_entries_bear_finds_neither(site) -> None:
    twin = site.of(Reseau)[0].model_copy(update={"slug": "le-bac"})
    both = replace(site, entries={**site.entries, "reseau": (*site.networks, twin)})
    assert Addresses(both).named("le-bac") is None


def test_lists_of_kinds_without_entries_are_no_pages(site) -> None:
    assert {"maisons", "fiches", "agenda", "plan"} <= set(own_pages(site))
    assert not {"chartes", "brochures", "reseaux"} & set(own_pages(site))


def test_the_root_of_the_site_is_ours(site) -> None:
    assert {"agenda", "plan", "assets", "images", "documents", "chartes"} <= reserved(site.kinds)
    assert "saint-nazaire" not in reserved(site.kinds)


def test_pages_are_told_as_editors_type_them(site) -> None:
    assert all(name == name.strip("/") for name in own_pages(site))
    assert {page.strip("/") for page in addresses.PAGES} <= set(own_pages(site))


def test_the_web_address_of_the_site_is_the_one_that_its_networks_agree_on(real) -> None:
    def stated(*sites: str | None):
        networks = tuple(
            one.model_copy(update={"site": site}) for one, site in zip(real.networks, sites, strict=True)
        )
        return replace(real, entries={**real.entries, "reseau": networks})

    both = "https://fil.example/nous"
    assert base_of(stated(both, None)) == base_of(stated(both, both)) == f"{both}/"
    assert base_of(stated(both, "https://romans.example/")) == ""
    apart = stated(both, "https://romans.example/")
    assert base_of(apart, apart.networks[1]) == "https://romans.example/"
    assert absolute(f"{both}/", "maisons/kerlede/") == f"{both}/maisons/kerlede/"
    assert absolute("", "maisons/kerlede/") == ""
