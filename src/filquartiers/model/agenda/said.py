"""What the clauses of a rule said so far, and whether it holds together."""

from dataclasses import dataclass, field

from filquartiers.model.agenda.rule import Parity, Unit
from filquartiers.model.agenda.times import Times
from filquartiers.model.refusal import Refusal

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
class Said:
    """What the clauses said, raw where the meaning depends on another clause; None when unsaid.

    ``sources`` is the clause that said each of them.
    """

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

    def check(self) -> None:
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
