"""What the calendar says when it cannot read something, or doubts it."""

from collections.abc import Mapping
from dataclasses import dataclass

from filquartiers.model.refusal import Refusal


@dataclass(frozen=True)
class Remark:
    """A problem without its place: ``problem(remark.code, where, **remark.values)``.

    ``code`` is a key of the catalogue family ``agenda``; ``values`` fill its sentence and its hint,
    already written in French.
    """

    code: str
    values: Mapping[str, str]


class AgendaError(Refusal):
    """A text that is no date, time or rule; the caller adds the place."""

    @property
    def remark(self) -> Remark:
        """The same, as a value."""
        return Remark(self.code, self.values)
