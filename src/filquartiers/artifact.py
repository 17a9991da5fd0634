"""What the renderers hand over, and what is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from filquartiers.problems import Problem


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of ``build/``, complete: ``path`` is relative to it, with slashes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Deferred:
    """A file of ``build/`` that is drawn when its bytes are asked for.

    ``key`` names all that can change a byte of it, and costs less than drawing: same key, same bytes.
    Neither is kept here: who asks twice waits twice. ``note`` is what a `Concluding` file needs to know of
    its bytes, just after they were drawn; empty when that is nothing.
    """

    path: str
    key: Callable[[], str]
    draw: Callable[[], bytes]
    note: Callable[[bytes], str]

    @property
    def data(self) -> bytes:
        """Its bytes, drawn now."""
        return self.draw()


Notes = Mapping[str, str]
"""What was noted of deferred files, by their paths."""
Leafing = Callable[[str], bytes]
"""Gives the bytes of a deferred file, by its path."""


@dataclass(frozen=True, slots=True)
class Concluding:
    """A file of ``build/`` that tells of the deferred ones, and is drawn after them, each time.

    ``draw`` gets their notes, and the way to the bytes of one of them.
    """

    path: str
    draw: Callable[[Notes, Leafing], bytes]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A file of ``build/`` that is there already, as it would be made again."""

    path: str


class UndrawableError(Exception):
    """A file cannot be drawn as asked, and the editor can mend it.

    Attributes:
        told: the problem to tell.
        stand_in: the bytes to show meanwhile.
    """

    def __init__(self, told: Problem, stand_in: bytes) -> None:
        super().__init__(told.code)
        self.told = told
        self.stand_in = stand_in

    def __reduce__(self) -> tuple[type["UndrawableError"], tuple[Problem, bytes]]:
        """As sent by another process."""
        return UndrawableError, (self.told, self.stand_in)


File = Artifact | Deferred | Concluding
Settled = Artifact | Unchanged
"""A file that needs no more drawing."""
