"""What a reader of values raises: a code of the catalogue, and what its sentence names."""


class Refusal(ValueError):  # noqa: N818  it names what happened to the value
    """A text that cannot be read as what was asked; the caller adds the place.

    ``code`` is a key of the catalogue, ``values`` fill its sentence and its hint, already written
    in French: ``problem(refusal.code, where, **refusal.values)``.
    """

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
