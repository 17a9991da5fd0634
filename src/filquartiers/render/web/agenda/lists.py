"""What the lists of the agenda show: the coming weeks, a selection, a past year."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from filquartiers.model.agenda import Occurrence, write_date, write_range
from filquartiers.model.agenda.words import month_name
from filquartiers.model.facts.dates import is_dated, last_year, state_of_date, when_in_words
from filquartiers.model.kinds import Evenement
from filquartiers.render.feeds.channels import AGENDA, FAMILIES, Channel, whole
from filquartiers.render.web.agenda.addresses import month_address, year_address
from filquartiers.render.web.agenda.subscribe import Subscription, subscription
from filquartiers.render.web.diary import Dated, Diary, Month, month_of
from filquartiers.render.web.filters import capital
from filquartiers.render.web.links import address_of
from filquartiers.render.web.page import Link
from filquartiers.render.web.printed import Printed
from filquartiers.render.web.views.lists import Choice, Filter
from filquartiers.render.web.views.soon import Coming, coming

A_WEEK = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Day:
    """What starts on one day."""

    day: date
    lines: tuple[Coming, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """The days of one week that hold something, from Monday."""

    title: str
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Regular:
    """An event told once: its rule, or its date, in words."""

    event: Evenement
    when: str
    state: str = ""


@dataclass(frozen=True, slots=True)
class AgendaView:
    """The coming weeks of a selection, what has no date, and the ways to see less or more.

    ``followed`` tells that there are dates to come, and so something to subscribe to.
    """

    channel: Channel
    weeks: tuple[Week, ...]
    regulars: tuple[Regular, ...]
    undated: tuple[Regular, ...]
    filters: tuple[Filter, ...]
    archives: tuple[Link, ...]
    followed: bool
    subscription: Subscription
    programmes: tuple[Link, ...]
    today: date


@dataclass(frozen=True, slots=True)
class YearView:
    """What took place in a past year, and the neighbouring years."""

    year: int
    months: tuple[tuple[str, tuple[Regular, ...]], ...]
    before: Link | None
    after: Link | None


@dataclass(frozen=True, slots=True)
class ArchivesView:
    """The years that have passed."""

    years: tuple[tuple[Link, int], ...]


def agenda_view(diary: Diary, channel: Channel, printed: Printed) -> AgendaView:
    """The page of a selection; that of all events has no list of rules, it would be too long."""
    current = [event for event in channel.events if not diary.is_past(event)]
    dated = [event for event in current if event.schedule and event.schedule.rule]
    return AgendaView(
        channel=channel,
        weeks=tuple(_weeks(diary.soon(current), diary.today)),
        regulars=tuple(regular(event) for event in dated) if channel.family else (),
        undated=tuple(regular(event) for event in current if event.is_told),
        filters=tuple(_filters(diary, channel)),
        archives=tuple(Link(str(year), year_address(year)) for year in years(diary)),
        followed=any(map(is_dated, current)),
        subscription=subscription(diary.site, channel),
        programmes=_programmes(diary, channel, printed),
        today=diary.today,
    )


def _programmes(diary: Diary, channel: Channel, printed: Printed) -> tuple[Link, ...]:
    """The printed months of a house, or of all networks."""
    if channel.house:
        return printed.programmes(address_of(channel.house))
    networks = diary.site.networks if len(diary.site.networks) > 1 else ()
    return () if channel.family else printed.programmes(AGENDA, {one.slug: one.ville for one in networks})


def regular(event: Evenement) -> Regular:
    """The event with its rule read back; as typed when it cannot be computed."""
    return Regular(event, capital(when_in_words(event)), "annulé" if event.cancelled else "")


def years(diary: Diary) -> tuple[int, ...]:
    """The years that hold something past, the latest first."""
    found = {one.day.year for dates in diary.by_event.values() for one in dates if one.last_day < diary.today}
    words = {last_year(event) or diary.today.year for event in diary.site.of(Evenement)}
    return tuple(sorted(found | {year for year in words if year < diary.today.year}, reverse=True))


def year_view(diary: Diary, year: int) -> YearView:
    """A past year, month by month; an event that came back is told once, in its first month."""
    known = years(diary)
    rank = known.index(year)
    later, earlier = known[rank - 1] if rank else None, known[rank + 1] if rank + 1 < len(known) else None
    return YearView(
        year=year,
        months=tuple(_past_months(diary, year)),
        before=Link(str(earlier), year_address(earlier)) if earlier else None,
        after=Link(str(later), year_address(later)) if later else None,
    )


def archives_view(diary: Diary) -> ArchivesView:
    """Each past year with the number of its events."""
    return ArchivesView(
        tuple(
            (Link(str(year), year_address(year)), sum(len(told) for _, told in _past_months(diary, year)))
            for year in years(diary)
        )
    )


def month_link(month: Month) -> Link:
    """« Novembre 2026 »."""
    return Link(f"{capital(month_name(month[1]))} {month[0]}", month_address(month))


def _weeks(dates: Iterable[Dated], today: date) -> Iterator[Week]:
    """By week; what began before today and still lasts comes first, in this week."""
    for monday, found in groupby(dates, key=lambda dated: _monday(max(dated[1].day, today))):
        title = capital(write_range(monday, monday + A_WEEK))
        yield Week(title, days_of(found))


def days_of(dates: Iterable[Dated]) -> tuple[Day, ...]:
    """Dates in order, gathered by the day they start."""
    by_day = groupby(dates, key=lambda dated: dated[1].day)
    return tuple(Day(day, tuple(coming(event, one) for event, one in found)) for day, found in by_day)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _filters(diary: Diary, chosen: Channel) -> Iterator[Filter]:
    """The months, and the other selections that still hold something to come."""
    months = tuple(_month_choice(diary, month) for month in diary.months if month >= month_of(diary.today))
    yield Filter("mois", "Mois", months)
    known = [channel for channel in diary.channels if channel.family]
    for family, label in FAMILIES:
        choices = tuple(
            Choice(channel.label, count, channel.page, chosen=channel.page == chosen.page)
            for channel in known
            if channel.family == family and (count := _to_come(diary, channel))
        )
        if choices:
            yield Filter(family, label, choices)


def _month_choice(diary: Diary, month: Month) -> Choice:
    link = month_link(month)
    return Choice(link.label, diary.per_month.get(month, 0), link.address, chosen=False)


def _to_come(diary: Diary, channel: Channel) -> int:
    return sum(not diary.is_past(event) for event in channel.events)


def _past_months(diary: Diary, year: int) -> Iterator[tuple[str, tuple[Regular, ...]]]:
    first = {found.event.slug: (day, found) for day, found in _past(diary, year)}
    ordered = sorted(first.values(), key=lambda told: (told[0], told[1].event.slug))
    for month, told in groupby(ordered, key=lambda dated: dated[0].month):
        yield capital(month_name(month)), tuple(found for _, found in told)
    words = tuple(
        regular(event)
        for event in whole(diary.site).events
        if last_year(event) == year and diary.is_past(event)
    )
    if words:
        yield "Dans l’année", words


def _past(diary: Diary, year: int) -> Iterator[tuple[date, Regular]]:
    for event in diary.site.of(Evenement):
        past = [one for one in diary.by_event[event.slug] if one.last_day < diary.today]
        dates = [one for one in past if one.day.year == year]
        if len(dates) == 1:
            yield dates[0].day, Regular(event, capital(_days(dates[0])), state_of_date(dates[0]))
        elif dates:
            span = write_range(dates[0].day, dates[-1].day)
            yield dates[0].day, Regular(event, f"{len(dates)} dates, {span}")


def _days(one: Occurrence) -> str:
    return write_date(one.day) if one.last_day == one.day else write_range(one.day, one.last_day)
