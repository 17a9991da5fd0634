"""What an import would do, before it does anything."""

from dataclasses import dataclass
from enum import Enum

from filquartiers.problems import Problem


class Fate(Enum):
    """What becomes of one sheet or one row; the value is its heading in the report, whose order this is."""

    NEW = "Nouvelles"
    UPDATED = "Changées dans le document, mises à jour"
    PRESENT = "Déjà importées, rien à faire"
    EDITED = "Modifiées chez vous, laissées telles quelles"
    CONFLICT = "Changées des deux côtés, à reporter"
    PRIVATE = "Notés privés, laissés de côté"
    DUPLICATE = "Doublons exacts, laissés de côté"
    ASIDE = "Laissées de côté, voir plus bas"
    REFUSED = "Refusées, voir plus bas"


@dataclass(frozen=True, slots=True)
class Arrival:
    """One sheet or row of the source: its line, what becomes of it, in which file.

    For an exact copy ``file`` names the line it repeats. ``draft`` says that it is written but not
    published (« brouillon »). ``sheet`` is that of a workbook with several, as one says it.
    """

    title: str
    line: int
    fate: Fate
    file: str = ""
    draft: bool = False
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file of the project to write: its path with slashes, its bytes, what it held when we looked."""

    path: str
    data: bytes
    before: bytes | None = None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The whole of an import.

    ``decisions`` are questions that only a person can answer, ``contradictions`` what the source says
    twice and not alike: one French sentence each. ``problems`` holds the notices about the source; errors
    among them are about what was left out. ``files`` is all that writing would change: it is empty when
    everything is already there.
    """

    source: str
    items: tuple[Arrival, ...] = ()
    decisions: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[PlannedFile, ...] = ()

    def having(self, fate: Fate) -> tuple[Arrival, ...]:
        """The items that end so."""
        return tuple(item for item in self.items if item.fate is fate)
