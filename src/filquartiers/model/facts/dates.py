"""The dates of an event and what follows from them, for pages, lists, feeds, checks, search and print."""

from datetime import date, timedelta

from filquartiers.model.agenda.dates import write_date
from filquartiers.model.agenda.describe import describe
from filquartiers.model.agenda.rule import Rule
from filquartiers.model.agenda.schedule import Change, Occurrence
from filquartiers.model.agenda.times import write_start, write_time, write_times_short
from filquartiers.model.kinds import Evenement

_YEAR = timedelta(days=366)


def dates_between(event: Evenement, first: date, last: date) -> tuple[Occurrence, ...]:
    """Its dates from ``first`` to ``last``, both included, by day and hour; what still lasts is among them.

    Cancelled dates are there, marked so; moved ones are where they went. An event told in words has the dates
    that it states besides. None when they cannot be computed: `review` tells why.
    """
    return event.dates.between(first, last)


def all_dates(event: Evenement, last: date) -> tuple[Occurrence, ...]:
    """All its dates, past ones too, that begin up to ``last``."""
    return dates_between(event, date.min, last)


def next_dates(event: Evenement, today: date, last: date) -> tuple[Occurrence, ...]:
    """Its dates from ``today`` to ``last``; when there are none, the first one after, however far."""
    return event.dates.following(today, last)


def is_dated(event: Evenement) -> bool:
    """Whether it has a date, past or to come, that calendars can take."""
    return event.schedule is not None and bool(next_dates(event, date.min, event.schedule.start))


def only_date(event: Evenement) -> Occurrence | None:
    """The date of an event that has just one; None when it comes back, or when days were added."""
    dates = () if event.rule else all_dates(event, date.max)
    return dates[0] if len(dates) == 1 else None


def is_over(event: Evenement, today: date) -> bool:
    """Whether nothing more can come after the day before ``today``.

    What is told in words is over when the last year that they name is before today, unless a date is stated.
    An event whose next dates depend on school breaks not known yet is not over.
    """
    if next_dates(event, today, today + _YEAR):
        return False
    told_end = event.rule.until if event.rule else None
    if told_end and told_end < today:
        return True
    waits = isinstance(event.rule, Rule) and event.rule.uses_school
    return not event.is_told and (event.dates.all_known or not waits)


def last_year(event: Evenement) -> int | None:
    """The last year that an event told in words names, None when it names none or has computed dates."""
    until = event.rule.until if event.is_told and event.rule else None
    return until.year if until else None


def when_in_words(event: Evenement) -> str:
    """Its rule read back, or its dates; as typed when it cannot be computed."""
    return event.summary if event.schedule is None or event.is_told else describe(event.schedule)


def state_of(event: Evenement, today: date) -> str:
    """« annulé », « passé », « complet », « reporté », or nothing: what is said first of an event.

    Without a rule, what is said of each of the dates left is said of the event.
    """
    shared = "" if event.rule else _shared_state(event, today)
    if event.cancelled or shared == Change.CANCELLED:
        return Change.CANCELLED.value
    if is_over(event, today):
        return "passé"
    return Change.FULL.value if event.full else shared


def _shared_state(event: Evenement, today: date) -> str:
    """The state of all dates to come of an event without a rule, of all dates once they are past."""
    dates = dates_between(event, today, date.max) or all_dates(event, date.max)
    held = [one for one in dates if one.change is not Change.CANCELLED]
    states = {state_of_date(one) for one in held or dates}
    return states.pop() if len(states) == 1 else ""


def state_of_date(one: Occurrence) -> str:
    """« annulé », « reporté », « complet » or nothing: what readers are told of one date."""
    return one.change.value if one.change and one.change is not Change.ADDED else ""


def hours_of(one: Occurrence) -> str:
    """« 14 h – 17 h », « 18 h », « soir »: when it begins, and when it ends if it lasts one day."""
    if one.times is None:
        return one.part_of_day
    return write_start(one.times) if one.last_day > one.day else write_times_short(one.times)


def last_day_of(one: Occurrence) -> str:
    """« jusqu’au dimanche 13 décembre à 18 h » of a date that lasts several days; else nothing."""
    if one.last_day == one.day:
        return ""
    hour = f" à {write_time(one.times.end)}" if one.times and one.times.end else ""
    return f"jusqu’au {write_date(one.last_day, year=False)}{hour}"
