"""Two other readers of workbooks find in each cell what we find."""

import io
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
import python_calamine

from filquartiers.importers.agenda.template import template
from filquartiers.importers.tables.table import TableCell
from filquartiers.importers.tables.workbook import read_workbook
from importers.agenda.sortes.tables import SORTES

BOOKS = {sorte.name: sorte.data for sorte in SORTES if sorte.file.endswith((".xlsx", ".ods"))}
UNDER = "restes sous une fusion"  # calamine gives what a merge hides
FAR = "cellule très loin"  # calamine asks for the whole area between two cells: 17 billion of them


def ours(data: bytes) -> dict[str, dict[tuple[int, int], object]]:
    """The cells of each visible sheet, by row and column from 1."""
    tables = read_workbook("classeur", data)
    assert isinstance(tables, tuple)
    return {
        table.name: {
            (row.number, at): plain(cell)
            for row in table.rows
            for at, cell in enumerate(row.cells, 1)
            if cell
        }
        for table in tables
        if table.rows
    }


def plain(cell: TableCell | object) -> object:
    """A value as all three can say it: dates at midnight are days, numbers are floats."""
    value = cell.value if isinstance(cell, TableCell) else cell
    if isinstance(value, datetime):
        value = (value + timedelta(microseconds=500_000)).replace(microsecond=0)
        return value.date() if value.time() == time() else value
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value.strip() if isinstance(value, str) else value


def within(mine: dict[tuple[int, int], object], theirs: dict[tuple[int, int], object]) -> bool:
    """Whether they say the same, but for what merged cells and errors are to us."""
    return all(mine[place] == value for place, value in theirs.items() if place in mine)


@pytest.mark.parametrize("name", [name for name in BOOKS if name not in {"libreoffice", FAR}])
def test_openpyxl(name):
    book = openpyxl.load_workbook(io.BytesIO(BOOKS[name]), data_only=True)
    for sheet, mine in ours(BOOKS[name]).items():
        theirs = {
            (cell.row, cell.column): plain(cell.value)
            for cells in book[sheet].iter_rows()
            for cell in cells
            if cell.value not in {None, ""} and not str(cell.value).startswith("#")
        }
        assert within(mine, theirs)
        hidden = {rank for rank in range(1, 20) if book[sheet].row_dimensions[rank].hidden}
        tables = read_workbook("classeur", BOOKS[name])
        assert isinstance(tables, tuple)
        (table,) = (one for one in tables if one.name == sheet)
        assert {row.number for row in table.rows if row.hidden} == hidden


@pytest.mark.parametrize("name", [name for name in BOOKS if name not in {FAR, UNDER}])
def test_calamine(name):
    book = python_calamine.load_workbook(io.BytesIO(BOOKS[name]))
    for sheet, mine in ours(BOOKS[name]).items():
        rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        theirs = {
            (row, column): plain(value)
            for row, cells in enumerate(rows, 1)
            for column, value in enumerate(cells, 1)
            if value != ""
        }
        assert within(mine, theirs)
        assert mine.keys() <= theirs.keys() | filled(name)


def filled(name: str) -> set[tuple[int, int]]:
    """The cells that a merge fills."""
    return {(3, 1)} if name == "jours fusionnés" else set()


def test_our_model_is_a_workbook_for_both():
    book = openpyxl.load_workbook(io.BytesIO(template()))
    assert book.sheetnames == python_calamine.load_workbook(io.BytesIO(template())).sheet_names


@pytest.mark.parametrize(
    "code",
    [
        "General", "0", "0.00", "#,##0.00 [$€-40C]", "0%", "0.00E+00", "@", '#,##0 "jours"', "# ?/?",
        "dd/mm/yyyy", "d-mmm", "mmm-yy", "d mmmm yyyy", "[$-40C]dddd d mmmm yyyy;@", "yyyy-mm-dd hh:mm",
        "hh:mm", "h:mm AM/PM", "[h]:mm", "mm:ss", 'h"h"mm', "[Red]dd/mm", "ddd", "mmmm", "yyyy", "mm:ss.0",
        'd" "mmm', "[$-F800]dddd, mmmm dd, yyyy", 'yyyy"-"mm"-"dd"T"hh":"mm',
    ],
)  # fmt: skip
def test_the_same_formats_are_dates(code):
    book = openpyxl.Workbook()
    cell = book.worksheets[0]["A1"]
    cell.value, cell.number_format = 46393.25, code
    stream = io.BytesIO()
    book.save(stream)
    (table,) = read_workbook("classeur", stream.getvalue())
    theirs = (
        python_calamine.load_workbook(io.BytesIO(stream.getvalue())).get_sheet_by_index(0).to_python()[0][0]
    )
    dated = (date, time, timedelta)
    assert isinstance(table.rows[0].cells[0].value, dated) == isinstance(theirs, dated)
