"""Things as they stand among others: cards of sheets and houses, dates of the agenda."""

from dataclasses import dataclass
from typing import ClassVar

from filquartiers.telling.blocks import Block
from filquartiers.telling.values import Day, Knot, Phone, Verbatim


@dataclass(frozen=True, slots=True)
class SheetCard:
    """An action sheet in a list."""

    title: str
    address: Verbatim | None
    kicker: str
    words: str
    foot: str
    houses: tuple[Knot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCards(Block):
    """Action sheets, side by side."""

    type: ClassVar[str] = "fiches"
    on_paper: ClassVar[bool] = False
    cards: tuple[SheetCard, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """Where somebody is, and how to call or write; what is not known is empty."""

    street: str = ""
    town: str = ""
    phones: tuple[Phone, ...] = ()
    email: Verbatim = ""
    site: Verbatim = ""


@dataclass(frozen=True, slots=True)
class HouseCard:
    """What one needs to find and call a house; ``origin`` is the file it comes from."""

    knot: Knot
    contact: Contact
    quarter: str
    origin: Verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseCards(Block):
    """Houses, side by side."""

    type: ClassVar[str] = "maisons"
    on_paper: ClassVar[bool] = False
    cards: tuple[HouseCard, ...] = ()


@dataclass(frozen=True, slots=True)
class Coming:
    """One date of an event in a list.

    Attributes:
        title: the event's.
        address: its page.
        day: the first day; ``last_day`` is the last one, for programs, ``until`` in words when it is another.
        hours: in short, or the part of the day; empty when it is not known.
        place: where, when it is not at the houses.
        facts: for what age, at what price.
        booking: how to register.
        state: « annulé », « complet », « reporté » or nothing.
        houses: those that invite.
        origin: the file it comes from, for messages.
    """

    title: str
    address: Verbatim | None
    day: Day
    last_day: Verbatim
    until: str
    hours: str
    place: str
    facts: tuple[str, ...]
    booking: str
    state: str
    houses: tuple[Knot, ...]
    origin: Verbatim

    @property
    def details(self) -> tuple[str, ...]:
        """What a list tells under the title."""
        return tuple(part for part in (self.hours, self.until, self.place, *self.facts) if part)


@dataclass(frozen=True, slots=True)
class DayLines:
    """What starts on one day."""

    day: Day
    lines: tuple[Coming, ...]


@dataclass(frozen=True, slots=True)
class Regular:
    """An event told once: its rule, or its date, in words; ``origin`` is the file it comes from."""

    title: str
    address: Verbatim | None
    when: str
    state: str
    place: str
    houses: tuple[Knot, ...]
    origin: Verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingDates(Block):
    """The next dates."""

    type: ClassVar[str] = "dates"
    on_paper: ClassVar[bool] = False
    dates: tuple[Coming, ...] = ()
