"""When something happens: a start, hours, a rule, and what changed for single dates."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property

from filquartiers.model.agenda.almanac import Almanac
from filquartiers.model.agenda.rule import Rule, Words
from filquartiers.model.agenda.times import Times

PARIS = "Europe/Paris"


class Change(StrEnum):
    """What became of one date."""

    ADDED = "en plus"
    CANCELLED = "annulé"
    MOVED = "reporté"
    FULL = "complet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A change stated for one date only.

    ``day`` is the date that the rule gives, or the day added. ``new_day`` and ``times`` tell where a
    moved date went, and at which hour when it is another; ``times`` are also the hours of an added date.
    A moved date lasts as long as the others, and so does an added one that does not say when it ends.
    """

    change: Change
    day: date
    new_day: date | None = None
    times: Times | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Portion:
    """The days of a whole schedule that have the same hours: those named, but the ``skipped`` ones."""

    whole: "Schedule"
    weekdays: tuple[int, ...] = ()
    days: tuple[date, ...] = ()
    skipped: frozenset[date] = frozenset()

    def names(self, day: date) -> bool:
        """Whether the day has the hours of the portion."""
        return day.weekday() in self.weekdays or day in self.days

    def holds(self, day: date) -> bool:
        """Whether the day is one of the portion."""
        return self.names(day) and day not in self.skipped


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """All that tells when an event takes place.

    Without a rule it happens from ``start`` to ``end`` (one continuous event when it has hours), and on the
    days added. With a rhythm or listed days, every date lasts as long as from ``start`` to ``end``. A range
    tells its own end. With `Words`, its start is a fact and the rest is only told: ``end`` is then of no use.
    ``cancelled`` concerns the whole event. ``timezone`` is an IANA name. ``portion`` is set by `portions`:
    this schedule is then a part of another.
    """

    start: date
    end: date | None = None
    times: Times | None = None
    rule: Rule | Words | None = None
    timezone: str = PARIS
    changes: tuple[Override, ...] = ()
    cancelled: bool = False
    almanac: Almanac = field(default_factory=Almanac)
    portion: Portion | None = None

    @cached_property
    def effective_rule(self) -> Rule | None:
        """The computable rule with the hours of the schedule, when there is one."""
        if not isinstance(self.rule, Rule):
            return None
        if self.rule.has_hours or not self.times:
            return self.rule
        return replace(self.rule, times=self.times)

    @property
    def hours(self) -> Times | None:
        """The usual hours: those of the rule, else the schedule's."""
        return (self.rule.times if isinstance(self.rule, Rule) else None) or self.times

    @property
    def has_worded_hours(self) -> bool:
        """Whether some hour is told with words that figures alone would lose: « vers », « à partir de »."""
        rule = self.effective_rule
        every = [times for one in rule.timetable for times in one.times] if rule else []
        return any(times.word for times in (self.hours, *every) if times)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One time that an event takes place.

    ``day`` and ``last_day`` are local; ``start`` and ``end`` are aware, None when the hour is not known.
    ``original`` is the day that the rule gave: it differs from ``day`` for a moved date.
    """

    day: date
    last_day: date
    original: date
    times: Times | None = None
    start: datetime | None = None
    end: datetime | None = None
    change: Change | None = None
    part_of_day: str = ""
    note: str = ""

    @property
    def closing(self) -> datetime | None:
        """When it ends, for programs: over several days, an hour left unsaid is the end of the last day."""
        if self.end or self.start is None or self.last_day == self.day:
            return self.end
        return datetime.combine(self.last_day + timedelta(days=1), time(), self.start.tzinfo)

    @property
    def sort_key(self) -> tuple[date, str, date]:
        """By day; without an hour first, then by hour."""
        return self.day, self.times.start.isoformat() if self.times else "", self.original
