"""The archive of the agenda: what took place, year by year and month by month."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from filquartiers.model.addresses import year_address
from filquartiers.model.agenda.dates import write_date, write_range
from filquartiers.model.agenda.schedule import Occurrence
from filquartiers.model.agenda.words import month_name
from filquartiers.model.facts.dates import last_year, state_of_date
from filquartiers.model.kinds import Evenement
from filquartiers.telling.agenda.lines import regular, told_once
from filquartiers.telling.items import Regular
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import Link
from filquartiers.telling.words import capital


@dataclass(frozen=True, slots=True)
class YearView:
    """What took place in a past year, and the neighbouring years."""

    year: int
    months: tuple[tuple[str, tuple[Regular, ...]], ...]
    before: Link | None
    after: Link | None


@dataclass(frozen=True, slots=True)
class ArchivesView:
    """The years that have passed, each with the number of its events."""

    years: tuple[tuple[Link, int], ...]


def year_view(teller: Teller, year: int) -> YearView:
    """A past year, month by month; an event that came back is told once, in its first month."""
    known = teller.diary.past_years
    rank = known.index(year)
    return YearView(
        year=year,
        months=tuple(_months(teller, year)),
        before=_link(known[rank + 1]) if rank + 1 < len(known) else None,
        after=_link(known[rank - 1]) if rank else None,
    )


def archives_view(teller: Teller) -> ArchivesView:
    """Each past year with the number of its events."""
    counts = ((year, sum(len(told) for _, told in _months(teller, year))) for year in teller.diary.past_years)
    return ArchivesView(tuple((_link(year), count) for year, count in counts))


def _link(year: int) -> Link:
    return Link(str(year), year_address(year))


def _months(teller: Teller, year: int) -> Iterator[tuple[str, tuple[Regular, ...]]]:
    diary = teller.diary
    events = teller.site.of(Evenement)
    first = [(dates[0].day, event, dates) for event in events if (dates := diary.past_dates(event, year))]
    ordered = sorted(first, key=lambda told: (told[0], told[1].slug))
    for month, found in groupby(ordered, key=lambda told: told[0].month):
        yield capital(month_name(month)), tuple(_told(teller, event, dates) for _, event, dates in found)
    words = [one for one in events if last_year(one) == year and diary.is_past(one)]
    if words:
        yield "Dans l’année", tuple(regular(teller, event) for event in words)


def _told(teller: Teller, event: Evenement, dates: tuple[Occurrence, ...]) -> Regular:
    first, last = dates[0], dates[-1]
    if len(dates) > 1:
        return told_once(teller, event, f"{len(dates)} dates, {write_range(first.day, last.day)}", "")
    return told_once(teller, event, _days(first.day, first.last_day), state_of_date(first))


def _days(first: date, last: date) -> str:
    return write_date(first) if first == last else write_range(first, last)
