"""A week drawn as a grid: days across, hours down, what happens in the squares."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from filquartiers.importers.agenda.candidates import Candidate, Reading
from filquartiers.importers.agenda.hours import hours_text, reads_as_hours
from filquartiers.importers.agenda.moments import DateHabits, read_when
from filquartiers.importers.agenda.states import Standing, read_state, state_in_title
from filquartiers.importers.plan import Arrival, Fate
from filquartiers.importers.prose import escaped
from filquartiers.importers.tables.table import Table, TableRow
from filquartiers.model.agenda.times import read_moment
from filquartiers.model.agenda.words import WEEKDAY, plain
from filquartiers.model.refusal import Refusal
from filquartiers.problems import Problem, problem

_SEARCHED = 20  # rows in which the days are looked for
_ENOUGH = 3  # days that make a week
_WEEKDAY = re.compile(WEEKDAY)


@dataclass(frozen=True, slots=True)
class Days:
    """The row of a grid that names the days: what each column says of its own."""

    row: TableRow
    columns: Mapping[int, Mapping[str, object]]


def read_grid(table: Table) -> Reading | None:
    """The events of a grid, one for each square that holds something; None when no row names days.

    A day without its date is shown and never counted from: a week may be any.
    """
    days = next(
        filter(None, map(_days, [row for row in table.rows if row and not row.hidden][:_SEARCHED])), None
    )
    if days is None:
        return None
    problems = list(table.problems)
    if undated := [str(one["recurrence"]) for one in days.columns.values() if "recurrence" in one]:
        problems.append(
            problem("jour-sans-date", table.where(days.row), jour=undated[0][len("à préciser (") : -1])
        )
    candidates: list[Candidate] = []
    aside: list[Arrival] = []
    for row in table.rows:
        if not row or row.number <= days.row.number:
            continue
        found = [] if row.hidden else list(_events(table, days, row))
        candidates.extend(found)
        if not found:
            problems.append(_left(table, row))
            aside.append(Arrival(next(filter(None, row.texts)), row.number, Fate.ASIDE, sheet=table.label))
    return Reading(tuple(candidates), tuple(problems), tuple(aside))


def _days(row: TableRow) -> Days | None:
    """The days that a row names: at least three, and nothing else but the corner."""
    columns: dict[int, Mapping[str, object]] = {}
    for at, cell in enumerate(row.cells):
        values = read_when(cell, DateHabits()).values if cell else {}
        if "jour" in values and _WEEKDAY.fullmatch(plain(values["jour"])):
            columns[at] = {"recurrence": f"à préciser ({values['jour']})"}
        elif "debut" in values and _is_day(values["debut"]):
            columns[at] = {"debut": values["debut"]}
    others = [at for at, cell in enumerate(row.cells) if cell and at not in columns]
    return Days(row, columns) if len(columns) >= _ENOUGH and others in ([], [0]) else None


def _is_day(text: str) -> bool:
    try:
        return read_moment(text).times is None
    except Refusal:
        return False


def _events(table: Table, days: Days, row: TableRow) -> Iterator[Candidate]:
    """The squares of a row; what stands before them says the hours, or is kept as words."""
    labels = [hours_text(cell) for at, cell in enumerate(row.cells) if cell and at not in days.columns]
    hours = next(filter(reads_as_hours, labels), "")
    others = [label for label in labels if label != hours]
    for at, day in days.columns.items():
        lines = [line.strip() for line in row.text(at).split("\n") if line.strip()]
        if lines:
            own = next(filter(reads_as_hours, lines[1:]), "")
            title, word = state_in_title(lines[0])
            body = [line for line in (*lines[1:], *others) if line != own]
            values = dict(day) | {"titre": title, "horaire": own or hours}
            values["annule"] = ["oui"] if read_state(word) is Standing.CANCELLED else []
            values["complet"] = ["oui"] if read_state(word) is Standing.FULL else []
            values["corps"] = "\n\n".join(map(escaped, body))
            kept = {name: value for name, value in values.items() if value}
            yield Candidate(table.where(row, at + 1), kept, sheet=table.label)


def _left(table: Table, row: TableRow) -> Problem:
    if row.hidden:
        return problem("ligne-masquee", table.where(row))
    return problem("ligne-de-titre", table.where(row), texte=" ; ".join(filter(None, row.texts)))
