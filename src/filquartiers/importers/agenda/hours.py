"""The hours that a cell says, in the forms that spreadsheets and English programs give them."""

import re
from datetime import date, datetime, time

from filquartiers.importers.tables.table import TableCell
from filquartiers.model.agenda.times import read_times, write_time
from filquartiers.model.refusal import Refusal
from filquartiers.model.text import folded

_SECONDS = re.compile(r"(?<!\d)(\d{1,2}:\d{2}):\d{2}(?:[.,]\d+)?")
HALF_DAY = re.compile(
    r"(?<!\d)(?P<hour>1[0-2]|0?[1-9])(?::(?P<minutes>[0-5]\d))?(?::\d{2})?\s*(?P<half>[ap])\.?m\b\.?",
    re.IGNORECASE,
)
"""« 2:00 PM »: only English programs write so."""
_SLASH = re.compile(r"^\s*(\d{1,2}\s*[h:]\s*\d{0,2})\s*/\s*(\d{1,2}\s*[h:]\s*\d{0,2})\s*$", re.IGNORECASE)
_FIGURES = re.compile(r"(?P<hour>[01]?\d|2[0-3])(?:[.,](?P<minutes>[0-5]\d))?")
_WHOLE_DAY = {"journee", "la journee", "toute la journee", "journee entiere", "all day", "jour entier"}
_MIDNIGHTS = re.compile(r"0?0[:h]00 - 0?0[:h]00|minuit - minuit")
EPOCHS = (1899, 1900, 1904)  # years of an hour that a cell holds as a date


def hours_text(cell: TableCell) -> str:
    """What a cell says of hours, as one types them: « 14:00 », « 9h-12h »; other words as they are."""
    value = cell.value
    if isinstance(value, float) and 0 <= value < 1:
        minutes = round(value * 24 * 60) % (24 * 60)
        return write_time(time(minutes // 60, minutes % 60))
    if isinstance(value, datetime) and value.year in EPOCHS:
        return write_time(value.time().replace(second=0, microsecond=0))
    text = HALF_DAY.sub(_in_24_hours, _SECONDS.sub(r"\1", cell.text))
    return _SLASH.sub(r"\1 - \2", text)


def column_hours(cell: TableCell) -> str:
    """What a cell says under a heading of hours, where « 14 » is an hour too.

    « 14,30 » typed is half past two; the number 14.3 could be eighteen past.
    """
    found = _FIGURES.fullmatch(cell.text)
    if found and (isinstance(cell.value, str | None) or not found["minutes"]):
        return f"{found['hour']}h{found['minutes'] or ''}"
    return hours_text(cell)


def _in_24_hours(found: re.Match[str]) -> str:
    hour = int(found["hour"]) % 12 + (12 if found["half"].lower() == "p" else 0)
    return f"{hour}:{found['minutes'] or '00'}"


def reads_as_hours(text: str) -> bool:
    """Whether these words are an hour or a range of hours."""
    try:
        read_times(text)
    except Refusal:
        return False
    return True


def is_hours(cell: TableCell) -> bool:
    """Whether a cell says hours and no date."""
    if isinstance(cell.value, date) and not (isinstance(cell.value, datetime) and cell.value.year in EPOCHS):
        return False
    return isinstance(cell.value, time) or reads_as_hours(hours_text(cell))


def is_whole_day(text: str) -> bool:
    """« toute la journée », or from midnight to midnight."""
    return folded(text) in _WHOLE_DAY or bool(_MIDNIGHTS.fullmatch(text))
