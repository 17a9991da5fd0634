"""A rule being read: what each clause said, put together at the end."""

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
from filquartiers.model.agenda.errors import AgendaError
from filquartiers.model.agenda.rule import Exceptions, Parity, Rhythm, Rule, Season, Span, Unit, Words
from filquartiers.model.agenda.times import Times

_Sortable = TypeVar("_Sortable", int, str, Span, Season)

_FORTNIGHT = {7: 1, 8: 1, 14: 2, 15: 2}
"""« tous les quinze jours » is a French way to say every two weeks."""


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


@dataclass(slots=True)
class Said:
    """What the clauses said, raw where the meaning depends on another clause; None when unsaid."""

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
    zone: str | None = None


@dataclass(slots=True)
class Draft:
    """A phrase, what is said of it so far, and its exceptions."""

    text: str
    since: date | None
    said: Said = field(default_factory=Said)
    sources: dict[str, str] = field(default_factory=dict)
    excepted_dates: list[str] = field(default_factory=list)
    excepted_spans: list[str] = field(default_factory=list)
    excepted_months: list[int] = field(default_factory=list)
    excepted_weekdays: list[int] = field(default_factory=list)
    excepted_breaks: list[str] = field(default_factory=list)
    only_breaks: list[str] = field(default_factory=list)
    public_holidays: bool = False
    school_holidays: bool = False

    def say(self, clause: str, **values: object) -> None:
        """Record what ``clause`` says.

        Raises:
            AgendaError: ``regle-contradictoire`` when another clause said otherwise.
        """
        for name, value in values.items():
            former = getattr(self.said, name)
            if former is not None and former != value:
                raise AgendaError("regle-contradictoire", premier=self.sources[name], second=clause)
            setattr(self.said, name, value)
            self.sources[name] = clause

    @property
    def bounded(self) -> bool:
        """Whether a clause has said when it begins or ends."""
        said = self.said
        return any((said.span, said.start, said.start_month, said.until, said.until_month, said.count))

    def say_days(self, clause: str, number: int) -> None:
        """Record « tous les n jours »."""
        if number in _FORTNIGHT:
            self.say(clause, unit=Unit.WEEK, every=_FORTNIGHT[number])
        else:
            self.say(clause, unit=Unit.DAY, every=number)

    def rule(self) -> Rule | Words:
        """What it all says together.

        Raises:
            AgendaError: ``regle-incomplete``, ``regle-sans-debut``, ``fin-avant-debut``, or as `read_date`.
        """
        self._place_in_year()
        self._check_together()
        rhythm = self._rhythm()
        if isinstance(rhythm, Words):
            return rhythm
        said = self.said
        bounds = self._bounds()
        dated = said.dates is not None
        ranged = said.span is not None and not (said.months or said.month_days or said.count)
        if rhythm is None and not dated and not ranged:
            raise AgendaError("regle-incomplete", texte=self.text)
        self._check_anchor(rhythm, bounds)
        return Rule(
            rhythm=rhythm,
            days=read_dates(said.dates or "", since=self.since) if dated else (),
            start=bounds[0],
            until=bounds[1],
            count=said.count,
            times=said.times,
            part_of_day=said.part_of_day or "",
            parity=said.parity,
            exceptions=self._exceptions(bounds[0] or self.since),
            only_breaks=_sorted(self.only_breaks),
            only_school_holidays=bool(said.only_school),
            zone=said.zone or "",
        )

    def _check_together(self) -> None:
        """Two clauses that cannot hold together are an error, never a choice of ours."""
        for one, other in _APART:
            if getattr(self.said, one) is not None and getattr(self.said, other) is not None:
                raise AgendaError(
                    "regle-contradictoire", premier=self.sources[one], second=self.sources[other]
                )
        for name, units in _UNITS.items():
            if getattr(self.said, name) is not None and self.said.unit not in units | {None}:
                raise AgendaError(
                    "regle-contradictoire", premier=self.sources["unit"], second=self.sources[name]
                )

    def _rhythm(self) -> Rhythm | Words | None:
        said = self.said
        unit = said.unit or self._implied_unit()
        if unit is None:
            # « pendant les vacances scolaires », without a rhythm: which days?
            only = said.only_school or self.only_breaks
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
            raise AgendaError("regle-incomplete", texte=self.text)
        self.said.dates = None
        month, day = places[0].first
        self.say(self.sources["dates"], months=(month,), month_days=(day,))

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
            raise AgendaError("fin-avant-debut", texte=self.text)
        return start, until

    def _start(self) -> date | None:
        said = self.said
        if said.start_month:
            stated_end = said.until_month if said.until_month and states_year(said.until_month) else None
            before = read_month(stated_end).last_day if stated_end else None
            return read_month(said.start_month, since=self.since, before=before).first_day
        return read_date(said.start, since=self.since) if said.start else None

    def _check_anchor(self, rhythm: Rhythm | None, bounds: tuple[date | None, date | None]) -> None:
        """A rhythm that counts from its start needs one."""
        if rhythm is None or bounds[0] or self.since:
            return
        follows_start = not (rhythm.weekdays or rhythm.month_days) and rhythm.unit is not Unit.DAY
        if rhythm.every > 1 or follows_start or self.said.count:
            raise AgendaError("regle-sans-debut", texte=self.text)

    def _exceptions(self, since: date | None) -> Exceptions:
        spans: list[Span] = []
        seasons: list[Season] = []
        for text in self.excepted_dates:
            days, yearly = split_yearly(text)
            seasons += yearly
            spans += [Span(day, day) for day in read_dates(days, since=since)] if days else []
        for text in self.excepted_spans:
            if states_year(text):
                spans.append(read_span(text, since=since))
            else:
                seasons.append(read_yearly_span(text))
        return Exceptions(
            spans=_sorted(spans),
            seasons=_sorted(seasons),
            months=_sorted(self.excepted_months),
            weekdays=_sorted(self.excepted_weekdays),
            breaks=_sorted(self.excepted_breaks),
            public_holidays=self.public_holidays,
            school_holidays=self.school_holidays,
        )


def _sorted(values: list[_Sortable]) -> tuple[_Sortable, ...]:
    return tuple(sorted(set(values)))
