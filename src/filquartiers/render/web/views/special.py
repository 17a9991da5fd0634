"""The pages that no entry makes: plan, search, legal pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import cos, radians

from filquartiers.model.facts.conformity import state_of
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Evenement, Maison, Reseau
from filquartiers.model.kinds.maison import Position
from filquartiers.render.thread import smooth
from filquartiers.render.web.views.lists import Letter, letters
from filquartiers.render.web.web import Web

PLAN, MARGIN = 1000, 110  # side of the drawing and blank around it, in its own units


@dataclass(frozen=True, slots=True)
class Place:
    """A house on the drawing."""

    house: Maison
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class TownPlan:
    """The houses of a network, drawn where their positions are known; ``path`` is the thread."""

    network: Reseau
    houses: tuple[Maison, ...]
    places: tuple[Place, ...]
    path: str


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan for each network."""

    towns: tuple[TownPlan, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """Everything on the site, from A to Z: what one searches without a script."""

    letters: tuple[Letter, ...]
    count: int


@dataclass(frozen=True, slots=True)
class NetworksView:
    """The networks, for the pages that state their legal data."""

    networks: tuple[Reseau, ...]
    states: tuple[str, ...]
    today: date


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page shown for an unknown address."""

    networks: tuple[Reseau, ...]


def plan_view(web: Web) -> PlanView:
    """A plan of each network that has houses."""
    towns = (_town(network, web.site.of(Maison, network)) for network in web.site.networks)
    return PlanView(tuple(town for town in towns if town.houses))


def search_view(web: Web) -> SearchView:
    """All entries that have a page; past events are left to the agenda's archive."""
    found = tuple(entry for entry in _with_pages(web) if not isinstance(entry, Evenement))
    return SearchView(letters(web, found), len(found))


def networks_view(web: Web) -> NetworksView:
    """The networks and the state of their accessibility."""
    networks = web.site.networks
    return NetworksView(networks, tuple(map(state_of, networks)), web.site.today)


def not_found_view(web: Web) -> NotFoundView:
    """The networks, to start again from."""
    return NotFoundView(web.site.networks)


def _with_pages(web: Web) -> Iterator[Entry]:
    return (entry for entry in web.site.everything() if web.addresses.of(entry) is not None)


def _town(network: Reseau, houses: tuple[Maison, ...]) -> TownPlan:
    places = tuple(_places(houses))
    return TownPlan(network, houses, places, smooth([(place.x, place.y) for place in places]))


def _places(houses: tuple[Maison, ...]) -> Iterator[Place]:
    """Positions on a square, north up, the same scale both ways."""
    known = [(house, house.position) for house in houses if house.position]
    if len(known) < 2:  # noqa: PLR2004  one point alone is no plan
        return
    flat = [_flat(position) for _, position in known]
    left, top = min(x for x, _ in flat), min(y for _, y in flat)
    extent = max(max(x for x, _ in flat) - left, max(y for _, y in flat) - top) or 1
    scale = (PLAN - 2 * MARGIN) / extent
    for (house, _), (x, y) in zip(known, flat, strict=True):
        yield Place(house, round(MARGIN + (x - left) * scale), round(MARGIN + (y - top) * scale))


def _flat(position: Position) -> tuple[float, float]:
    """A town is small enough to be laid flat: degrees, those of longitude shortened."""
    return position.longitude * cos(radians(position.latitude)), -position.latitude
