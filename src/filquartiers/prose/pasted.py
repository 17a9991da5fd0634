"""What is pasted from elsewhere: tables of a spreadsheet, blocks of code."""

import re
from collections.abc import Sequence
from typing import Final

_FENCED = re.compile(r" {0,3}(```+|~~~+)[^`]*$")
_TYPED_LIST = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_FEWEST_ROWS: Final = {"\t": 2, ";": 3}
_FEWEST_SIGNS: Final = {"\t": 1, ";": 2}
_LONGEST_CELL: Final = 60


def with_tables(lines: Sequence[str]) -> list[str]:
    """``lines`` with rows of cells between tabs, or evidently between semicolons, as a Markdown table.

    The first row names the columns unless it holds a figure, as the rows of a timetable do.
    """
    made: list[str] = []
    rank = 0
    while rank < len(lines):
        rows, sign = _rows(lines, rank)
        if not rows:
            made.append(lines[rank])
            rank += 1
            continue
        made += _drawn_table([row.split(sign) for row in rows])
        rank += len(rows)
    return made


def _rows(lines: Sequence[str], first: int) -> tuple[list[str], str]:
    """The rows of the table that begins at a line, and what parts its cells; no row when none does."""
    for sign, fewest in _FEWEST_ROWS.items():
        count = lines[first].strip(" ").count(sign)
        if count < _FEWEST_SIGNS[sign] or lines[first][:1] in "\t#>|" or _TYPED_LIST.match(lines[first]):
            continue
        last = first
        while last < len(lines) and lines[last].strip() and lines[last].count(sign) == count:
            last += 1
        rows = list(lines[first:last])
        if len(rows) >= fewest and (sign == "\t" or all(map(_is_row, rows))):
            return rows, sign
    return [], ""


def _is_row(line: str) -> bool:
    """Whether semicolons part short cells, and not a sentence."""
    cells = line.split(";")
    return (
        all(cell.strip() and len(cell) <= _LONGEST_CELL for cell in cells) and line.strip()[-1] not in ".!?"
    )


def _drawn_table(rows: list[list[str]]) -> list[str]:
    cells = [[cell.strip().replace("|", "&#124;") for cell in row] for row in rows]
    named = all(cells[0]) and not any(letter.isdigit() for cell in cells[0] for letter in cell)
    head, body = (cells[0], cells[1:]) if named else ([""] * len(cells[0]), cells)
    drawn = [_row_of(head), "|" + "---|" * len(head), *map(_row_of, body)]
    return ["", *drawn, ""]


def _row_of(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def with_code(lines: Sequence[str]) -> list[str]:
    """``lines`` with each line of a fenced block as words of code of its own, its indent kept."""
    made: list[str] = []
    left_open: set[str] = set()
    rank = 0
    while rank < len(lines):
        fence = _FENCED.match(lines[rank])
        end = _end_of(lines, rank, fence[1]) if fence and fence[1] not in left_open else None
        if end is None:
            left_open |= {fence[1]} if fence else set()
            made.append(lines[rank])
            rank += 1
            continue
        inner = [_code_line(line) for line in lines[rank + 1 : end] if line.strip()]
        made += ["", *(f"{line}  " for line in inner[:-1]), *inner[-1:], ""]
        rank = end + 1
    return made


def _end_of(lines: Sequence[str], first: int, fence: str) -> int | None:
    return next(
        (rank for rank in range(first + 1, len(lines)) if lines[rank].strip() == fence),
        None,
    )


def _code_line(line: str) -> str:
    words = line.expandtabs(4).rstrip()
    indent = len(words) - len(words.lstrip(" "))
    opening, closing = ("`` ", " ``") if "`" in words else ("`", "`")
    return f"{'&nbsp;' * indent}{opening}{words.lstrip(' ')}{closing}"
