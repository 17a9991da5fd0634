"""A table of cells, wherever it comes from: the rows of a spreadsheet as text an editor could type."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from filquartiers.problems import Problem, Where, problem

_DELIMITERS = ";,\t|"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its number as the spreadsheet shows it, and its cells without blanks around."""

    number: int
    cells: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether any cell holds something."""
        return any(self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet, and what was odd in it."""

    file: str
    rows: tuple[TableRow, ...] = ()
    problems: tuple[Problem, ...] = ()

    def where(self, row: TableRow, column: int = 0) -> Where:
        """A cell, or the whole row; columns count from 1."""
        excerpt = " ; ".join(filter(None, row.cells))
        cell = row.cells[column - 1] if column else ""
        return Where(self.file, row.number, excerpt.find(cell) + 1 if cell else 0, len(cell), excerpt)


def read_csv(file: str, text: str) -> Table:
    """The rows of a CSV file, whichever of the four usual separators it uses.

    A quote opened and never closed swallows the rows below: it is told.
    """
    rows = tuple(_rows(text, _delimiter(text)))
    return Table(file, rows, tuple(_open_quote(file, rows, text)))


def _open_quote(file: str, rows: tuple[TableRow, ...], text: str) -> Iterator[Problem]:
    if text.count('"') % 2:
        long = [(row.number, cell) for row in rows for cell in row.cells[::-1] if "\n" in cell]
        for number, cell in long[-1:]:
            excerpt = cell.split("\n")[0][:60]
            yield problem("csv-guillemet", Where(file, number, 1, 0, excerpt), extrait=excerpt)


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
