"""A workbook as tables, one for each sheet that people see; why not, in one sentence, when there is none."""

from filquartiers.importers.tables import ods, xlsx
from filquartiers.importers.tables.archive import Archive
from filquartiers.importers.tables.sheet import RawSheet, table_of
from filquartiers.importers.tables.table import HELP_OPENING, HELP_SHEET, Table, TableCell
from filquartiers.model.refusal import Refusal
from filquartiers.problems import Problem, Where, problem


def read_workbook(file: str, data: bytes) -> tuple[Table, ...] | Problem:
    """Every visible sheet of a workbook that holds something, or why it cannot be opened.

    A hidden sheet gives a table without rows, that tells it was left out.
    """
    try:
        sheets = _sheets(Archive(data))
    except Refusal as refusal:
        return problem(refusal.code, Where(file), **refusal.values)
    read = [sheet for sheet in sheets if not _is_help(sheet) and (sheet.rows or sheet.formulas)]
    several = sum(not sheet.hidden for sheet in read) > 1
    return tuple(_table(file, f"feuille « {sheet.name} »" if several else "", sheet) for sheet in read)


def _sheets(archive: Archive) -> tuple[RawSheet, ...]:
    if xlsx.BOOK in archive:
        return tuple(xlsx.read_xlsx(archive))
    if ods.CONTENT in archive and _is_spreadsheet(archive):
        return ods.read_ods(archive)
    raise Refusal("classeur-autre", quoi=archive.other())


def _is_spreadsheet(archive: Archive) -> bool:
    """Whether an OpenDocument file is one: its first part says what it is."""
    return "mimetype" not in archive or b"spreadsheet" in archive.read("mimetype")


def _is_help(sheet: RawSheet) -> bool:
    """Whether it is the sheet of our model that explains its columns."""
    return sheet.name == HELP_SHEET and sheet.rows.get(1, {}).get(0, TableCell()).text == HELP_OPENING


def _table(file: str, label: str, sheet: RawSheet) -> Table:
    if not sheet.hidden:
        return table_of(file, label, sheet)
    told = problem("feuille-masquee", Where(file), feuille=sheet.name, nombre=len(sheet.rows))
    return Table(file, (), (told,), sheet.name, label)
