"""Values as readers see them: telephones, amounts, dates, numbers, colours of houses.

Each function is a filter of the templates; spaces are ordinary ones, typography makes them narrow.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from markupsafe import Markup

from filquartiers.model import numbers
from filquartiers.model.agenda.dates import PartialDate, write_date, write_partial_date
from filquartiers.model.agenda.times import write_times_short
from filquartiers.model.agenda.words import WEEKDAYS, month_name
from filquartiers.model.kinds import Maison
from filquartiers.model.text import slugify
from filquartiers.render import prose


def full_day(value: date) -> str:
    """« jeudi 6 avril 2017 »."""
    return write_date(value)


def day_and_month(value: date) -> str:
    """« jeudi 6 avril », where the year is told nearby."""
    return write_date(value, year=False)


def machine_date(value: date | PartialDate) -> str:
    """The ``datetime`` of a ``<time>`` (HTML, 4.5.14): ``2017-04-06``, ``2017-04``, ``2017``."""
    if isinstance(value, date):
        return value.isoformat()
    return f"{value.year:04}-{value.month:02}" if value.month else f"{value.year:04}"


def year(value: date | PartialDate) -> str:
    """The year alone, for the large figures of a timeline."""
    return str(value.year)


def before_year(value: date | PartialDate) -> str:
    """What a date says beside its year: « 29 septembre », « avril », nothing."""
    if isinstance(value, date):
        return write_date(value, weekday=False, year=False)
    return str(value).removesuffix(str(value.year)).strip()


def capital(text: str) -> str:
    """The text with its first letter in capital, the rest as typed."""
    return text[:1].upper() + text[1:]


def colour_among(count: int) -> Callable[[Maison], int]:
    """The rank of the colour of a house among the ``count`` of an identity, which come round again."""
    return lambda house: (house.colour_rank - 1) % count + 1


def weekday(value: date) -> str:
    """« jeudi »."""
    return WEEKDAYS[value.weekday()]


def month(value: date) -> str:
    """« avril »."""
    return month_name(value.month)


def breakable(url: str) -> Markup:
    """A web address that may break after its slashes, and nowhere inside a word."""
    return Markup("/<wbr>").join(url.split("/"))


def first_sentences(text: str, length: int = 180) -> str:
    """The beginning of a text on one line, cut at a word, for cards and search engines."""
    flat = " ".join(prose.plain(text).split())
    if len(flat) <= length:
        return flat
    return flat[:length].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


FILTERS: Mapping[str, Any] = {
    "capitale": capital,
    "debut": first_sentences,
    "en_lettres": numbers.in_words,
    "euros": numbers.euros,
    "horaire": write_times_short,
    "jour": write_partial_date,
    "jour_semaine": weekday,
    "mois": month,
    "nombre": lambda value: numbers.decimal(value, 3),
    "ordinal": numbers.ordinal,
    "pour_cent": numbers.percent,
    "secable": breakable,
    "jour_complet": full_day,
    "jour_sans_annee": day_and_month,
    "jour_machine": machine_date,
    "annee": year,
    "sans_annee": before_year,
    "telephone": numbers.phone,
    "tel": numbers.phone_link,
    "slug": slugify,
}
