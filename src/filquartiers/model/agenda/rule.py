"""What a French rule says, as values: a rhythm, its bounds, its exceptions."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from filquartiers.model.agenda.exceptions import Exceptions, Parity
from filquartiers.model.agenda.times import Times

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Unit(StrEnum):
    """The period that a rhythm counts: the FREQ of RFC 5545 § 3.3.10."""

    DAY = "DAILY"
    WEEK = "WEEKLY"
    MONTH = "MONTHLY"
    YEAR = "YEARLY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """A repetition as RFC 5545 § 3.3.10 knows it.

    ``weekdays`` counts from Monday 0. ``positions`` (1 the first, -1 the last) apply to the weekdays of a
    month. ``month_days`` are days of the month, -1 the last. ``months`` keeps only those months. With none
    of them, the rhythm follows the day it starts. With ``weekends``, the positions are those of the
    Saturdays, each with the Sunday after it: RFC 5545 has no such rhythm.
    """

    unit: Unit
    every: int = 1
    weekdays: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    weekends: bool = False


@dataclass(frozen=True, slots=True)
class DayHours:
    """The hours of some days: those of ``weekdays`` or of ``days``, of all when both are empty.

    Each of ``times`` is a date of its own (« de 9 h à 12 h et de 14 h à 17 h »).
    """

    weekdays: tuple[int, ...] = ()
    days: tuple[date, ...] = ()
    times: tuple[Times, ...] = ()
    part_of_day: str = ""

    def holds(self, day: date) -> bool:
        """Whether these are the hours of a day."""
        return day.weekday() in self.weekdays or day in self.days or not (self.weekdays or self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a French phrase says of when something happens.

    Exactly one of these holds: a ``rhythm``; listed ``days``; or neither, and the rule is the range
    from ``start`` to ``until``, day after day when it has hours, else one event of several days.

    ``times`` are the hours of all days; when a day has several, or days differ, ``timetable`` holds them all.
    ``count`` is a number of days that really take place: exceptions are not counted. ``zone`` is
    the school zone that the phrase names, else the network's applies. ``only_breaks`` and
    ``only_school_holidays`` keep the days of some school breaks, or of all; ``only_week`` keeps one of their
    weeks, -1 the last. ``until_break`` ends the rule the day before the next such break.
    """

    rhythm: Rhythm | None = None
    days: tuple[date, ...] = ()
    start: date | None = None
    until: date | None = None
    until_break: str = ""
    count: int | None = None
    times: Times | None = None
    part_of_day: str = ""
    timetable: tuple[DayHours, ...] = ()
    parity: Parity | None = None
    exceptions: Exceptions = field(default_factory=Exceptions)
    only_breaks: tuple[str, ...] = ()
    only_school_holidays: bool = False
    only_week: int = 0
    zone: str = ""

    @property
    def uses_school(self) -> bool:
        """Whether the school calendar decides of some day."""
        only = self.only_school_holidays or bool(self.only_breaks or self.until_break)
        return only or self.exceptions.uses_school

    @property
    def last_day(self) -> date | None:
        """The last day that its words allow: its end, or the eve of « sauf à partir du … »."""
        open_ends = [one.first - _A_DAY for one in self.exceptions.spans if one.last == date.max]
        return min(open_ends + ([self.until] if self.until else []), default=None)

    @property
    def bounded(self) -> bool:
        """Whether it ends."""
        ends = self.last_day is not None or self.count is not None or bool(self.until_break)
        return self.rhythm is None or ends

    @property
    def is_range(self) -> bool:
        """Whether it is the days from ``start`` to ``until``."""
        return not (self.rhythm or self.days)

    @property
    def one_event(self) -> bool:
        """Whether it is one event of several days, rather than one a day."""
        timed = self.times or self.timetable
        return self.is_range and not (timed or self.exceptions or self.parity)

    @property
    def has_hours(self) -> bool:
        """Whether it tells hours."""
        return bool(self.times) or any(one.times for one in self.timetable)


_A_DAY = timedelta(days=1)


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
