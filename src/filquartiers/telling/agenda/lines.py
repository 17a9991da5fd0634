"""Dates of events as lists show them: what is on soon, a day and what starts on it, a rule told once."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from filquartiers.model.agenda.schedule import Change, Occurrence
from filquartiers.model.facts.dates import hours_of, last_day_of, state_of_date, when_in_words
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Evenement, Reseau
from filquartiers.telling.diary import Dated
from filquartiers.telling.items import Coming, DayLines, Regular
from filquartiers.telling.teller import Teller
from filquartiers.telling.words import capital, day

MOST = 5


def next_dates(teller: Teller, whose: Reseau | Entry) -> tuple[Coming, ...]:
    """The next dates of a network or a house, in order; empty when nothing is announced."""
    found = (one for one in teller.soon if _concerns(one[0], whose))
    return tuple(coming(teller, event, one) for event, one in found)[:MOST]


def count_of(teller: Teller, whose: Reseau | Entry, days: int) -> int:
    """How many dates a network or a house has in that many days, cancelled ones aside."""
    last = teller.site.today + timedelta(days=days - 1)
    return sum(
        _concerns(event, whose) and one.day <= last and one.change is not Change.CANCELLED
        for event, one in teller.soon
    )


def _concerns(event: Evenement, whose: Entry) -> bool:
    return whose in (event.network, *event.maisons)


def coming(teller: Teller, event: Evenement, one: Occurrence) -> Coming:
    """One date as lists show it."""
    return Coming(
        title=event.title,
        address=teller.addresses.of(event),
        day=day(one.day),
        last_day=one.last_day.isoformat(),
        until=last_day_of(one),
        hours=hours_of(one),
        place=event.lieu or "",
        facts=tuple(part for part in (event.age, event.tarif) if part),
        booking=event.inscription or "",
        state=state_of_date(one),
        houses=teller.knots(event.maisons),
        origin=event.origin.file,
    )


def days_of(teller: Teller, dates: Iterable[Dated], since: date = date.min) -> tuple[DayLines, ...]:
    """Dates in order, gathered by the day they start, or by ``since`` when they had started before."""
    by_day = groupby(dates, key=lambda dated: max(dated[1].day, since))
    return tuple(
        DayLines(day(first), tuple(coming(teller, event, one) for event, one in found))
        for first, found in by_day
    )


def regular(teller: Teller, event: Evenement) -> Regular:
    """The event with its rule read back; as typed when it cannot be computed."""
    return told_once(teller, event, when_in_words(event), "annulé" if event.cancelled else "")


def told_once(teller: Teller, event: Evenement, when: str, state: str) -> Regular:
    """The event under words that tell its dates, and what became of it."""
    return Regular(
        title=event.title,
        address=teller.addresses.of(event),
        when=capital(when),
        state=state,
        place=event.lieu or "",
        houses=teller.knots(event.maisons),
        origin=event.origin.file,
    )
