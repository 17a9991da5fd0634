"""What a French rule leaves out: days, ranges, seasons, and what « sauf » names besides."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from filquartiers.model.agenda.feasts import is_feast
from filquartiers.model.agenda.words import LAST, month_last_day

MonthDay = tuple[int, int]
"""A month and a day, without a year."""


class Parity(StrEnum):
    """Which weeks of the year, by their ISO 8601 number."""

    EVEN = "paires"
    ODD = "impaires"

    def holds(self, day: date) -> bool:
        """Whether the day is in such a week."""
        return (day.isocalendar().week % 2 == 0) == (self is Parity.EVEN)


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
    ``feasts`` are names of `feasts`. ``holiday_weekdays`` are those of « les lundis fériés ».
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
        """Whether the day is excepted, schools and public holidays left aside."""
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
