"""What the calendar says when it cannot read something."""


class AgendaError(ValueError):
    """A text that is no date, time or rule; the caller adds the place.

    ``code`` is a key of the catalogue family ``agenda``; ``values`` fill its sentence and its hint,
    already written in French: ``problem(error.code, where, **error.values)``.
    """

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
