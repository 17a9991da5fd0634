"""Values of entries in words: days, telephones, lists."""

from collections.abc import Iterable
from datetime import date

from filquartiers.model.agenda.dates import PartialDate, write_date
from filquartiers.model.agenda.words import WEEKDAYS, month_name
from filquartiers.model.numbers import phone, phone_link
from filquartiers.telling.values import Day, Phone, Photo


def photo(name: str | None, words: str | None, title: str) -> Photo | None:
    """A photograph of the thing of that title, unless none is named."""
    return Photo(name, words or "", title) if name else None


def phones(digits: Iterable[str]) -> tuple[Phone, ...]:
    """Telephones as shown and as dialled."""
    return tuple(Phone(phone(one), phone_link(one)) for one in digits)


def day(value: date | PartialDate) -> Day:
    """A date of an entry, in words and for programs."""
    if isinstance(value, date):
        return Day(
            machine=value.isoformat(),
            words=write_date(value, weekday=False),
            before_year=write_date(value, weekday=False, year=False),
            year=value.year,
            full=write_date(value),
            in_year=write_date(value, year=False),
            weekday=WEEKDAYS[value.weekday()],
            number=value.day,
            month=month_name(value.month),
        )
    machine = f"{value.year:04}-{value.month:02}" if value.month else f"{value.year:04}"
    return Day(machine, str(value), str(value).removesuffix(str(value.year)).strip(), value.year)


def day_words(value: date | PartialDate | None) -> str:
    """« 6 avril 2017 », « avril 2017 », « 2020 »; nothing when it is not known."""
    return day(value).words if value else ""


def capital(text: str) -> str:
    """The text with its first letter in capital, the rest as typed."""
    return text[:1].upper() + text[1:]


def in_order(*parts: str | None, between: str = ", ") -> str:
    """The parts that say something, on one line."""
    return between.join(part for part in parts if part)
