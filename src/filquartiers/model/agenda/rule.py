"""What a French rule says, as values: a rhythm, its bounds, its exceptions."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from filquartiers.model.agenda.times import Times

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

MonthDay = tuple[int, int]
"""A month and a day, without a year."""


class Unit(StrEnum):
    """The period that a rhythm counts: the FREQ of RFC 5545 § 3.3.10."""

    DAY = "DAILY"
    WEEK = "WEEKLY"
    MONTH = "MONTHLY"
    YEAR = "YEARLY"


class Parity(StrEnum):
    """Which weeks of the year, by their ISO 8601 number."""

    EVEN = "paires"
    ODD = "impaires"

    def holds(self, day: date) -> bool:
        """Whether the day is in such a week."""
        return (day.isocalendar().week % 2 == 0) == (self is Parity.EVEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """A repetition as RFC 5545 § 3.3.10 knows it.

    ``weekdays`` counts from Monday 0. ``positions`` (1 the first, -1 the last) apply to the weekdays of a
    month. ``month_days`` are days of the month, -1 the last. ``months`` keeps only those months. With none
    of them, the rhythm follows the day it starts.
    """

    unit: Unit
    every: int = 1
    weekdays: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days that follow each other, both ends included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether the day is among them."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, order=True)
class Season:
    """Days of every year, both ends included; it may run over the new year."""

    first: MonthDay
    last: MonthDay

    def holds(self, day: date) -> bool:
        """Whether the day is among them."""
        place = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= place <= self.last
        return place >= self.first or place <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Exceptions:
    """Days on which the rule does not apply (« sauf … »), each kind sorted and without repeats.

    ``breaks`` are names of school breaks, as the table spells them; ``school_holidays`` is all of them.
    """

    spans: tuple[Span, ...] = ()
    seasons: tuple[Season, ...] = ()
    months: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    breaks: tuple[str, ...] = ()
    public_holidays: bool = False
    school_holidays: bool = False

    def __bool__(self) -> bool:
        """Whether there is any."""
        return self != Exceptions()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a French phrase says of when something happens.

    Exactly one of these holds: a ``rhythm``; listed ``days``; or neither, and the rule is the range
    from ``start`` to ``until``, day after day when it has hours, else one event of several days.

    ``count`` is a number of times that really take place: exceptions are not counted. ``zone`` is
    the school zone that the phrase names, else the network's applies. ``only_breaks`` and
    ``only_school_holidays`` keep the days of some school breaks, or of all.
    """

    rhythm: Rhythm | None = None
    days: tuple[date, ...] = ()
    start: date | None = None
    until: date | None = None
    count: int | None = None
    times: Times | None = None
    part_of_day: str = ""
    parity: Parity | None = None
    exceptions: Exceptions = field(default_factory=Exceptions)
    only_breaks: tuple[str, ...] = ()
    only_school_holidays: bool = False
    zone: str = ""

    @property
    def uses_school(self) -> bool:
        """Whether the school calendar decides of some day."""
        only = self.only_school_holidays or bool(self.only_breaks)
        return only or self.exceptions.school_holidays or bool(self.exceptions.breaks)

    @property
    def bounded(self) -> bool:
        """Whether it ends."""
        return self.rhythm is None or self.until is not None or self.count is not None

    @property
    def is_range(self) -> bool:
        """Whether it is the days from ``start`` to ``until``."""
        return not (self.rhythm or self.days)

    @property
    def one_event(self) -> bool:
        """Whether it is one event of several days, rather than one a day."""
        return self.is_range and not (self.times or self.exceptions or self.parity)


@dataclass(frozen=True, slots=True)
class Words:
    """A wording that cannot be computed (« environ toutes les six semaines »): shown, never expanded."""

    text: str

    @property
    def until(self) -> date | None:
        """The end of the last year that they name; None when they name none."""
        years = _YEAR.findall(self.text)
        return date(int(max(years)), 12, 31) if years else None

    def __str__(self) -> str:
        """As it was typed."""
        return self.text
