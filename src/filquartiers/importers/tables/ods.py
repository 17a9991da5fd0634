"""A LibreOffice workbook (.ods): OpenDocument 1.3 part 3, § 9, what a table of events needs of it."""

import re
from datetime import date, datetime, time

from filquartiers.importers.tables.archive import Archive
from filquartiers.importers.tables.markup import Attributes, walk
from filquartiers.importers.tables.sheet import MOST_COLUMNS, MOST_ROWS, Area, RawSheet
from filquartiers.importers.tables.table import TableCell, Value, cell_text
from filquartiers.model.refusal import Refusal

CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_DURATION = re.compile(r"PT(?P<hours>\d{1,4})H(?P<minutes>\d{1,2})M(?P<seconds>\d{1,2})(?:[.,]\d+)?S")
_WITHOUT_YEAR = re.compile(r"\d{1,2}[-/. ](?:\d{1,2}|[^\W\d_]+\.?)")
_ERROR = re.compile(r"#\S+|Err:\d+")
_NOT_SHOWN = {"collapse", "filter"}
_SPOKEN = {"annotation", "ruby-text", "note"}
"""What hangs on a cell without being in it."""


def read_ods(archive: Archive) -> tuple[RawSheet, ...]:
    """Every sheet of a workbook, hidden ones too.

    Raises:
        Refusal: it has a password, or its content is damaged.
    """
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise Refusal("classeur-protege")
    reader = _ContentReader()
    walk(CONTENT, archive.read(CONTENT), reader.start, reader.end)
    return tuple(reader.sheets)


class _ContentReader:
    """The content being read, element after element."""

    def __init__(self) -> None:
        self.sheets: list[RawSheet] = []
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._row = self._column = self._columns = 0
        self._repeats = 1
        self._hidden = False
        self._given: Attributes = {}
        self._lines: list[str] = []
        self._aside = 0

    def start(self, tag: str, given: Attributes) -> None:
        """Note what an opening tag says."""
        self._aside += tag in _SPOKEN
        if tag == "style":
            self._style = given.get("name", "")
        elif tag == "table-properties" and given.get("display") == "false":
            self._hidden_styles.add(self._style)
        elif tag == "table":
            self.sheets.append(
                RawSheet(given.get("name", ""), given.get("style-name") in self._hidden_styles)
            )
            self._row = self._columns = 0
        elif tag == "table-column":
            self._see_column(given)
        elif tag == "table-row":
            self._row, self._column = self._row + 1, 0
            self._repeats = _count(given, "number-rows-repeated")
            self._hidden = given.get("visibility") in _NOT_SHOWN
        elif tag in {"table-cell", "covered-table-cell"}:
            self._given, self._lines = given, []

    def end(self, tag: str, text: str) -> None:
        """Take the text of a closed element."""
        if tag == "p" and not self._aside:
            self._lines.append(text)
        elif tag in {"table-cell", "covered-table-cell"} and self.sheets:
            self._close(covered=tag == "covered-table-cell")
        elif tag == "table-row":
            self._row += self._repeats - 1
        self._aside -= tag in _SPOKEN

    def _see_column(self, given: Attributes) -> None:
        repeats = _count(given, "number-columns-repeated")
        if given.get("visibility") in _NOT_SHOWN:
            self.sheets[-1].hide(self._columns, self._columns + repeats - 1)
        self._columns += repeats

    def _close(self, *, covered: bool) -> None:
        """The cell is whole: keep it as often as it is repeated, within what we read."""
        sheet, given = self.sheets[-1], self._given
        repeats = _count(given, "number-columns-repeated")
        cell = TableCell() if covered else self._cell()
        if given.get("formula") and not (cell or "value-type" in given):
            sheet.formulas[self._row, self._column] = given["formula"].partition(":")[2]
            cell = TableCell()
        elif given.get("formula") and _ERROR.fullmatch(cell.text):
            sheet.errors[self._row, self._column] = cell.text
            cell = TableCell()
        elif given.get("formula"):
            sheet.computed.append((self._row, self._column))
        if cell:
            columns = range(
                self._column, max(self._column, min(self._column + repeats - 1, MOST_COLUMNS)) + 1
            )
            for row in range(self._row, self._row + min(self._repeats, MOST_ROWS + 1)):
                for column in columns:
                    sheet.put(row, column, cell, hidden=self._hidden)
                if sheet.cut:
                    break
        wide, high = _count(given, "number-columns-spanned"), _count(given, "number-rows-spanned")
        if wide * high > 1:
            area = Area(self._row, self._column, self._row + high - 1, self._column + wide - 1)
            sheet.areas.append(area)
        self._column += repeats
        self._given = {}

    def _cell(self) -> TableCell:
        displayed = "\n".join(self._lines).strip()
        value = _value(self._given, displayed)
        partial = isinstance(value, date) and _WITHOUT_YEAR.fullmatch(displayed)
        shown = f"{value.day}-{value.month}" if partial and isinstance(value, date) else ""
        text = displayed if self._given.get("value-type") == "currency" else cell_text(value)
        return TableCell(text, value, shown)


def _value(given: Attributes, displayed: str) -> Value:
    """The value of a cell, of its own type; what it displays when it is text."""
    kind = given.get("value-type", "string")
    try:
        if kind == "date":
            moment = datetime.fromisoformat(given.get("date-value", ""))
            return moment if moment.time() != time(0) else moment.date()
        if kind == "time" and (found := _DURATION.match(given.get("time-value", ""))):
            return time(int(found["hours"]) % 24, int(found["minutes"]), int(found["seconds"]))
        if kind in {"float", "currency", "percentage"}:
            return float(given.get("value", ""))
    except ValueError:
        return displayed
    if kind == "boolean":
        return given.get("boolean-value") == "true"
    return displayed


def _count(given: Attributes, name: str) -> int:
    """How often a row or a cell is repeated or how far it spans: once when nothing says it."""
    text = given.get(name, "1")
    return int(text) if text.isascii() and text.isdecimal() and 0 < len(text) < 9 else 1  # noqa: PLR2004
