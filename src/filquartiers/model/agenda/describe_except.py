"""The exceptions of a rule, back in French words."""

from collections.abc import Iterable, Iterator
from datetime import date

from filquartiers.model.agenda.dates import LEAP_YEAR, write_date, write_range
from filquartiers.model.agenda.exceptions import WEEKEND, Exceptions, MonthDay, MonthPlace, Season, Span
from filquartiers.model.agenda.feasts import with_article
from filquartiers.model.agenda.rule import Rule
from filquartiers.model.agenda.words import (
    LAST,
    POSITION_WORDS,
    SMALL_BREAKS,
    WEEKDAYS,
    break_title,
    joined,
    month_name,
    of_month,
    weekday_run,
)
from filquartiers.model.numbers import day_of_month

_WEEKEND = (5, 6)


def write_exceptions(rule: Rule) -> str:
    """« sauf vacances scolaires, jours fériés et le 2 décembre 2026 »; an empty text when there is none."""
    exceptions = rule.exceptions
    zone = f" (zone {rule.zone})" if rule.zone else ""
    words = [*_periods(exceptions, zone), *_days(exceptions)]
    # « et » before each range: after a comma, it could be the period of the event.
    parts = [joined(words)] if words else []
    told = " et ".join(parts + _ranges(exceptions))
    open_ranges = [f"sauf {write_span(one)}" for one in exceptions.spans if is_open(one)]
    return " et ".join(([f"sauf {told}"] if told else []) + open_ranges)


def write_breaks(names: tuple[str, ...]) -> list[str]:
    """« vacances de Noël », « petites vacances », in the plural that the table gives them."""
    if set(SMALL_BREAKS) <= set(names):
        return ["petites vacances", *(break_title(name) for name in names if name not in SMALL_BREAKS)]
    return [break_title(name) for name in names]


def is_open(span: Span) -> bool:
    """Whether a range has no end, or no start."""
    return date.max == span.last or date.min == span.first


def write_span(span: Span) -> str:
    """« du 12 au 16 avril 2027 », « à partir du 3 juin 2027 », « jusqu'au 3 juin 2027 »."""
    if span.last == date.max:
        return f"à partir du {_plain(span.first)}"
    return f"jusqu'au {_plain(span.last)}" if span.first == date.min else write_range(span.first, span.last)


def _plain(day: date) -> str:
    return write_date(day, weekday=False)


def _periods(exceptions: Exceptions, zone: str) -> Iterator[str]:
    if exceptions.school_holidays:
        yield f"vacances scolaires{zone}"
    yield from (f"{name}{zone}" for name in write_breaks(exceptions.breaks))
    if exceptions.public_holidays:
        yield "jours fériés"
    yield from (f"les {WEEKDAYS[day]}s fériés" for day in exceptions.holiday_weekdays)
    if exceptions.parity:
        yield f"les semaines {exceptions.parity}"


def _days(exceptions: Exceptions) -> Iterator[str]:
    """Days of the same kind are told together: alone after a comma, they could be those of the event."""
    # Half days come first: « le lundi et le mardi matin » may be two mornings.
    yield from (f"le {WEEKDAYS[one.weekday]} {one.part}" for one in exceptions.half_days)
    yield from _weekdays(exceptions.weekdays)
    yield from map(_place, exceptions.places)
    yield from (
        f"le {'dernier jour' if day == LAST else day_of_month(day)} du mois" for day in exceptions.month_days
    )
    yield from _together(f"en {month_name(month)}" for month in exceptions.months)
    yield from map(with_article, exceptions.feasts)
    # Dates without year come last: before another, they would take its year.
    yield from (f"le {_plain(one.first)}" for one in exceptions.spans if one.first == one.last)
    yield from (f"le {_month_day(one.first)}" for one in exceptions.seasons if one.first == one.last)


def _weekdays(days: tuple[int, ...]) -> Iterator[str]:
    """« le week-end », « du lundi au mercredi », « le lundi et le jeudi »."""
    if days == _WEEKEND:
        yield "le week-end"
    elif run := weekday_run(days):
        yield run
    else:
        yield from _together(f"le {WEEKDAYS[day]}" for day in days)


def _together(words: Iterable[str]) -> Iterator[str]:
    if told := list(words):
        yield joined(told)


def _place(place: MonthPlace) -> str:
    """« le premier mardi du mois », « l'avant-dernier week-end de juin »."""
    word = POSITION_WORDS[place.position]
    days = "week-end" if place.weekday == WEEKEND else WEEKDAYS[place.weekday]
    of = of_month(place.month) if place.month else "du mois"
    article = "l'" if word.startswith("avant") else "le "
    return f"{article}{word} {days} {of}"


def _ranges(exceptions: Exceptions) -> list[str]:
    seasons = [one for one in exceptions.seasons if one.first != one.last]
    spans = [one for one in exceptions.spans if one.first != one.last and not is_open(one)]
    return [_season(one) for one in seasons] + [write_span(one) for one in spans]


def _season(season: Season) -> str:
    first, last = (date(LEAP_YEAR, *place) for place in (season.first, season.last))
    return write_range(first, last, year=False)


def _month_day(place: MonthDay) -> str:
    return write_date(date(LEAP_YEAR, *place), weekday=False, year=False)
