"""A kind of table, and helpers that make its file."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import xlsxwriter

Sheet = xlsxwriter.worksheet.Worksheet
Book = xlsxwriter.Workbook


@dataclass(frozen=True)
class Sorte:
    """A file, and what it says.

    ``events`` gives for each title its dates as « 2027-01-06 14:00–16:00 », « 2027-01-06 » or
    « 2027-02-06–2027-08-31 », with « annulé » or « complet » after them; « (mots) » for what is only shown.
    ``told`` are the rows that must not become events, and must be named with their number.
    """

    name: str
    file: str
    data: bytes
    events: Mapping[str, Sequence[str]]
    told: Sequence[int] = ()
    codes: Sequence[str] = field(default_factory=tuple)


def text(*lines: str) -> bytes:
    """A CSV file."""
    return ("\n".join(lines) + "\n").encode()


def workbook(
    *rows: Sequence[object],
    change: Callable[[Book, Sheet], None] | None = None,
    options: Mapping[str, object] | None = None,
) -> bytes:
    """An .xlsx file with one sheet; a cell that is a pair is a value and its number format."""
    stream = io.BytesIO()
    with Book(stream, {"in_memory": True, **(options or {})}) as book:
        sheet = book.add_worksheet("Feuil1")
        fill(book, sheet, rows)
        if change:
            change(book, sheet)
    return stream.getvalue()


def fill(book: Book, sheet: Sheet, rows: Sequence[Sequence[object]]) -> None:
    """Write rows from the top."""
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            if isinstance(value, tuple):
                sheet.write(row, column, value[0], book.add_format({"num_format": value[1]}))
            elif value is not None:
                sheet.write(row, column, value)


_ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">
<office:automatic-styles><style:style style:name="cachee" style:family="table">
<style:table-properties table:display="false"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"""

_MANIFEST = """<?xml version="1.0"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"""


def ods(tables: str) -> bytes:
    """An .ods file around the tables of its content."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", _ODS.format(tables=tables))
    return stream.getvalue()


def ods_row(*cells: str, more: str = "") -> str:
    """A row of an .ods: each cell its text, or ready-made."""
    made = (
        cell
        if cell.startswith("<")
        else f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        if cell
        else "<table:table-cell/>"
        for cell in cells
    )
    return f"<table:table-row{more}>{''.join(made)}</table:table-row>"
