"""The columns of a table of events: which row names them, and what each one means."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from filquartiers.content.naming import SURE, names_of
from filquartiers.importers.agenda.hours import column_hours, is_hours, reads_as_hours
from filquartiers.importers.agenda.states import says_yes_or_no
from filquartiers.importers.tables.table import Table, TableCell, TableRow
from filquartiers.model.agenda.words import WEEKDAYS
from filquartiers.model.kinds.evenement import Evenement
from filquartiers.model.text import closest, key_of
from filquartiers.problems import Problem, did_you_mean, problem

_SEARCHED = 20  # rows in which the headings are looked for
ENOUGH = 2  # headings that make a row of headings
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_SHOWN = 12  # columns that a message quotes
_TEXT_ONLY = frozenset({"image", "image_description", "charte", "fiche", "pacte", "brouillon", "reporte"})
"""Fields of an event that no foreign table means by such a heading."""
_ONLY_ONCE = frozenset({"debut", "fin"})
"""Fields that two columns must not share: the other one would show a second date."""

_OF_TIME = frozenset({"debut", "fin", "debut_heure", "fin_heure", "horaire", "jour"})
"""What the two lines of a heading are there to tell apart."""

DAY = "jour_"
"""Before the rank of a weekday, the field of a column that bears its name."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the model spreadsheet: its heading, the field it fills, a sample."""

    heading: str
    field: str
    sample: str


def _lines(name: str) -> Iterator[list[str]]:
    """The lines of a list beside this module, in their parts."""
    for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()[1:]:
        yield [part.strip() for part in line.split(";")]


COLUMNS = tuple(Column(*parts) for parts in _lines("colonnes.txt"))


@cache
def _names() -> Mapping[str, tuple[str, int]]:
    """Every heading that is understood, in the form of `key_of`: its field, and its rank within it."""
    found = {
        name: (guide, 0) for name, guide in names_of(Evenement.fields()).items() if guide not in _TEXT_ONLY
    }
    for rank, (name, headings) in enumerate(_lines("intitules.txt")):
        found |= {key_of(word): (name, rank * 100 + at) for at, word in enumerate(headings.split(", "))}
    short = {word[:3]: rank for rank, word in enumerate(WEEKDAYS)}
    days = {**{word: rank for rank, word in enumerate(WEEKDAYS)}, **short}
    return found | {word: (f"{DAY}{rank}", 0) for word, rank in days.items()}


_ENGLISH = frozenset(
    (
        "title", "event", "summary", "subject", "what", "activity", "name", "location", "venue", "where",
        "start_date", "end_date", "start", "end", "start_time", "end_time", "time", "when", "day", "weekday",
        "all_day_event", "all_day", "private", "published", "status",
    )
)  # fmt: skip
"""Headings that no French table has."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The row (or the two rows) of headings: what each column is called, and the field it fills.

    ``beaten`` gives, for a column that is not read, the one that says the same better.
    """

    row: TableRow
    above: tuple[TableRow, ...]
    names: tuple[str, ...]
    fields: Mapping[int, str]
    beaten: Mapping[int, int] = field(default_factory=dict)

    @property
    def english(self) -> bool:
        """Whether some heading is English: dates may then have their month first."""
        return any(key_of(name) in _ENGLISH for name in self.names)

    @property
    def from_calendar(self) -> bool:
        """Whether these are the columns that Google and Outlook export."""
        keys = {key_of(name) for name in self.names}
        return {"subject", "start_date"} <= keys or {"objet", "debut", "journee_entiere"} <= keys

    def name(self, column: int) -> str:
        """What the column of that rank is called; nothing past the last heading."""
        return self.names[column] if column < len(self.names) else ""


def find_headings(table: Table) -> Headings | None:
    """The first row, or pair of rows, that names a title and another known column; None without any."""
    rows = [row for row in table.rows if row and not row.hidden]
    for rank, row in enumerate(rows[:_SEARCHED]):
        best = row, row.texts
        below = rows[rank + 1] if rank + 1 < len(rows) else None
        if below and _is_second_line(below):
            both = _both(table, row, below)
            if worth(both) > worth(row.texts):
                best = below, both
        if worth(best[1]) >= ENOUGH:
            above = tuple(one for one in rows if one.number < best[0].number)
            return _resolved(best[0], above, best[1], rows[len(above) + 1 :])
    return None


def field_of(text: str) -> tuple[str, int] | None:
    """The field of a heading and its rank, a remark in brackets or a second name for it set aside."""
    if not text:
        return None
    bare = _BRACKETS.sub("", text)
    both = [_names().get(key_of(part)) for part in bare.split("/")]
    one = both[0] if len({found and found[0] for found in both}) == 1 else None
    return _names().get(key_of(text)) or _names().get(key_of(bare)) or one


def worth(names: Sequence[str]) -> int:
    """How many fields these headings name; 0 without a title."""
    fields = {known[0] for known in map(field_of, names) if known}
    return len(fields) if "titre" in fields else 0


