"""What subscribers last received of each event, so that a change says that it is one.

A calendar program keeps what it knows of an event until SEQUENCE or LAST-MODIFIED grows (RFC 5545 § 3.8.7.3
and 3.8.7.4). A build has no memory but what it last published: the feed of all events in ``build/`` is read
back, each event is compared with what it said there, octet for octet, and only one that differs gets new
marks. So the same content, the same day and the same former build give the same bytes, and a build after that
changes nothing.

Without a former feed, marks are those that editors state (``revision``, ``modifie_le``), else fixed ones.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

_NEVER_REVISED = date(2020, 1, 1)
"""The mark of events never known to have changed: any fixed day."""
_BEGIN, _END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"
_MARKS = re.compile(
    rb"UID:(?P<uid>[^\r]*)\r\nDTSTAMP:(?P<stamp>\d{8})T000000Z\r\nLAST-MODIFIED:\d{8}T000000Z\r\n"
    rb"SEQUENCE:(?P<sequence>\d{1,9})\r\n"
)
_NAME = re.compile(rb"X-FILQUARTIERS-UID:(?P<uid>[^\r]*)\r\n")
_SUFFIX = re.compile(r"-\d{8}$")  # of a date that stands beside its series
_WHEN_AND_WHERE = re.compile(rb"^(?:DTSTART|DTEND|RRULE|LOCATION)[:;].*\r\n(?: .*\r\n)*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Vevent:
    """A VEVENT: its UID, and its lines but for those that tell its version."""

    uid: str
    lines: bytes


@dataclass(frozen=True, slots=True)
class _Version:
    """What was published under a UID: the day and the number of its last change, all its lines."""

    stamp: date
    sequence: int
    lines: tuple[bytes, ...]


@dataclass(frozen=True)
class Former:
    """The events of the feed last published, by UID, seen on ``today``."""

    today: date
    versions: Mapping[str, _Version] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    """The UID published of an event that has changed its own name since."""

    def renamed(self, told: Mapping[str, tuple[Vevent, ...]]) -> dict[str, str]:
        """The UID to publish of each event that keeps a former one, by its own; ``told`` are all, by UID.

        A title gives its own UID to an event that states none. So an event that is new, while a single one of
        the same days, hours and place is gone, is the same one under another title.
        """
        kept = {own: uid for own, uid in self.names.items() if own in told and uid not in told}
        mains = {uid for uid in self.versions if not _SUFFIX.search(uid)}
        gone = _grouped(
            (uid, self.versions[uid].lines[0]) for uid in sorted(mains - told.keys() - set(kept.values()))
        )
        fresh = _grouped((uid, parts[0].lines) for uid, parts in told.items() if uid not in {*mains, *kept})
        for place, uids in fresh.items():
            if len(uids) == 1 and len(former := gone.get(place, [])) == 1:
                kept[uids[0]] = former[0]
        return kept


def under(parts: Iterable[Vevent], own: str, uid: str) -> tuple[Vevent, ...]:
    """The parts of an event under the UID it had before, with its own beside for the next build."""
    name = f"X-FILQUARTIERS-UID:{own}\r\n".encode()
    return tuple(
        Vevent(uid + part.uid.removeprefix(own), part.lines + (name if part.uid == own else b""))
        for part in parts
    )


def read_former(data: bytes, today: date) -> Former | None:
    """The feed of all events as we published it; None when there is none, or it is not ours to read."""
    versions: dict[str, _Version] = {}
    names: dict[str, str] = {}
    for piece in data.split(_BEGIN)[1:]:
        found = _MARKS.match(piece)
        if found is None:
            continue
        uid, lines = found["uid"].decode(errors="replace"), piece[found.end() : piece.find(_END)]
        before = versions.get(uid)
        try:
            stamp = date.fromisoformat(found["stamp"].decode())
        except ValueError:
            continue
        versions[uid] = _Version(stamp, int(found["sequence"]), (*(before.lines if before else ()), lines))
        if own := _NAME.search(lines):
            names[own["uid"].decode(errors="replace")] = uid
    return Former(today, versions, names) if versions else None


def published(parts: Iterable[Vevent], former: Former | None, sequence: int, revised: date | None) -> bytes:
    """The parts as VEVENT, each with the version of its UID; ``sequence`` and ``revised`` are an editor's."""
    lines: dict[str, list[bytes]] = {}
    for part in parts:
        lines.setdefault(part.uid, []).append(part.lines)
    return b"".join(
        b"".join((_BEGIN, marks, one, _END))
        for uid, found in lines.items()
        for marks in (_marks(uid, _version(uid, tuple(found), former, sequence, revised)),)
        for one in found
    )


def _version(
    uid: str, lines: tuple[bytes, ...], former: Former | None, sequence: int, revised: date | None
) -> _Version:
    """What an editor states is a floor: what subscribers have seen never goes back."""
    stated = revised or _NEVER_REVISED
    if former is None:
        return _Version(stated, sequence, lines)
    before = former.versions.get(uid)
    if before is None:
        return _Version(max(stated, former.today), sequence, lines)
    if before.lines == lines:
        return _Version(max(stated, before.stamp), max(sequence, before.sequence), lines)
    return _Version(max(stated, before.stamp, former.today), max(sequence, before.sequence + 1), lines)


def _marks(uid: str, version: _Version) -> bytes:
    stamp = f"{version.stamp:%Y%m%d}T000000Z"
    told = f"UID:{uid}\r\nDTSTAMP:{stamp}\r\nLAST-MODIFIED:{stamp}\r\nSEQUENCE:{version.sequence}\r\n"
    return told.encode()


def _grouped(events: Iterable[tuple[str, bytes]]) -> dict[bytes, list[str]]:
    """The UIDs of what takes place at the same hours of the same days in the same place: its words apart."""
    found: dict[bytes, list[str]] = {}
    for uid, lines in events:
        found.setdefault(b"".join(_WHEN_AND_WHERE.findall(lines)), []).append(uid)
    return found
