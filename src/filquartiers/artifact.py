"""What the renderers hand over, and what is written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of ``build/``, complete: ``path`` is relative to it, with slashes."""

    path: str
    data: bytes
