"""The printed calendar: days and their events, from the rules of the common calendar."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby

from filquartiers.model.agenda import Occurrence
from filquartiers.model.agenda.dates import month_end
from filquartiers.model.agenda.words import WEEKDAYS, month_name
from filquartiers.model.facts.dates import (
    dates_between,
    hours_of,
    is_over,
    last_day_of,
    state_of_date,
    when_in_words,
)
from filquartiers.model.kinds import Evenement, Maison
from filquartiers.model.numbers import day_of_month
from filquartiers.render.print.data.house import knot
from filquartiers.render.print.data.scope import Json, Scope, text
from filquartiers.render.typography import typeset
from filquartiers.render.web import filters

QUARTER = 3  # months
OFTEN = 6  # dates in a quarter: every other week

Happening = tuple[Evenement, Occurrence]


def events_of(scope: Scope, houses: tuple[Maison, ...] = ()) -> tuple[Evenement, ...]:
    """The events of the network, or only those of some houses."""
    keys = {house.key for house in houses}
    mine = scope.site.of(Evenement, scope.network)
    return tuple(event for event in mine if not keys or keys & {house.key for house in event.maisons})


def happenings(events: Iterable[Evenement], first: date, last: date) -> list[Happening]:
    """What takes place from ``first`` to ``last``, in order of day, hour and title."""
    found = [(event, one) for event in events for one in dates_between(event, first, last)]
    return sorted(found, key=lambda pair: (*pair[1].sort_key, pair[0].titre, pair[0].slug))


def quarter(scope: Scope, houses: tuple[Maison, ...]) -> Json:
    """Three months from the day of the build: what comes back often in words, the rest day by day."""
    events, today = events_of(scope, houses), scope.site.today
    starts = [today, *(_month_after(today, index) for index in range(1, QUARTER))]
    last = month_end(starts[-1].year, starts[-1].month)
    often = [event for event in events if _comes_back(event, today, last)]
    dated = [event for event in events if event not in often]
    months = [month(dated, start, scope) for start in starts]
    return {
        "months": [one for one in months if one["days"]],
        "habits": [*_told(often, scope), *habits(events, scope)],
    }


def _comes_back(event: Evenement, first: date, last: date) -> bool:
    """Whether a rule gives so many dates that words say it better on a pocket page."""
    return bool(event.recurrence) and len(dates_between(event, first, last)) >= OFTEN


def _told(events: Iterable[Evenement], scope: Scope) -> list[Json]:
    return [
        {"title": text(event.titre), "words": filters.capital(text(when_in_words(event)))}
        | _place(event)
        | _link(event, scope)
        for event in events
    ]


def month(events: Iterable[Evenement], start: date, scope: Scope) -> Json:
    """The days that have something, from ``start`` to the end of its month."""
    last = month_end(start.year, start.month)
    found = happenings(events, start, last)
    days = groupby(found, key=lambda pair: max(pair[1].day, start))
    return {
        "name": f"{filters.capital(month_name(start.month))} {start.year}",
        "days": [_day(day, list(pairs), scope) for day, pairs in days],
    }


def habits(events: Iterable[Evenement], scope: Scope) -> list[Json]:
    """Events whose rule is only words: they have no date to be listed under."""
    return _told((event for event in events if event.is_told and not is_over(event, scope.site.today)), scope)


def weekly(house: Maison, scope: Scope) -> list[Json]:
    """What comes back at a house, its rule in words, as long as it still takes place."""
    today = scope.site.today
    season = today + timedelta(days=365)
    return [
        {"title": text(event.titre), "words": filters.capital(text(when_in_words(event)))}
        for event in events_of(scope, (house,))
        if event.recurrence and dates_between(event, today, season)
    ]


def _month_after(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _day(day: date, pairs: list[Happening], scope: Scope) -> Json:
    return {
        "weekday": WEEKDAYS[day.weekday()],
        "number": day_of_month(day.day),
        "events": [_event(event, one, scope) for event, one in pairs],
    }


def _event(event: Evenement, one: Occurrence, scope: Scope) -> Json:
    state, details = state_of_date(one), (last_day_of(one), event.age, event.tarif, event.inscription)
    return {
        "title": text(event.titre),
        "hours": typeset(hours_of(one)),
        "state": state,
        "cancelled": state == "annulé",
        "elsewhere": text(event.lieu),
        "details": " · ".join(text(value) for value in details if value),
        "houses": [knot(house) for house in event.maisons],
        **_place(event),
        **_link(event, scope),
    }


def _place(event: Evenement) -> Json:
    where = event.lieu or ", ".join(house.title for house in event.maisons)
    return {"where": text(where), "origin": event.origin.file}


def _link(event: Evenement, scope: Scope) -> Json:
    return {"url": scope.address(event)}


def months_ahead(scope: Scope, events: tuple[Evenement, ...], count: int) -> Iterator[tuple[date, Json]]:
    """The month under way and the next ones, whole, when something takes place in them."""
    for index in range(count):
        start = _month_after(scope.site.today.replace(day=1), index)
        shown = month(events, start, scope)
        if shown["days"]:
            yield start, shown
