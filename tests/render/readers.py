"""Programs that read iCalendar, besides ours: the dates that each finds in a file."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream
from ical.event import EventStatus

Found = dict[str, list[tuple[str, str, bool]]]
"""By UID: when each date starts and ends, and whether it is cancelled."""
Reader = Callable[[bytes, date, date], Found]

PARIS = ZoneInfo("Europe/Paris")
HERE = Path(__file__).parent
MODULES = HERE.parents[1] / ".checkers" / "node_modules"
SCRIPT = HERE / "lecteurs" / "lire.cjs"


def told(moment: date) -> str:
    """A day, or an hour in UTC: what all readers can be asked for."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.000Z}"


def has_node(package: str) -> bool:
    return shutil.which("node") is not None and (MODULES / package).exists()


def with_ical(data: bytes, first: date, last: date) -> Found:
    calendar = IcsCalendarStream.calendar_from_ics(data.decode())
    window = (datetime.combine(day, time(), PARIS) for day in (first, last))
    found: Found = {}
    for one in calendar.timeline_tz(PARIS).overlapping(*window):
        end = one.dtend or one.dtstart
        cancelled = one.status is EventStatus.CANCELLED
        found.setdefault(one.uid, []).append((told(one.dtstart), told(end), cancelled))
    return found


def with_recurring_ical_events(data: bytes, first: date, last: date) -> Found:
    calendar = icalendar.Calendar.from_ical(data)
    found: Found = {}
    for one in recurring_ical_events.of(calendar).between(first, last):
        end = one["DTEND"].dt if "DTEND" in one else one["DTSTART"].dt
        cancelled = one.get("STATUS") == "CANCELLED"
        found.setdefault(str(one["UID"]), []).append((told(one["DTSTART"].dt), told(end), cancelled))
    return found


def with_node(package: str) -> Reader:
    def read(data: bytes, first: date, last: date) -> Found:
        with tempfile.NamedTemporaryFile(suffix=".ics") as file:
            file.write(data)
            file.flush()
            command = ["node", SCRIPT, package, file.name, str(first), str(last), MODULES]
            done = subprocess.run(
                command, capture_output=True, text=True, check=True, env=os.environ | {"TZ": "Europe/Paris"}
            )
        return {
            uid: [(start, end, state) for start, end, state in dates]
            for uid, dates in json.loads(done.stdout).items()
        }

    return read


PYTHON_READERS: dict[str, Reader] = {"ical": with_ical, "recurring-ical-events": with_recurring_ical_events}
NODE_READERS: dict[str, Reader] = {name: with_node(name) for name in ("ical.js", "node-ical")}
