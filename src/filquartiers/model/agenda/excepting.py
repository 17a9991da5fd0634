"""Reading what follows « sauf »: exceptions, and where they end.

Right after such a word, and after « et », only exceptions are read. After a comma, the phrase may go back to
what it says of the event; what could be either is refused, since each of the two hides the other's dates.
"""

import re
from dataclasses import dataclass

from filquartiers.model.agenda.clauses import CLAUSES, WITHOUT
from filquartiers.model.agenda.draft import Draft
from filquartiers.model.agenda.except_clauses import (
    BREAKS,
    EXCEPTIONS,
    MONTHS,
    OPEN_RANGES,
    PUBLIC_HOLIDAYS,
    RANGE,
    SCHOOL,
)
from filquartiers.model.agenda.grammar import ALL, Clause, Found, check_dash, longest, skip_filler
from filquartiers.model.refusal import Refusal

_AND = re.compile(r"(?<![a-z])(?:et|puis)(?![a-z])|[&+]")
_PERIODS = (*BREAKS, PUBLIC_HOLIDAYS, *MONTHS)
"""Exceptions after which hours are those of the event, even without a comma."""
_WHOLE = (SCHOOL, PUBLIC_HOLIDAYS)
"""Exceptions after which a bound is that of the event, even without a comma."""
_BOUNDS = {"start", "start_month", "until", "until_month", "until_feast", "until_break"}
_PLAIN = {"times", "count", "part_of_day"}


@dataclass(frozen=True, slots=True)
class Excepting:
    """A phrase read from right after « sauf »."""

    text: str
    folded: str
    draft: Draft

    def read(self, without: Found) -> int:
        """Record the exceptions told after ``without``; where the phrase speaks of the event again.

        Raises:
            Refusal: ``exception-illisible``, ``regle-ambigue``, or as the readers of clauses do.
        """
        last = self._exception(skip_filler(self.folded, without.end), without.match.start())
        while True:
            self.draft.say(last[1].typed(), **last[0].says(last[1]))
            end, position = last[1].end, skip_filler(self.folded, last[1].end)
            if position >= len(self.folded):
                return position
            between = self.folded[end:position]
            closed = ")" in between and "(" not in last[1].typed()
            if closed or WITHOUT.pattern.match(self.folded, position):
                return position
            if _AND.search(between):
                last = self._after_and(position)
            elif between.strip():
                following = self._after_comma(position, last[0])
                if following is None:
                    return position
                check_dash(self.folded, last[1], following[1])
                last = following
            else:
                self._check_goes_on(position, last[0])
                return position

    def _exception(self, position: int, start: int) -> tuple[Clause, Found]:
        found = longest(EXCEPTIONS, self.text, self.folded, position)
        if found is None:
            rest = self.text[position:].partition(",")[0] or self.text[start:].strip()
            raise Refusal("exception-illisible", texte=self.text, inconnu=rest)
        return found

    def _after_and(self, position: int) -> tuple[Clause, Found]:
        found = self._exception(position, position)
        if found[0] in OPEN_RANGES:  # « … et jusqu'au 30 juin » is more often the end of it all
            raise self._ambiguous(found[1].typed())
        return found

    def _after_comma(self, position: int, last: Clause) -> tuple[Clause, Found] | None:
        """The next exception, or None when the phrase goes back to the event."""
        found = longest(EXCEPTIONS, self.text, self.folded, position)
        stated = longest(CLAUSES, self.text, self.folded, position)
        if found is None or found[0] in OPEN_RANGES or re.match(ALL, self.folded[position:]):
            return None
        if stated is None or stated[1].end < found[1].end:
            return found
        if found[0] is not RANGE and (found[0] is last or self._is_listed(found[1])):
            return found
        days = found[0].says(found[1]).get("no_weekdays")
        if not self.draft.has_said(stated[0].what.keys()) or self.draft.has_other_days(days):
            raise self._ambiguous(found[1].typed())
        return found

    def _is_listed(self, found: Found) -> bool:
        """Whether the list goes on up to « et », as in « sauf le lundi, en août et le 11 novembre »."""
        while True:
            position = skip_filler(self.folded, found.end)
            between = self.folded[found.end : position]
            following = longest(EXCEPTIONS, self.text, self.folded, position)
            if following is None or not between.strip():
                return False
            found = following[1]
            if _AND.search(between) or _AND.search(self.folded[found.match.start() : found.end]):
                return following[0] not in OPEN_RANGES

    def _check_goes_on(self, position: int, last: Clause) -> None:
        """Without a comma nor « et », only some words can belong to the event."""
        stated = longest(CLAUSES, self.text, self.folded, position)
        if stated is None:
            rest = self.text[position:].partition(",")[0]
            raise Refusal("exception-illisible", texte=self.text, inconnu=rest)
        names = stated[0].what.keys()
        allowed = (names <= _PLAIN and last in _PERIODS) or (names <= _BOUNDS and last in _WHOLE)
        if not names or not allowed:
            raise self._ambiguous(stated[1].typed())

    def _ambiguous(self, words: str) -> Refusal:
        return Refusal("regle-ambigue", texte=self.text, periode=words)
