"""Addresses are told in one place, and links work from any folder."""

import pytest

from filquartiers.model.kinds import Maison, Reseau
from filquartiers.model.own_pages import own_pages
from filquartiers.render.web import pages
from filquartiers.render.web.links import Addresses, address_of, output_path, relative

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
]


@pytest.mark.parametrize(("source", "target", "link"), LINKS)
def test_a_link_is_relative_and_names_its_file(source: str, target: str, link: str) -> None:
    assert relative(source, target) == link


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("", "site/index.html"),
        ("404.html", "site/404.html"),
        ("maisons/kerlede/", "site/maisons/kerlede/index.html"),
    ],
)
def test_the_file_behind_an_address(address: str, path: str) -> None:
    assert output_path(address) == path


def test_an_only_network_lives_on_the_home_page(mini, reel) -> None:
    assert address_of(mini.site.networks[0], alone=True) == ""
    assert [Addresses(reel.site).of(one) for one in reel.site.networks] == ["saint-nazaire/", "romans/"]


def test_a_draft_may_be_named_but_has_no_address(mini) -> None:
    house = mini.site.of(Maison)[0]
    draft = house.model_copy(update={"slug": "pas-encore"})
    assert Addresses(mini.site).of(house) == f"maisons/{house.slug}/"
    assert Addresses(mini.site).of(draft) is None


@pytest.mark.parametrize("name", ["maisons/le-bac", "../maisons/le-bac.md", "le-bac", "maisons/le-bac/"])
def test_what_editors_type_finds_the_page(mini, name: str) -> None:
    assert Addresses(mini.site).named(name) == "maisons/le-bac/"


def test_a_name_that_two_entries_bear_finds_neither(mini) -> None:
    site = mini.site
    twin = site.of(Reseau)[0].model_copy(update={"slug": "le-bac"})
    both = type(site)({**site.entries, "reseau": (*site.networks, twin)}, site.kinds, site.today)
    assert Addresses(both).named("le-bac") is None


def test_texts_may_lead_to_pages_that_no_entry_makes_and_all_of_these_exist(reel, mini, fictif) -> None:
    for edition in (reel, mini, fictif):
        made = {output.path for output in pages(edition)}
        known = Addresses(edition.site)
        assert [
            name for name in own_pages(edition.site) if output_path(str(known.named(name))) not in made
        ] == []
