"""A sheet as its file holds it, whatever the format: filled by a reader, made a table by ``workbook``."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from filquartiers.importers.tables.table import Table, TableCell, TableRow, placed
from filquartiers.problems import Problem, Where, problem

MOST_ROWS, MOST_COLUMNS = 5000, 100
_MOST_AREAS = 2000
"""Merges beyond it are left as they are: no one makes so many by hand."""


class Area(NamedTuple):
    """Merged cells, from one corner to the other: rows from 1, ranks of columns from 0, ends included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def name(self) -> str:
        """As a spreadsheet names it: « A2:A4 »."""
        return f"{cell_name(self.top, self.left)}:{cell_name(self.bottom, self.right)}"


@dataclass
class RawSheet:
    """What a reader found. Only cells that hold something are kept: a stray one far away costs nothing.

    ``formulas`` are those without a result, by row and rank; ``errors`` what a cell shows instead of one;
    ``computed`` the places of those with one.
    """

    name: str
    hidden: bool = False
    rows: dict[int, dict[int, TableCell]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    areas: list[Area] = field(default_factory=list)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    computed: list[tuple[int, int]] = field(default_factory=list)
    cut: bool = False
    far: str = ""

    def put(self, row: int, column: int, cell: TableCell, *, hidden: bool = False) -> None:
        """Keep a cell, of a hidden row or not, unless it stands past what we read: that is told."""
        if not cell:
            return
        if row not in self.rows and len(self.rows) >= MOST_ROWS:
            self.cut = True
        elif column >= MOST_COLUMNS:
            self.far = self.far or cell_name(row, column)
        else:
            self.rows.setdefault(row, {})[column] = cell
            if hidden:
                self.hidden_rows.add(row)

    def hide(self, first: int, last: int) -> None:
        """Leave out the columns from one rank to another."""
        self.hidden_columns.update(range(first, min(last + 1, MOST_COLUMNS)))


def cell_name(row: int, column: int) -> str:
    """« B12 » for row 12 and rank 1."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def table_of(file: str, label: str, sheet: RawSheet) -> Table:
    """The visible columns of a sheet as a table, each merged cell said of every row that it covers."""
    areas = sheet.areas[:_MOST_AREAS]
    told = list(_filled(placed(file, label), sheet, areas))
    across = {
        (area.top, column): sheet.rows.get(area.top, {}).get(area.left, TableCell()).text
        for area in areas
        for column in range(area.left, min(area.right + 1, MOST_COLUMNS))
        if area.right > area.left
    }
    rows = []
    for number in sorted(sheet.rows):
        held = {rank: cell for rank, cell in sheet.rows[number].items() if rank not in sheet.hidden_columns}
        cells = tuple(held.get(rank, TableCell()) for rank in range(max(held, default=-1) + 1))
        rows.append(TableRow(number, cells, number in sheet.hidden_rows))
    told.extend(_oddities(placed(file, label), sheet))
    return Table(file, tuple(rows), tuple(told), sheet.name, label, across)


def _filled(file: str, sheet: RawSheet, areas: Iterable[Area]) -> Iterator[Problem]:
    """A merge over several rows says the same of each of them; over columns, of the first only.

    What a file still holds under it is not shown, and not read.
    """
    for area in areas:
        cell = sheet.rows.get(area.top, {}).get(area.left)
        covered = [row for row in sheet.rows if area.top <= row <= area.bottom]
        for row in covered:
            for rank in [rank for rank in sheet.rows[row] if area.left <= rank <= area.right]:
                del sheet.rows[row][rank]
            if cell:
                sheet.rows[row][area.left] = cell
        if cell and covered[1:]:
            yield problem("cellules-fusionnees", Where(file, area.top), cellules=area.name)


def _oddities(file: str, sheet: RawSheet) -> Iterator[Problem]:
    for (row, column), formula in sheet.formulas.items():
        where = Where(file, row, 0, 0, formula)
        yield problem("formule-sans-valeur", where, cellule=cell_name(row, column), formule=formula)
    for (row, column), sign in sheet.errors.items():
        where = Where(file, row, 0, 0, sign)
        yield problem("formule-en-erreur", where, cellule=cell_name(row, column), valeur=sign)
    if sheet.computed:
        first, named = sheet.computed[0], len(sheet.computed)
        yield problem("formule", Where(file, first[0]), nombre=named, cellule=cell_name(*first))
    hidden = sorted({rank for row in sheet.rows.values() for rank in row} & sheet.hidden_columns)
    if hidden:
        names = ", ".join(cell_name(0, rank).rstrip("0") for rank in hidden)
        yield problem("colonnes-masquees", Where(file), colonnes=names)
    if sheet.cut:
        yield problem("classeur-trop-long", Where(file, max(sheet.rows)), nombre=MOST_ROWS)
    if sheet.far:
        yield problem("cellule-lointaine", Where(file), cellule=sheet.far, nombre=MOST_COLUMNS)
