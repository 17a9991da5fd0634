"""School breaks by zone: the official table, and what a network adds to it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType

from filquartiers.model.agenda.school_table import BREAKS, TABLE
from filquartiers.model.agenda.words import break_title, joined, plain
from filquartiers.model.refusal import Refusal

_SATURDAY = 5
_START = 10  # the first month in which a break of the school year may be


@dataclass(frozen=True, slots=True)
class SchoolBreak:
    """One break, for the zones it concerns; both days are without school."""

    name: str
    zones: tuple[str, ...]
    first: date
    last: date

    @property
    def title(self) -> str:
        """« vacances de Noël », « vacances d'été », « pont de l'Ascension »."""
        return break_title(self.name)

    def in_week(self, rank: int, day: date) -> bool:
        """Whether a day is in the first (1), the second or the last (-1) whole week of the break.

        Weeks run from Monday to Sunday, after the weekend that opens most breaks; those of a break that
        opens inside a week run from its first day.
        """
        opens = self.first.weekday()
        monday = self.first + timedelta(days=(7 - opens) % 7 if opens >= _SATURDAY else 0)
        whole = ((self.last - monday).days + 1) // 7
        week = (day - monday).days // 7 + 1
        return 0 < week <= whole and week == (whole if rank < 0 else rank)


@dataclass(frozen=True)
class SchoolCalendar:
    """The school breaks that are known, and until when."""

    breaks: tuple[SchoolBreak, ...] = field(repr=False)

    @cached_property
    def zones(self) -> tuple[str, ...]:
        """The zones that the table names, sorted."""
        return tuple(sorted({zone for one in self.breaks for zone in one.zones}))

    def zone(self, name: str) -> str:
        """The zone as the table spells it: « zone b » is « B ».

        Raises:
            Refusal: ``zone-inconnue``.
        """
        wanted = plain(name).removeprefix("zone ")
        for zone in self.zones:
            if plain(zone) == wanted:
                return zone
        raise Refusal("zone-inconnue", texte=name, zones=joined(self.zones, "ou"))

    def last_day(self, zone: str) -> date:
        """The last day that the table covers for a zone."""
        return max(one.last for one in self.breaks if zone in one.zones)

    def break_on(self, day: date, zone: str) -> SchoolBreak | None:
        """The break that holds a day, or None in term time."""
        return self._days[zone].get(day)

    def eve_of(self, name: str, zone: str, start: date) -> date | None:
        """The day before the first break of that name that begins after ``start``; None when not known."""
        later = [
            one.first for one in self.breaks if one.name == name and zone in one.zones and one.first > start
        ]
        return min(later) - timedelta(days=1) if later else None

    def extended(self, breaks: tuple[SchoolBreak, ...]) -> "SchoolCalendar":
        """With a network's own breaks added to these."""
        return SchoolCalendar(self.breaks + breaks)

    @cached_property
    def _days(self) -> MappingProxyType[str, dict[date, SchoolBreak]]:
        days: dict[str, dict[date, SchoolBreak]] = {zone: {} for zone in self.zones}
        for one in self.breaks:
            length = (one.last - one.first).days + 1
            for zone in one.zones:
                days[zone].update((one.first + timedelta(days=rank), one) for rank in range(length))
        return MappingProxyType(days)


def _official() -> Iterator[SchoolBreak]:
    """The breaks of the bundled table."""
    for line in TABLE.splitlines():
        year, *ranges = line.split()
        for (name, zones), days in zip(BREAKS, ranges, strict=True):
            first, last = (_day(int(year), day) for day in days.split("-"))
            yield SchoolBreak(name, tuple(zones), first, last)


def _day(year: int, month_and_day: str) -> date:
    """A day of the school year that starts in ``year``."""
    month, day = int(month_and_day[:2]), int(month_and_day[2:])
    return date(year if month >= _START else year + 1, month, day)


OFFICIAL = SchoolCalendar(tuple(sorted(_official(), key=lambda one: one.first)))
"""The bundled table."""
