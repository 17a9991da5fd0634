"""A table of cells, wherever it comes from: the rows of a spreadsheet as text an editor could type."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from filquartiers.problems import Problem, Where, problem

_DELIMITERS = ";,\t|"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its number as the spreadsheet shows it, and its cells."""

    number: int
    cells: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether any cell holds something."""
        return any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet, and what was odd in it."""

    file: str
    rows: tuple[TableRow, ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    def where(self, row: TableRow, column: int = 0) -> Where:
        """A cell, or the whole row; columns count from 1."""
        excerpt = " ; ".join(cell for cell in row.cells if cell.strip())
        if not 0 < column <= len(row.cells) or not row.cells[column - 1].strip():
            return Where(self.file, row.number, 0, 0, excerpt)
        start = excerpt.find(row.cells[column - 1]) + 1
        return Where(self.file, row.number, start, len(row.cells[column - 1]) if start else 0, excerpt)


def read_csv(file: str, text: str) -> Table:
    """The rows of a CSV file, whichever of the four usual separators it uses.

    A quote opened and never closed swallows the rows below: it is told.
    """
    rows = tuple(_rows(text, _delimiter(text)))
    return Table(file, rows, tuple(_open_quote(file, rows, text)))


def _open_quote(file: str, rows: tuple[TableRow, ...], text: str) -> Iterator[Problem]:
    if text.count('"') % 2:
        last = next((row for row in reversed(rows) if any("\n" in cell for cell in row.cells)), None)
        if last is not None:
            excerpt = next(cell for cell in last.cells if "\n" in cell).split("\n")[0][:60]
            yield problem("csv-guillemet", Where(file, last.number, 1, 0, excerpt), extrait=excerpt)


def _rows(text: str, delimiter: str) -> Iterator[TableRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    before = 0
    try:
        for cells in reader:
            yield TableRow(before + 1, tuple(cell.strip() for cell in cells))
            before = reader.line_num
    except csv.Error:  # a field longer than the reader takes
        return


def _delimiter(text: str) -> str:
    """The sign that most of the first rows hold; the row of headings has no comma of prose."""
    head = [line for line in text.split("\n") if line.strip()][:5]
    return max(_DELIMITERS, key=lambda sign: (sum(sign in line for line in head), "".join(head).count(sign)))
