"""One row of a table on its way to an event."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from filquartiers.importers.agenda.columns import Headings
from filquartiers.importers.agenda.moments import DateDoubt
from filquartiers.importers.tables.table import Table, TableCell, TableRow
from filquartiers.problems import Problem, Where, problem

_LONGEST_TITLE = 100  # characters that the report quotes


@dataclass
class RowReading:
    """A row: its cells by field, the values they become, what no field takes, what is told of it all.

    ``cells`` holds only those that say something.
    """

    table: Table
    headings: Headings
    row: TableRow
    cells: dict[str, TableCell] = field(default_factory=dict)
    values: dict[str, object] = field(default_factory=dict)
    extra: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Give each cell its field."""
        for column, name in self.headings.fields.items():
            if column < len(self.row.cells) and self.row.cells[column]:
                self.cells[name] = self.row.cells[column]

    def text(self, name: str) -> str:
        """What the cell of a field says; nothing when it is empty or missing."""
        return self.cells[name].text if name in self.cells else ""

    def tell(self, code: str, name: str = "", **values: object) -> None:
        """Add a problem, at the cell of the field ``name`` when there is one; the same sentence once."""
        told = problem(code, self.where(name), **values)
        if told.message not in {one.message for one in self.problems}:
            self.problems.append(told)

    def tell_all(self, doubts: list[DateDoubt], name: str) -> None:
        """Add what a cell left in doubt."""
        for doubt in doubts:
            self.tell(doubt.code, name, **doubt.values)

    def where(self, name: str = "") -> Where:
        """The cell of a field, or the whole row."""
        return self.table.where(self.row, next((at + 1 for at in self._columns(name)), 0))

    def heading(self, name: str) -> str:
        """What the column of a field is called in this table."""
        return next((self.headings.name(at) for at in self._columns(name)), name)

    def _columns(self, name: str) -> Iterator[int]:
        return (at for at, own in self.headings.fields.items() if own == name)

    def keep(self, name: str, text: str = "") -> None:
        """Put what a cell says into the description, under its heading."""
        self.extra.append(f"{self.heading(name)} : {text or self.text(name)}")

    @property
    def title(self) -> str:
        """As the report names the row: its title, or the first thing that it says."""
        said = self.text("titre") or next(filter(None, self.row.texts), "")
        return " ".join(said.split())[:_LONGEST_TITLE]
