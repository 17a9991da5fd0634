"""The model spreadsheet: the columns that the import understands, with a sheet of help in French."""

import io
from datetime import datetime

import xlsxwriter

from filquartiers.importers.agenda.columns import COLUMNS
from filquartiers.importers.tables.table import HELP_OPENING, HELP_SHEET
from filquartiers.model.kinds.evenement import Evenement

_MADE = datetime(1980, 1, 1)  # noqa: DTZ001  said in the file, so that the model is the same whenever it is made
_WIDTHS = (16, 40)  # characters
_HELP = (
    HELP_OPENING,
    "Une date s’écrit 6 janvier 2027 ou 06/01/2027 ; une heure, 14h ou 14h30-16h.",
    "Un rendez-vous qui revient tient sur une seule ligne : la colonne « Répétition » dit la règle en mots.",
    "Ne fusionnez pas de cellules. Les colonnes peuvent changer d’ordre ou manquer, sauf « Titre ».",
    "« Identifiant » peut rester vide ; remplissez-le si le titre ou la date risquent de changer.",
    "Une ligne masquée, ou dont une colonne « Privé » dit oui, n’est pas importée.",
)


def template() -> bytes:
    """The model workbook, the same bytes each time.

    Cells are text: a spreadsheet then leaves « 6-12 » (years of age) as it is typed.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"author": "filquartiers", "created": _MADE})
        typed = book.add_format({"num_format": "@"})
        sheet = book.add_worksheet("Agenda")
        for rank, column in enumerate(COLUMNS):
            width = min(max(len(column.heading) + 2, len(column.sample) + 2, _WIDTHS[0]), _WIDTHS[1])
            sheet.set_column(rank, rank, width, typed)
            sheet.write_string(0, rank, column.heading, book.add_format({"bold": True}))
            if column.sample:
                sheet.write_string(1, rank, column.sample, typed)
        sheet.freeze_panes(1, 0)
        _add_help(book.add_worksheet(HELP_SHEET))
    return stream.getvalue()


def _add_help(sheet: xlsxwriter.worksheet.Worksheet) -> None:
    guides = {guide.name: guide.help for guide in Evenement.fields()}
    for row, line in enumerate(_HELP):
        sheet.write_string(row, 0, line)
    for row, column in enumerate(COLUMNS, len(_HELP) + 1):
        sheet.write_string(row, 0, column.heading)
        sheet.write_string(row, 1, guides[column.field])
    sheet.set_column(0, 0, _WIDTHS[0])
