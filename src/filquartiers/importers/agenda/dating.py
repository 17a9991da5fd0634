"""When the event of a row takes place, said by up to eight columns."""

import re
from datetime import date, datetime, timedelta

from filquartiers.importers.agenda.columns import DAY
from filquartiers.importers.agenda.hours import column_hours, is_whole_day, reads_as_hours
from filquartiers.importers.agenda.moments import DateHabits, When, day_text, names_weekdays, read_when
from filquartiers.importers.agenda.row_reading import RowReading
from filquartiers.importers.agenda.states import NO, YES
from filquartiers.importers.agenda.turned import as_hours
from filquartiers.importers.tables.table import TableCell
from filquartiers.model.agenda.dates import write_date
from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.agenda.rule import Rule, Unit, Words
from filquartiers.model.agenda.times import Moment, read_moment
from filquartiers.model.agenda.words import SHORT_WEEKDAY, WEEKDAYS, plain
from filquartiers.model.refusal import Refusal
from filquartiers.model.text import folded

_SERIES = timedelta(days=6)
"""From so long on, what comes back every week is no longer one event."""
_YEAR = re.compile(r"(?<!\d)20\d\d|[/.-]\d\d$")
_ONE_WEEKDAY = re.compile(rf"(?:le )?{SHORT_WEEKDAY}")


def date_row(reading: RowReading, table: DateHabits, section: TableCell) -> None:
    """Fill the values of the day, the end, the hours and the repetition of a row.

    ``section`` is the title above it in the table, which says the day where no column does.
    """
    _read_start(reading, table, section)
    _read_end(reading, table)
    _read_weekday(reading)
    _read_hours(reading)
    if folded(reading.text("journee")) in YES:
        reading.values["journee"] = "oui"
    if not {"debut", "recurrence"} & reading.values.keys():
        reading.tell("date-absente")


def _read_start(reading: RowReading, table: DateHabits, section: TableCell) -> None:
    name = next((one for one in ("debut", "quand", "jour_du_mois") if one in reading.cells), "")
    cell = reading.cells.get(name, section)
    if name == "jour_du_mois":
        parts = [reading.text(one) for one in ("jour_du_mois", "mois", "annee")]
        sign = "/" if parts[1].isdecimal() else " "
        cell = TableCell(sign.join(filter(None, parts)))
    elif isinstance(cell.value, str | None) and re.search(r"\d", cell.text) and not _YEAR.search(cell.text):
        cell = TableCell(_with_neighbours(reading, cell.text))
    if cell:
        _take(reading, read_when(cell, table), name)
    if name == "debut" and "quand" in reading.cells:
        reading.values.setdefault("recurrence", reading.text("quand"))
    if "recurrence" in reading.cells:
        if "recurrence" in reading.values:
            reading.keep(name, str(reading.values["recurrence"]))
        reading.values["recurrence"] = reading.text("recurrence")


def _with_neighbours(reading: RowReading, text: str) -> str:
    """A date without its year, with the weekday and the year of the columns beside it."""
    weekday = reading.text("jour") if _ONE_WEEKDAY.fullmatch(plain(reading.text("jour"))) else ""
    said = "" if _ONE_WEEKDAY.match(plain(text)) else weekday.removeprefix("le ")
    return " ".join(filter(None, (said, text, reading.text("annee"))))


def _take(reading: RowReading, when: When, name: str) -> None:
    reading.tell_all(when.doubts, name)
    reading.values |= when.values


def _read_end(reading: RowReading, table: DateHabits) -> None:
    """The last day, or the hour of the end; what repeats the first day is left out."""
    if "fin" not in reading.cells:
        return
    found = When()
    text = day_text(reading.cells["fin"], table, found)
    reading.tell_all(found.doubts, "fin")
    stated = str(reading.values.get("fin", ""))
    if stated and _day(stated) != _day(text):
        reading.tell("fins-contredites", "fin", un=reading.text("debut") or stated, autre=text)
    reading.values["fin"] = text
    last, first = _moment(text), _moment(str(reading.values.get("debut", "")))
    if last and first and last.times is None and last.day == first.day:
        del reading.values["fin"]
    elif last and "recurrence" in reading.values:
        _bound(reading, first, last)


