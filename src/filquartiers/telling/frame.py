"""What surrounds every page: the name of the site, its menu, its foot."""

from collections.abc import Iterator
from dataclasses import dataclass

from filquartiers.model.addresses import (
    ACCESSIBILITY,
    AGENDA,
    DATA,
    LEGAL,
    PLAN,
    PRINTED,
    SEARCH,
    SUBSCRIBE,
    index_of,
)
from filquartiers.model.facts.conformity import conformity
from filquartiers.model.kinds import Brochure, Charte, Objectifs, Page
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import Link


@dataclass(frozen=True, slots=True)
class Frame:
    """The same around every page; ``demonstration`` tells that a network of the site is one."""

    name: str
    motto: str
    menu: tuple[Link, ...]
    services: tuple[Link, ...]
    legal: tuple[Link, ...]
    demonstration: bool


def frame(teller: Teller) -> Frame:
    """The frame of a site: what has no entry is left out of menu and foot."""
    return Frame(
        name=teller.name,
        motto=motto(teller),
        menu=tuple(_menu(teller)),
        services=tuple(_services(teller)),
        legal=tuple(_legal(teller)),
        demonstration=any(network.demonstration for network in teller.site.networks),
    )


def motto(teller: Teller) -> str:
    """The line under the name of the site: its network, or its towns."""
    alone = teller.site.only_network
    return alone.nom if alone else " · ".join(network.ville for network in teller.site.networks)


def _menu(teller: Teller) -> Iterator[Link]:
    """What visitors come for: the agenda, the kinds that ask to be there, the search."""
    yield Link("Agenda", AGENDA)
    for kind in teller.site.kinds:
        if kind.kind.menu and teller.site.of(kind):
            yield Link(kind.kind.menu, index_of(kind))
    yield Link("Chercher", SEARCH)


def _services(teller: Teller) -> Iterator[Link]:
    if teller.site.of(Brochure):
        yield Link("Les imprimés", PRINTED)
    yield Link("S’abonner à l’agenda", SUBSCRIBE)
    yield Link("Le plan", PLAN)
    for kind in (Objectifs, Charte):
        if teller.site.of(kind):
            yield Link(kind.kind.plural, index_of(kind))
    yield Link("Données ouvertes", DATA)


def _legal(teller: Teller) -> Iterator[Link]:
    yield from teller.links(page for page in teller.site.of(Page) if page.pied)
    yield Link(f"Accessibilité : {conformity(teller.site)}", ACCESSIBILITY)
    yield Link("Mentions légales", LEGAL)
