"""What the calendar says when it cannot read something."""

from filquartiers.model.refusal import Refusal


class AgendaError(Refusal):
    """A text that is no date, time or rule."""
