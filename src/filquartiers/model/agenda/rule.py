"""What a French rule says, as values: a rhythm, its bounds, its exceptions."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from filquartiers.model.agenda.feasts import is_feast
from filquartiers.model.agenda.times import Times
from filquartiers.model.agenda.words import LAST, month_last_day

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
    of them, the rhythm follows the day it starts. With ``weekends``, the positions are those of the Saturdays,
    each with the Sunday after it: RFC 5545 has no such rhythm.
    """

    unit: Unit
    every: int = 1
    weekdays: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    weekends: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days that follow each other, both ends included; `date.min` and `date.max` stand for no end."""

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


@dataclass(frozen=True, slots=True, order=True)
class MonthPlace:
    """« le premier mardi du mois », « le dernier samedi de juin »: ``month`` 0 is every month.

    ``position`` counts as those of `Rhythm`; ``weekday`` is a rank, or `WEEKEND`.
    """

    position: int
    weekday: int
    month: int = 0

    def holds(self, day: date) -> bool:
        """Whether the day is there; a Sunday goes with the Saturday before it."""
        if self.weekday == WEEKEND and day.weekday() >= SATURDAY:
            named = day - timedelta(days=day.weekday() - SATURDAY)
        elif day.weekday() == self.weekday:
            named = day
        else:
            return False
        return self.month in {0, named.month} and self.position in _positions(named)


WEEKEND = 7
"""What a `MonthPlace` names besides the seven weekdays."""
SATURDAY = 5


def _positions(day: date) -> tuple[int, int]:
    """Which of its weekdays it is in its month, from the start and from the end."""
    return (day.day - 1) // 7 + 1, -((month_last_day(day) - day.day) // 7 + 1)


@dataclass(frozen=True, slots=True, order=True)
class HalfDay:
    """« le mercredi matin »."""

    weekday: int
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exceptions:
    """Days on which the rule does not apply (« sauf … »), each kind sorted and without repeats.

    ``breaks`` are names of school breaks, as the table spells them; ``school_holidays`` is all of them.
    ``feasts`` are names of `feasts`. ``holiday_weekdays`` are those of « les lundis fériés »: the others stay.
    ``half_days`` take a part of the day away: what is left of the day takes place.
    """

    spans: tuple[Span, ...] = ()
    seasons: tuple[Season, ...] = ()
    months: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    places: tuple[MonthPlace, ...] = ()
    parity: Parity | None = None
    feasts: tuple[str, ...] = ()
    half_days: tuple[HalfDay, ...] = ()
    holiday_weekdays: tuple[int, ...] = ()
    breaks: tuple[str, ...] = ()
    public_holidays: bool = False
    school_holidays: bool = False

    def __bool__(self) -> bool:
        """Whether there is any."""
        return self != Exceptions()

    def holds(self, day: date) -> bool:
        """Whether the day is excepted by what the calendar alone tells: neither schools nor public holidays."""
        last = month_last_day(day)
        return (
            day.month in self.months
            or day.weekday() in self.weekdays
            or bool({day.day, LAST if day.day == last else day.day}.intersection(self.month_days))
            or (self.parity is not None and self.parity.holds(day))
            or any(is_feast(name, day) for name in self.feasts)
            or any(one.holds(day) for one in self.spans)
            or any(one.holds(day) for one in self.seasons)
            or any(one.holds(day) for one in self.places)
        )

    @property
    def uses_school(self) -> bool:
        """Whether the school calendar decides of some day."""
        return self.school_holidays or bool(self.breaks)


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
