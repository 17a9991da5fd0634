"""The common calendar: French dates, hours and rules, their occurrences, and back to French words."""

from filquartiers.model.agenda.dates import (
    PartialDate,
    read_date,
    read_partial_date,
    write_date,
    write_range,
)
from filquartiers.model.agenda.errors import AgendaError
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
    "AgendaError",
    "Moment",
    "PartialDate",
    "Times",
    "read_date",
    "read_moment",
    "read_partial_date",
    "read_time",
    "read_times",
    "write_date",
    "write_moment",
    "write_range",
    "write_time",
    "write_times",
    "write_times_short",
]
