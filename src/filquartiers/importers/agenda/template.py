"""The model spreadsheet: the columns that the import understands, with a sheet of help in French."""

import io
import zipfile

import openpyxl
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from filquartiers.importers.agenda.rows import COLUMNS
from filquartiers.importers.tables import HELP_SHEET
from filquartiers.model.kinds.evenement import Evenement

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The oldest date that a zip archive can state: the model is the same whenever it is made."""
_WIDTHS = (16, 40)  # characters
_HELP = (
    "Une ligne par rendez-vous ; la ligne d’exemple peut être effacée.",
    "Une date s’écrit 6 janvier 2027 ou 06/01/2027 ; une heure, 14h ou 14h30-16h.",
    "Un rendez-vous qui revient tient sur une seule ligne : la colonne « Répétition » dit la règle en mots.",
    "Ne fusionnez pas de cellules. Les colonnes peuvent changer d’ordre ou manquer, sauf « Titre ».",
    "« Identifiant » peut rester vide ; remplissez-le si le titre ou la date risquent de changer.",
)


def template() -> bytes:
    """The model workbook, the same bytes each time."""
    book = openpyxl.Workbook()
    sheet = book.active or book.create_sheet()
    sheet.title = "Agenda"
    sheet.append([column.heading for column in COLUMNS])
    sheet.append([column.sample or None for column in COLUMNS])
    sheet.freeze_panes = "A2"
    for rank, column in enumerate(COLUMNS, 1):
        sheet.cell(1, rank).font = Font(bold=True)
        width = min(max(len(column.heading) + 2, len(column.sample) + 2, _WIDTHS[0]), _WIDTHS[1])
        sheet.column_dimensions[get_column_letter(rank)].width = width
    _add_help(book)
    stream = io.BytesIO()
    book.save(stream)
    return _timeless(stream.getvalue())


def _add_help(book: openpyxl.Workbook) -> None:
    sheet = book.create_sheet(HELP_SHEET)
    guides = {guide.name: guide for guide in Evenement.fields()}
    for line in _HELP:
        sheet.append([line])
    sheet.append([])
    for column in COLUMNS:
        sheet.append([column.heading, guides[column.field].help])
    sheet.column_dimensions["A"].width = _WIDTHS[0]


def _timeless(data: bytes) -> bytes:
    """The archive without the hour at which it was made, inside and outside its files."""
    fresh = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            held = _CORE.encode() if name == "docProps/core.xml" else old.read(name)
            new.writestr(zipfile.ZipInfo(name, _EPOCH), held, zipfile.ZIP_DEFLATED)
    return fresh.getvalue()


_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>filquartiers</dc:creator></cp:coreProperties>'
)
