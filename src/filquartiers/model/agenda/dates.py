"""French dates, read in all their usual forms and written in one."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from filquartiers.model.agenda.words import (
    MONTH,
    SHORT_WEEKDAY,
    WEEKDAYS,
    excerpt,
    fold,
    month_name,
    month_number,
    tidy,
    weekday_rank,
)
from filquartiers.model.numbers import day_of_month
from filquartiers.model.refusal import Refusal
from filquartiers.model.text import closest

DAY = r"(?:\d{1,2}(?: ?er)?|premier)(?![a-z0-9])"
"""Pattern of the day of a month inside a folded phrase."""
_IN_WORDS = rf"(?P<day>{DAY}) ?(?P<month>{MONTH})(?: (?P<year>[12]\d{{3}})(?!\d))?"
_IN_DIGITS = r"(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)(?P<year>[12]\d{3}|\d{2})(?!\d)"
_DAY_AND_MONTH = r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?P<year>(?!))?(?![/\d]| ?h)"
_ISO = r"(?P<year>[12]\d{3})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)"
_FORMS = tuple(
    re.compile(rf"(?:le )?(?:(?P<weekday>{SHORT_WEEKDAY}),? )?(?:le )?{form}")
    for form in (_IN_WORDS, _IN_DIGITS, _ISO, _DAY_AND_MONTH)
)
_PARTIAL = re.compile(
    rf"(?:en )?(?:(?P<month>{MONTH}) )?(?P<year>[12]\d{{3}})|(?P<digits>\d{{1,2}}/[12]\d{{3}})"
)

DATE = (
    rf"(?:{SHORT_WEEKDAY} )?(?:{DAY} ?{MONTH}(?: \d{{4}}(?!\d))?"
    r"|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)|\d{4}-\d{1,2}-\d{1,2}(?!\d)"
    r"|\d{1,2}/\d{1,2}(?![/\d]| ?h))"
)
"""Pattern of a date inside a folded phrase, without groups."""

LEAP_YEAR = 2000
"""A year with every day that any year may have."""
_FEBRUARY, _MONTHS = 2, 12
_SAMPLE = "6 avril 2027"
_LONGEST = 60
"""Beyond so many characters, a text is no date, and its words are not worth a guess."""


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the month or to the year only: ``month`` is 0 when unknown."""

    year: int
    month: int = 0

    def __str__(self) -> str:
        """« avril 2017 » or « 2020 »."""
        return f"{month_name(self.month)} {self.year}" if self.month else str(self.year)

    @property
    def first_day(self) -> date:
        """The earliest day it may be."""
        return date(self.year, self.month or 1, 1)

    @property
    def last_day(self) -> date:
        """The latest day it may be."""
        month = self.month or 12
        return date(self.year, month, calendar.monthrange(self.year, month)[1])


def read_date(text: str, *, since: date | None = None) -> date:
    """The day that a French text names: « jeudi 6 avril 2017 », « 06/04/2017 », « 2017-04-06 ».

    Without a year in the text, it is the first such day from ``since`` on.

    Raises:
        Refusal: ``date-illisible``, ``date-impossible``, ``annee-manquante`` or ``jour-contredit``.
    """
    typed = tidy(text)
    match = _match(fold(typed)) if len(typed) <= _LONGEST else None
    if match is None:
        raise Refusal("date-illisible", texte=excerpt(typed), exemple=_example(typed))
    day, month = _day_number(match["day"]), _month(match["month"])
    if match["year"]:
        found = _date(_full_year(match["year"]), month, day, typed)
    else:
        found = _first_since(since, month, day, typed)
    if match["weekday"]:
        check_weekday(found, weekday_rank(match["weekday"]), typed)
    return found


def read_partial_date(text: str) -> date | PartialDate:
    """A day, or what is known of it: « avril 2017 », « 04/2017 », « 2020 »."""
    folded = fold(tidy(text))
    match = _PARTIAL.fullmatch(folded)
    if match is None:
        return read_date(text)
    if match["digits"]:
        month, year = map(int, match["digits"].split("/"))
        if not 1 <= month <= _MONTHS:
            reason = f"il n’y a pas de mois {month}"
            raise Refusal("date-impossible", texte=tidy(text), raison=reason, proche=str(year))
        return PartialDate(year, month)
    return PartialDate(int(match["year"]), month_number(match["month"]) if match["month"] else 0)


def write_date(day: date, *, weekday: bool = True, year: bool = True) -> str:
    """« jeudi 6 avril 2017 », « 1er mai »."""
    parts = (
        WEEKDAYS[day.weekday()] if weekday else "",
        day_of_month(day.day),
        month_name(day.month),
        str(day.year) if year else "",
    )
    return " ".join(part for part in parts if part)


