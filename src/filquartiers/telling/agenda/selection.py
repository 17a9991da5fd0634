"""The page of a selection of events: the coming weeks, what has no date, the ways to see less or more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from filquartiers.model.addresses import Month, month_address, year_address
from filquartiers.model.agenda.dates import write_range
from filquartiers.model.agenda.words import month_name
from filquartiers.model.facts.dates import is_dated
from filquartiers.model.kinds import Maison
from filquartiers.telling.agenda.lines import days_of, regular
from filquartiers.telling.agenda.subscribe import Subscription, subscription
from filquartiers.telling.channels import FAMILIES, Channel
from filquartiers.telling.diary import Dated, Diary, month_of
from filquartiers.telling.items import DayLines, Regular
from filquartiers.telling.lists import Filter, FilterChoice
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import Day, Knot, Link
from filquartiers.telling.words import capital, day

A_WEEK = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Week:
    """The days of one week that hold something, from Monday."""

    title: str
    days: tuple[DayLines, ...]


@dataclass(frozen=True, slots=True)
class AgendaView:
    """What is on; ``chosen`` tells that it is a selection, ``house`` that it is one of a house.

    ``reachable`` tells that a house that it may be about has a telephone, ``followed`` that there are dates
    to come, and so something to subscribe to. ``elsewhere`` is what other towns do, never mixed with what the
    networks announce.
    """

    chosen: bool
    house: Knot | None
    reachable: bool
    weeks: tuple[Week, ...]
    regulars: tuple[Regular, ...]
    undated: tuple[Regular, ...]
    elsewhere: tuple[Regular, ...]
    filters: tuple[Filter, ...]
    archives: tuple[Link, ...]
    followed: bool
    subscription: Subscription
    today: Day


def agenda_view(teller: Teller, channel: Channel) -> AgendaView:
    """The page of a selection; that of all events has no list of rules, it would be too long."""
    diary = teller.diary
    current = [event for event in channel.events if not diary.is_past(event)]
    ruled = [event for event in current if event.schedule and event.schedule.rule]
    return AgendaView(
        chosen=bool(channel.family),
        house=teller.knot(channel.house) if channel.house else None,
        reachable=any(house.telephones for house in _whose(teller, channel)),
        weeks=tuple(_weeks(teller, diary.soon(current))),
        regulars=tuple(regular(teller, event) for event in ruled) if channel.family else (),
        undated=tuple(regular(teller, event) for event in current if event.is_told),
        elsewhere=tuple(regular(teller, event) for event in channel.elsewhere if not diary.is_past(event)),
        filters=tuple(_filters(diary, channel)),
        archives=tuple(Link(str(year), year_address(year)) for year in diary.past_years),
        followed=any(map(is_dated, current)),
        subscription=subscription(teller, channel),
        today=day(diary.today),
    )


def _whose(teller: Teller, channel: Channel) -> tuple[Maison, ...]:
    """The houses that a selection may be about."""
    return (channel.house,) if channel.house else teller.site.of(Maison, channel.network)


def month_link(month: Month) -> Link:
    """« Novembre 2026 »."""
    return Link(f"{capital(month_name(month[1]))} {month[0]}", month_address(month))


def _weeks(teller: Teller, dates: Iterable[Dated]) -> Iterator[Week]:
    """By week; what began before today and still lasts comes first, in this week."""
    today = teller.site.today
    for monday, found in groupby(dates, key=lambda dated: _monday(max(dated[1].day, today))):
        title = capital(write_range(monday, monday + A_WEEK))
        yield Week(title, days_of(teller, found))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _filters(diary: Diary, chosen: Channel) -> Iterator[Filter]:
    """The months, and the other selections that still hold something to come."""
    months = tuple(_month_choice(diary, month) for month in diary.months if month >= month_of(diary.today))
    yield Filter("mois", "Mois", months)
    known = [channel for channel in diary.channels if channel.family]
    for family, label in FAMILIES:
        choices = tuple(
            FilterChoice(channel.label, count, channel.page, chosen=channel.page == chosen.page)
            for channel in known
            if channel.family == family and (count := _to_come(diary, channel))
        )
        if choices:
            yield Filter(family, label, choices)


def _month_choice(diary: Diary, month: Month) -> FilterChoice:
    link = month_link(month)
    return FilterChoice(link.label, diary.per_month.get(month, 0), month_address(month), chosen=False)


def _to_come(diary: Diary, channel: Channel) -> int:
    return sum(not diary.is_past(event) for event in channel.events)
