"""Several tables on one sheet: one beside the other, or one below the other."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from filquartiers.importers.agenda.columns import ENOUGH, field_of, find_headings, worth
from filquartiers.importers.tables.table import Table, TableRow
from filquartiers.model.text import key_of


def tables_in(table: Table) -> Iterator[Table]:
    """Each table of a sheet, from left to right, then from top to bottom."""
    for part in _side_by_side(table):
        yield from _stacked(part)


def _side_by_side(table: Table) -> tuple[Table, ...]:
    """The tables of a sheet that has several, one beside the other under the same headings."""
    headings = find_headings(table)
    if headings is None:
        return (table,)
    first = next(at for at, name in enumerate(headings.names) if name)
    starts = [at for at, name in enumerate(headings.names) if key_of(name) == key_of(headings.names[first])]
    bounds = [*starts, len(headings.names)]
    blocks = [headings.names[start:end] for start, end in pairwise(bounds)]
    if len(blocks) == 1 or any(worth(block) < ENOUGH for block in blocks):
        return (table,)
    width = max(len(row.cells) for row in table.rows)
    parts = []
    for start, end in pairwise([0, *starts[1:], width]):
        rows = tuple(replace(row, cells=row.cells[start:end]) for row in table.rows)
        across = {(row, at - start): text for (row, at), text in table.across.items() if start <= at < end}
        parts.append(replace(table, rows=rows, across=across, problems=() if start else table.problems))
    return tuple(parts)


def _stacked(table: Table) -> tuple[Table, ...]:
    """The tables of a sheet that names other columns further down; the same headings again are no other."""
    headings = find_headings(table)
    if headings is None:
        return (table,)
    before = headings.row.texts
    cuts = [0]
    for at, row in enumerate(table.rows):
        if row.number > headings.row.number and _names_columns(row) and row.texts != before:
            cuts.append(at)
            before = row.texts
    parts = [replace(table, rows=table.rows[start:end]) for start, end in pairwise([*cuts, len(table.rows)])]
    return (parts[0], *(replace(part, problems=()) for part in parts[1:]))


def _names_columns(row: TableRow) -> bool:
    """Whether a row is made of headings only."""
    texts = [text for text in row.texts if text]
    return worth(texts) > ENOUGH - 1 and all(map(field_of, texts))