def write_partial_date(day: date | PartialDate) -> str:
    """« 6 avril 2017 », « avril 2017 », « 2020 »."""
    return str(day) if isinstance(day, PartialDate) else write_date(day, weekday=False)


def write_range(first: date, last: date, *, year: bool = True) -> str:
    """« du 12 au 16 janvier 2027 », with only what changes between its ends."""
    if first == last:
        return "le " + write_date(first, weekday=False, year=year)
    end = write_date(last, weekday=False, year=year)
    if (first.year, first.month) == (last.year, last.month):
        return f"du {day_of_month(first.day)} au {end}"
    return f"du {write_date(first, weekday=False, year=year and first.year != last.year)} au {end}"


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return PartialDate(year, month).last_day


def _match(folded: str) -> re.Match[str] | None:
    return next(filter(None, (form.fullmatch(folded) for form in _FORMS)), None)


def _day_number(word: str) -> int:
    return 1 if word == "premier" else int(word.removesuffix("er").strip())


def _month(word: str) -> int:
    return int(word) if word.isdecimal() else month_number(word)


def _full_year(stated: str) -> int:
    return int(stated) if len(stated) > 2 else 2000 + int(stated)  # noqa: PLR2004  « 17 » is 2017


def _first_since(since: date | None, month: int, day: int, typed: str) -> date:
    """The first such day from ``since`` on; 29 February waits for a leap year."""
    _date(LEAP_YEAR, month, day, typed, year_stated=False)
    if since is None:
        raise Refusal("annee-manquante", texte=typed, exemple=with_year(typed, 2027))
    years = range(since.year, since.year + 9)  # never more than eight years between two leap years
    days = (date(year, month, day) for year in years if day <= month_end(year, month).day)
    return next(found for found in days if found >= since)


def with_year(text: str, year: int) -> str:
    """A date that lacks its year, with it: « 6 avril 2027 », « 6/4/2027 »."""
    return f"{text}/{year}" if re.search(r"\d/\d{1,2}$", text) else f"{text} {year}"


def _date(year: int, month: int, day: int, typed: str, *, year_stated: bool = True) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        if 1 <= month <= _MONTHS:
            reason, nearest = _no_such_day(year, month, day, year_stated)
        else:
            reason, nearest = _no_such_month(year, month, day, year_stated)
        raise Refusal("date-impossible", texte=typed, raison=reason, proche=nearest) from None


def _no_such_day(year: int, month: int, day: int, year_stated: bool) -> tuple[str, str]:
    """Why a month lacks a day, and the nearest that it has."""
    if day == 0:
        first = write_date(date(year, month, 1), weekday=False, year=year_stated)
        return "le premier jour d’un mois est le 1er", first
    last = month_end(year, month)
    nearest = write_date(last, weekday=False, year=year_stated)
    if month == _FEBRUARY and not year_stated:
        return f"février a {last.day} jours au plus", nearest
    shown = f"février {year}" if month == _FEBRUARY else month_name(month)
    return f"{shown} a {last.day} jours", nearest


def _no_such_month(year: int, month: int, day: int, year_stated: bool) -> tuple[str, str]:
    """Why there is no such month, and the date with its parts the other way round when that is one."""
    reason = f"il n’y a pas de mois {month}"
    try:
        swapped = date(year, day, month)
    except ValueError:
        return reason, ""
    return f"{reason}, le jour s’écrit avant le mois", write_date(swapped, weekday=False, year=year_stated)


def check_weekday(found: date, stated: int, typed: str) -> None:
    """Refuse a date that is not on the weekday stated with it (0 is Monday).

    Raises:
        Refusal: ``jour-contredit``, with the nearest date that is.
    """
    if found.weekday() == stated:
        return
    offset = (stated - found.weekday() + 3) % 7 - 3
    raise Refusal(
        "jour-contredit",
        texte=typed,
        date=write_date(found, weekday=False),
        vrai=WEEKDAYS[found.weekday()],
        autre=write_date(found + timedelta(days=offset)),
    )


def _example(typed: str) -> str:
    """The date as we believe it was meant, each misspelt word set right; else a sample."""
    if len(typed) > _LONGEST:
        return _SAMPLE
    known = (*WEEKDAYS, *map(month_name, range(1, 13)))
    guess = " ".join(closest(word, known) or word if word.isalpha() else word for word in typed.split())
    return guess if guess != typed and _match(fold(guess)) else _SAMPLE
