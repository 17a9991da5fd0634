"""The rows of a table as events: what each cell says, under the column it stands in."""

import html
import re
from collections.abc import Mapping, Sequence

from filquartiers.importers.agenda.candidates import Candidate, Reading
from filquartiers.importers.agenda.columns import (
    COLUMNS,
    Headings,
    column_problems,
    find_headings,
)
from filquartiers.importers.agenda.dating import date_row
from filquartiers.importers.agenda.left_out import Reason, left_out
from filquartiers.importers.agenda.moments import DateHabits, habits
from filquartiers.importers.agenda.row_reading import RowReading
from filquartiers.importers.agenda.states import (
    CANCELLED,
    NO,
    YES,
    Standing,
    read_state,
    says_cancelled,
    state_in_title,
)
from filquartiers.importers.agenda.turned import restore_words
from filquartiers.importers.plan import Arrival
from filquartiers.importers.prose import escaped
from filquartiers.importers.tables.table import Table, TableCell, TableRow
from filquartiers.model.agenda.times import read_moment
from filquartiers.model.refusal import Refusal
from filquartiers.model.text import folded, slugify
from filquartiers.problems import problem

_DATED = frozenset({"debut", "fin", "quand", "jour", "debut_heure", "fin_heure", "horaire"})
_SAYS_DAY = frozenset({"debut", "quand", "jour", "jour_du_mois", "recurrence"})
_LISTS = frozenset({"public", "annule", "complet"})
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_BREAK = re.compile(r"<(?:br|/p|/li|/div|/h\d)\b[^<>]{0,50}>", re.IGNORECASE)
_LONGEST_KEY = 100  # characters

# Fields whose cells are taken as they are.
_PLAIN = (
    "titre", "maisons", "lieu", "salle", "adresse", "theme", "public", "age", "tarif", "inscription",
    "accessibilite", "garde_enfants", "identifiant", "reseau", "en_plus", "modifie_le", "revision",
)  # fmt: skip
_SAMPLE = {column.field: column.sample for column in COLUMNS if column.sample}
"""What the row of samples of the model says: not an event."""


def read_rows(table: Table) -> Reading | None:
    """The events of a table; None when no row of it holds known headings.

    Each row that holds something is a candidate, or set aside with its reason.
    """
    headings = find_headings(table)
    if headings is None:
        return None
    rows = [row for row in table.rows if row and row.number > headings.row.number]
    problems = [*table.problems, *column_problems(table, headings)]
    if not rows:
        seen = ", ".join(f"« {name} »" for name in headings.names if name)
        problems.append(problem("tableau-sans-ligne", table.where(headings.row), colonnes=seen))
    dates = _habits(table, headings, rows)
    answers = {row.text(at) for row in rows for at, name in headings.fields.items() if name == "publie"}
    candidates: list[Candidate] = []
    aside: list[Arrival] = []
    section = TableCell()
    for row in rows:
        reading = RowReading(table, headings, row)
        if {name: cell.text for name, cell in reading.cells.items()} == _SAMPLE:
            problems.append(problem("ligne-exemple", reading.where()))
        elif reason := left_out(reading, answers):
            problems.append(problem(reason.code, reading.where(), **reason.values))
            aside.append(Arrival(reading.title, row.number, reason.fate, sheet=table.label))
            section = _section(reason, reading, section)
        else:
            candidates.append(_candidate(reading, dates, section))
    return Reading(tuple(candidates), tuple(problems), tuple(aside))


def _section(reason: Reason, reading: RowReading, before: TableCell) -> TableCell:
    """The title among the rows that says their day, where no column does."""
    if reason.code != "ligne-de-titre" or _SAYS_DAY & set(reading.headings.fields.values()):
        return before
    return next(cell for cell in reading.row.cells if cell)


def _habits(table: Table, headings: Headings, rows: Sequence[TableRow]) -> DateHabits:
    columns = {at for at, name in headings.fields.items() if name in _DATED} | set(headings.beaten)
    cells = (cell for row in rows for at, cell in enumerate(row.cells) if at in columns)
    titles = " ".join([table.name, *(text for row in headings.above for text in row.texts)])
    return habits(cells, titles, english=headings.english)


