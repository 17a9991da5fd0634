"""The dates of one schedule, worked out once for all who ask."""

from datetime import date

from filquartiers.model.agenda.expand import FURTHEST, known_to_end, occurrences, reach
from filquartiers.model.agenda.schedule import Occurrence, Schedule
from filquartiers.model.refusal import Refusal


class Dates:
    """The dates of a schedule; none when there is no schedule, or when it cannot be computed.

    Why it cannot is told by `review`. Dates are remembered as far as they were asked for, rounded to a year
    so that the outputs, whose horizons differ, share one reckoning: a longer look holds the same and more.
    """

    def __init__(self, schedule: Schedule | None) -> None:
        self._schedule = schedule
        self._known: tuple[Occurrence, ...] = ()
        self._until = date.min

    def between(self, first: date, last: date) -> tuple[Occurrence, ...]:
        """Those from ``first`` to ``last``, both included, in order; what still lasts is among them."""
        if last > self._until:
            until = date(min(last.year + 1, date.max.year), 12, 31)
            self._known, self._until = self._worked_out(until), until
        return tuple(one for one in self._known if one.day <= last and one.last_day >= first)

    def following(self, day: date, last: date) -> tuple[Occurrence, ...]:
        """Those from ``day`` to ``last``; when there are none, the first one after."""
        found = self.between(day, last)
        if found or self._schedule is None:
            return found
        return self.between(day, reach(self._schedule, last + FURTHEST))[:1]

    @property
    def all_known(self) -> bool:
        """Whether no date is still to be reckoned: none comes after those that are known."""
        try:
            return self._schedule is not None and known_to_end(self._schedule)
        except Refusal:
            return False

    def _worked_out(self, until: date) -> tuple[Occurrence, ...]:
        try:
            return tuple(occurrences(self._schedule, date.min, until)) if self._schedule else ()
        except Refusal:
            return ()
