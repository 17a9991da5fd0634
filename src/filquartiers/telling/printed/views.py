"""What a printed thing says: one frozen view per template of ``templates/print``."""

from dataclasses import dataclass

from filquartiers.telling.blocks import Block, Fact
from filquartiers.telling.items import Contact, DayLines, HouseCard, Regular
from filquartiers.telling.objectifs import TreeView
from filquartiers.telling.values import Knot, LongText, OnTheWeb, Phone, Verbatim
from filquartiers.telling.views import EntryView


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedView:
    """What every printed thing says of itself; ``origin`` is the file that asks for it, for messages.

    ``author`` is who publishes it, empty when nobody is known to. ``demonstration`` is what each of its pages
    says when it is one.
    """

    origin: Verbatim
    title: str
    author: str
    demonstration: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class MonthLines:
    """The days of a month that hold something."""

    title: str
    days: tuple[DayLines, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """One part of a brochure, under its title; what it does not show is empty.

    ``part`` names what draws it. ``web`` is the page of the site that tells all of it; ``entry_note`` leads
    to that of each of its ``entries``. ``houses`` are those of the network on their thread.
    """

    part: Verbatim
    title: str
    words: LongText
    web: OnTheWeb
    houses: tuple[Knot, ...]
    subtitle: str = ""
    season: str = ""
    entry_note: str = ""
    entries: tuple[EntryView, ...] = ()
    cards: tuple[HouseCard, ...] = ()
    contact: Contact | None = None
    months: tuple[MonthLines, ...] = ()
    habits_title: str = "Toute l’année"
    habits: tuple[Regular, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BookletView(PrintedView):
    """A brochure: its parts, its back cover, and what fills the last pages.

    ``empty`` are the names of the parts asked for that have nothing to show.
    """

    parts: tuple[PartView, ...]
    back: PartView | None
    filler: tuple[PartView, ...]
    empty: tuple[Verbatim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafletView(PrintedView):
    """The three-panel leaflet of the pacts: its cover, the network, the pacts, the houses."""

    cover: PartView
    network: EntryView
    pacts: tuple[EntryView, ...]
    houses_title: str
    houses: tuple[HouseCard, ...]
    credits: LongText
    web: OnTheWeb
    panels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPosterView(PrintedView):
    """One action sheet on A4, and the network it belongs to."""

    network: str
    sheet: EntryView
    web: OnTheWeb


@dataclass(frozen=True, slots=True, kw_only=True)
class TreePosterView(PrintedView):
    """One tree of objectives on A3; ``legend`` tells what a full knot means, when there is one."""

    tree: TreeView
    legend: str
    web: OnTheWeb


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeView(PrintedView):
    """The programme of a month, for the door of a house or for all of them."""

    month: MonthLines
    place: str
    house: Knot | None
    phones: tuple[Phone, ...]
    web: OnTheWeb


@dataclass(frozen=True, slots=True)
class NamedWords:
    """Words, by the name that templates know them by."""

    name: Verbatim
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSpecimenView(PrintedView):
    """The specimen on paper: samples that name nobody; ``gaps`` tell how far inks are from the screen."""

    houses: tuple[Knot, ...]
    timeline: Block
    figures: Block
    facts: tuple[Fact, ...]
    gaps: tuple[NamedWords, ...]
    web: OnTheWeb
    labels: tuple[NamedWords, ...]
