"""What an import would do, before it does anything."""

from dataclasses import dataclass
from enum import Enum

from filquartiers.problems import Problem


class Outcome(Enum):
    """What becomes of one sheet or one row; the value is the word of the report, in French."""

    NEW = "nouvelle"
    UPDATED = "mise à jour"
    PRESENT = "déjà là"
    EDITED = "modifiée chez vous, laissée telle quelle"
    CONFLICT = "changée dans le document et chez vous"
    DUPLICATE = "doublon exact, laissé de côté"
    REFUSED = "refusée"


@dataclass(frozen=True, slots=True)
class Item:
    """One sheet or row of the source: where it stands, what becomes of it, in which file.

    ``draft`` says that it is written but not published (« brouillon »).
    """

    title: str
    place: str
    outcome: Outcome
    file: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """A question that only a person can answer, in one French sentence."""

    sentence: str


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file of the project to write: its path with slashes, its bytes, what it held when we looked."""

    path: str
    data: bytes
    before: bytes | None = None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The whole of an import.

    ``problems`` holds the notices about the source; errors among them are about what was left out.
    ``files`` is all that writing would change: it is empty when everything is already there.
    """

    source: str
    items: tuple[Item, ...] = ()
    decisions: tuple[Decision, ...] = ()
    contradictions: tuple[Decision, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[PlannedFile, ...] = ()

    def having(self, outcome: Outcome) -> tuple[Item, ...]:
        """The items that end so."""
        return tuple(item for item in self.items if item.outcome is outcome)
