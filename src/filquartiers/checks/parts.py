"""Parts of a brochure that are about something nobody told of: known without composing them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta

from filquartiers.model.agenda.dates import month_end
from filquartiers.model.facts.dates import dates_between, is_over
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Brochure, Charte, Evenement, Fiche, Maison, Objectifs, Pacte
from filquartiers.model.kinds.brochure import BrochurePart
from filquartiers.model.site import Site
from filquartiers.problems import Problem, problem

_AHEAD = timedelta(days=62)  # into the last of the three months that a printed calendar holds


def empty_parts(site: Site) -> Iterator[Problem]:
    """Parts that will be left out of a brochure."""
    for entry in site.of(Brochure):
        for rank, part in enumerate(entry.sections if entry.format == "A5" else ()):
            told = _TOLD.get(part.section, _entries)
            closing = rank == len(entry.sections) - 1 and part.section == "contacts"  # on the back cover
            if not part.texte and not closing and not told(site, entry, part):
                where = entry.where("sections", rank)
                yield problem("partie-vide", where, partie=part.section, titre=entry.titre)


Told = Callable[[Site, Brochure, BrochurePart], bool]
"""Whether a part has something to show."""


def _always(_site: Site, _entry: Brochure, _part: BrochurePart) -> bool:
    return True


def _houses(site: Site, entry: Brochure, part: BrochurePart) -> bool:
    return bool(part.maisons or site.of(Maison, entry.reseau))


def _sheets(site: Site, entry: Brochure, part: BrochurePart) -> bool:
    return bool(part.fiches) or any(map(part.wants, site.of(Fiche, entry.reseau)))


def _calendar(site: Site, entry: Brochure, part: BrochurePart) -> bool:
    keys, today = {house.key for house in part.maisons}, site.today
    third = today.replace(day=1) + _AHEAD
    last = month_end(third.year, third.month)
    events = site.of(Evenement, entry.reseau)
    chosen = [one for one in events if not keys or keys & {house.key for house in one.maisons}]
    return any(dates_between(one, today, last) or (one.is_told and not is_over(one, today)) for one in chosen)


def _contacts(site: Site, entry: Brochure, part: BrochurePart) -> bool:
    network, houses = entry.reseau, part.maisons or site.of(Maison, entry.reseau)
    reachable = network.telephone or network.courriel or network.site
    return bool(reachable or any(one.telephones or one.adresse for one in houses))


def _entries(site: Site, entry: Brochure, part: BrochurePart) -> bool:
    kinds: dict[str, type[Entry]] = {kind.kind.part: kind for kind in site.kinds if kind.kind.part}
    kinds |= {"pactes": Pacte, "objectifs": Objectifs, "charte": Charte}
    return bool(site.of(kinds[part.section], entry.reseau))


_TOLD: Mapping[str, Told] = {
    **dict.fromkeys(("couverture", "sommaire", "présentation", "notes", "crédits"), _always),
    "maisons": _houses,
    "fiches": _sheets,
    "calendrier": _calendar,
    "contacts": _contacts,
}
