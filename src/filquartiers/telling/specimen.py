"""The specimen: each component filled with what the site has; tokens come from the identity."""

from dataclasses import dataclass

from filquartiers.model.kinds import Fiche, Maison, Objectifs
from filquartiers.telling.agenda.lines import next_dates
from filquartiers.telling.blocks import Block
from filquartiers.telling.budget import budget_blocks
from filquartiers.telling.cards import house_card, sheet_card
from filquartiers.telling.items import Coming, HouseCard, SheetCard
from filquartiers.telling.objectifs import Branch, objectifs
from filquartiers.telling.parts import timeline
from filquartiers.telling.reseau import key_figures
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import Knot

EVENTS, SHEETS, BRANCHES = 2, 3, 2  # how many of each are enough to see


@dataclass(frozen=True, slots=True)
class SpecimenView:
    """Things of the first network to show the identity on; a component without any is left out."""

    houses: tuple[Knot, ...]
    cards: tuple[HouseCard, ...]
    dates: tuple[Coming, ...]
    sheets: tuple[SheetCard, ...]
    branches: tuple[Branch, ...]
    timeline: Block | None
    figures: Block | None
    budget: Block | None


def specimen_view(teller: Teller) -> SpecimenView:
    """What the specimen shows."""
    network = next(iter(teller.site.networks), None)
    houses = teller.site.of(Maison, network) if network else ()
    ends = (houses[0], houses[-1]) if houses else ()
    budgets = (block for sheet in teller.site.of(Fiche) for block in budget_blocks(sheet.budget))
    return SpecimenView(
        houses=teller.knots(houses),
        cards=tuple(house_card(teller, house) for house in ends),
        dates=next_dates(teller, network)[:EVENTS] if network else (),
        sheets=tuple(sheet_card(teller, sheet) for sheet in teller.site.of(Fiche)[:SHEETS]),
        branches=_branches(teller),
        timeline=timeline(network.reperes, teller.site.today) if network else None,
        figures=key_figures(network) if network else None,
        budget=next(budgets, None),
    )


def _branches(teller: Teller) -> tuple[Branch, ...]:
    """The first branches of the first tree, whether they hang on an aim or not."""
    for tree in teller.site.of(Objectifs)[:1]:
        view = objectifs(teller, tree)
        hung = tuple(branch for bough in view.boughs for branch in bough.branches)
        loose = tuple(branch for one in view.loose for branch in one.branches)
        return (*hung, *loose)[:BRANCHES]
    return ()
