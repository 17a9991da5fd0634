"""How CSV is written: as French spreadsheets open it."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

_BOM = "\ufeff"  # without it spreadsheets take UTF-8 for Windows-1252


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table with its header: semicolons, CRLF (RFC 4180), UTF-8 with a mark."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(columns)
    writer.writerows(rows)
    return (_BOM + text.getvalue()).encode()
