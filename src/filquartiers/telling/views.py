"""What a page, or a part of a printed thing, says: one frozen view per kind of page."""

from dataclasses import dataclass, field, replace
from typing import Annotated, Self

from filquartiers.telling.blocks import Fact, Notice, Rows, Section
from filquartiers.telling.items import Contact
from filquartiers.telling.places import Place
from filquartiers.telling.values import SCREEN, Knot, Link, LongText, OnTheWeb, Photo, Verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """What an entry says of itself, in the order it is read.

    Attributes:
        name: its slug, which tells it from another of the same title.
        origin: the file it comes from, for messages.
        web: its page, for paper.
        title: its name.
        kicker: a few words above the title where it stands among others.
        opening: the sentence under the title, of ours or from a short field.
        lead: its first words, from a long text.
        notice: what must be known before anything else.
        tags: the values it shares with others.
        facts: what one looks for first.
        houses: those it concerns, on their thread.
        photo: what it looks like.
        notices: what to be careful of.
        sections: the rest, under headings.
        sources: where the facts come from.
        reviewed: the day somebody read it again, in words.
    """

    name: Verbatim
    origin: Verbatim
    web: OnTheWeb
    title: str
    kicker: str = ""
    opening: str = ""
    lead: LongText = field(default_factory=LongText)
    notice: Notice | None = None
    tags: Annotated[tuple[Link, ...], SCREEN] = ()
    facts: tuple[Fact, ...] = ()
    houses: tuple[Knot, ...] = ()
    photo: Photo | None = None
    notices: tuple[Notice, ...] = ()
    sections: tuple[Section, ...] = ()
    sources: tuple[str, ...] = ()
    reviewed: str = ""

    def section(self, name: str) -> Section | None:
        """The section of that name, when it has something to say."""
        return next((one for one in self.sections if one.name == name), None)

    def only(self, names: tuple[str, ...]) -> Self:
        """The same with no other sections than those of these names."""
        return replace(self, sections=tuple(one for one in self.sections if one.name in names))


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseView(EntryView):
    """A house: besides what any entry says, how to reach it and what comes back there, for paper.

    ``houses`` are all those of its network.
    """

    knot: Knot
    contact: Contact
    weekly: Rows | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BrochureView(EntryView):
    """A printed thing; ``asked_for`` are the parts that its editor asked for."""

    asked_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of a table of contents: words, where they lead, the large figure that ends it, a note."""

    label: str
    address: str
    figure: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView(EntryView):
    """A network: besides what any entry says, its great title line by line, and how to reach it."""

    headline: tuple[str, ...]
    contact: Contact
    contents: Annotated[tuple[ContentsLine, ...], SCREEN]


@dataclass(frozen=True, slots=True)
class EventDate:
    """One date for programs (ISO 8601): its start, its end if known, what became of it."""

    start: str
    end: str
    change: str
    previous: str


@dataclass(frozen=True, slots=True)
class EventData:
    """An event for programs: where, by whom, its next dates."""

    title: str
    words: str
    place: Place
    organisers: tuple[str, ...]
    free: bool
    url: str
    dates: tuple[EventDate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView(EntryView):
    """An event: ``state`` is said first (« annulé », « complet », « passé », or nothing).

    ``opening`` tells when; ``calendar`` is the address of its file for calendars, if it has a date. ``data``
    is what search engines are told, None without a date or a place.
    """

    state: str
    calendar: str
    data: EventData | None
