"""What the calendar says when it cannot read something, or doubts it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Remark:
    """A problem without its place: ``problem(remark.code, where, **remark.values)``.

    ``code`` is a key of the catalogue family ``agenda``; ``values`` fill its sentence and its hint,
    already written in French.
    """

    code: str
    values: Mapping[str, str]


class AgendaError(ValueError):
    """A text that is no date, time or rule; the caller adds the place."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.remark = Remark(code, values)

    @property
    def code(self) -> str:
        """A key of the catalogue family ``agenda``."""
        return self.remark.code

    @property
    def values(self) -> Mapping[str, str]:
        """What its sentence and its hint name."""
        return self.remark.values
