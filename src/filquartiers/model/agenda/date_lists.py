"""Several dates in one phrase: lists and ranges that share a month or a year."""

import re
from datetime import date, timedelta

from filquartiers.model.agenda.dates import (
    DATE,
    DAY,
    LEAP_YEAR,
    PartialDate,
    check_weekday,
    read_date,
    with_year,
)
from filquartiers.model.agenda.exceptions import Season, Span
from filquartiers.model.agenda.words import (
    MONTH,
    SHORT_WEEKDAY,
    WEEKDAY,
    fold,
    month_name,
    month_number,
    weekday_rank,
)
from filquartiers.model.refusal import Refusal

_PART = rf"(?:{SHORT_WEEKDAY} )?{DAY}"
_SEPARATOR = r"(?:,? (?:et|puis|&|\+) (?:les? )?|[,;] ?(?:les? )?)"

DATES = rf"(?:les? )?(?:{WEEKDAY} )?(?:(?:{DATE}|{_PART}){_SEPARATOR})*{DATE}"
"""Pattern of one or several dates inside a folded phrase: « les 12, 14 et 16 janvier 2027 »."""
SPAN = rf"du (?:{DATE}|{_PART}) (?:jusqu')?au {DATE}"
"""Pattern of a range: « du 12 au 16 janvier 2027 »."""
MONTH_AND_YEAR = rf"{MONTH}(?: \d{{4}})?"

_PLURAL = re.compile(rf"(?:les )?(?P<weekday>{WEEKDAY})(?<=s) (?=\d)")
_NEAR, _FAR = timedelta(days=150), timedelta(days=215)
_MONTH = re.compile(rf"{MONTH}|\d/\d")
_YEAR = re.compile(r"\d{4}|\d[/.-]\d{1,2}[/.-]\d")


def states_year(text: str) -> bool:
    """Whether the last date of a text has its year."""
    return bool(_YEAR.search(fold(text)))


def states_weekday(text: str) -> bool:
    """Whether a date has its weekday, which then ties it to one year."""
    return bool(re.search(rf"(?<![a-z]){SHORT_WEEKDAY} ", fold(text)))


def read_dates(text: str, *, since: date | None, following: date | None = None) -> tuple[date, ...]:
    """The days of a list, sorted; a day takes its month and year from the date that follows it.

    ``following`` is the date that comes after the whole list, when there is one.
    """
    plural = _PLURAL.match(fold(text))
    *parts, last = _split(text[plural.end() :] if plural else text)
    days = [_listed(last, following) if following else read_date(last, since=since)]
    for part in reversed(parts):
        days.append(_listed(part, days[-1]))
    if plural:
        for day in days:
            check_weekday(day, weekday_rank(plural["weekday"]), text)
    return tuple(sorted(set(days)))


def split_yearly(text: str) -> tuple[str, tuple[Season, ...]]:
    """The end of a list, whose dates have no year and so hold every year, apart from its beginning."""
    parts, following, seasons = _split(text), "", list[Season]()
    while parts and not states_year(parts[-1]) and not states_weekday(parts[-1]):
        place = _month_day(_in_leap_year(parts.pop(), following))
        following = month_name(place[0])
        seasons.insert(0, Season(place, place))
    return ", ".join(parts), tuple(seasons)


def read_span(text: str, *, since: date | None) -> Span:
    """The days of a range: « du 20 décembre au 3 janvier 2027 » starts in 2026.

    Raises:
        Refusal: ``fin-avant-debut``, or as `read_date` does.
    """
    first, last = _ends(text)
    end = read_date(last, since=since)
    start = _completed(first, end)
    if end < start:
        raise Refusal("fin-avant-debut", texte=text)
    return Span(start, end)


def read_yearly_span(text: str) -> Season:
    """The days that a range without year names in every year."""
    first, last = _ends(text)
    end = _month_day(_in_leap_year(last))
    return Season(_month_day(_in_leap_year(first, month_name(end[0]))), end)


def read_month(text: str, *, since: date | None = None, before: date | None = None) -> PartialDate:
    """A month; without a year, the first one since a day, or the last one before another.

    Raises:
        Refusal: ``annee-manquante``.
    """
    name, _, year = fold(text).partition(" ")
    month = month_number(name)
    if year:
        return PartialDate(int(year), month)
    if before is not None:
        return PartialDate(before.year - (month > before.month), month)
    if since is None:
        raise Refusal("annee-manquante", texte=text, exemple=f"{text} 2027")
    return PartialDate(since.year + (month < since.month), month)


def _ends(text: str) -> tuple[str, str]:
    first, last = re.split(r" (?:jusqu')?au ", text, maxsplit=1, flags=re.IGNORECASE)
    return _bare(first), _bare(last)


def _split(text: str) -> list[str]:
    return [_bare(part) for part in re.split(_SEPARATOR, text, flags=re.IGNORECASE)]


def _bare(text: str) -> str:
    return re.sub(r"(?i)^(?:les?|du) ", "", text.strip())


def _listed(text: str, following: date) -> date:
    """A date of a list: as before ``following``, or in its year when the list is not in order.

    « le 30 décembre et le 6 janvier 2027 » are a week apart; « le 17 et le 11 novembre 2026 » not a year.

    Raises:
        Refusal: ``annee-manquante`` when it may be either.
    """
    day = _completed(text, following)
    if day.year == following.year or states_year(text) or following - day <= _NEAR:
        return day
    if following - day < _FAR:
        raise Refusal("annee-manquante", texte=text, exemple=with_year(text, day.year))
    return _completed(text, date(following.year, 12, 31))


def _completed(text: str, following: date) -> date:
    """A date before ``following``, from which it takes the month and the year it lacks."""
    if states_year(text):
        return read_date(text)
    month = "" if _states_month(text) else f" {month_name(following.month)}"
    year = following.year
    bare = re.sub(rf"^{SHORT_WEEKDAY},? ", "", fold(text))
    if not month and read_date(with_year(bare, year)) > following:
        year -= 1
    return read_date(with_year(f"{text}{month}", year))


def _states_month(text: str) -> bool:
    return bool(_MONTH.search(fold(text)))


def _in_leap_year(text: str, month: str = "") -> date:
    """A date without year, in one that has all 366 days; ``month`` is for those that lack theirs."""
    return read_date(text if _states_month(text) else f"{text} {month}", since=date(LEAP_YEAR, 1, 1))


def _month_day(day: date) -> tuple[int, int]:
    return day.month, day.day