def _is_second_line(row: TableRow) -> bool:
    """Whether a row may be the second line of the headings: known words only, two at least, one of time."""
    filled = [cell for cell in row.cells if cell]
    known = [field_of(cell.text) if isinstance(cell.value, str | None) else None for cell in filled]
    fields = {one[0] for one in known if one}
    return len(filled) >= ENOUGH and all(known) and bool(fields & _OF_TIME)


def _both(table: Table, row: TableRow, below: TableRow) -> tuple[str, ...]:
    """The headings of two rows together: « Début » over « Heure » is « Début heure »."""
    names: list[str] = []
    group = ""
    for column in range(max(len(row.cells), len(below.cells))):
        merged = table.across.get((row.number, column), "")
        group = merged or row.text(column) or (group if below.text(column) else "")
        under = below.text(column)
        tried = (f"{group} {under}".strip(), under, group)
        names.append(next((name for name in tried if field_of(name)), tried[0]))
    return tuple(names)


def _resolved(
    row: TableRow, above: tuple[TableRow, ...], names: tuple[str, ...], rows: Sequence[TableRow]
) -> Headings:
    """Each column with its field, by its heading and, where that is not enough, by what it holds."""
    found: dict[str, list[tuple[int, int]]] = {}
    for column, text in enumerate(names):
        if known := field_of(text):
            cells = [one.cells[column] for one in rows if column < len(one.cells) and one.cells[column]]
            name, rank = _by_content(*known, cells)
            if name:
                found.setdefault(name, []).append((rank, column))
    if "mois" in found and "jour" in found and "debut" not in found:
        found["jour_du_mois"] = found.pop("jour")
    fields, beaten = {}, {}
    for name, columns in found.items():
        (_, winner), *others = sorted(columns)
        fields[winner] = name
        if name in _ONLY_ONCE:
            beaten.update({column: winner for _, column in others})
    return Headings(row, above, names, fields, beaten)


def _by_content(name: str, rank: int, cells: Sequence[TableCell]) -> tuple[str, int]:
    """« Début » over hours is when in the day; « Jour » over dates is the date."""
    if name in {"debut", "fin"} and cells and all(map(is_hours, cells)):
        return f"{name}_heure", rank + 1000
    if name in {"debut_heure", "fin_heure"} and cells and all(map(_holds_date, cells)):
        return name.removesuffix("_heure"), rank + 1000
    if name == "jour" and any(map(_holds_date, cells)):
        return "debut", rank + 1000
    if name == "publie" and not all(says_yes_or_no(cell.text) for cell in cells):
        return "", 0  # the day of a publication, the places of one
    return name, rank


def _holds_date(cell: TableCell) -> bool:
    """Whether a cell says a day of some year rather than « mercredi » or « 6 »."""
    if is_hours(cell) or reads_as_hours(column_hours(cell)):
        return False
    return isinstance(cell.value, date) or bool(re.search(r"\d\D+\d|\d\s*[^\W\d_]{3}", cell.text))


def column_problems(table: Table, headings: Headings) -> Iterator[Problem]:
    """What is to be told of the columns: those unknown, those that another one beats."""
    if headings.from_calendar:
        yield problem("export-d-agenda", table.where(headings.row))
    for rank, name in enumerate(headings.names):
        where = table.where(headings.row, rank + 1)
        if rank in headings.beaten:
            other = headings.name(headings.beaten[rank])
            yield problem("colonne-doublee", where, colonne=name, autre=other)
        elif name and rank not in headings.fields:
            hint = did_you_mean(_nearest(name)) or "Elle est gardée dans la description."
            yield problem("colonne-inconnue", where, colonne=name, conseil=hint)


def _nearest(heading: str) -> str:
    """The heading that one misspells; never a look-alike of another meaning, nor one we know."""
    near = closest(heading, [column.heading for column in COLUMNS], cutoff=SURE)
    return "" if key_of(near) == key_of(heading) else near


def columns_seen(table: Table) -> tuple[str, str]:
    """What stands in the row most like headings, quoted; and the headings that it misspells."""
    rows = [row for row in table.rows if row and not row.hidden][:_SEARCHED]
    widest = max(rows, key=_likeness, default=None)
    texts = [text for text in widest.texts if text] if widest else []
    quoted = [f"« {' '.join(text.split())[:40]} »" for text in texts]
    rest = f" et {len(quoted) - _SHOWN} autres" if len(quoted) > _SHOWN else ""
    pairs = [(text, _nearest(text)) for text in texts]
    near = ", ".join(f"« {right} » pour « {text} »" for text, right in pairs if right)
    return ", ".join(quoted[:_SHOWN]) + rest or "rien", near


def _likeness(row: TableRow) -> tuple[int, int]:
    """How much a row looks like headings: one word that is a heading too says nothing."""
    understood = sum(map(bool, map(field_of, row.texts)))
    return understood if understood >= ENOUGH else 0, sum(map(bool, row.cells))


def same_row(headings: Headings, row: TableRow) -> bool:
    """Whether a row only says the headings again."""
    said = [text for text in row.texts if text]
    return len(said) >= ENOUGH and said == [text for text in headings.row.texts if text]
