"""The rows of a CSV file, as spreadsheets and sites export them."""

import csv
import io
import re
from collections.abc import Iterator

from filquartiers.importers.tables.table import Table, TableCell, TableRow
from filquartiers.problems import Problem, Where, problem

_DELIMITERS = ";,\t|"
_SEPARATOR_LINE = re.compile(r'^"?sep=(?P<sign>[;,|\t])"?\n', re.IGNORECASE)
"""Excel's own first line, that tells the sign between the cells."""


def read_csv(file: str, text: str) -> Table:
    """The rows of a CSV file, whichever of the four usual separators it uses.

    A quote opened and never closed swallows the rows below, a cell may be longer than any reader takes:
    both are told.
    """
    told = _SEPARATOR_LINE.match(text)
    rows: list[TableRow] = []
    problems: list[Problem] = []
    try:
        rows.extend(_rows(text, told["sign"] if told else _delimiter(text), after=1 if told else 0))
    except _TooLong as fault:
        rows.extend(fault.rows)
        problems.append(problem("csv-coupe", Where(file, fault.line), ligne=fault.line))
    return Table(file, tuple(rows), (*problems, *_open_quote(file, rows, text)))


class _TooLong(Exception):  # noqa: N818  it names what happened to a cell
    """A cell is longer than the reader takes: the rows before it, and its line."""

    def __init__(self, rows: list[TableRow], line: int) -> None:
        super().__init__(line)
        self.rows = rows
        self.line = line


def _open_quote(file: str, rows: list[TableRow], text: str) -> Iterator[Problem]:
    if text.count('"') % 2:
        long = [(row.number, cell) for row in rows for cell in row.texts[::-1] if "\n" in cell]
        for number, cell in long[-1:]:
            excerpt = cell.split("\n")[0][:60]
            yield problem("csv-guillemet", Where(file, number, 1, 0, excerpt), extrait=excerpt)


def _rows(text: str, delimiter: str, *, after: int) -> list[TableRow]:
    """The rows past the ``after`` first; a `_TooLong` holds those before the cell at fault."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[TableRow] = []
    before = 0
    try:
        for cells in reader:
            rows.append(TableRow(before + 1, tuple(TableCell(cell.strip()) for cell in cells)))
            before = reader.line_num
    except csv.Error:
        raise _TooLong(rows[after:], before + 1) from None
    return rows[after:]


def _delimiter(text: str) -> str:
    """The sign that most of the first rows hold; the row of headings has no comma of prose."""
    head = [line for line in text.split("\n") if line.strip()][:5]
    return max(_DELIMITERS, key=lambda sign: (sum(sign in line for line in head), "".join(head).count(sign)))
