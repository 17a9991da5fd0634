"""The cells of any spreadsheet, as rows of what one would type.

archive (bytes → bounded parts) → markup (parts → elements) → xlsx, ods (elements → sheets) → workbook
(sheets → tables); csv_file makes tables of text. ``serial`` knows how a spreadsheet counts days.
"""
