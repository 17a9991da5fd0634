"""Calendars and tables of events, read into the common calendar.

ics or rows (file → candidates) → candidates (houses found, judged by the schema) → calendar_files (where
each goes) → planning (the whole, for the report).
"""
