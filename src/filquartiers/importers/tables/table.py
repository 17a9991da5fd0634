"""A table: its rows, their cells as one would type them, and what was odd in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from filquartiers.model.agenda.dates import write_date
from filquartiers.model.agenda.times import Moment, Times, write_moment, write_time
from filquartiers.model.numbers import decimal
from filquartiers.problems import Problem, Where

Value = date | time | timedelta | float | bool | str | None
"""What a spreadsheet holds: a `datetime` is a date with its hour."""

_EPOCH = datetime(1900, 1, 1)  # noqa: DTZ001  a spreadsheet's hours have no zone
HELP_SHEET, HELP_OPENING = "Aide", "Une ligne par rendez-vous ; la ligne d’exemple peut être effacée."
"""The sheet of our own model that explains its columns, and how it begins."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """What one cell says, as one would type it.

    ``value`` is what a workbook holds, of its own type; in a CSV everything is text. ``shown`` is what the
    cell displays when that is a date without its day or its year (« 6-12 »): probably what was typed
    before the spreadsheet took it for a date. ``counted`` is the date that a bare number would be, as the
    workbook counts days. ``struck`` tells that the text is struck through.
    """

    text: str = ""
    value: Value = None
    shown: str = ""
    counted: date | None = None
    struck: bool = False

    def __bool__(self) -> bool:
        """Whether it holds something."""
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its number as the spreadsheet shows it, its cells, and whether it is hidden there."""

    number: int
    cells: tuple[TableCell, ...]
    hidden: bool = False

    def __bool__(self) -> bool:
        """Whether any cell holds something."""
        return any(self.cells)

    @property
    def texts(self) -> tuple[str, ...]:
        """What its cells say."""
        return tuple(cell.text for cell in self.cells)

    def text(self, column: int) -> str:
        """What the cell of that rank says, from 0; nothing past the last one."""
        return self.cells[column].text if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet, and what was odd in it.

    ``name`` is that of the sheet, empty in a CSV; ``label`` says it, where a workbook has several.
    ``across`` holds, for each cell (row, rank from 0) covered by a merge over several columns, the text of
    that merge.
    """

    file: str
    rows: tuple[TableRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    name: str = ""
    label: str = ""
    across: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def where(self, row: TableRow, column: int = 0) -> Where:
        """A cell, or the whole row; columns count from 1."""
        excerpt = " ; ".join(filter(None, row.texts))
        cell = row.text(column - 1) if column else ""
        return Where(
            placed(self.file, self.label),
            row.number,
            excerpt.find(cell) + 1 if cell else 0,
            len(cell),
            excerpt,
        )


def placed(file: str, label: str) -> str:
    """A file, and the sheet of it that one means."""
    return f"{file}, {label}" if label else file


def cell_text(value: Value) -> str:
    """What one would type for the value of a cell."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, (date, time, timedelta)):
        return _when_text(value)
    if isinstance(value, float):
        return decimal(value, 6)
    return "" if value is None else value.strip()


def _when_text(value: date | time | timedelta) -> str:
    """A date, a date with its hour, an hour, or an hour that the sheet holds as a duration."""
    if isinstance(value, timedelta):
        return _when_text((_EPOCH + value % timedelta(days=1)).time())
    if isinstance(value, time):
        return write_time(value.replace(second=0, microsecond=0))
    if isinstance(value, datetime) and value.time() != time(0):
        hour = value.time().replace(second=0, microsecond=0)
        return write_moment(Moment(value.date(), Times(hour)))
    return write_date(value, weekday=False)
