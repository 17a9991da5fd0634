"""The pages that no entry makes: plan, search, legal pages, open data."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, radians

from filquartiers.model.addresses import HOUSES
from filquartiers.model.facts.conformity import state_of
from filquartiers.model.facts.people import Consent, photographs, team
from filquartiers.model.kinds import Maison, Reseau
from filquartiers.model.kinds.maison import Position
from filquartiers.model.numbers import percent
from filquartiers.model.site import Site
from filquartiers.telling.blocks import Fact
from filquartiers.telling.cards import house_card
from filquartiers.telling.items import HouseCard
from filquartiers.telling.lists import Letter, letters
from filquartiers.telling.parts import fact, known_facts
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import Day, Knot, Link, NetworkName
from filquartiers.telling.words import day, day_words

NAMED = (
    "Chaque personne présentée dans l’équipe d’une maison a donné son accord écrit, jusqu’à une date : passé "
    "ce jour, son nom disparaît."
)
SHOWN = (
    "Chaque photographie où l’on reconnaît quelqu’un a un accord écrit, jusqu’à une date : passé ce "
    "jour, elle disparaît."
)
PLAN_SIDE, MARGIN = 1000, 110  # side of the drawing and blank around it, in its own units


@dataclass(frozen=True, slots=True)
class PlanKnot:
    """A house on the drawing."""

    house: Knot
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class TownPlan:
    """The houses of a network; ``knots`` are those whose position is known, when there are at least two.

    ``stated`` tells that an address is known.
    """

    town: str
    houses: tuple[HouseCard, ...]
    knots: tuple[PlanKnot, ...]
    stated: bool


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan for each network."""

    towns: tuple[TownPlan, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """Everything on the site, from A to Z: what one searches without a script."""

    letters: tuple[Letter, ...]


@dataclass(frozen=True, slots=True)
class LegalData:
    """What the law asks to say of a network; ``complete`` tells that nothing it asks for is missing."""

    network: NetworkName
    facts: tuple[Fact, ...]
    stated: bool
    complete: bool


@dataclass(frozen=True, slots=True)
class LegalView:
    """The legal data of each network; ``consents`` are sentences on who is named and shown."""

    networks: tuple[LegalData, ...]
    consents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conformity:
    """What is known of the accessibility of the site of a network; unknown parts are empty."""

    network: NetworkName
    state: str
    audited: str
    auditor: str
    rate: str
    contact: str


@dataclass(frozen=True, slots=True)
class AccessibilityView:
    """The state of each network's site, on the day it was made; ``houses`` is where to call."""

    networks: tuple[Conformity, ...]
    today: Day
    houses: str


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The networks of a site that holds several, to start again from."""

    networks: tuple[Link, ...]


def plan_view(teller: Teller) -> PlanView:
    """A plan of each network that has houses."""
    towns = (_town(teller, network) for network in teller.site.networks)
    return PlanView(tuple(town for town in towns if town.houses))


def search_view(teller: Teller) -> SearchView:
    """All entries that have a page; events are left to the agenda."""
    return SearchView(letters(teller))


def legal_view(teller: Teller) -> LegalView:
    """Who publishes, directs and hosts."""
    networks = tuple(_legal(teller, network) for network in teller.site.networks)
    return LegalView(networks, tuple(_consents(teller.site)))


def accessibility_view(teller: Teller) -> AccessibilityView:
    """What audits found, and where to tell of an obstacle."""
    states = tuple(_conformity(teller, network) for network in teller.site.networks)
    return AccessibilityView(states, day(teller.site.today), HOUSES)


def not_found_view(teller: Teller) -> NotFoundView:
    """Where to start again from."""
    networks = teller.site.networks
    return NotFoundView(teller.links(networks) if len(networks) > 1 else ())


def _legal(teller: Teller, network: Reseau) -> LegalData:
    legal = network.mentions_legales
    write = Link(legal.contact, f"mailto:{legal.contact}") if legal.contact else None
    return LegalData(
        network=teller.network(network),
        facts=known_facts(
            fact("Éditeur", legal.editeur),
            fact("Forme juridique", legal.forme),
            fact("Siège", legal.siege),
            fact("Numéro", legal.numero),
            fact("Direction de la publication", legal.directeur_publication),
            fact("Hébergement", legal.hebergeur),
            fact("Nous écrire", write),
        ),
        stated=bool(legal.editeur),
        complete=bool(legal.editeur and legal.directeur_publication and legal.hebergeur),
    )


def _consents(site: Site) -> Iterator[str]:
    """What records prove: each person named in a team has agreed until a day, each one shown too."""
    named = [person for house in site.of(Maison) for person in team(house, site.today)]
    if named and all(person.jusquau for person in named):
        yield NAMED
    shown = [consent for consent in photographs(site).values() if consent is not None]
    if shown and all(consent in {Consent.GIVEN, Consent.ENDING} for consent in shown):
        yield SHOWN


def _conformity(teller: Teller, network: Reseau) -> Conformity:
    known = network.accessibilite
    return Conformity(
        network=teller.network(network),
        state=state_of(network),
        audited=day_words(known.audit),
        auditor=known.auditeur or "",
        rate="" if known.taux is None else percent(known.taux),
        contact=known.contact or "",
    )


def _town(teller: Teller, network: Reseau) -> TownPlan:
    houses = teller.site.of(Maison, network)
    cards = tuple(house_card(teller, house) for house in houses)
    stated = any(house.adresse for house in houses)
    return TownPlan(network.ville, cards, tuple(_places(teller, houses)), stated)


def _places(teller: Teller, houses: tuple[Maison, ...]) -> Iterator[PlanKnot]:
    """Positions on a square, north up, the same scale both ways."""
    known = [(house, _flat(house.position)) for house in houses if house.position]
    if len(known) < 2:  # noqa: PLR2004  one point alone is no plan
        return
    xs, ys = [x for _, (x, _) in known], [y for _, (_, y) in known]
    extent = max(max(xs) - min(xs), max(ys) - min(ys)) or 1
    scale = (PLAN_SIDE - 2 * MARGIN) / extent
    for house, (x, y) in known:
        left, top = round(MARGIN + (x - min(xs)) * scale), round(MARGIN + (y - min(ys)) * scale)
        yield PlanKnot(teller.knot(house), left, top)


def _flat(position: Position) -> tuple[float, float]:
    """A town is small enough to be laid flat: degrees, those of longitude shortened."""
    return position.longitude * cos(radians(position.latitude)), -position.latitude
