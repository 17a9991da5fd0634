"""Houses, pacts, charters, pages, and any kind without a view of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from filquartiers.made import Facsimile
from filquartiers.model.agenda.dates import PartialDate
from filquartiers.model.fields import Prose
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Brochure, Charte, Fiche, Maison, Pacte
from filquartiers.model.kinds.charte import Atelier, Seance
from filquartiers.model.kinds.maison import Personne
from filquartiers.render.album import Picture
from filquartiers.render.web.links import address_of
from filquartiers.render.web.page import Link
from filquartiers.render.web.views.soon import Coming, coming_of
from filquartiers.render.web.views.thread import Row, houses_of, thread_of
from filquartiers.render.web.web import Web

YEAR = 365  # days: the end of a pact is announced that long ahead


@dataclass(frozen=True, slots=True)
class HouseView:
    """A house: where, when, how to reach it, what happens there."""

    house: Maison
    neighbours: tuple[Maison, ...]
    team: tuple[Personne, ...]
    coming: tuple[Coming, ...]
    sheets: tuple[Fiche, ...]
    pacts: tuple[Pacte, ...]
    picture: Picture | None
    programmes: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PactView:
    """A pact; ``state`` is one of « », « bientôt échu », « échu »."""

    pact: Pacte
    thread: tuple[Row, ...]
    state: str
    renewed_by: tuple[Pacte, ...]
    sheets: tuple[Fiche, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """A table of workshops: one line per axis, one column per round."""

    workshop: Atelier
    rounds: int
    lines: tuple[tuple[str, tuple[Seance, ...]], ...]


@dataclass(frozen=True, slots=True)
class CharterView:
    """A charter and its tables of workshops."""

    charter: Charte
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class BrochureView:
    """A printed product: its file, its pages, its parts; until it is printed, those its editor asked for."""

    brochure: Brochure
    document: str
    leaves: tuple[Facsimile, ...]
    contents: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value of an entry of an unknown kind: words, or a long text."""

    label: str
    words: tuple[str, ...] = ()
    prose: Prose | None = None


@dataclass(frozen=True, slots=True)
class EntryView:
    """Any entry: its facts in the order of its class, empty ones left out."""

    entry: Entry
    facts: tuple[Fact, ...]


def house_view(web: Web, house: Maison) -> HouseView:
    """What the page of a house shows; people are named only while their consent lasts."""
    today = web.site.today
    return HouseView(
        house=house,
        neighbours=houses_of(web.site, house.reseau),
        team=tuple(person for person in house.equipe if person.accord and (person.jusquau or today) >= today),
        coming=coming_of(web, house),
        sheets=web.site.citing(house, Fiche),
        pacts=web.site.citing(house, Pacte),
        picture=web.album.picture(house.photo),
        programmes=web.printed.programmes(address_of(house)),
    )


def pact_view(web: Web, pact: Pacte) -> PactView:
    """What the page of a pact shows."""
    renewed_by = tuple(other for other in web.site.citing(pact, Pacte) if other.renouvelle == pact)
    return PactView(
        pact, thread_of(pact.maisons), _state(pact, web.site.today), renewed_by, web.site.citing(pact, Fiche)
    )


def charter_view(web: Web, charter: Charte) -> CharterView:
    """What the page of a charter shows."""
    del web
    return CharterView(charter, tuple(_series(charter, workshop) for workshop in charter.ateliers))


def brochure_view(web: Web, brochure: Brochure) -> BrochureView:
    """What the page of a printed product shows."""
    made = web.printed.about(address_of(brochure))
    parts = (one for one in made.chapters if one.level == 0)
    contents = tuple(Link(one.title, f"{made.file}#page={one.page}") for one in parts)
    return BrochureView(brochure, made.file, made.facsimiles, contents or tuple(_asked_for(brochure)))


def _asked_for(brochure: Brochure) -> Iterator[Link]:
    """The parts that an editor asked for, under their own title if they have one; they lead nowhere yet."""
    for part in brochure.sections:
        yield Link(part.titre or part.section.capitalize(), "")


def entry_view(web: Web, entry: Entry) -> EntryView:
    """What the page of any entry can show without knowing its kind."""
    del web
    return EntryView(entry, tuple(_facts(entry)))


def _state(pact: Pacte, today: date) -> str:
    if pact.echeance is None:
        return ""
    end = pact.echeance.last_day if isinstance(pact.echeance, PartialDate) else pact.echeance
    if end < today:
        return "échu"
    return "bientôt échu" if (end - today).days <= YEAR else ""


def _series(charter: Charte, workshop: Atelier) -> Series:
    lines = tuple((axis, workshop.at(number)) for number, axis in enumerate(charter.axes, start=1))
    return Series(workshop, max((len(cells) for _, cells in lines), default=0), lines)


def _facts(entry: Entry) -> Iterator[Fact]:
    for guide in entry.fields():
        value = getattr(entry, guide.name)
        if guide.name in Entry.model_fields or not value or str(value) == entry.title:
            continue
        if isinstance(value, Prose):
            yield Fact(guide.label, prose=value)
        elif isinstance(value, tuple):
            yield Fact(guide.label, words=tuple(_words(item) for item in value))
        else:
            yield Fact(guide.label, words=(_words(value),))


def _words(value: object) -> str:
    if isinstance(value, Entry):
        return value.title
    return "oui" if value is True else str(value)
