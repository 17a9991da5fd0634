"""A rule being read: what its clauses said, put together at the end."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from filquartiers.model.agenda.date_lists import read_month, read_span, split_yearly, states_year
from filquartiers.model.agenda.dates import read_date
from filquartiers.model.agenda.excepted import EXCEPTED, Excepted
from filquartiers.model.agenda.exceptions import Parity
from filquartiers.model.agenda.feasts import read_feast
from filquartiers.model.agenda.gathered import Gathered, Said, gather
from filquartiers.model.agenda.rule import Rhythm, Rule, Unit, Words
from filquartiers.model.refusal import Refusal

_FORTNIGHT = 2
_ENDS = ("until", "until_month", "until_feast", "until_break")

_APART = (
    *(("dates", name) for name in ("span", "start", "until", "weekdays", "month_days", "months", "count")),
    *(
        ("feasts", name)
        for name in ("span", "start", "weekdays", "month_days", "months", "count", "positions")
    ),
    *(("span", name) for name in ("start", "start_month", *_ENDS)),
    *combinations(_ENDS, 2),
    *(("start", "start_month"), ("weekdays", "month_days"), ("weekdays", "weekends")),
)
"""What a phrase cannot say together: one of the two would be lost."""

_UNITS = {
    "dates": set[Unit](),
    "positions": {Unit.MONTH, Unit.YEAR},
    "month_days": {Unit.MONTH, Unit.YEAR},
}
"""The units that may go with what is said."""

_IN_ORDER = {"weekdays": True, "dates": True, "times": False, "part_of_day": False}
"""What is told in order, and whether it names days."""
_HEADS = {"unit", "weekdays", "dates", "span", "month_days", "positions", "feasts"}


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
    weekends: bool | None = None
    month_days: tuple[int, ...] | None = None
    months: tuple[int, ...] | None = None
    dates: str | None = None
    feasts: tuple[tuple[str, str], ...] | None = None
    span: str | None = None
    start: str | None = None
    start_month: str | None = None
    until: str | None = None
    until_month: str | None = None
    until_feast: tuple[str, str] | None = None
    until_break: str | None = None
    count: int | None = None
    parity: Parity | None = None
    only_school: bool | None = None
    only_breaks: tuple[str, ...] | None = None
    only_week: int | None = None
    zone: str | None = None
    excepted: Excepted = field(default_factory=Excepted)
    said: list[Said] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    rank: int = 0
    daily: list[int] = field(default_factory=list)

    def say(self, clause: str, **values: object) -> None:
        """Record what ``clause`` says; None says nothing.

        Raises:
            Refusal: ``regle-contradictoire`` when another clause said otherwise.
        """
        self.rank += 1
        alone = not {"positions", "every"}.isdisjoint(values)
        for name, value in values.items():
            if name in _IN_ORDER:
                self.said.append(Said(value, clause, self.rank, _IN_ORDER[name], alone))  # type: ignore[arg-type]
                self.sources.setdefault(name, clause)
            elif name in EXCEPTED:
                self.excepted.add(name, value)
            else:
                self._state(clause, name, value)
            if name == "unit" and value is Unit.DAY:
                self.daily.append(self.rank)

    def _state(self, clause: str, name: str, value: object) -> None:
        former = getattr(self, name)
        if name in {"feasts", "only_breaks"}:
            more = value if isinstance(value, tuple) and name == "only_breaks" else (value,)
            setattr(self, name, (former or ()) + more)
            self.sources.setdefault(name, clause)
        elif former is None:
            setattr(self, name, value)
            self.sources[name] = clause
        elif value not in {None, former}:
            raise Refusal("regle-contradictoire", premier=self.sources[name], second=clause)

    def has_said(self, names: Iterable[str]) -> bool:
        """Whether the phrase has already said such a thing, and so what comes now is none of it."""
        wanted = set(names)
        if "span" in wanted:
            return self.bounded
        if wanted & _HEADS:
            said = self.sources.keys() & (_HEADS if wanted <= {"dates", "feasts"} else _HEADS - {"unit"})
            return bool(said) or self.unit is Unit.DAY
        return not self.sources.keys().isdisjoint(wanted)

    def has_other_days(self, weekdays: object) -> bool:
        """Whether the phrase names weekdays, and none of those: « le mardi sauf le 13 octobre, jeudi »."""
        said = {day for one in self.said if isinstance(one.value, tuple) for day in one.value}
        return bool(said) and isinstance(weekdays, tuple) and said.isdisjoint(weekdays)

    @property
    def bounded(self) -> bool:
        """Whether a clause has said when it begins or ends."""
        return not self.sources.keys().isdisjoint({"span", "start", "start_month", "count", *_ENDS})

    def _check(self, found: Gathered) -> None:
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
        apart = self.positions or self.unit in {Unit.MONTH, Unit.YEAR}
        if len(found.timetable) > 1 and apart:
            first, *_, last = [one.clause for one in self.said if one.names_days]
            raise Refusal("regle-contradictoire", premier=first, second=last)
        self._check_daily()

    def _check_daily(self) -> None:
        """« tous les jours » holds the weekdays next to it; others, further, would take days away."""
        for one in self.said:
            near = any(abs(one.rank - rank) <= 1 for rank in self.daily)
            if self.daily and isinstance(one.value, tuple) and not near:
                raise Refusal("regle-contradictoire", premier=self.sources["unit"], second=one.clause)

    def rule(self) -> Rule | Words:
        """What it all says together.

        Raises:
            Refusal: ``regle-incomplete``, ``regle-sans-debut``, ``fin-avant-debut``, or as `read_date`.
        """
        self._place_in_year()
        found = gather(self.said, self.since)
        self.weekdays = found.weekdays if found.weekdays is not None else self.weekdays
        self.dates = self.text if found.days else None
        self._check(found)
        rhythm = self._rhythm()
        if isinstance(rhythm, Words):
            return rhythm
        start, until = self._bounds()
        self._check_days(rhythm)
        self._check_anchor(rhythm, start)
        return Rule(
            rhythm=rhythm,
            days=tuple(sorted({*found.days, *map(self._feast, self.feasts or ())})),
            start=start,
            until=until,
            until_break=self.until_break or "",
            count=self.count,
            times=found.times,
            part_of_day=found.part_of_day,
            timetable=found.timetable,
            parity=self.parity,
            exceptions=self.excepted.exceptions(self.text, start or self.since, rhythm),
            only_breaks=tuple(sorted(set(self.only_breaks or ()))),
            only_school_holidays=bool(self.only_school),
            only_week=self.only_week or 0,
            zone=self.zone or "",
        )

    def _feast(self, feast: tuple[str, str]) -> date:
        return read_feast(feast, self.since)

    def _rhythm(self) -> Rhythm | Words | None:
        unit = self.unit or (Unit.MONTH if self.positions else Unit.WEEK if self.weekdays else None)
        if unit is None:
            # « pendant les vacances scolaires », without a rhythm: which days?
            only = self.only_school or self.only_breaks
            return Words(self.text) if only and not (self.dates or self.span or self.feasts) else None
        # « un mercredi sur deux (semaines paires) »: the parity tells which
        every = 1 if unit is Unit.WEEK and self.parity and self.every == _FORTNIGHT else self.every or 1
        if unit is Unit.DAY and self.weekdays and every == 1:
            unit = Unit.WEEK
        if self.feasts or self._is_open(unit):
            return Words(self.text)
        return Rhythm(
            unit=unit,
            every=every,
            weekdays=self.weekdays or (),
            positions=self.positions or (),
            month_days=self.month_days or (),
            months=self.months or (),
            weekends=bool(self.weekends),
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
        dates = [one for one in self.said if one.names_days and isinstance(one.value, str)]
        if self.unit is not Unit.YEAR or not dates or states_year(str(dates[0].value)):
            return
        dated, places = split_yearly(", ".join(str(one.value) for one in dates))
        if dated or len(places) != 1:
            raise Refusal("regle-incomplete", texte=self.text)
        self.said = [one for one in self.said if one not in dates]
        month, day = places[0].first
        self._state(dates[0].clause, "months", (month,))
        self._state(dates[0].clause, "month_days", (day,))

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
        if self.until_feast:
            until = read_feast(self.until_feast, since)
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
        if not (rhythm or self.dates or self.feasts or ranged):
            raise Refusal("regle-incomplete", texte=self.text)

    def _check_anchor(self, rhythm: Rhythm | None, start: date | None) -> None:
        """A rhythm that counts from its start needs one."""
        if rhythm is None or start or self.since:
            return
        placed = rhythm.weekdays or rhythm.month_days or rhythm.weekends
        follows_start = not placed and rhythm.unit is not Unit.DAY
        if rhythm.every > 1 or follows_start or self.count or self.until_break:
            raise Refusal("regle-sans-debut", texte=self.text)
