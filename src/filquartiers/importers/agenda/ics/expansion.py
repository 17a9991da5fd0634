"""All the dates of an event as its own calendar gives them (RFC 5545 § 3.8.5), before any word is written.

This is what the import is held against: dates come from dateutil's reading of the rules, in the zone of the
event. Where readers of the standard differ, the date in doubt is left out, and told.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from filquartiers.importers.agenda.ics.moments import (
    Lasting,
    day_of,
    end_of,
    in_zone_of,
    lasting,
    like,
    local,
    naive,
    says_whole_days,
)
from filquartiers.importers.agenda.ics.recurrence import is_over, rule_dates
from filquartiers.model.agenda.dates import write_date

_AHEAD = timedelta(days=2 * 366)
"""How far a rule without end is followed."""


@dataclass(frozen=True, slots=True)
class Session:
    """One time that the event takes place.

    ``planned`` is the local day that the series gave; ``source`` the event of the group that tells it, 0 for
    the series itself; ``ruled`` says that a rule gives it, rather than a date of its own.
    """

    planned: date
    when: Lasting
    source: int = 0
    ruled: bool = False


@dataclass(slots=True)
class Expansion:
    """The dates of a series up to ``limit``, in order.

    ``first`` is when the series starts. ``gone`` are the local days of dates that it leaves out, ``excluded``
    all that it excludes, in its own zone. ``endless`` tells that it goes on, with the words of ``tail``;
    ``followed`` that all its rules are understood. ``doubts`` are codes of the catalogue with their values.
    """

    limit: date
    first: Lasting | None = None
    sessions: list[Session] = field(default_factory=list)
    gone: set[date] = field(default_factory=set)
    excluded: set[datetime] = field(default_factory=set)
    endless: bool = False
    tail: int = 0
    followed: bool = True
    doubts: list[tuple[str, dict[str, str]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Slot:
    """A date of the set, in the zone of the event and without it.

    It has a ``length`` when that is its own; ``days`` tells that it says no hour.
    """

    start: datetime
    length: timedelta | None = None
    days: bool = False


def expanded(group: Sequence[Any], zone: ZoneInfo, today: date) -> Expansion:
    """The dates of a series and of the events that change some of them; two years ahead if it is endless.

    Args:
        group: the series, then the events with a RECURRENCE-ID, as the library reads them.
        zone: where a clock shows the hours.
        today: the day of the import.
    """
    main = group[0]
    start = main["DTSTART"].dt
    first = day_of(local(start, zone))
    found = Expansion(limit=max(first, today) + _AHEAD)
    slots = _slots(main, zone, found)
    for rank, one in _changes(group):
        if not from_then_on(one) and in_zone_of(one["RECURRENCE-ID"].dt, start) in found.excluded:
            when = _when(one, _Slot(naive(one["DTSTART"].dt)), zone)
            found.doubts.append(("seance-otee-et-changee", {"seance": when.words()}))
            continue
        slots = _changed(slots, (rank, one), main, found, zone)
        found.tail = rank if from_then_on(one) else found.tail
    told = (session for _, session in slots.values())
    followed = (one for one in told if not found.endless or max(one.when.day, one.planned) <= found.limit)
    found.sessions = sorted(followed, key=lambda one: (one.when.day, one.planned, one.source))
    return found


def _changes(group: Sequence[Any]) -> list[tuple[int, Any]]:
    """Those that change all dates from one on come first: what is said of one date only has the last word."""
    changes = list(enumerate(group[1:], 1))
    return sorted(changes, key=lambda one: (not from_then_on(one[1]), naive(one[1]["RECURRENCE-ID"].dt)))


def from_then_on(event: Any) -> bool:
    """Whether it changes all dates from one on, rather than one."""
    return str(event["RECURRENCE-ID"].params.get("RANGE", "")).upper() == "THISANDFUTURE"


_Slots = dict[datetime, tuple[_Slot, Session]]


def _slots(main: Any, zone: ZoneInfo, found: Expansion) -> _Slots:
    """The set of § 3.8.5: the start, the rules, the dates added, less those excluded."""
    start: date = main["DTSTART"].dt
    rules = _each(main, "RRULE")
    keys = {naive(start): _Slot(naive(start))}
    if rules and all(is_over(rule, start) for rule in rules):
        keys = {}  # what calendars leave of a series whose dates were all deleted
    ruled = _add_rules(rules, keys, start, found)
    for begin, end in main.rdates:
        key = in_zone_of(begin, start)
        days = isinstance(start, datetime) and not isinstance(begin, datetime)
        keys[key] = _Slot(key, in_zone_of(end, begin) - naive(begin) if end else None, days=days)
        if days:
            found.doubts.append(("date-en-plus-sans-heure", {"date": write_date(begin)}))
    for rule in _each(main, "EXRULE"):
        for one in rule_dates(rule, start, found.limit).dates:
            keys.pop(one, None)
    _exclude(main, keys, zone, found)
    found.first = _when(main, _Slot(naive(start)), zone)
    told: _Slots = {}
    for key in sorted(keys):
        when = _when(main, keys[key], zone)
        told[key] = keys[key], Session(when.day, when, ruled=key in ruled)
    return told


def _add_rules(
    rules: Sequence[Any], keys: dict[datetime, _Slot], start: date, found: Expansion
) -> set[datetime]:
    """Add the dates of the rules and give them back; what is doubtful of them is noted."""
    given = [rule_dates(rule, start, found.limit) for rule in rules]
    found.endless = any(one.endless for one in given)
    found.followed = all(one.followed for one in given)
    for one in given:
        keys |= {day: _Slot(day) for day in one.dates}
        if one.doubtful_end:
            found.doubts.append(("fin-de-regle-douteuse", {"fin": one.doubtful_end}))
    if rules and keys and found.followed and not any(naive(start) in one.dates[:1] for one in given):
        found.doubts.append(("debut-hors-regle", {}))
    return {day for one in given for day in one.dates} if found.followed else set()


def _when(event: Any, slot: _Slot, zone: ZoneInfo) -> Lasting:
    """One date of the event, which lasts as long as the first unless it says otherwise."""
    start, end = event["DTSTART"].dt, end_of(event)
    if slot.days:
        return lasting(slot.start.date(), None, zone)
    length = slot.length if slot.length is not None else _length(start, end)
    begin = like(slot.start, start)
    finish = like(slot.start + length, start) if length is not None else None
    return lasting(begin, finish, zone, whole_days=says_whole_days(event))


def _on_day(keys: Iterable[datetime], day: date) -> list[datetime]:
    return [other for other in keys if other.date() == naive(day).date()]


def _exclude(main: Any, keys: dict[datetime, _Slot], zone: ZoneInfo, found: Expansion) -> None:
    """EXDATE; one of another type than the start, or of another hour, is about the whole day."""
    start: date = main["DTSTART"].dt
    for one in main.exdates:
        key = in_zone_of(one, start)
        same_type = isinstance(one, datetime) == isinstance(start, datetime)
        left = [key, naive(local(one, zone))] if same_type else _on_day(keys, one)
        known = [other for other in dict.fromkeys(left) if other in keys]
        found.excluded.update(left)
        found.gone |= {_when(main, keys.pop(other), zone).day for other in known}
        same_day = [other for other in keys if other.date() == key.date()]
        if not known and same_day:
            values = {"exception": _when(main, keys[same_day[0]], zone).words()}
            found.doubts.append(("exception-a-cote", values))
            found.gone |= {_when(main, keys.pop(other), zone).day for other in same_day}


def _changed(slots: _Slots, change: tuple[int, Any], main: Any, found: Expansion, zone: ZoneInfo) -> _Slots:
    """The dates once an event with a RECURRENCE-ID has replaced one of them, or all from one on."""
    rank, one = change
    start: date = main["DTSTART"].dt
    planned = one["RECURRENCE-ID"].dt
    key = in_zone_of(planned, start)
    if isinstance(planned, datetime) != isinstance(start, datetime):
        key = next((other for other in slots if other.date() == key.date()), key)
    if not from_then_on(one):
        day = slots[key][1].planned if key in slots else day_of(local(like(key, start), zone))
        own = naive(one["DTSTART"].dt)
        session = Session(day, _when(one, _Slot(own), zone), rank)
        return {**slots, key: (_Slot(own), session)}
    moved = in_zone_of(one["DTSTART"].dt, start) - key
    told = dict(slots)
    if key not in {*slots, *found.excluded}:  # between two dates, or after all: it is one of its own too
        alone = _Slot(naive(one["DTSTART"].dt))
        told[key] = alone, Session(key.date(), _when(one, alone, zone), rank)
    for other, (slot, session) in slots.items():
        if other >= key:
            then = replace(slot, start=other + moved)
            when = _when_like(one, then, main, zone)
            told[other] = then, Session(session.planned, when, rank)
    return told


def _when_like(one: Any, slot: _Slot, main: Any, zone: ZoneInfo) -> Lasting:
    """A date moved with those that follow: at the hour of the change, as long as it."""
    own, usual = one["DTSTART"].dt, main["DTSTART"].dt
    end = end_of(one)
    length = _length(own, end)
    model = usual if isinstance(own, datetime) == isinstance(usual, datetime) else own
    finish = like(slot.start + length, model) if length is not None else None
    return lasting(like(slot.start, model), finish, zone, whole_days=says_whole_days(one))


def _length(start: date, end: date | None) -> timedelta | None:
    """How long it lasts by the clock of its start: until the same hour, whatever the season (§ 3.8.5.3)."""
    return in_zone_of(end, start) - naive(start) if end else None


def _each(event: Any, name: str) -> list[Any]:
    found = event.get(name, [])
    return found if isinstance(found, list) else [found]
