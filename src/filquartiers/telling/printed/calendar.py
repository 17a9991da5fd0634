"""The printed calendar: months of dates, what comes back often told in words."""

from collections.abc import Iterable, Iterator
from datetime import date

from filquartiers.model.agenda.dates import month_end
from filquartiers.model.agenda.words import month_name
from filquartiers.model.facts.dates import dates_between, is_over
from filquartiers.model.kinds import Evenement, Maison, Reseau
from filquartiers.telling.agenda.lines import days_of, regular
from filquartiers.telling.diary import moved
from filquartiers.telling.items import Regular
from filquartiers.telling.printed.views import MonthLines
from filquartiers.telling.teller import Teller
from filquartiers.telling.words import capital

QUARTER = 3  # months
OFTEN = 6  # dates in a quarter: every other week


def events_of(teller: Teller, network: Reseau, houses: tuple[Maison, ...] = ()) -> tuple[Evenement, ...]:
    """The events of the network, or only those of some houses."""
    keys = {house.key for house in houses}
    events = teller.site.of(Evenement, network)
    return tuple(one for one in events if not keys or keys & {house.key for house in one.maisons})


def quarter(
    teller: Teller, network: Reseau, houses: tuple[Maison, ...]
) -> tuple[tuple[MonthLines, ...], tuple[Regular, ...]]:
    """Three months from the day of the build: the days, and what is better told in words."""
    events, today = events_of(teller, network, houses), teller.site.today
    starts = [today, *(month_after(today, rank) for rank in range(1, QUARTER))]
    last = month_end(starts[-1].year, starts[-1].month)
    often = [one for one in events if one.recurrence and len(dates_between(one, today, last)) >= OFTEN]
    told = [one for one in events if one.is_told and not is_over(one, today)]
    months = (month_lines(teller, (one for one in events if one not in often), start) for start in starts)
    habits = tuple(regular(teller, event) for event in (*often, *(one for one in told if one not in often)))
    return tuple(month for month in months if month.days), habits


def month_lines(teller: Teller, events: Iterable[Evenement], start: date) -> MonthLines:
    """The days that have something, from ``start`` to the end of its month."""
    dates = teller.diary.between(events, start, month_end(start.year, start.month))
    return MonthLines(f"{capital(month_name(start.month))} {start.year}", days_of(teller, dates, start))


def months_ahead(
    teller: Teller, events: tuple[Evenement, ...], count: int
) -> Iterator[tuple[date, MonthLines]]:
    """The month under way and the next ones, whole, when something takes place in them."""
    for rank in range(count):
        start = month_after(teller.site.today, rank)
        if (shown := month_lines(teller, events, start)).days:
            yield start, shown


def month_after(day: date, months: int) -> date:
    """The first day of the month that comes ``months`` months after that of ``day``."""
    return date(*moved((day.year, day.month), months), 1)
