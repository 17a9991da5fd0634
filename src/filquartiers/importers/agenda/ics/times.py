"""Dates and hours of iCalendar (RFC 5545 § 3.3.4 and 3.3.5) as a clock shows them in the houses."""

from datetime import date, datetime, time

from filquartiers.model.agenda.expand import zone
from filquartiers.model.agenda.schedule import PARIS
from filquartiers.model.agenda.times import Moment, Times, write_moment


def local(when: date) -> date:
    """Without zone: the hour that a clock shows in Paris, or the hour as written when no zone is said."""
    if isinstance(when, datetime) and when.tzinfo is not None:
        return when.astimezone(zone(PARIS)).replace(tzinfo=None)
    return when


def local_day(when: date) -> date:
    """The day that a calendar on the wall shows."""
    found = local(when)
    return found.date() if isinstance(found, datetime) else found


def clock(when: datetime) -> time:
    """The hour, without seconds: nobody announces them."""
    return when.time().replace(second=0, microsecond=0)


def told(when: date) -> str:
    """As an editor types it: « mercredi 7 octobre 2026, à 14 h »."""
    found = local(when)
    times = Times(clock(found)) if isinstance(found, datetime) else None
    return write_moment(Moment(local_day(found), times))
