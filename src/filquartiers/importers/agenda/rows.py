"""The rows of a table as events: which column is which, and what each cell says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from filquartiers.content.naming import names_of
from filquartiers.importers.agenda.candidates import Candidate, Reading
from filquartiers.importers.prose import escaped
from filquartiers.importers.tables import Table, TableRow
from filquartiers.model.agenda.times import read_moment
from filquartiers.model.kinds.evenement import Evenement
from filquartiers.model.refusal import Refusal
from filquartiers.model.text import closest, key_of, slugify
from filquartiers.problems import Problem, Where, did_you_mean, problem


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the model spreadsheet: its heading, the field it fills, a sample, other headings."""

    heading: str
    field: str
    sample: str
    synonyms: tuple[str, ...]


def _column(line: str) -> Column:
    """One line of ``colonnes.txt``, « heading ; field ; sample ; other headings »."""
    heading, name, sample, others = (part.strip() for part in line.split(";"))
    return Column(heading, name, sample, tuple(filter(None, others.split(", "))))


_LINES = Path(__file__).with_name("colonnes.txt").read_text(encoding="utf-8").splitlines()
COLUMNS = tuple(map(_column, _LINES[1:]))

# Two columns that make the one field ``horaire``.
_HOURS = {
    "debut_heure": ("Heure de début", "Heure début", "De"),
    "fin_heure": ("Heure de fin", "Heure fin", "À"),
}
_LISTS = frozenset({"public", "annule", "en_plus", "complet"})
_LONGEST_KEY = 100  # characters
_SEARCHED = 20  # rows in which the headings are looked for
_ENOUGH = 2  # headings that make a row of headings


@dataclass(frozen=True, slots=True)
class Headings:
    """The row of headings, and the field of each column that is understood."""

    row: TableRow
    fields: Mapping[int, str]


def read_rows(table: Table) -> Reading | None:
    """The events of a table; None when no row of it holds known headings."""
    headings = _headings(table)
    if headings is None:
        return None
    rows = [row for row in table.rows if row.number > headings.row.number and row]
    candidates = [_candidate(table, row, headings) for row in rows]
    kept = [one for one in candidates if one.values != _SAMPLE]
    told = [problem("ligne-exemple", one.where) for one in candidates if one.values == _SAMPLE]
    _identify(kept)
    return Reading(tuple(kept), (*table.problems, *_unknown_columns(table, headings), *told))


def _names() -> dict[str, str]:
    """Every heading that is understood, in the form of `key_of`, and its field."""
    columns = [(word, column.field) for column in COLUMNS for word in (*column.synonyms, column.heading)]
    hours = [(word, name) for name, words in _HOURS.items() for word in words]
    return names_of(Evenement.fields()) | {key_of(word): name for word, name in (*columns, *hours)}


def _headings(table: Table) -> Headings | None:
    """The first row that holds a title and another known heading."""
    names = _names()
    for row in table.rows[:_SEARCHED]:
        fields: dict[int, str] = {}
        for rank, cell in enumerate(row.cells):
            name = names.get(key_of(cell))
            if name and name not in fields.values():
                fields[rank] = name
        if len(fields) >= _ENOUGH and "titre" in fields.values():
            return Headings(row, fields)
    return None


def _unknown_columns(table: Table, headings: Headings) -> Iterator[Problem]:
    known = [column.heading for column in COLUMNS]
    for rank, cell in enumerate(headings.row.cells):
        if cell and rank not in headings.fields:
            hint = did_you_mean(closest(cell, known)) or "Elle est gardée dans la description."
            yield problem("colonne-inconnue", table.where(headings.row, rank + 1), colonne=cell, conseil=hint)


def nearest_headings(table: Table) -> str:
    """The model's headings nearest to the first row that holds something, for the message."""
    cells = next((row.cells for row in table.rows if row), ())
    pairs = [(cell, closest(cell, [column.heading for column in COLUMNS])) for cell in cells]
    return ", ".join(f"« {near} » pour « {cell} »" for cell, near in pairs if near and near != cell)


def _candidate(table: Table, row: TableRow, headings: Headings) -> Candidate:
    values: dict[str, object] = {}
    places: dict[str, Where] = {}
    extra: list[str] = []
    for rank, text in enumerate(row.cells):
        name = headings.fields.get(rank, "")
        places[name] = table.where(row, rank + 1)
        if text and name:
            values[name] = _value(name, text)
        elif text:  # no field takes it: kept in the text, under its heading
            extra.append(" : ".join(filter(None, [*headings.row.cells[rank : rank + 1], text])))
    extra += _join_hours(values)
    body = [*str(values.get("corps", "")).split("\n"), *extra]
    values["corps"] = "\n\n".join(escaped(line) for line in body if line.strip())
    return Candidate(table.where(row), {name: value for name, value in values.items() if value}, places)


def _join_hours(values: dict[str, object]) -> list[str]:
    """Two columns of hours make the one field that holds a range; what it had no room for comes back."""
    hours = " - ".join(str(values.pop(name)) for name in _HOURS if name in values)
    if not hours or "horaire" in values:
        return [hours] if hours else []
    values["horaire"] = hours
    return []


def _value(name: str, text: str) -> object:
    if name in _LISTS:
        return [part.strip() for part in text.replace(";", "\n").split("\n") if part.strip()]
    return text


def _identify(candidates: Sequence[Candidate]) -> None:
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


_SAMPLE = {column.field: _value(column.field, column.sample) for column in COLUMNS if column.sample}
"""What the row of samples of the model gives: not an event."""
