"""The rows of a table that are no event to publish, and why."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from filquartiers.importers.agenda.columns import same_row
from filquartiers.importers.agenda.row_reading import RowReading
from filquartiers.importers.agenda.states import Standing, is_kept_back, is_withheld, read_state, says_private
from filquartiers.importers.plan import Fate
from filquartiers.model.agenda.words import MONTH, plain
from filquartiers.model.text import folded

_TOTAL = re.compile(r"(?:sous )?tota(?:l|ux)\b|nombre total\b|somme\b|sum\b")
_MONTH_ALONE = re.compile(rf"(?:mois d[e'] ?)?{MONTH}(?: 20\d{{2}})?")
_ALONE = 3  # columns from which a row of one cell is a title among the rows


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row is left out: a code of the catalogue, and what its sentence names."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def fate(self) -> Fate:
        """Where the report puts the row."""
        return Fate.PRIVATE if self.code == "ligne-privee" else Fate.ASIDE


def left_out(reading: RowReading, answers: Collection[str]) -> Reason | None:
    """Why a row is no event to publish, None when it may be one.

    ``answers`` are all those of the column « Publier », if there is one.
    """
    if reading.row.hidden:
        return Reason("ligne-masquee")
    if same_row(reading.headings, reading.row):
        return Reason("ligne-d-intitules")
    return _private(reading, answers) or _no_event(reading)


def _private(reading: RowReading, answers: Collection[str]) -> Reason | None:
    fields = reading.headings.fields.values()
    withheld = (
        ("prive", is_kept_back(reading.text("prive"))),
        ("publie", "publie" in fields and is_withheld(reading.text("publie"), answers)),
        ("etat", read_state(reading.text("etat")) is Standing.KEPT_BACK),
    )
    for at, cell in enumerate(reading.row.cells):
        if says_private(cell.text):
            column = reading.headings.name(at) or cell.text
            return Reason("ligne-privee", {"titre": reading.title, "colonne": column, "mot": cell.text})
    for name, is_so in withheld:
        if is_so:
            said = {"colonne": reading.heading(name), "mot": reading.text(name) or "vide"}
            return Reason("ligne-privee", {"titre": reading.title, **said})
    struck = any(reading.cells[name].struck for name in ("titre", "debut") if name in reading.cells)
    return Reason("ligne-barree", {"titre": reading.title}) if struck else None


def _no_event(reading: RowReading) -> Reason | None:
    """A total, or a title among the rows."""
    filled = [at for at, cell in enumerate(reading.row.cells) if cell]
    first = reading.row.text(filled[0])
    if _TOTAL.match(folded(first)) and not reading.cells.keys() & {"debut", "quand", "recurrence"}:
        return Reason("ligne-de-total", {"texte": " ; ".join(filter(None, reading.row.texts))})
    if len(filled) > 1 or len([name for name in reading.headings.names if name]) < _ALONE:
        return None
    is_title = (
        (reading.row.number, filled[0]) in reading.table.across
        or reading.headings.fields.get(filled[0]) not in {"titre", "debut"}
        or _MONTH_ALONE.fullmatch(plain(first))
    )
    return Reason("ligne-de-titre", {"texte": first}) if is_title else None