def _candidate(reading: RowReading, dates: DateHabits, section: TableCell) -> Candidate:
    restore_words(reading)
    date_row(reading, dates, section)
    values = reading.values
    values |= {name: _value(name, reading.text(name)) for name in _PLAIN if name in reading.cells}
    _read_state(reading)
    _read_place(reading)
    for column, cell in enumerate(reading.row.cells):
        if cell and column not in reading.headings.fields and column not in reading.headings.beaten:
            reading.extra.append(" : ".join(filter(None, [reading.headings.name(column), cell.text])))
    body = [*_untagged(reading.text("corps")).split("\n"), *reading.extra]
    values["corps"] = "\n\n".join(escaped(line) for line in body if line.strip())
    return Candidate(
        reading.where(),
        {name: value for name, value in values.items() if value},
        {name: reading.where(name) for name in reading.cells},
        organiser=reading.text("organisateur"),
        problems=tuple(reading.problems),
        sheet=reading.table.label,
    )


def _value(name: str, text: str) -> object:
    if name in _LISTS:
        return [part.strip() for part in text.replace(";", "\n").split("\n") if part.strip()]
    return " ".join(text.split())  # a cell may have its words one below the other


def _untagged(text: str) -> str:
    """The words of a text that a site exported with its marks."""
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", text))).replace("\N{NO-BREAK SPACE}", " ")


def _read_state(reading: RowReading) -> None:
    """Cancelled or full, by its own column, by that of states, or by a word around the title."""
    for name in ("annule", "complet"):
        form = folded(reading.text(name))
        if form in YES:
            reading.values[name] = ["oui"]
        elif form and form not in NO:
            reading.values[name] = _value(name, reading.text(name))
    title, word = state_in_title(str(reading.values.get("titre", "")))
    if title:
        reading.values["titre"] = title
    aside = next((cell.text for cell in reading.row.cells if says_cancelled(cell.text)), "")
    for name, text in (("titre", word), ("etat", reading.text("etat") or aside)):
        state = read_state(text)
        if state is Standing.CANCELLED:
            reading.values["annule"] = ["oui"]
            reading.tell("etat-annule", name, titre=title, etat=text)
            if name == "etat" and folded(text) not in CANCELLED:
                reading.keep(name, text)
        elif state is Standing.FULL:
            reading.values["complet"] = ["oui"]
        elif state is Standing.UNKNOWN:
            reading.tell("etat-a-verifier", name, titre=title, etat=text)
            reading.keep(name, text)


def _read_place(reading: RowReading) -> None:
    """A town goes with the address, else with the place."""
    town = reading.text("commune")
    name = next((one for one in ("adresse", "lieu") if one in reading.values), "lieu")
    stated = str(reading.values.get(name, ""))
    if town and folded(town) not in folded(stated):
        reading.values[name] = ", ".join(filter(None, (stated, town)))


def identify(candidates: Sequence[Candidate]) -> None:
    """Give its identifier to each row that states none.

    It holds as long as the title, the house and the day do, so that new hours or a rule put right
    change an event instead of adding one. Two different rows that share them are numbered.
    """
    seen: dict[str, list[Mapping[str, object]]] = {}
    for candidate in candidates:
        if candidate.key:
            continue
        name = _identity(candidate.values)
        others = seen.setdefault(name, [])
        if candidate.values not in others:
            others.append(dict(candidate.values))
        rank = others.index(candidate.values) + 1
        candidate.values["identifiant"] = name if rank == 1 else f"{name}-{rank}"


def _identity(values: Mapping[str, object]) -> str:
    when = values.get("debut") or values.get("recurrence", "")
    try:
        day = read_moment(str(when)).day.isoformat()
    except Refusal:
        day = str(when)
    parts = [str(values.get(name, "")) for name in ("titre", "maisons", "lieu")]
    return slugify(" ".join([*parts, day]))[:_LONGEST_KEY].strip("-")
