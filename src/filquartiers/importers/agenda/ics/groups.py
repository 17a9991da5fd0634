"""Which events of a calendar belong together, which are the same, and by what name each is known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from itertools import count
from typing import Any

from filquartiers.importers.agenda.ics.lines import Component
from filquartiers.importers.agenda.ics.texts import plain_line, title_state
from filquartiers.problems import Problem, Where, problem

_PUBLIC = frozenset(("", "PUBLIC"))


@dataclass(frozen=True)
class Told:
    """An event as its calendar tells it, with the place of its first line and all its lines."""

    where: Where
    event: Any
    component: Component

    @property
    def method(self) -> str:
        """The METHOD of its calendar (RFC 5546), in capitals."""
        return self.component.method

    @cached_property
    def uid(self) -> str:
        """Its UID; none when it has not got one."""
        return text_of(self.event, "UID")

    @cached_property
    def typed_title(self) -> str:
        """Its title with the state that it may announce."""
        return plain_line(text_of(self.event, "SUMMARY"))

    @cached_property
    def title(self) -> str:
        """Its title alone."""
        return title_state(self.typed_title)[0]

    @cached_property
    def state(self) -> str:
        """« annulé », « complet » or nothing: what its title, its STATUS or its calendar says."""
        if self.method == "CANCEL" or text_of(self.event, "STATUS").upper() in {"CANCELLED", "CANCELED"}:
            return "annulé"
        return title_state(self.typed_title)[1]

    @property
    def private(self) -> bool:
        """Whether it is not for the public; a class that is not known is not either (§ 3.8.1.3)."""
        names = ("CLASS", "X-CALENDARSERVER-ACCESS")
        return any(text_of(self.event, name).upper() not in _PUBLIC for name in names)

    @property
    def changes_one(self) -> bool:
        """Whether it is about one date of a series."""
        return "RECURRENCE-ID" in self.event

    @cached_property
    def version(self) -> int:
        """Its SEQUENCE; 0 when it says none."""
        number = text_of(self.event, "SEQUENCE")
        return int(number) if number.isdecimal() else 0

    @property
    def start(self) -> str:
        """When it starts, as its calendar says."""
        return str(self.event["DTSTART"].dt)

    @cached_property
    def content(self) -> bytes:
        """All that it says but for the time it was written."""
        lines = self.event.to_ical().split(b"\r\n")
        marks = (b"DTSTAMP", b"CREATED", b"LAST-MODIFIED")
        return b"\n".join(sorted(line for line in lines if not line.startswith(marks)))


@dataclass(frozen=True)
class Bundle:
    """A series or a single event, and the changes to some of its dates; it is known by its ``key``."""

    main: Told
    key: str
    changes: tuple[Told, ...] = field(default=())

    @property
    def where(self) -> Where:
        """The place of the series."""
        return self.main.where

    @property
    def private(self) -> bool:
        """Whether the whole is left out."""
        return self.main.private

    @property
    def events(self) -> tuple[Told, ...]:
        """The series, then its changes."""
        return (self.main, *self.changes)


def text_of(event: Any, name: str) -> str:
    """A text property; one that comes several times, against the standard, keeps all its values."""
    found = event.get(name, [])
    return ", ".join(str(one).strip() for one in (found if isinstance(found, list) else [found]))


def grouped(told: Sequence[Told], problems: list[Problem]) -> Iterator[Bundle]:
    """Each series with the dates changed in it; of several versions of one event, the newest only.

    Different events that share a UID, or have none, are all kept: each gets a name of its own.
    """
    keys: dict[str, bytes] = {}
    for bundle in _bundles(told, problems):
        key = next(
            name for name in _names(bundle) if keys.get(name, bundle.main.content) == bundle.main.content
        )
        keys[key] = bundle.main.content
        yield replace(bundle, key=key)


def _names(bundle: Bundle) -> Iterator[str]:
    """Its name, then the same with its hour, then with a number: two events never share one."""
    yield bundle.key
    yield f"{bundle.key} {bundle.main.start[11:16]}".strip()
    yield from (f"{bundle.key} {number}" for number in count(2))


def _bundles(told: Sequence[Told], problems: list[Problem]) -> Iterator[Bundle]:
    found: dict[str, list[Told]] = {}
    for rank, one in enumerate(told):
        found.setdefault(one.uid or f"\n{rank}", []).append(one)
    for same in found.values():
        wholes = _newest([one for one in same if not one.changes_one], problems)
        changes = _last_words([one for one in same if one.changes_one], problems)
        if not wholes:
            yield from (Bundle(one, _dated(one, one.uid)) for one in changes)
            continue
        yield from _named(wholes, changes, problems)


def _named(wholes: Sequence[Told], changes: Sequence[Told], problems: list[Problem]) -> Iterator[Bundle]:
    """The events that are left under one UID, with the changes for the one that they are about."""
    first, series = wholes[0], next((one for one in wholes if _comes_back(one)), wholes[0])
    if len({one.content for one in wholes}) == 1:
        name = first.uid or _dated(first, first.typed_title)
        for one in wholes:  # copies: told as such when their names meet
            yield Bundle(one, name, tuple(changes) if one is first else ())
        return
    others = ", ".join(f"ligne {one.where.line}" for one in wholes[1:])
    problems.append(problem("meme-uid", first.where, uid=first.uid, titre=first.title, autres=others))
    for one in wholes:
        yield Bundle(one, _dated(one, one.uid), tuple(changes) if one is series else ())


def _dated(one: Told, name: str) -> str:
    """A name with the day that it is about."""
    when = one.event["RECURRENCE-ID" if one.changes_one else "DTSTART"].dt
    day = when.date() if isinstance(when, datetime) else when
    return f"{name} {day.isoformat()}"


def _comes_back(one: Told) -> bool:
    return "RRULE" in one.event or "RDATE" in one.event


def _newest(wholes: list[Told], problems: list[Problem]) -> list[Told]:
    """Without the older versions: those of a lower SEQUENCE that say the same title or the same start."""
    kept: list[Told] = []
    for one in wholes:
        newer = [
            other
            for other in wholes
            if other.version > one.version and (other.title == one.title or other.start == one.start)
        ]
        if newer:
            problems.append(problem("version-ancienne", one.where, titre=one.title))
        else:
            kept.append(one)
    return kept


def _last_words(changes: list[Told], problems: list[Problem]) -> list[Told]:
    """Of what is said several times of one date, the newest; the last in the file when nothing tells."""
    found: dict[str, Told] = {}
    for one in changes:
        key = str(one.event["RECURRENCE-ID"].dt) + str(one.event["RECURRENCE-ID"].params.get("RANGE", ""))
        before = found.get(key)
        if before is None or one.version >= before.version:
            found[key] = one
        if before is not None and one.content != before.content:
            problems.append(problem("version-ancienne", before.where, titre=before.title))
    return list(found.values())
