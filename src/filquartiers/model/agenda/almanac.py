"""What a network's days are: public holidays, school breaks of its zone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from filquartiers.model.agenda.school import OFFICIAL, SchoolCalendar
from filquartiers.model.agenda.words import joined
from filquartiers.model.refusal import Refusal

_MOSELLE = "57"
"""Its holidays are those of the three departments under local law."""


@dataclass(frozen=True)
class Almanac:
    """The days of one place.

    ``zone`` is the school zone (« A », « B », « C » or one of the network's own table), empty when it
    is not known; ``alsace_moselle`` adds Good Friday and 26 December.
    """

    zone: str = ""
    alsace_moselle: bool = False
    school: SchoolCalendar = OFFICIAL

    def public_holiday(self, day: date) -> str:
        """The French name of the public holiday, or an empty string."""
        return public_holidays(day.year, self.alsace_moselle).get(day, "")

    def school_end(self, zone: str = "") -> date:
        """The last day that the school table covers."""
        return self.school.last_day(self.known_zone(zone))

    def known_zone(self, zone: str = "") -> str:
        """``zone`` or the network's, as the table spells it.

        Raises:
            Refusal: ``zone-manquante`` or ``zone-inconnue``.
        """
        if not (zone or self.zone):
            raise Refusal("zone-manquante", zones=joined(self.school.zones, "ou"))
        return self.school.zone(zone or self.zone)


@cache
def public_holidays(year: int, alsace_moselle: bool = False) -> Mapping[date, str]:
    """The public holidays of a year in France, with their French names, in order."""
    from holidays import country_holidays  # noqa: PLC0415  a sixth of a check: only where there are dates

    subdivision = _MOSELLE if alsace_moselle else None
    found = country_holidays("FR", subdiv=subdivision, years=year, language="fr")
    return MappingProxyType(dict(sorted(found.items())))
