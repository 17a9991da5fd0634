"""How a spreadsheet counts days, and how its number formats tell a date from a number.

ECMA-376 part 1, § 18.8.30 (formats) and § 18.17.4 (dates): a date is a number of days, an hour its
fraction; only the format of the cell says that it is one.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from filquartiers.importers.tables.table import Value

_1900, _1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001  days have no zone
_LAST_SERIAL = 2_958_466  # the day after 31 December 9999
_FIRST_OF_MARCH_1900 = 61
"""Before it, Excel counts a 29 February 1900 that never was."""

# The formats that have a number and no text of their own.
_BUILT_IN = {
    14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
} | dict.fromkeys((*range(27, 37), *range(50, 59)), "dd/mm/yyyy")  # fmt: skip

_FIRST_PLAUSIBLE, _LAST_PLAUSIBLE = 36_526, 73_051  # the years 2000 to 2099, counted from 1900

_UNREAD = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
"""What a format shows as it is: quoted words, escaped signs, colours, locales."""
_ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Format:
    """What a number format shows of a date: nothing of it for a plain number.

    ``weekday`` when it names the day of the week too; ``euros`` for a number that is a price.
    """

    day: bool = False
    month: bool = False
    year: bool = False
    hour: bool = False
    weekday: bool = False
    euros: bool = False

    def __bool__(self) -> bool:
        """Whether it is a date or an hour, rather than a number."""
        return self.day or self.month or self.year or self.hour


def format_of(code: str) -> Format:
    """What a format code says, as « dd/mm/yyyy » or « [h]:mm »; French letters are understood too."""
    bare = _UNREAD.sub("", code.split(";", maxsplit=1)[0]).lower()
    seconds = "s" in bare.replace("standard", "")
    if "general" in bare or "standard" in bare or re.search("[#?]", bare) or ("0" in bare and not seconds):
        return Format(euros="€" in code)
    hour = seconds or "h" in bare or "am/pm" in bare or bool(_ELAPSED.search(bare))
    bare = bare.replace("am/pm", "")
    day, year = bool(re.search("[dj]", bare)), bool(re.search("y|a{2,4}", bare))
    month = "m" in bare and (day or year or not hour)  # in « h:mm », minutes
    return Format(day, month, year, hour, "ddd" in bare or "jjj" in bare)


def built_in(rank: int) -> Format:
    """The format of a number that the standard reserves."""
    return format_of(_BUILT_IN.get(rank, "General"))


def from_serial(number: float, shape: Format, *, since_1904: bool) -> Value:
    """The date, the date with its hour, or the hour of a number; the number itself past what a date may be.

    Hours are rounded to the second: a spreadsheet holds 14:30 as 0.604166….
    """
    if not 0 <= number < _LAST_SERIAL:
        return number
    if not (shape.day or shape.month or shape.year) or number < 1:
        seconds = round(number % 1 * 86400) % 86400
        return time(seconds // 3600, seconds // 60 % 60, seconds % 60)
    start = _1904 if since_1904 else _1900
    if not since_1904 and number < _FIRST_OF_MARCH_1900:
        start += timedelta(days=1)
    try:
        moment = start + timedelta(seconds=round(number * 86400))
    except OverflowError:
        return number
    return moment if moment.time() != time(0) else moment.date()


def counted(number: Value, *, since_1904: bool) -> date | None:
    """The date of this century that a number without a format would be, None when it is plainly none."""
    if not isinstance(number, float) or not _FIRST_PLAUSIBLE <= number < _LAST_PLAUSIBLE:
        return None
    day = from_serial(number, Format(day=True), since_1904=since_1904)
    return day if isinstance(day, date) else None


def shown_without_year(day: date, shape: Format) -> str:
    """What a cell displays of ``day`` when it leaves out its year or its day: « 6-12 », « 10-15 »."""
    if shape.hour or shape.weekday or not shape.month or (shape.day and shape.year):
        return ""
    return f"{day.day}-{day.month}" if shape.day else f"{day.month}-{day:%y}" if shape.year else ""
