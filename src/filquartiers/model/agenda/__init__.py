"""The common calendar: French dates, hours and rules, their occurrences, and back to French words.

`parse_rule` reads a phrase, `Schedule` puts together when an event takes place, `occurrences` gives its
dates, `review` its doubts, `describe` tells it in French, and `series` in the terms of RFC 5545.
"""

from filquartiers.model.agenda.almanac import Almanac, public_holidays
from filquartiers.model.agenda.dates import (
    PartialDate,
    read_date,
    read_partial_date,
    write_date,
    write_range,
)
from filquartiers.model.agenda.describe import describe, describe_change, describe_occurrence
from filquartiers.model.agenda.errors import AgendaError, Remark
from filquartiers.model.agenda.expand import occurrences
from filquartiers.model.agenda.known import Dates
from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.agenda.review import review
from filquartiers.model.agenda.rule import Rule, Words
from filquartiers.model.agenda.schedule import Change, Occurrence, Override, Schedule
from filquartiers.model.agenda.school import OFFICIAL, SchoolBreak, SchoolCalendar
from filquartiers.model.agenda.times import (
    Moment,
    Times,
    read_moment,
    read_time,
    read_times,
    write_moment,
    write_time,
    write_times,
    write_times_short,
)

__all__ = [
    "OFFICIAL",
    "AgendaError",
    "Almanac",
    "Change",
    "Dates",
    "Moment",
    "Occurrence",
    "Override",
    "PartialDate",
    "Remark",
    "Rule",
    "Schedule",
    "SchoolBreak",
    "SchoolCalendar",
    "Times",
    "Words",
    "describe",
    "describe_change",
    "describe_occurrence",
    "occurrences",
    "parse_rule",
    "public_holidays",
    "read_date",
    "read_moment",
    "read_partial_date",
    "read_time",
    "read_times",
    "review",
    "write_date",
    "write_moment",
    "write_range",
    "write_time",
    "write_times",
    "write_times_short",
]
