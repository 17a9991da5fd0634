"""School breaks by zone: the official table, and what a network adds to it."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from types import MappingProxyType

from filquartiers.model.agenda.errors import AgendaError
from filquartiers.model.agenda.school_table import TABLE
from filquartiers.model.agenda.words import break_title, joined, plain


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
            AgendaError: ``zone-inconnue``.
        """
        wanted = plain(name).removeprefix("zone ")
        for zone in self.zones:
            if plain(zone) == wanted:
                return zone
        raise AgendaError("zone-inconnue", texte=name, zones=joined(self.zones, "ou"))

    def last_day(self, zone: str) -> date:
        """The last day that the table covers for a zone."""
        return max(one.last for one in self.breaks if zone in one.zones)

    def break_on(self, day: date, zone: str) -> SchoolBreak | None:
        """The break that holds a day, or None in term time."""
        return self._days[zone].get(day)

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


def _read_table(table: str) -> tuple[SchoolBreak, ...]:
    """The breaks of the bundled table: on each line a name, zones, first and last day."""
    rows = (line.split() for line in table.splitlines() if not line.startswith("#"))
    return tuple(
        SchoolBreak(name, tuple(zones), date.fromisoformat(first), date.fromisoformat(last))
        for name, zones, first, last in rows
    )


OFFICIAL = SchoolCalendar(_read_table(TABLE))
"""The bundled table."""
