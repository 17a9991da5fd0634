"""What is said after « sauf », gathered, then put together as `Exceptions`."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from filquartiers.model.agenda.date_lists import (
    read_dates,
    read_month,
    read_span,
    read_yearly_span,
    split_yearly,
    states_year,
)
from filquartiers.model.agenda.dates import read_date
from filquartiers.model.agenda.exceptions import Exceptions, HalfDay, MonthPlace, Parity, Season, Span
from filquartiers.model.agenda.feasts import read_feast
from filquartiers.model.agenda.rule import Rhythm, Unit
from filquartiers.model.agenda.words import LAST_WORDS, last_at_end
from filquartiers.model.numbers import ordinal
from filquartiers.model.refusal import Refusal

_Sortable = TypeVar("_Sortable", int, str, Span, Season, MonthPlace, HalfDay)

_ONCE = {"public_holidays", "school_holidays"}
_LISTS = {
    f"no_{what}"
    for what in (
        "dates", "spans", "seasons", "months", "month_of_year", "weekdays", "month_days", "places",
        "positions", "parity", "feasts", "half_days", "holiday_weekdays", "breaks", "from", "from_month",
        "until", "until_month",
    )
}  # fmt: skip
EXCEPTED = _ONCE | _LISTS
"""The names under which clauses speak of exceptions."""
_A_WHOLE = {"no_feasts", "no_seasons", "no_half_days"}
"""What is one thing, though it may be a tuple."""


@dataclass(slots=True)
class Excepted:
    """All that was said, in order, under each name."""

    said: dict[str, list[Any]] = field(default_factory=dict)

    def add(self, name: str, value: object) -> None:
        """Record an exception."""
        several = isinstance(value, tuple) and name not in _A_WHOLE
        self.said.setdefault(name, []).extend(value if several else (value,))  # type: ignore[arg-type]

    def exceptions(self, text: str, since: date | None, rhythm: Rhythm | None) -> Exceptions:
        """What they mean together, for the rhythm that they are taken from.

        Raises:
            Refusal: ``exception-illisible``, or as `read_date`.
        """
        spans, seasons = self._dated(since)
        return Exceptions(
            spans=_sorted(spans),
            seasons=_sorted(seasons),
            months=_sorted(self._all("no_months")),
            weekdays=_sorted(self._all("no_weekdays")),
            month_days=last_at_end(self._month_days(text, rhythm)),
            places=_sorted([*self._all("no_places"), *self._ranked(text, rhythm)]),
            parity=self._parity(),
            feasts=_sorted(name for name, year in self._all("no_feasts") if not year),
            half_days=_sorted(self._all("no_half_days")),
            holiday_weekdays=_sorted(self._all("no_holiday_weekdays")),
            breaks=_sorted(self._all("no_breaks")),
            public_holidays=bool(self._all("public_holidays")),
            school_holidays=bool(self._all("school_holidays")),
        )

    def _all(self, name: str) -> list[Any]:
        return self.said.get(name, [])

    def _dated(self, since: date | None) -> tuple[list[Span], list[Season]]:
        """Days and ranges: of one year when it is told, else of every year."""
        spans, seasons = list[Span](), list[Season](self._all("no_seasons"))
        for text in self._all("no_dates"):
            days, yearly = split_yearly(text)
            seasons += yearly
            spans += [Span(day, day) for day in read_dates(days, since=since)] if days else []
        for text in self._all("no_spans"):
            if states_year(text):
                spans.append(read_span(text, since=since))
            else:
                seasons.append(read_yearly_span(text))
        for text in self._all("no_month_of_year"):
            month = read_month(text)
            spans.append(Span(month.first_day, month.last_day))
        for name, year in self._all("no_feasts"):
            if year:
                spans.append(Span(day := read_feast((name, year), None), day))
        return spans + self._open(since), seasons

    def _open(self, since: date | None) -> list[Span]:
        """« à partir du … », « jusqu'au … »: ranges without end, or without start."""
        starts = [read_date(text, since=since) for text in self._all("no_from")]
        starts += [read_month(text, since=since).first_day for text in self._all("no_from_month")]
        ends = [read_date(text, since=since) for text in self._all("no_until")]
        ends += [read_month(text, since=since).last_day for text in self._all("no_until_month")]
        spans = [Span(date.min, max(ends))] if ends else []
        return spans + ([Span(min(starts), date.max)] if starts else [])

    def _ranked(self, text: str, rhythm: Rhythm | None) -> Iterable[MonthPlace]:
        """« tous les mardis sauf le 3e »: the third of them in each month."""
        ranks = self._all("no_positions")
        plain = rhythm and rhythm.every == 1 and rhythm.unit in {Unit.WEEK, Unit.MONTH}
        if ranks and (rhythm is None or not plain or len(rhythm.weekdays) != 1):
            raise Refusal("exception-illisible", texte=text, inconnu=_rank_words(ranks))
        return [MonthPlace(rank, rhythm.weekdays[0]) for rank in ranks] if rhythm else ()

    def _month_days(self, text: str, rhythm: Rhythm | None) -> list[int]:
        """« tous les mardis sauf le premier du mois »: the first Tuesday, or the first day?"""
        days = self._all("no_month_days")
        if 1 in days and rhythm and rhythm.weekdays:
            raise Refusal("exception-illisible", texte=text, inconnu="le 1er du mois")
        return days

    def _parity(self) -> Parity | None:
        parities = set(self._all("no_parity"))
        if len(parities) > 1:
            raise Refusal("regle-contradictoire", premier="semaines paires", second="semaines impaires")
        return next(iter(parities), None)


def _rank_words(ranks: list[int]) -> str:
    """« le 3e », « le dernier »."""
    return f"le {LAST_WORDS.get(ranks[0]) or ordinal(ranks[0])}"


def _sorted(values: Iterable[_Sortable]) -> tuple[_Sortable, ...]:
    return tuple(sorted(set(values)))
