"""Views are plain values: they can be compared, kept, sent, and drawn by who knows nothing of the site."""

import pickle
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Any, ClassVar, Union, get_args, get_origin, get_type_hints

import pytest

from filquartiers.model.kind import Entry
from filquartiers.model.site import Site
from filquartiers.render.album import album
from filquartiers.render.assets import assets
from filquartiers.render.web import surroundings
from filquartiers.render.web.studio import Studio
from filquartiers.telling import pages as told_pages
from filquartiers.telling.blocks import Block
from filquartiers.telling.entry import any_entry
from filquartiers.telling.frame import Frame, frame
from filquartiers.telling.kinds import TELLINGS
from filquartiers.telling.page import WebPage
from filquartiers.telling.pages import SPECIALS, pages
from filquartiers.telling.printed.views import PrintedView
from filquartiers.telling.teller import Teller
from render.web.conftest import edition_of
from telling.conftest import PROJECTS

PLAIN = (str, int, float, bool, NoneType, date)
LISTS = ("home_view", "index_view", "facet_view", "agenda_view", "month_view", "year_view", "archives_view")
MAKERS = (
    *TELLINGS.values(),
    any_entry,
    *(one.view for one in SPECIALS),
    *(getattr(told_pages, name) for name in (*LISTS, "subscribe_view")),
)


def parts(hint: Any) -> Iterator[type]:
    """The types that an annotation is made of, tuples and alternatives opened."""
    if get_origin(hint) is ClassVar:
        return
    if get_origin(hint) in {Union, UnionType, tuple}:
        for one in get_args(hint):
            if one is not Ellipsis:
                yield from parts(one)
    else:
        yield hint


def below(view: type) -> Iterator[type]:
    """The types of its fields, and those that may stand in their place."""
    for name, hint in get_type_hints(view).items():
        if (view, name) != (WebPage, "view"):
            yield from parts(hint)
    yield from view.__subclasses__()


@pytest.fixture(scope="module")
def types() -> frozenset[type]:
    """Every type that a page may hold, from what the makers of views say they return."""
    found: set[type] = set()
    left: list[type] = [WebPage, Frame, PrintedView, *(get_type_hints(maker)["return"] for maker in MAKERS)]
    while left:
        one = left.pop()
        if one not in found:
            found.add(one)
            left += below(one) if is_dataclass(one) else ()
    return frozenset(found)


def test_pages_are_made_of_plain_values_and_frozen_views(types) -> None:
    for one in types:
        if is_dataclass(one):
            assert one.__module__.startswith("filquartiers.telling."), one
            assert one.__dataclass_params__.frozen, one
        else:
            assert one in PLAIN, one
    assert {one for one in types if issubclass(one, Block)} >= set(Block.__subclasses__())


def told(teller: Teller) -> Iterator[WebPage]:
    return (one.tell() for one in pages(teller))


def values(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """All that a view holds, and the way to it."""
    yield path, value
    if isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from values(one, f"{path}[{number}]")
    elif is_dataclass(value):
        for one in fields(value):
            yield from values(getattr(value, one.name), f"{path}.{one.name}")


@pytest.mark.parametrize("project", PROJECTS)
def test_each_page_holds_plain_values_of_the_types_it_says(editions, types, project: str) -> None:
    teller = editions[project].teller
    for page in (*told(teller), frame(teller)):
        for path, value in values(page):
            kind = type(value)
            assert kind in PLAIN or kind in types or kind is tuple, (path, value)


@pytest.mark.parametrize("project", PROJECTS)
def test_a_site_told_twice_is_the_same_site(editions, project: str) -> None:
    first, again = editions[project].teller, edition_of(PROJECTS[project]).teller
    once, twice = tuple(told(first)), tuple(told(again))
    assert once == twice
    assert hash(once) == hash(twice)
    assert frame(first) == frame(again)
    assert len({page.address for page in once}) == len(once)
    assert len({page.full_title for page in once}) == len(once)


@pytest.mark.parametrize("project", PROJECTS)
def test_a_page_is_a_function_of_its_view(editions, project: str) -> None:
    """Drawn again from a copy that has lost all ties to the site, each page is the same."""
    edition = editions[project]
    around = surroundings(edition, assets(edition), {}, album(edition))
    here = Studio(around, edition.templates, edition.site.today)
    there = pickle.loads(pickle.dumps(here))  # noqa: S301  our own bytes
    for page in told(edition.teller):
        again = pickle.loads(pickle.dumps(page))  # noqa: S301  our own bytes
        assert again == page
        assert there.draw(again) == here.draw(page), page.address


def test_what_surrounds_pages_knows_no_entry(editions) -> None:
    edition = editions["fictif"]
    around = surroundings(edition, assets(edition), {}, album(edition))
    for path, value in values(around):
        assert not isinstance(value, (Entry, Site, Teller)), path
