"""Every date of every event, reckoned once, and the ways to look at them."""

import calendar
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from filquartiers.model.addresses import Month
from filquartiers.model.agenda.schedule import Occurrence
from filquartiers.model.facts.dates import all_dates, dates_between, is_over, last_year, next_dates
from filquartiers.model.kinds import Evenement
from filquartiers.model.site import Site
from filquartiers.telling.channels import Channel, channels

Dated = tuple[Evenement, Occurrence]
MONTHS_AHEAD = 12
DAYS_AHEAD = 60


@dataclass(frozen=True)
class Diary:
    """The dates of a site, up to a year from the day it is built for."""

    site: Site

    @property
    def today(self) -> date:
        """The day of the build."""
        return self.site.today

    @cached_property
    def horizon(self) -> date:
        """The last day that is shown: the end of the month in a year."""
        return last_day(*moved((self.today.year, self.today.month), MONTHS_AHEAD))

    @cached_property
    def by_event(self) -> Mapping[str, tuple[Occurrence, ...]]:
        """All dates of each event up to the horizon, by the name of the event."""
        return {event.slug: all_dates(event, self.horizon) for event in self.site.of(Evenement)}

    @cached_property
    def channels(self) -> tuple[Channel, ...]:
        """Every selection of events."""
        return channels(self.site)

    @property
    def ours(self) -> tuple[Evenement, ...]:
        """The events of the networks: those of other towns are told apart."""
        return self.channels[0].events

    @cached_property
    def pages(self) -> frozenset[str]:
        """The addresses of the pages of selections."""
        return frozenset(channel.page for channel in self.channels)

    @cached_property
    def per_month(self) -> Mapping[Month, int]:
        """How many dates each month holds; what runs over two months counts in both."""
        return Counter(
            month for event in self.ours for one in self.by_event[event.slug] for month in _months_of(one)
        )

    def between(self, events: Iterable[Evenement], first: date, last: date) -> tuple[Dated, ...]:
        """The dates of some events in a window, both ends included; what still lasts is among them."""
        found = [(event, one) for event in events for one in dates_between(event, first, last)]
        return tuple(sorted(found, key=lambda dated: (dated[1].sort_key, dated[0].slug)))

    def soon(self, events: Iterable[Evenement]) -> tuple[Dated, ...]:
        """The dates of the coming weeks."""
        return self.between(events, self.today, self.today + timedelta(days=DAYS_AHEAD))

    def next_dates(self, event: Evenement) -> tuple[Occurrence, ...]:
        """The dates of one event from today on; the first one even beyond the horizon."""
        return next_dates(event, self.today, self.horizon)

    def is_past(self, event: Evenement) -> bool:
        """Whether nothing more is to come."""
        return event.slug in self._past

    @cached_property
    def _past(self) -> frozenset[str]:
        return frozenset(event.slug for event in self.site.of(Evenement) if is_over(event, self.today))

    @cached_property
    def past_years(self) -> tuple[int, ...]:
        """The years that hold something past, the latest first."""
        dated = {
            one.day.year for dates in self.by_event.values() for one in dates if one.last_day < self.today
        }
        words = {last_year(event) or self.today.year for event in self.site.of(Evenement)}
        return tuple(sorted(dated | {year for year in words if year < self.today.year}, reverse=True))

    def past_dates(self, event: Evenement, year: int) -> tuple[Occurrence, ...]:
        """The dates of an event that are over and started in that year."""
        found = (one for one in self.by_event[event.slug] if one.last_day < self.today)
        return tuple(one for one in found if one.day.year == year)

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """The months that have a page: those past that hold a date, then all up to the last that does."""
        this = (self.today.year, self.today.month)
        last = max([this, *(month for month in self.per_month if month <= month_of(self.horizon))])
        coming, month = [], this
        while month <= last:
            coming.append(month)
            month = moved(month, 1)
        return (*sorted(month for month in self.per_month if month < this), *coming)


def month_of(day: date) -> Month:
    """The month of a day."""
    return day.year, day.month


def moved(month: Month, number: int) -> Month:
    """The month that comes ``number`` months later."""
    rank = month[0] * 12 + month[1] - 1 + number
    return rank // 12, rank % 12 + 1


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def _months_of(one: Occurrence) -> Iterable[Month]:
    month = month_of(one.day)
    while month <= month_of(one.last_day):
        yield month
        month = moved(month, 1)
