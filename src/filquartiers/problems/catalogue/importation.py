"""Imports: listings, calendars, spreadsheets."""

from filquartiers.problems.types import Gravity, Message

ERROR, WARNING, NOTICE, GAP = Gravity.ERROR, Gravity.WARNING, Gravity.NOTICE, Gravity.GAP

MESSAGES: tuple[Message, ...] = ()