def _bound(reading: RowReading, first: Moment | None, last: Moment) -> None:
    """A last day weeks after the first is that of the series, not of each time; it ends the rule."""
    text = str(reading.values["recurrence"])
    try:
        rule = parse_rule(text, start=first.day if first else None)
    except Refusal:
        return  # the schema tells why
    daily = isinstance(rule, Rule) and rule.rhythm is not None and rule.rhythm.unit is Unit.DAY
    if isinstance(rule, Words) or (first and not daily and last.day - first.day < _SERIES):
        return
    del reading.values["fin"]
    if rule.until == last.day:
        return
    if rule.bounded:
        reading.tell("fins-contredites", "fin", un=text, autre=reading.text("fin"))
    else:
        reading.values["recurrence"] = f"{text}, jusqu’au {write_date(last.day, weekday=False)}"


def _read_weekday(reading: RowReading) -> None:
    """A weekday beside a date is checked with it; alone, it is shown and never counted from."""
    ticked = _ticked(reading)
    stated = str(reading.values.pop("jour", "")) or reading.text("jour") or ticked
    start = str(reading.values.get("debut", ""))
    if not stated:
        return
    if start and _ONE_WEEKDAY.fullmatch(plain(stated)):
        if not _ONE_WEEKDAY.match(plain(start)):
            reading.values["debut"] = f"{stated.removeprefix('le ')} {start}"
    elif start or "recurrence" in reading.values:
        reading.keep("jour", stated)
    elif stated != ticked and not names_weekdays(stated):
        reading.values["debut"] = stated  # « 6 »: no day, and the schema says so
    else:
        reading.values["recurrence"] = f"à préciser ({stated})"
        reading.tell("jour-sans-date", "jour" if "jour" in reading.cells else "debut", jour=stated)


def _ticked(reading: RowReading) -> str:
    """The weekdays under whose name the row has a mark or hours: « lundi, mercredi 14h-16h »."""
    said = []
    for rank, day in enumerate(WEEKDAYS):
        text = reading.text(f"{DAY}{rank}")
        if folded(text) not in {"", *NO}:
            said.append(day if folded(text) in YES or not folded(text) else f"{day} {text}")
    return ", ".join(said)


def _read_hours(reading: RowReading) -> None:
    """One column of hours, or two that make a range; words that are no hours go to the description."""
    parts = {name: _hours(reading, name) for name in ("horaire", "debut_heure", "fin_heure")}
    apart = " - ".join(filter(None, (parts["debut_heure"], parts["fin_heure"])))
    whole = f"{parts['horaire']} - {apart}"
    if parts["horaire"] and apart and not parts["debut_heure"] and reads_as_hours(whole):
        parts["horaire"] = whole  # « Heure », then « Heure de fin »
    elif parts["horaire"] and apart:
        reading.extra.append(apart)
    hours = parts["horaire"] or apart
    if is_whole_day(hours):
        reading.values["journee"] = "oui"
    elif hours and not reads_as_hours(hours):
        name = next(name for name, text in parts.items() if text)
        reading.tell("horaire-en-mots", name, texte=hours)
        reading.keep(name, hours)
    elif hours:
        _set_hours(reading, hours, parts)


def _set_hours(reading: RowReading, hours: str, parts: dict[str, str]) -> None:
    """Over several days, the first hour goes with the first day, the last with the last."""
    values = reading.values
    several = "fin" in values and _moment(str(values["fin"])) is not None and "recurrence" not in values
    if several and parts["fin_heure"] and not parts["horaire"] and "debut" in values:
        if parts["debut_heure"]:
            values["debut"] = f"{values['debut']} {parts['debut_heure']}"
        values["fin"] = f"{values['fin']} {parts['fin_heure']}"
    else:
        values["horaire"] = hours


def _hours(reading: RowReading, name: str) -> str:
    """The hours that a cell says; those that a spreadsheet took for a date are read back."""
    cell = reading.cells.get(name, TableCell())
    if back := as_hours(reading, name, cell):
        return back
    text = column_hours(cell)
    if isinstance(cell.value, date) and text == cell.text:
        moment = _moment(str(reading.values.get("debut", "")))
        if isinstance(cell.value, datetime) and moment and moment.day == cell.value.date():
            return f"{cell.value:%H:%M}"
        reading.tell("case-date-laissee", name, colonne=reading.heading(name), valeur=cell.text)
        return ""
    return text


def _moment(text: str) -> Moment | None:
    try:
        return read_moment(text)
    except Refusal:
        return None


def _day(text: str) -> date | None:
    moment = _moment(text)
    return moment.day if moment else None
