"""``import agenda``: an .ics, a .csv or an .xlsx, planned event by event; nothing is written here."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from filquartiers.importers.agenda.calendar_files import CalendarFiles
from filquartiers.importers.agenda.candidates import (
    Candidate,
    Reading,
    faults,
    settle_houses,
    slug_named,
)
from filquartiers.importers.agenda.columns import columns_seen
from filquartiers.importers.agenda.grid import read_grid
from filquartiers.importers.agenda.ics.events import read_ics
from filquartiers.importers.agenda.ics.telling import Setting
from filquartiers.importers.agenda.layout import tables_in
from filquartiers.importers.agenda.personal import personal
from filquartiers.importers.agenda.rows import identify, read_rows
from filquartiers.importers.decoding import decode
from filquartiers.importers.plan import Arrival, Fate, ImportPlan
from filquartiers.importers.tables.archive import is_workbook
from filquartiers.importers.tables.csv_file import read_csv
from filquartiers.importers.tables.table import Table
from filquartiers.importers.tables.workbook import read_workbook
from filquartiers.model.agenda.schedule import PARIS
from filquartiers.model.text import slugify
from filquartiers.problems import Gravity, Problem, Where, problem

_LOST = frozenset({"ics-coupe", "evenement-illisible"})  # about one event, rather than the whole file

_PAGE = re.compile(r"\s*<(?:!doctype|html|head|body|meta|table|(?P<xml>\?xml))\b", re.IGNORECASE)
"""How a table that a site exports « for Excel » may begin."""


@dataclass(frozen=True, slots=True)
class AgendaContext:
    """What the project already holds.

    ``existing`` are the files of ``content/calendrier`` by path with slashes; ``houses`` the name of each
    house by file name; ``defaults`` the values that every event takes unless it says otherwise; ``zones`` the
    time zone of houses and networks by file name; ``today`` the day of the import.
    """

    existing: Mapping[str, bytes]
    houses: Mapping[str, str] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    zones: Mapping[str, str] = field(default_factory=dict)
    today: date = date.min

    def zone_of(self, place: str) -> str:
        """The time zone of what takes place there: that of its house, else of those named for all events."""
        named = slug_named(place, self.houses), *self.defaults.values()
        return next((self.zones[slug] for slug in named if slug in self.zones), PARIS)


@dataclass(frozen=True, slots=True)
class Judged:
    """What a calendar or a spreadsheet gives: the events that can be imported, the fate of others, notices.

    ``told`` are the notices about each of the events.
    """

    accepted: tuple[Candidate, ...]
    items: tuple[Arrival, ...]
    problems: tuple[Problem, ...]
    told: tuple[tuple[Problem, ...], ...]


def plan_agenda(name: str, data: bytes, context: AgendaContext) -> ImportPlan:
    """What importing the calendar or spreadsheet ``name`` would do; its content tells which it is."""
    found = judge_agenda(name, data, context)
    plan = CalendarFiles(context.existing).place(name, stem_of(name, context), found.accepted)
    return replace(
        plan,
        items=tuple(sorted([*found.items, *plan.items], key=lambda item: (item.sheet, item.line))),
        problems=found.problems,
    )


def judge_agenda(name: str, data: bytes, context: AgendaContext) -> Judged:
    """The events of the calendar or spreadsheet ``name``, wherever they are to be written."""
    reading = _read(name, data, context)
    problems = list(reading.problems)
    sound: list[Candidate] = []
    notices: dict[int, tuple[Problem, ...]] = {}
    items = [*reading.left_out]
    items += [Arrival("(illisible)", one.where.line, Fate.REFUSED) for one in problems if one.code in _LOST]
    for candidate in reading.candidates:
        found = _judged(candidate, context)
        problems.extend(found)
        if any(one.gravity is Gravity.ERROR for one in found):
            items.append(candidate.arrival(Fate.REFUSED))
        else:
            sound.append(candidate)
            notices[id(candidate)] = found
    unique = tuple(_unique(sound, items, problems))
    in_order = sorted(problems, key=lambda one: (one.where.file, one.where.line, one.where.column))
    told = tuple(notices[id(candidate)] for candidate in unique)
    return Judged(unique, tuple(items), tuple(in_order), told)


def stem_of(name: str, context: AgendaContext) -> str:
    """The name of the file: two houses may both export an ``agenda.ics``."""
    stem = slugify(name.rpartition(".")[0] or name) or "agenda"
    house = context.defaults.get("maisons", "")
    return f"{house}-{stem}" if house and house not in stem else stem


def _read(name: str, data: bytes, context: AgendaContext) -> Reading:
    if is_workbook(data):
        tables = read_workbook(name, data)
        return Reading(problems=(tables,)) if isinstance(tables, Problem) else _table(name, tables)
    if name.lower().endswith(".ics") or b"BEGIN:VCALENDAR" in data[:4000].replace(b"\0", b"").upper():
        return read_ics(name, data, Setting(context.today, context.zone_of))
    text = decode(name, data)
    if isinstance(text, Problem):
        return Reading(problems=(text,))
    if page := _PAGE.match(text):
        called = "un classeur d’Excel 2003 (.xml)" if page["xml"] else "une page web"
        return Reading(problems=(problem("classeur-autre", Where(name), quoi=called),))
    return _table(name, (read_csv(name, text),))


def _table(name: str, tables: Sequence[Table]) -> Reading:
    """The events of every sheet that has headings; a sheet without is told, with what was seen in it."""
    tables = [part for table in tables for part in tables_in(table)]
    full = [table for table in tables if any(table.rows)]
    pairs = [(table, read_rows(table) or read_grid(table)) for table in full]
    found = [reading for _, reading in pairs if reading is not None]
    unread = [table for table, reading in pairs if reading is None]
    odd = [told for table in tables if table not in full or table in unread for told in table.problems]
    if not found:
        reason = (
            problem("entetes-introuvables", Where(name, 1), **_seen(unread[0])) if unread else _empty(name)
        )
        return Reading(problems=(reason, *odd))
    ignored = [problem("feuille-ignoree", Where(name), feuille=one.name, **_seen(one)) for one in unread]
    identify([candidate for reading in found for candidate in reading.candidates])
    return Reading(
        tuple(candidate for reading in found for candidate in reading.candidates),
        (*odd, *ignored, *(told for reading in found for told in reading.problems)),
        tuple(row for reading in found for row in reading.left_out),
    )


def _empty(name: str) -> Problem:
    return problem("import-vide", Where(name))


def _seen(table: Table) -> dict[str, str]:
    """The columns that a table seems to have, and what to do about them."""
    seen, near = columns_seen(table)
    model = "Partez du modèle : import agenda --modele agenda.xlsx."
    return {"colonnes": seen, "conseil": f"Vouliez-vous dire {near} ?" if near else model}


def _judged(candidate: Candidate, context: AgendaContext) -> tuple[Problem, ...]:
    """All that is to be told of an event; the schema is not asked about one that its reading refuses."""
    told = (*candidate.problems, *_completed(candidate, context), *personal(candidate))
    return told if any(one.gravity is Gravity.ERROR for one in told) else (*told, *faults(candidate))


def _completed(candidate: Candidate, context: AgendaContext) -> Iterator[Problem]:
    """Find the house of an event, and give it what the command line says of all of them."""
    yield from settle_houses(candidate, context.houses)
    if "maisons" not in candidate.values and "reseau" not in candidate.values:
        candidate.values |= context.defaults


def _unique(found: Sequence[Candidate], items: list[Arrival], problems: list[Problem]) -> Iterator[Candidate]:
    """Each identifier once: the same event twice is left aside, another under the same name refused."""
    seen: dict[str, Candidate] = {}
    for candidate in found:
        first = seen.setdefault(candidate.key, candidate)
        if first is candidate:
            yield candidate
        elif first.values == candidate.values:
            items.append(candidate.arrival(Fate.DUPLICATE, f"ligne {first.where.line}"))
        else:
            items.append(candidate.arrival(Fate.REFUSED))
            values = {"identifiant": candidate.key, "autre": first.where.line}
            problems.append(problem("identifiant-double", candidate.where, **values))
