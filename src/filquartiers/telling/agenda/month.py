"""A month of the agenda, as a grid of weeks and as a list."""

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from filquartiers.model.addresses import Month
from filquartiers.model.agenda.almanac import public_holidays
from filquartiers.model.agenda.dates import write_date, write_range
from filquartiers.model.agenda.schedule import Occurrence
from filquartiers.model.agenda.school import SchoolBreak
from filquartiers.model.agenda.times import write_time
from filquartiers.model.agenda.words import WEEKDAYS, joined
from filquartiers.model.facts.dates import state_of_date
from filquartiers.model.kinds import Evenement, Maison
from filquartiers.model.site import Site
from filquartiers.telling.agenda.lines import days_of
from filquartiers.telling.agenda.selection import month_link
from filquartiers.telling.diary import Dated, last_day
from filquartiers.telling.items import DayLines
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import Knot, Link
from filquartiers.telling.words import capital

MONDAY_FIRST = calendar.Calendar(firstweekday=calendar.MONDAY)


@dataclass(frozen=True, slots=True)
class Slot:
    """One date in a cell: the hour if it is known, the event, what became of it."""

    event: Link
    hour: str
    state: str
    houses: tuple[Knot, ...]


@dataclass(frozen=True, slots=True)
class GridDay:
    """A day of the grid. ``holiday`` is the public holiday, ``free`` tells that schools are closed."""

    machine: str
    number: int
    holiday: str
    free: bool
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month: its weeks (None for days of other months), its list, its holidays, its houses, its neighbours.

    ``known`` are the months that have a page and ``here`` this one, as ``2026-11``, for the script.
    """

    title: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[GridDay | None, ...], ...]
    days: tuple[DayLines, ...]
    breaks: tuple[str, ...]
    holidays: tuple[str, ...]
    houses: tuple[Knot, ...]
    known: tuple[str, ...]
    here: str
    before: Link | None
    after: Link | None


def month_view(teller: Teller, month: Month) -> MonthView:
    """What the page of a month shows."""
    diary, site = teller.diary, teller.site
    rank = diary.months.index(month)
    first, last = date(*month, 1), last_day(*month)
    dates = diary.between(diary.ours, first, last)
    breaks = _breaks(site, first, last)
    return MonthView(
        title=month_link(month).label,
        weekdays=tuple(map(capital, WEEKDAYS)),
        weeks=tuple(_weeks(teller, month, dates, breaks)),
        days=days_of(teller, dates),
        breaks=tuple(_told(one) for one in breaks),
        holidays=tuple(_holidays(site, month)),
        houses=teller.knots(_houses(site, dates)),
        known=tuple(map(_iso, diary.months)),
        here=_iso(month),
        before=month_link(diary.months[rank - 1]) if rank else None,
        after=month_link(diary.months[rank + 1]) if rank + 1 < len(diary.months) else None,
    )


def _weeks(
    teller: Teller, month: Month, dates: tuple[Dated, ...], breaks: tuple[SchoolBreak, ...]
) -> Iterator[tuple[GridDay | None, ...]]:
    holidays = _public_holidays(teller.site, month[0])

    def told(day: date) -> GridDay:
        free = any(one.first <= day <= one.last for one in breaks)
        here = (dated for dated in dates if dated[1].day <= day <= dated[1].last_day)
        slots = tuple(_slot(teller, event, one) for event, one in here)
        return GridDay(day.isoformat(), day.day, holidays.get(day, ""), free, slots)

    for week in MONDAY_FIRST.monthdatescalendar(*month):
        yield tuple(told(day) if day.month == month[1] else None for day in week)


def _slot(teller: Teller, event: Evenement, one: Occurrence) -> Slot:
    hour = write_time(one.times.start) if one.times else ""
    return Slot(teller.link(event), hour, state_of_date(one), teller.knots(event.maisons))


def _public_holidays(site: Site, year: int) -> Mapping[date, str]:
    return public_holidays(year, any(network.alsace_moselle for network in site.networks))


def _holidays(site: Site, month: Month) -> Iterator[str]:
    """« mercredi 11 novembre (Armistice) »."""
    for day, name in _public_holidays(site, month[0]).items():
        if day.month == month[1]:
            yield f"{write_date(day, year=False)} ({name})"


def _houses(site: Site, dates: tuple[Dated, ...]) -> Iterator[Maison]:
    """The houses that the grid names by their letters, in the order of the site."""
    named = {house.slug for event, _ in dates for house in event.maisons}
    yield from (house for house in site.of(Maison) if house.slug in named)


def _iso(month: Month) -> str:
    return f"{month[0]:04}-{month[1]:02}"


def _breaks(site: Site, first: date, last: date) -> tuple[SchoolBreak, ...]:
    """The school breaks that touch the month, in the zones of the networks; theirs are among them."""
    zones = {network.zone_scolaire for network in site.networks}
    known = dict.fromkeys(one for network in site.networks for one in network.almanac.school.breaks)
    touching = (one for one in known if one.first <= last and one.last >= first)
    ours = (replace(one, zones=tuple(zone for zone in one.zones if zone in zones)) for one in touching)
    return tuple(sorted((one for one in ours if one.zones), key=lambda one: (one.first, one.zones)))


def _told(one: SchoolBreak) -> str:
    """« Vacances de Noël, zone B : du 19 décembre 2026 au 3 janvier 2027 »."""
    word = "zone" if len(one.zones) == 1 else "zones"
    days = write_range(one.first, one.last)
    return f"{capital(one.title)}, {word} {joined(one.zones)} : {days}"
