"""The specimen: every token, and each component filled with what the site has."""

from dataclasses import dataclass

from filquartiers.model.identity import Identity
from filquartiers.model.kinds import Fiche, Maison, Objectifs, Reseau
from filquartiers.render.web.views.sheet import BudgetTable, budget_tables
from filquartiers.render.web.views.soon import Coming, coming_of
from filquartiers.render.web.views.thread import Row, thread_of
from filquartiers.render.web.views.tree import Branch, tree_view
from filquartiers.render.web.web import Web

EVENTS, SHEETS, BRANCHES = 2, 3, 2  # how many of each are enough to see


@dataclass(frozen=True, slots=True)
class SpecimenView:
    """The identity, and things of the first network to show it on; a component without any is left out."""

    identity: Identity
    network: Reseau | None
    thread: tuple[Row, ...]
    houses: tuple[Maison, ...]
    coming: tuple[Coming, ...]
    sheets: tuple[Fiche, ...]
    branches: tuple[Branch, ...]
    table: BudgetTable | None


def specimen_view(web: Web) -> SpecimenView:
    """What the specimen shows."""
    network = next(iter(web.site.networks), None)
    houses = web.site.of(Maison, network) if network else ()
    tables = (table for sheet in web.site.of(Fiche) for table in budget_tables(sheet.budget))
    return SpecimenView(
        identity=web.edition.identity,
        network=network,
        thread=thread_of(houses),
        houses=houses,
        coming=coming_of(web, network)[:EVENTS] if network else (),
        sheets=web.site.of(Fiche)[:SHEETS],
        branches=_branches(web),
        table=next(tables, None),
    )


def _branches(web: Web) -> tuple[Branch, ...]:
    """The first branches of the first tree, whether they hang on an aim or not."""
    for tree in web.site.of(Objectifs)[:1]:
        view = tree_view(web, tree)
        hung = tuple(branch for bough in view.boughs for branch in bough.branches)
        return (*hung, *view.loose_branches)[:BRANCHES]
    return ()
