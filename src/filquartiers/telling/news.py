"""What is new: dates that come near, things read again, signed or broadcast; for Atom and JSON Feed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid5

from filquartiers.model.addresses import HOME, address_of, base_of
from filquartiers.model.agenda.describe import describe_occurrence
from filquartiers.model.agenda.schedule import Occurrence
from filquartiers.model.facts.dates import state_of_date
from filquartiers.model.facts.publisher import marked, notice
from filquartiers.model.identifiers import stable_id
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Evenement, Reseau
from filquartiers.prose import plain
from filquartiers.telling.teller import Teller
from filquartiers.telling.words import capital

AHEAD = timedelta(days=60)
MOST = 60
_WHOLE = UUID("3b5c9c1e-6a1d-5d0e-8d43-5d1f0c7a9e02")  # the name of the feed of several networks


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news. ``day`` is when it became one: it never depends on the day of the build."""

    id: str
    title: str
    summary: str
    address: str
    day: date
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewsFeed:
    """A feed of news: its name, the home page it lies beside, the web address of the site, its items.

    ``notice`` is what a demonstration says of itself.
    """

    id: str
    title: str
    home: str
    base: str
    day: date
    items: tuple[Item, ...]
    notice: str = ""


def news_feeds(teller: Teller) -> tuple[NewsFeed, ...]:
    """The news of the site and, when it holds several, of each network."""
    alone = teller.site.only_network
    rest = () if alone else teller.site.networks
    return (_feed(teller, alone), *(_feed(teller, network) for network in rest))


def _feed(teller: Teller, network: Reseau | None) -> NewsFeed:
    alone = network is not None and network == teller.site.only_network
    items = news(teller, None if alone else network)
    return NewsFeed(
        id=(stable_id(network) if network else _WHOLE).urn,
        title=marked(network.nom if network else teller.name, teller.site, network),
        home=address_of(network, alone=alone) if network else HOME,
        base=base_of(teller.site, network),
        day=max((item.day for item in items), default=teller.site.today),
        items=items,
        notice=notice(teller.site, network),
    )


def news(teller: Teller, network: Reseau | None = None) -> tuple[Item, ...]:
    """The latest news of a network, or of all; the newest first, at most `MOST`."""
    found = [*_dates(teller, network), *_entries(teller, network)]
    found.sort(key=lambda item: (-item.day.toordinal(), item.title, UUID(item.id)))
    return tuple(found[:MOST])


def _is_of(entry: Entry, network: Reseau | None) -> bool:
    """Whether the entry names the network; everything belongs to none."""
    return network is None or entry.network == network


def _dates(teller: Teller, network: Reseau | None) -> Iterator[Item]:
    """Each date of the coming weeks; it became news when it came that near, or when it was changed."""
    today = teller.site.today
    events = (event for event in teller.diary.ours if _is_of(event, network))
    for event, one in teller.diary.between(events, today, today + AHEAD):
        changed = min(event.modifie_le or date.min, today)
        yield Item(
            id=uuid5(stable_id(event), one.original.isoformat()).urn,
            title=_title(event, one),
            summary=describe_occurrence(one),
            address=address_of(event),
            day=max(one.day - AHEAD, changed),
            words=tuple(word for word in (event.theme, *event.public) if word),
        )


def _title(event: Evenement, one: Occurrence) -> str:
    state = state_of_date(one)
    return f"{capital(state)} : {event.title}" if state else event.title


def _entries(teller: Teller, network: Reseau | None) -> Iterator[Item]:
    """What became news on a day of its own, as its kind says."""
    for entry in teller.site.everything():
        day, address = entry.news_day, teller.addresses.of(entry)
        if day and day <= teller.site.today and address is not None and _is_of(entry, network):
            said = plain(entry.summary)
            yield Item(stable_id(entry).urn, entry.title, said, address, day, entry.news_words)
