"""``import agenda``: an .ics, a .csv or an .xlsx, planned event by event; nothing is written here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from filquartiers.importers.calendar_files import CalendarFiles
from filquartiers.importers.decoding import decode
from filquartiers.importers.drafts import Draft, Reading, faults, settle_houses
from filquartiers.importers.grid import Grid, read_csv
from filquartiers.importers.ics import read_ics
from filquartiers.importers.plan import Decision, ImportPlan, Item, Outcome
from filquartiers.importers.rows import nearest_headings, read_rows
from filquartiers.importers.workbook import is_workbook, read_workbook
from filquartiers.model.text import slugify
from filquartiers.problems import Gravity, Problem, Where, problem

_LOST = frozenset({"ics-coupe", "evenement-illisible"})


@dataclass(frozen=True, slots=True)
class AgendaContext:
    """What the project already holds.

    ``existing`` are the files of ``content/calendrier`` by path with slashes; ``houses`` the name of each
    house by file name; ``defaults`` the values that every event takes unless it says otherwise.
    """

    existing: Mapping[str, bytes]
    houses: Mapping[str, str] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)


def plan_agenda(name: str, data: bytes, context: AgendaContext) -> ImportPlan:
    """What importing a calendar or a spreadsheet would do.

    Args:
        name: the file as its reader named it; its ending does not decide, its content does.
        data: its bytes.
        context: what the project already holds.
    """
    reading = _read(name, data)
    problems = list(reading.problems)
    accepted: list[Draft] = []
    items = [
        Item("(illisible)", f"ligne {one.where.line}", Outcome.REFUSED) for one in problems if _is_lost(one)
    ]
    for draft in _completed(reading.drafts, context, problems):
        found = tuple(faults(draft))
        problems.extend(found)
        if any(one.gravity is Gravity.ERROR for one in found):
            items.append(Item(draft.title, f"ligne {draft.where.line}", Outcome.REFUSED))
        else:
            accepted.append(draft)
    unique = list(_unique(accepted, items, problems))
    outcome = CalendarFiles(context.existing).place(name, _stem(name, context), unique)
    return ImportPlan(
        source=name,
        items=tuple(sorted([*items, *outcome.items], key=_in_order)),
        decisions=tuple(map(Decision, outcome.questions)),
        problems=tuple(sorted(problems, key=lambda one: (one.where.line, one.where.column))),
        files=outcome.files,
    )


def _is_lost(one: Problem) -> bool:
    """Whether a problem of reading is about one event, rather than the whole file."""
    return one.gravity is Gravity.ERROR and one.where.line > 0 and one.code in _LOST


def _in_order(item: Item) -> int:
    return int(item.place.rpartition(" ")[2])


def _stem(name: str, context: AgendaContext) -> str:
    """The name of the file: two houses may both export an ``agenda.ics``."""
    stem = slugify(name.rpartition(".")[0] or name) or "agenda"
    house = context.defaults.get("maisons", "")
    return f"{house}-{stem}" if house and house not in stem else stem


def _read(name: str, data: bytes) -> Reading:
    if is_workbook(data):
        grids = read_workbook(name, data)
        return Reading(problems=(grids,)) if isinstance(grids, Problem) else _table(name, grids)
    text = decode(name, data)
    if isinstance(text, Problem):
        return Reading(problems=(text,))
    if name.lower().endswith(".ics") or "BEGIN:VCALENDAR" in text[:2000].upper():
        return read_ics(name, text)
    return _table(name, (read_csv(name, text),))


def _table(name: str, grids: Sequence[Grid]) -> Reading:
    """The events of every sheet that has headings; a sheet without is told."""
    readings = [(grid, read_rows(grid)) for grid in grids if any(grid.rows)]
    found = [reading for _, reading in readings if reading is not None]
    if not readings:
        return Reading(problems=(problem("import-vide", Where(name)),))
    if not found:
        near = nearest_headings(readings[0][0])
        hint = (
            f"Vouliez-vous dire {near} ?"
            if near
            else "Partez du modèle : import agenda --modele agenda.xlsx."
        )
        return Reading(problems=(problem("entetes-introuvables", Where(name, 1), conseil=hint),))
    unread = [problem("feuille-ignoree", Where(name)) for _, reading in readings if reading is None]
    return Reading(
        tuple(draft for reading in found for draft in reading.drafts),
        (*unread, *(told for reading in found for told in reading.problems)),
    )


def _completed(drafts: Sequence[Draft], context: AgendaContext, problems: list[Problem]) -> Iterator[Draft]:
    """The events with their house found, and what the command line says of all of them."""
    for draft in drafts:
        problems.extend(settle_houses(draft, context.houses))
        if "maisons" not in draft.values and "reseau" not in draft.values:
            draft.values |= context.defaults
        yield draft


def _unique(drafts: Sequence[Draft], items: list[Item], problems: list[Problem]) -> Iterator[Draft]:
    """Each identifier once: the same event twice is left aside, another under the same name refused."""
    seen: dict[str, Draft] = {}
    for draft in drafts:
        first = seen.setdefault(draft.key, draft)
        place = f"ligne {draft.where.line}"
        if first is draft:
            yield draft
        elif first.values == draft.values:
            items.append(Item(draft.title, place, Outcome.DUPLICATE, f"ligne {first.where.line}"))
        else:
            items.append(Item(draft.title, place, Outcome.REFUSED))
            told = problem("identifiant-double", draft.where, identifiant=draft.key, autre=first.where.line)
            problems.append(told)
