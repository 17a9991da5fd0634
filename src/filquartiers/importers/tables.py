"""Tables of cells as rows of text, each cell as one would type it: CSV files and Excel workbooks."""

import csv
import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from filquartiers.model.agenda.dates import write_date
from filquartiers.model.agenda.times import Moment, Times, write_moment, write_time
from filquartiers.model.numbers import decimal
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


_ZIP, _OLD_EXCEL = b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1")
_MOST_ROWS, _MOST_COLUMNS = 5000, 100
_EPOCH = datetime(1900, 1, 1)  # noqa: DTZ001  a spreadsheet's hours have no zone
HELP_SHEET = "Aide"


def is_workbook(data: bytes) -> bool:
    """Whether these are the bytes of an Excel file, of today or of before 2007."""
    return data.startswith((_ZIP, _OLD_EXCEL))


def read_workbook(file: str, data: bytes) -> tuple[Table, ...] | Problem:
    """Every sheet of a workbook that holds something, or why it cannot be opened."""
    if data.startswith(_OLD_EXCEL):
        return problem("ancien-excel", Where(file))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of styles and extensions it leaves aside
            typed = openpyxl.load_workbook(io.BytesIO(data))
            shown = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except Exception:  # noqa: BLE001  damage makes the library raise almost anything
        return problem("classeur-illisible", Where(file))
    names = [sheet.title for sheet in typed.worksheets if sheet.title != HELP_SHEET]
    return tuple(_table(file, typed[name], shown[name]) for name in names)


def _table(file: str, typed: Worksheet, shown: Worksheet) -> Table:
    areas = typed.merged_cells.ranges
    problems = [
        problem("cellules-fusionnees", Where(file, area.min_row, 0, 0, ""), cellules=area.coord)
        for area in areas
    ]
    filled = _filled_down(typed)
    rows = []
    last_row, last_column = min(typed.max_row, _MOST_ROWS), min(typed.max_column, _MOST_COLUMNS)
    area = (1, last_row, 1, last_column)
    for cells, results in zip(typed.iter_rows(*area), shown.iter_rows(*area), strict=True):
        number = cells[0].row or 0
        values = (result.value for result in results)
        texts = [filled.get((number, rank), cell_text(value)) for rank, value in enumerate(values, 1)]
        problems.extend(_formulas(file, cells, texts))
        rows.append(TableRow(number, tuple(texts)))
    if typed.max_row > _MOST_ROWS:
        problems.append(problem("classeur-trop-long", Where(file, _MOST_ROWS), nombre=_MOST_ROWS))
    return Table(file, tuple(rows), tuple(problems))


def cell_text(value: object) -> str:
    """What one would type for the value of a cell."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, (date, time, timedelta)):
        return _when_text(value)
    if isinstance(value, float):
        return decimal(value, 6)
    return "" if value is None else str(value).strip()


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


def _filled_down(sheet: Worksheet) -> dict[tuple[int, int], str]:
    """A merged cell over several rows says the same of each of them; over columns, of the first only."""
    found: dict[tuple[int, int], str] = {}
    for area in sheet.merged_cells.ranges:
        text = cell_text(sheet.cell(area.min_row, area.min_col).value)
        for row in range(area.min_row, min(area.max_row, _MOST_ROWS) + 1):
            found[row, area.min_col] = text
    return found


def _formulas(file: str, cells: tuple[Any, ...], texts: list[str]) -> Iterator[Problem]:
    for cell, text in zip(cells, texts, strict=True):
        if isinstance(cell, MergedCell) or cell.data_type != "f":
            continue
        formula = str(getattr(cell.value, "text", cell.value))
        where = Where(file, cell.row, 0, 0, formula)
        code = "formule" if text else "formule-sans-valeur"
        yield problem(code, where, cellule=cell.coordinate, formule=formula, valeur=text)
