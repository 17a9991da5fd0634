"""What is new: dates that come near, sheets read again, pacts signed. The matter of Atom and JSON Feed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid5

from filquartiers.model.agenda import Occurrence, describe_occurrence
from filquartiers.model.facts.dates import dates_between, state_of_date
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Evenement, Fiche, Pacte, Reseau
from filquartiers.model.site import Site
from filquartiers.render.feeds.channels import AGENDA
from filquartiers.render.feeds.identifiers import network_of, stable_id
from filquartiers.render.prose import plain
from filquartiers.render.typography import typeset

AHEAD = timedelta(days=60)
MOST = 60


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news. ``day`` is when it became one: it never depends on the day of the build."""

    id: UUID
    title: str
    summary: str
    address: str
    day: date
    words: tuple[str, ...] = ()


def news(site: Site, network: Reseau | None = None) -> tuple[Item, ...]:
    """The latest news of a network, or of all; the newest first, at most `MOST`."""
    found = [*_dates(site, network), *_sheets(site, network), *_pacts(site, network)]
    found.sort(key=lambda item: (-item.day.toordinal(), item.title, item.id))
    return tuple(found[:MOST])


def _is_of(entry: Entry, network: Reseau | None) -> bool:
    """Whether the entry belongs to the network; everything belongs to none."""
    found = network_of(entry)
    return network is None or (found is not None and found.key == network.key)


def _dates(site: Site, network: Reseau | None) -> Iterator[Item]:
    """Each date of the coming weeks; it became news when it came that near, or when it was changed."""
    for event in site.of(Evenement):
        if not _is_of(event, network):
            continue
        for one in dates_between(event, site.today, site.today + AHEAD):
            changed = min(event.modifie_le or date.min, site.today)
            yield Item(
                id=uuid5(stable_id(event), one.original.isoformat()),
                title=typeset(_title(event, one)),
                summary=typeset(describe_occurrence(one)),
                address=f"{AGENDA}{event.slug}/",
                day=max(one.day - AHEAD, changed),
                words=tuple(word for word in (event.theme, *event.public) if word),
            )


def _title(event: Evenement, one: Occurrence) -> str:
    state = state_of_date(one).capitalize()
    return f"{state} : {event.title}" if state else event.title


def _sheets(site: Site, network: Reseau | None) -> Iterator[Item]:
    for sheet in site.of(Fiche):
        if sheet.relue_le and sheet.relue_le <= site.today and _is_of(sheet, network):
            yield Item(
                id=stable_id(sheet),
                title=typeset(sheet.title),
                summary=typeset(plain(sheet.summary)),
                address=f"{Fiche.kind.address}/{sheet.slug}/",
                day=sheet.relue_le,
                words=sheet.mots_cles,
            )


def _pacts(site: Site, network: Reseau | None) -> Iterator[Item]:
    for pact in site.of(Pacte):
        signed = pact.signature
        if isinstance(signed, date) and signed <= site.today and _is_of(pact, network):
            yield Item(
                id=stable_id(pact),
                title=typeset(pact.title),
                summary=typeset(plain(pact.summary)),
                address=f"{Pacte.kind.address}/{pact.slug}/",
                day=signed,
                words=pact.thematiques,
            )
