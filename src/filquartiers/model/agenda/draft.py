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
from filquartiers.model.agenda.rule import Exceptions, Parity, Rhythm, Rule, Season, Span, Unit, Words
from filquartiers.model.agenda.times import Times
from filquartiers.model.refusal import Refusal

_Sortable = TypeVar("_Sortable", int, str, Span, Season)

_APART = (
    *(("dates", name) for name in ("span", "start", "until", "weekdays", "month_days", "months", "count")),
    *(("span", name) for name in ("start", "start_month", "until", "until_month")),
    *(("start", "start_month"), ("until", "until_month"), ("weekdays", "month_days")),
)
"""What a phrase cannot say together: one of the two would be lost."""

_UNITS = {
    "dates": set[Unit](),
    "positions": {Unit.MONTH, Unit.YEAR},
    "month_days": {Unit.MONTH, Unit.YEAR},
}
"""The units that may go with what is said."""

_LISTS = {"only_breaks", *(f"no_{what}" for what in ("dates", "spans", "months", "weekdays", "breaks"))}
"""What clauses add to rather than state."""


@dataclass(slots=True)
class Draft:
    """A phrase, and what its clauses said: raw where the meaning depends on another one, None when unsaid.

    ``since`` gives their year to dates without one. ``sources`` is the clause that said each thing.
    """

    text: str
    since: date | None
    unit: Unit | None = None
    every: int | None = None
    weekdays: tuple[int, ...] | None = None
    positions: tuple[int, ...] | None = None
    month_days: tuple[int, ...] | None = None
    months: tuple[int, ...] | None = None
    dates: str | None = None
    span: str | None = None
    start: str | None = None
    start_month: str | None = None
    until: str | None = None
    until_month: str | None = None
    count: int | None = None
    times: Times | None = None
    part_of_day: str | None = None
    parity: Parity | None = None
    only_school: bool | None = None
    only_breaks: tuple[str, ...] = ()
    zone: str | None = None
    public_holidays: bool | None = None
    school_holidays: bool | None = None
    no_dates: tuple[str, ...] = ()
    no_spans: tuple[str, ...] = ()
    no_months: tuple[int, ...] = ()
    no_weekdays: tuple[int, ...] = ()
    no_breaks: tuple[str, ...] = ()
    sources: dict[str, str] = field(default_factory=dict)

    def say(self, clause: str, **values: object) -> None:
        """Record what ``clause`` says; None says nothing.

        Raises:
            Refusal: ``regle-contradictoire`` when another clause said otherwise.
        """
        for name, value in values.items():
            former = getattr(self, name)
            if name in _LISTS:
                setattr(self, name, former + (value if isinstance(value, tuple) else (value,)))
            elif former is None:
                setattr(self, name, value)
                self.sources[name] = clause
            elif value not in {None, former}:
                raise Refusal("regle-contradictoire", premier=self.sources[name], second=clause)

    @property
    def bounded(self) -> bool:
        """Whether a clause has said when it begins or ends."""
        return any((self.span, self.start, self.start_month, self.until, self.until_month, self.count))

    def _check(self) -> None:
        """Two clauses that cannot hold together are an error, never a choice of ours.

        Raises:
            Refusal: ``regle-contradictoire`` names both.
        """
        for one, other in _APART:
            if getattr(self, one) is not None and getattr(self, other) is not None:
                raise Refusal("regle-contradictoire", premier=self.sources[one], second=self.sources[other])
        for name, units in _UNITS.items():
            if getattr(self, name) is not None and self.unit not in units | {None}:
                raise Refusal("regle-contradictoire", premier=self.sources["unit"], second=self.sources[name])

    def rule(self) -> Rule | Words:
        """What it all says together.

        Raises:
            Refusal: ``regle-incomplete``, ``regle-sans-debut``, ``fin-avant-debut``, or as `read_date`.
        """
        self._place_in_year()
        self._check()
        rhythm = self._rhythm()
        if isinstance(rhythm, Words):
            return rhythm
        bounds = self._bounds()
        self._check_days(rhythm)
        self._check_anchor(rhythm, bounds)
        return Rule(
            rhythm=rhythm,
            days=read_dates(self.dates, since=self.since) if self.dates else (),
            start=bounds[0],
            until=bounds[1],
            count=self.count,
            times=self.times,
            part_of_day=self.part_of_day or "",
            parity=self.parity,
            exceptions=self._exceptions(bounds[0] or self.since),
            only_breaks=_sorted(self.only_breaks),
            only_school_holidays=bool(self.only_school),
            zone=self.zone or "",
        )

    def _rhythm(self) -> Rhythm | Words | None:
        unit = self.unit or (Unit.MONTH if self.positions else Unit.WEEK if self.weekdays else None)
        if unit is None:
            # « pendant les vacances scolaires », without a rhythm: which days?
            only = self.only_school or self.only_breaks
            return Words(self.text) if only and not (self.dates or self.span) else None
        every = self.every or 1
        if unit is Unit.DAY and self.weekdays and every == 1:
            unit = Unit.WEEK
        if self._is_open(unit):
            return Words(self.text)
        return Rhythm(
            unit=unit,
            every=every,
            weekdays=self.weekdays or (),
            positions=self.positions or (),
            month_days=self.month_days or (),
            months=self.months or (),
        )

    def _is_open(self, unit: Unit) -> bool:
        """Whether the day is left open: « tous les mois le vendredi », which Friday?"""
        placed = bool(self.positions or self.month_days)
        if unit is Unit.MONTH:
            return not placed
        if unit is Unit.YEAR:
            one_month = len(self.months or ()) == 1
            return bool(placed or self.weekdays or self.months) and not (placed and one_month)
        return unit is Unit.DAY and bool(self.weekdays)

    def _place_in_year(self) -> None:
        """« tous les ans le 8 mars » states a month and a day rather than a date."""
        dates = self.dates
        if self.unit is not Unit.YEAR or dates is None or states_year(dates):
            return
        dated, places = split_yearly(dates)
        if dated or len(places) != 1:
            raise Refusal("regle-incomplete", texte=self.text)
        self.dates = None
        month, day = places[0].first
        self.say(self.sources["dates"], months=(month,), month_days=(day,))

    def _bounds(self) -> tuple[date | None, date | None]:
        """The first and last day that the phrase states."""
        if self.span is not None:
            span = read_span(self.span, since=self.since)
            return span.first, span.last
        start = self._start()
        since = start or self.since
        until = read_date(self.until, since=since) if self.until else None
        if self.until_month:
            until = read_month(self.until_month, since=since).last_day
        if since and until and until < since:
            raise Refusal("fin-avant-debut", texte=self.text)
        return start, until

    def _start(self) -> date | None:
        if self.start_month:
            stated_end = self.until_month if self.until_month and states_year(self.until_month) else None
            before = read_month(stated_end).last_day if stated_end else None
            return read_month(self.start_month, since=self.since, before=before).first_day
        return read_date(self.start, since=self.since) if self.start else None

    def _check_days(self, rhythm: Rhythm | None) -> None:
        """Bounds and months alone do not tell which days."""
        ranged = self.span and not (self.months or self.month_days or self.count)
        if not (rhythm or self.dates or ranged):
            raise Refusal("regle-incomplete", texte=self.text)

    def _check_anchor(self, rhythm: Rhythm | None, bounds: tuple[date | None, date | None]) -> None:
        """A rhythm that counts from its start needs one."""
        if rhythm is None or bounds[0] or self.since:
            return
        follows_start = not (rhythm.weekdays or rhythm.month_days) and rhythm.unit is not Unit.DAY
        if rhythm.every > 1 or follows_start or self.count:
            raise Refusal("regle-sans-debut", texte=self.text)

    def _exceptions(self, since: date | None) -> Exceptions:
        spans, seasons = list[Span](), list[Season]()
        for text in self.no_dates:
            days, yearly = split_yearly(text)
            seasons += yearly
            spans += [Span(day, day) for day in read_dates(days, since=since)] if days else []
        for text in self.no_spans:
            if states_year(text):
                spans.append(read_span(text, since=since))
            else:
                seasons.append(read_yearly_span(text))
        return Exceptions(
            spans=_sorted(spans),
            seasons=_sorted(seasons),
            months=_sorted(self.no_months),
            weekdays=_sorted(self.no_weekdays),
            breaks=_sorted(self.no_breaks),
            public_holidays=bool(self.public_holidays),
            school_holidays=bool(self.school_holidays),
        )


def _sorted(values: Iterable[_Sortable]) -> tuple[_Sortable, ...]:
    return tuple(sorted(set(values)))
