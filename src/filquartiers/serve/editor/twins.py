"""Events that a new one may already be."""

from collections.abc import Iterator
from datetime import date, timedelta

from filquartiers.model.facts.dates import dates_between
from filquartiers.model.kinds import Evenement
from filquartiers.model.site import Site
from filquartiers.model.text import words_of

_YEAR = timedelta(days=366)
_ALIKE = 0.6  # share of the words of two titles from which they may name one thing


def twins(event: Evenement, site: Site) -> Iterator[Evenement]:
    """Those of nearly the same title, on one of the same days or without a day at all."""
    days = _days(event, site.today)
    for other in site.of(Evenement):
        if _alike(event.titre, other.titre) and (
            days & _days(other, site.today) or event.is_told or other.is_told
        ):
            yield other


def _alike(one: str, other: str) -> bool:
    first, second = set(words_of(one)), set(words_of(other))
    return bool(first | second) and len(first & second) / len(first | second) >= _ALIKE


def _days(event: Evenement, today: date) -> set[date]:
    return {one.day for one in dates_between(event, today - _YEAR, today + _YEAR)}
