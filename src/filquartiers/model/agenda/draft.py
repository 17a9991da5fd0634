"""A rule being read: what its clauses said, put together at the end."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from filquartiers.model.agenda.date_lists import (
    read_dates,
    read_month,
    read_span,
    read_yearly_span,
    split_yearly,
    states_year,
)
from filquartiers.model.agenda.dates import read_date
from filquartiers.model.agenda.rule import Exceptions, Rhythm, Rule, Season, Span, Unit, Words
from filquartiers.model.agenda.said import Said
from filquartiers.model.refusal import Refusal

_Sortable = TypeVar("_Sortable", int, str, Span, Season)


@dataclass(slots=True)
class Draft:
    """A phrase, and what is said of it so far."""

    text: str
    since: date | None
    said: Said = field(default_factory=Said)

    def rule(self) -> Rule | Words:
        """What it all says together.

        Raises:
            Refusal: ``regle-incomplete``, ``regle-sans-debut``, ``fin-avant-debut``, or as `read_date`.
        """
        self._place_in_year()
        self.said.check()
        rhythm = self._rhythm()
        if isinstance(rhythm, Words):
            return rhythm
        said, bounds = self.said, self._bounds()
        self._check_days(rhythm)
        self._check_anchor(rhythm, bounds)
        return Rule(
            rhythm=rhythm,
            days=read_dates(said.dates, since=self.since) if said.dates else (),
            start=bounds[0],
            until=bounds[1],
            count=said.count,
            times=said.times,
            part_of_day=said.part_of_day or "",
            parity=said.parity,
            exceptions=self._exceptions(bounds[0] or self.since),
            only_breaks=_sorted(said.only_breaks),
            only_school_holidays=bool(said.only_school),
            zone=said.zone or "",
        )

    def _rhythm(self) -> Rhythm | Words | None:
        said = self.said
        unit = said.unit or self._implied_unit()
        if unit is None:
            # « pendant les vacances scolaires », without a rhythm: which days?
            only = said.only_school or said.only_breaks
            return Words(self.text) if only and not (said.dates or said.span) else None
        every = said.every or 1
        if unit is Unit.DAY and said.weekdays and every == 1:
            unit = Unit.WEEK
        if self._is_open(unit):
            return Words(self.text)
        return Rhythm(
            unit=unit,
            every=every,
            weekdays=said.weekdays or (),
            positions=said.positions or (),
            month_days=said.month_days or (),
            months=said.months or (),
        )

    def _is_open(self, unit: Unit) -> bool:
        """Whether the day is left open: « tous les mois le vendredi », which Friday?"""
        said = self.said
        placed = bool(said.positions or said.month_days)
        if unit is Unit.MONTH:
            return not placed
        if unit is Unit.YEAR:
            one_month = len(said.months or ()) == 1
            return bool(placed or said.weekdays or said.months) and not (placed and one_month)
        return unit is Unit.DAY and bool(said.weekdays)

    def _place_in_year(self) -> None:
        """« tous les ans le 8 mars » states a month and a day rather than a date."""
        dates = self.said.dates
        if self.said.unit is not Unit.YEAR or dates is None or states_year(dates):
            return
        dated, places = split_yearly(dates)
        if dated or len(places) != 1:
            raise Refusal("regle-incomplete", texte=self.text)
        self.said.dates = None
        month, day = places[0].first
        self.said.say(self.said.sources["dates"], months=(month,), month_days=(day,))

    def _implied_unit(self) -> Unit | None:
        if self.said.positions:
            return Unit.MONTH
        return Unit.WEEK if self.said.weekdays else None

    def _bounds(self) -> tuple[date | None, date | None]:
        """The first and last day that the phrase states."""
        said = self.said
        if said.span is not None:
            span = read_span(said.span, since=self.since)
            return span.first, span.last
        start = self._start()
        since = start or self.since
        until = read_date(said.until, since=since) if said.until else None
        if said.until_month:
            until = read_month(said.until_month, since=since).last_day
        if since and until and until < since:
            raise Refusal("fin-avant-debut", texte=self.text)
        return start, until

    def _start(self) -> date | None:
        said = self.said
        if said.start_month:
            stated_end = said.until_month if said.until_month and states_year(said.until_month) else None
            before = read_month(stated_end).last_day if stated_end else None
            return read_month(said.start_month, since=self.since, before=before).first_day
        return read_date(said.start, since=self.since) if said.start else None

    def _check_days(self, rhythm: Rhythm | None) -> None:
        """Bounds and months alone do not tell which days."""
        said = self.said
        ranged = said.span and not (said.months or said.month_days or said.count)
        if not (rhythm or said.dates or ranged):
            raise Refusal("regle-incomplete", texte=self.text)

    def _check_anchor(self, rhythm: Rhythm | None, bounds: tuple[date | None, date | None]) -> None:
        """A rhythm that counts from its start needs one."""
        if rhythm is None or bounds[0] or self.since:
            return
        follows_start = not (rhythm.weekdays or rhythm.month_days) and rhythm.unit is not Unit.DAY
        if rhythm.every > 1 or follows_start or self.said.count:
            raise Refusal("regle-sans-debut", texte=self.text)

    def _exceptions(self, since: date | None) -> Exceptions:
        said, spans, seasons = self.said, list[Span](), list[Season]()
        for text in said.no_dates:
            days, yearly = split_yearly(text)
            seasons += yearly
            spans += [Span(day, day) for day in read_dates(days, since=since)] if days else []
        for text in said.no_spans:
            if states_year(text):
                spans.append(read_span(text, since=since))
            else:
                seasons.append(read_yearly_span(text))
        return Exceptions(
            spans=_sorted(spans),
            seasons=_sorted(seasons),
            months=_sorted(said.no_months),
            weekdays=_sorted(said.no_weekdays),
            breaks=_sorted(said.no_breaks),
            public_holidays=bool(said.public_holidays),
            school_holidays=bool(said.school_holidays),
        )


def _sorted(values: Iterable[_Sortable]) -> tuple[_Sortable, ...]:
    return tuple(sorted(set(values)))
