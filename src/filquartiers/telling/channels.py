"""The selections of events one can read or subscribe to: all, a network, a house, a theme, a public."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from filquartiers.model.addresses import selection_file, selection_page
from filquartiers.model.facts.dates import is_dated
from filquartiers.model.kinds import Evenement, Maison, Reseau
from filquartiers.model.site import Site
from filquartiers.model.text import folded, slugify

FAMILIES = (("reseau", "Réseau"), ("maison", "Maison"), ("theme", "Thème"), ("public", "Pour qui"))
"""The ways to select events: the part of the address, and the label."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A selection of events; ``family`` is part of its address, empty for all events.

    ``elsewhere`` are those of no network, on a site that holds several: shown apart, and in no feed.
    """

    family: str
    key: str
    label: str
    events: tuple[Evenement, ...]
    network: Reseau | None = None
    house: Maison | None = None
    elsewhere: tuple[Evenement, ...] = ()

    @property
    def page(self) -> str:
        """The address of its page."""
        return selection_page(self.family, self.key)

    @property
    def dated(self) -> bool:
        """Whether an event has a date that programs can use; else there are no feeds."""
        return any(map(is_dated, self.events))

    @property
    def followed(self) -> bool:
        """Whether it has feeds: that of all events has, even before there is a date."""
        return self.dated or not self.family

    def file(self, extension: str) -> str:
        """The address of one of its feeds."""
        return selection_file(self.family, self.key, extension)


def channels(site: Site) -> tuple[Channel, ...]:
    """Every selection that holds an event, and that of all even when there is none."""
    events = site.of(Evenement)
    return (
        whole(site),
        *(channel for channel in _networks(site, events) if len(site.networks) > 1),
        *_houses(site, events),
        *_words(site, "theme", events),
        *_words(site, "public", events),
    )


def whole(site: Site) -> Channel:
    """All events; on the site of one network, they are its own."""
    network = site.only_network
    label = network.nom if network else "Tous les réseaux"
    ours, elsewhere = _apart(site, site.of(Evenement))
    return Channel("", "", label, ours, network, elsewhere=elsewhere)


def _apart(site: Site, events: Iterable[Evenement]) -> tuple[tuple[Evenement, ...], tuple[Evenement, ...]]:
    """The events of the networks, and those of nobody here: what another town does, told as an example."""
    known = tuple(events)
    if len(site.networks) <= 1:
        return known, ()
    return tuple(one for one in known if one.network), tuple(one for one in known if not one.network)


def _networks(site: Site, events: tuple[Evenement, ...]) -> Iterator[Channel]:
    for network in site.networks:
        if mine := tuple(event for event in events if event.network and event.network.key == network.key):
            yield Channel("reseau", network.slug, network.nom, mine, network)


def _houses(site: Site, events: tuple[Evenement, ...]) -> Iterator[Channel]:
    for house in site.of(Maison):
        mine = tuple(event for event in events if house.slug in {one.slug for one in event.maisons})
        if mine:
            yield Channel("maison", house.slug, house.title, mine, house.reseau, house)


def _words(site: Site, family: str, events: tuple[Evenement, ...]) -> Iterator[Channel]:
    """One selection per theme or public, in alphabetical order; spellings that differ by case are one."""
    labels: dict[str, str] = {}
    found: dict[str, dict[str, Evenement]] = {}
    for event in events:
        words = event.public if family == "public" else (event.theme,) if event.theme else ()
        for word in words:
            labels.setdefault(slugify(word), word)
            found.setdefault(slugify(word), {})[event.slug] = event
    for key in sorted(found, key=lambda key: (folded(labels[key]), key)):
        ours, elsewhere = _apart(site, found[key].values())
        if ours:  # a word of other towns only would be a page that nothing leads to
            yield Channel(family, key, labels[key], ours, elsewhere=elsewhere)
