"""What the clauses of a rule said so far, and whether it holds together."""

from dataclasses import dataclass, field

from filquartiers.model.agenda.errors import AgendaError
from filquartiers.model.agenda.rule import Parity, Unit
from filquartiers.model.agenda.times import Times

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
    zone: str | None = None
    sources: dict[str, str] = field(default_factory=dict)

    def say(self, clause: str, **values: object) -> None:
        """Record what ``clause`` says.

        Raises:
            AgendaError: ``regle-contradictoire`` when another clause said otherwise.
        """
        for name, value in values.items():
            former = getattr(self, name)
            if former is not None and former != value:
                raise AgendaError("regle-contradictoire", premier=self.sources[name], second=clause)
            setattr(self, name, value)
            self.sources[name] = clause

    def say_days(self, clause: str, number: int) -> None:
        """Record « tous les n jours »."""
        if number in _FORTNIGHT:
            self.say(clause, unit=Unit.WEEK, every=_FORTNIGHT[number])
        else:
            self.say(clause, unit=Unit.DAY, every=number)

    @property
    def bounded(self) -> bool:
        """Whether a clause has said when it begins or ends."""
        return any((self.span, self.start, self.start_month, self.until, self.until_month, self.count))

    def check(self) -> None:
        """Two clauses that cannot hold together are an error, never a choice of ours.

        Raises:
            AgendaError: ``regle-contradictoire`` names both.
        """
        for one, other in _APART:
            if getattr(self, one) is not None and getattr(self, other) is not None:
                raise AgendaError(
                    "regle-contradictoire", premier=self.sources[one], second=self.sources[other]
                )
        for name, units in _UNITS.items():
            if getattr(self, name) is not None and self.unit not in units | {None}:
                raise AgendaError(
                    "regle-contradictoire", premier=self.sources["unit"], second=self.sources[name]
                )
