"""What a spreadsheet made of what was typed: « 6-12 » became the 6th of December.

What it displays tells what was typed; where it does not, nothing is guessed.
"""

import re
from datetime import date, datetime

from filquartiers.importers.agenda.row_reading import RowReading
from filquartiers.importers.tables.table import TableCell
from filquartiers.model.text import folded

WORDS = frozenset({"titre", "lieu", "age", "public", "tarif", "theme", "inscription", "maisons", "salle"})
"""Fields that no date fills."""
_FIGURES = frozenset({"age", "public", "tarif", "horaire", "debut_heure"})
"""Fields in which a CSV that says « 06-déc » hides two figures; a title may well be « 14 juil. »."""
_DISPLAYED = re.compile(
    r"(?P<day>\d{1,2})[-. ](?P<month>[^\W\d_]{3,5})\.?|(?P<first>[^\W\d_]{3,5})\.?[-. ](?P<year>\d{2})"
)
_SHORT = ("janv", "fevr", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec")
_SHORT_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def restore_words(reading: RowReading) -> None:
    """Read the cells of fields that are words as they were typed, or leave them out and tell."""
    for name in WORDS & reading.cells.keys():
        cell = reading.cells[name]
        if typed := _typed(name, cell):
            _tell_turned(reading, name, cell, typed)
            reading.cells[name] = TableCell(typed)
        elif isinstance(cell.value, date):
            code = "titre-devenu-date" if name == "titre" else "case-date-laissee"
            reading.tell(code, name, colonne=reading.heading(name), valeur=cell.text)
            if name != "titre":
                del reading.cells[name]


def as_hours(reading: RowReading, name: str, cell: TableCell) -> str:
    """« 9h-12h » for hours typed « 9-12 » and shown « 9 déc. »; nothing when they are no date."""
    typed = _typed(name, cell)
    if not typed:
        return ""
    first, last = typed.split("-")
    _tell_turned(reading, name, cell, f"{first}h-{last}h")
    return f"{first}h-{last}h"


def _tell_turned(reading: RowReading, name: str, cell: TableCell, typed: str) -> None:
    reading.tell("case-devenue-date", name, colonne=reading.heading(name), valeur=cell.text, lu=typed)


def _typed(name: str, cell: TableCell) -> str:
    """What was typed, when the cell displays a date without its year or its day; not for titles or places."""
    if name not in _FIGURES:
        return ""
    if cell.shown and not isinstance(cell.value, datetime):
        return cell.shown
    found = _DISPLAYED.fullmatch(cell.text) if isinstance(cell.value, str | None) else None
    if not found:
        return ""
    month = _month(found["month"] or found["first"])
    return (f"{int(found['day'])}-{month}" if found["day"] else f"{month}-{found['year']}") if month else ""


def _month(word: str) -> int:
    """1 for « janv », 12 for « déc » or « Dec »; 0 for what is no short month."""
    form = folded(word)
    for names in (_SHORT, _SHORT_ENGLISH):
        if form in names or (names is _SHORT and form == "fev"):
            return names.index("fevr" if form == "fev" else form) + 1
    return 0
