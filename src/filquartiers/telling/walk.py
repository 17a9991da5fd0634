"""The words that a view says of its entry itself: what the search reads.

Labels of ours, addresses, and what speaks of other entries (their cards, their dates) are left out, and so
are teams, sources and doubts.
"""

from collections.abc import Iterator, Mapping

from filquartiers.prose import plain
from filquartiers.telling.blocks import (
    BudgetLine,
    BudgetSide,
    Fact,
    Facts,
    Figure,
    Figures,
    Files,
    Mark,
    Points,
    Row,
    Rows,
    Section,
    Sentence,
    Text,
    Timeline,
    Venue,
    Workshops,
)
from filquartiers.telling.items import Contact
from filquartiers.telling.objectifs import Level, Line, TreeView
from filquartiers.telling.values import Day, Knot, Link, LongText, Phone, Photo
from filquartiers.telling.views import BrochureView, EntryView, HouseView, NetworkView

_ANY = ("opening", "lead", "tags", "facts", "photo", "sections")

# The fields that speak, by type; what is not named here says nothing of the entry itself.
SPOKEN: Mapping[type, tuple[str, ...]] = {
    EntryView: (*_ANY, "houses"),
    HouseView: (*_ANY, "contact"),  # its houses are its neighbours
    NetworkView: (*_ANY, "contact"),
    BrochureView: (*_ANY, "asked_for"),
    TreeView: ("opening", "levels"),
    Level: ("lines",),
    Line: ("kicker", "words"),
    Text: ("passage",),
    Sentence: ("words",),
    Points: ("title", "items"),  # a charter's promises stand under a title of its own
    Facts: ("facts",),
    Fact: ("values", "note", "houses"),
    Rows: ("rows",),
    Row: ("name", "note", "words"),
    Files: ("files",),
    Figures: ("figures",),
    Figure: ("label", "note"),
    Timeline: ("marks",),
    Mark: ("day", "text"),
    BudgetSide: ("lines",),
    BudgetLine: ("label",),
    Workshops: ("title", "note", "rows"),
    Venue: ("place", "room", "street"),
    Contact: ("street", "town", "phones", "email"),
    Knot: ("name",),
    Link: ("label",),
    Photo: ("alternative",),
    Day: ("words",),
}
_LEFT_OUT = frozenset({"equipe", "bientot", "dates"})  # sections: people, and what the agenda tells


def words_of(told: object) -> Iterator[str]:
    """The texts of a view, or of a part of it, in the order they are read."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, LongText):
        yield plain(told.text)
    elif isinstance(told, Phone):
        yield told.shown.replace(" ", "")  # searched as it is dialled, in one word
    elif isinstance(told, Section):
        yield from _of_section(told)
    elif isinstance(told, tuple):
        for one in told:
            yield from words_of(one)
    else:
        for name in _spoken(type(told)):
            yield from words_of(getattr(told, name))


def _of_section(section: Section) -> Iterator[str]:
    """Its blocks; beside where an event takes place stands how to come to the house: its own words."""
    places = tuple(block for block in section.blocks if isinstance(block, Venue))
    if section.name not in _LEFT_OUT:
        yield from words_of(places or section.blocks)


def _spoken(kind: type) -> tuple[str, ...]:
    """The fields that speak, of the nearest type that is named."""
    return next((SPOKEN[one] for one in kind.__mro__ if one in SPOKEN), ())
