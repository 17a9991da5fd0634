"""Dates of events as lists show them: what is on soon, a day and what starts on it, a rule told once."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby

from filquartiers.model.agenda.dates import write_date
from filquartiers.model.agenda.describe import describe
from filquartiers.model.agenda.schedule import Change, Occurrence
from filquartiers.model.agenda.times import write_times_short
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Evenement, Reseau
from filquartiers.telling.blocks import Coming, DayLines, Regular
from filquartiers.telling.diary import Dated
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
    lasts = one.last_day > one.day
    return Coming(
        title=event.title,
        address=teller.addresses.of(event),
        day=day(one.day),
        last_day=one.last_day.isoformat(),
        until=f"jusqu’au {write_date(one.last_day, year=False)}" if lasts else "",
        hours=write_times_short(one.times) if one.times else one.part_of_day,
        place=event.lieu or "",
        facts=tuple(part for part in (event.age, event.tarif) if part),
        booking=event.inscription or "",
        state=state_of(one),
        houses=teller.knots(event.maisons),
    )


def state_of(one: Occurrence) -> str:
    """« annulé », « complet », « reporté »; nothing for a date like any other, or one more."""
    return one.change.value if one.change and one.change is not Change.ADDED else ""


def days_of(teller: Teller, dates: Iterable[Dated]) -> tuple[DayLines, ...]:
    """Dates in order, gathered by the day they start."""
    by_day = groupby(dates, key=lambda dated: dated[1].day)
    return tuple(
        DayLines(day(first), tuple(coming(teller, event, one) for event, one in found))
        for first, found in by_day
    )


def regular(teller: Teller, event: Evenement) -> Regular:
    """The event with its rule read back; as typed when it cannot be computed."""
    when = describe(event.schedule) if event.schedule else event.summary
    return told_once(teller, event, when, "annulé" if event.cancelled else "")


def told_once(teller: Teller, event: Evenement, when: str, state: str) -> Regular:
    """The event under words that tell its dates, and what became of it."""
    address, houses = teller.addresses.of(event), teller.knots(event.maisons)
    return Regular(event.title, address, capital(when), state, event.lieu or "", houses)
