"""The home page of a site that holds several networks."""

from dataclasses import dataclass

from filquartiers.model.kinds import Maison, Reseau
from filquartiers.telling.cards import sheets_shown
from filquartiers.telling.items import SheetCard
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import Knot, NetworkName
from filquartiers.telling.views import ContentsLine


@dataclass(frozen=True, slots=True)
class Town:
    """A network on the home page, and its houses on their thread."""

    network: NetworkName
    opening: str
    houses: tuple[Knot, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The towns, then the first sheets."""

    towns: tuple[Town, ...]
    contents: tuple[ContentsLine, ...]
    sheets_title: str
    sheets: tuple[SheetCard, ...]


def home_view(teller: Teller) -> HomeView:
    """What the home page shows."""
    towns = tuple(_town(teller, network) for network in teller.site.networks)
    lines = (
        ContentsLine(town.network.town, town.network.address or "", str(len(town.houses))) for town in towns
    )
    title, sheets, _ = sheets_shown(teller)
    return HomeView(towns, tuple(lines), title, sheets)


def _town(teller: Teller, network: Reseau) -> Town:
    houses = teller.knots(teller.site.of(Maison, network))
    return Town(teller.network(network), network.accroche or network.nom, houses)
