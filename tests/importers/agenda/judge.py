"""Another library's reading of a calendar, beside what our import wrote of it: the same dates, or told.

`recurring-ical-events` expands the original; `content` reads back what was written. Nothing of the importer's
own reckoning is used here.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from filquartiers.content import load
from filquartiers.importers.agenda.planning import AgendaContext, plan_agenda
from filquartiers.importers.plan import ImportPlan
from filquartiers.model.agenda.schedule import Change
from filquartiers.model.facts.dates import all_dates
from filquartiers.model.kinds import KINDS, Evenement

PARIS = ZoneInfo("Europe/Paris")
TWO_YEARS = timedelta(days=2 * 366)
NETWORK = "---\nnom: Valmarin\nville: Valmarin\nfuseau: {zone}\ndemonstration: oui\n---\n"
Held = tuple[str, str]
"""When it begins and when it ends, by a clock of the network; whole days without hours."""


@dataclass
class Verdict:
    """Of each UID: the dates of the original, ours, and whether ours are only told in words."""

    plan: ImportPlan
    meant: dict[str, set[Held]] = field(default_factory=dict)
    ours: dict[str, set[Held]] = field(default_factory=dict)
    in_words: set[str] = field(default_factory=set)

    @property
    def codes(self) -> set[str]:
        return {one.code for one in self.plan.problems}

    @property
    def wrong(self) -> dict[str, set[Held]]:
        """Dates that we announce and that the original does not."""
        every = {uid: self.ours.get(uid, set()) - self.meant.get(uid, set()) for uid in self.ours}
        return {uid: dates for uid, dates in every.items() if dates}

    @property
    def missing(self) -> dict[str, set[Held]]:
        """Dates of the original that we do not announce, those only told in words apart."""
        every = {uid: dates - self.ours.get(uid, set()) for uid, dates in self.meant.items()}
        return {uid: dates for uid, dates in every.items() if dates and uid not in self.in_words}


def judged(data: bytes, zone: str = "Europe/Paris", today: date = date(2026, 11, 27)) -> Verdict:
    """Import a calendar where the network is in ``zone``, and hold it against the other library."""
    context = AgendaContext({}, defaults={"reseau": "val"}, zones={"val": zone}, today=today)
    verdict = Verdict(plan_agenda("agenda.ics", data, context))
    last = today + TWO_YEARS
    for uid, held in _original(data, ZoneInfo(zone), last):
        verdict.meant.setdefault(uid, set()).add(held)
    for event in _written(verdict.plan, zone, today):
        uid = _uid_of(event.identifiant or "", verdict.meant.keys())
        verdict.ours.setdefault(uid, set()).update(_dates(event, last))
        if event.is_told:
            verdict.in_words.add(uid)
    return verdict


def _uid_of(name: str, known) -> str:
    """The UID that a name of ours starts with: a day may stand after it."""
    return max((uid for uid in known if name == uid or name.startswith(f"{uid} ")), key=len, default=name)


def _original(data: bytes, zone: ZoneInfo, last: date):
    calendar: Any = icalendar.Calendar.from_ical(data.replace(b"\nEXDATE:\n", b"\n"))  # it stops there
    for one in recurring_ical_events.of(calendar).between(date(2000, 1, 1), last + timedelta(days=3)):
        names = ("CLASS", "X-CALENDARSERVER-ACCESS")
        secret = any(str(one.get(name, "PUBLIC")).upper() != "PUBLIC" for name in names)
        if str(one.get("STATUS", "")).upper() != "CANCELLED" and not secret:
            start, end = one["DTSTART"].dt, one["DTEND"].dt if "DTEND" in one else None
            held = _held(_local(start, zone), _local(end, zone) if end else None)
            if held[0][:10] <= str(last):
                yield str(one["UID"]), held


def _local(when: date, zone: ZoneInfo) -> date:
    if isinstance(when, datetime) and when.tzinfo:
        return when.astimezone(zone).replace(tzinfo=None)
    return when


def _held(start: date, end: date | None) -> Held:
    if not isinstance(start, datetime):
        return str(start), str((end or start + timedelta(days=1)) - timedelta(days=1))
    assert end is None or isinstance(end, datetime)
    if start.time() == time() and (end is None or end == start):
        return str(start.date()), str(start.date())
    if start.time() == time() and end.time() in {time(), time(23, 59)}:
        return str(start.date()), str(end.date() - timedelta(days=end.time() == time()))
    return f"{start:%Y-%m-%d %H:%M}", f"{end:%Y-%m-%d %H:%M}" if end and end > start else ""


def _written(plan: ImportPlan, zone: str, today: date) -> tuple[Evenement, ...]:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "content/reseaux").mkdir(parents=True)
        (root / "content/reseaux/val.md").write_text(NETWORK.format(zone=zone), encoding="utf-8")
        for file in plan.files:
            (root / file.path).parent.mkdir(exist_ok=True)
            (root / file.path).write_bytes(file.data)
        loaded = load(root, KINDS, today)
        assert [one.message for one in loaded.problems if one.gravity == 0] == []
        return loaded.site.of(Evenement)


def _dates(event: Evenement, last: date) -> set[Held]:
    found = set()
    for one in all_dates(event, last):
        if one.change is Change.CANCELLED:
            continue
        if one.start is None:
            found.add((str(one.day), str(one.last_day)))
        else:
            end = f"{one.closing.replace(tzinfo=None):%Y-%m-%d %H:%M}" if one.closing else ""
            found.add((f"{one.start.replace(tzinfo=None):%Y-%m-%d %H:%M}", end))
    return found
