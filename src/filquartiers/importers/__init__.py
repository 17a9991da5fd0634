"""What other programs hold becomes content files, after a dry-run report.

Three rooms: ``annuaire`` reads the listing of the centres sociaux's directory, ``agenda`` calendars and
tables of events, ``tables`` the cells of any spreadsheet. What they share stands here: bytes become text
(``decoding``), text becomes Markdown (``prose``), an import is planned (``plan``), told (``report``) and
written (``writing``), and what it wrote is known again (``fingerprint``).
"""
