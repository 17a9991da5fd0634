"""Events → an iCalendar file (RFC 5545, with the calendar properties of RFC 7986), as every client reads it.

Only what all clients understand alike is written: one RRULE at most, no RDATE (a date beside the rule is a
VEVENT of its own), the classic VTIMEZONE.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from filquartiers.model.agenda.describe import describe_occurrence
from filquartiers.model.agenda.expand import occurrence_on
from filquartiers.model.agenda.portions import portions
from filquartiers.model.agenda.schedule import Change, Occurrence, Schedule
from filquartiers.model.agenda.series import Series, series
from filquartiers.render.content_lines import content_line, moment_value, printable, text_value, timed_line
from filquartiers.render.former import Former, Vevent, published
from filquartiers.render.vtimezone import vtimezone

_PRODID = "-//Au fil des quartiers//filquartiers//FR"
_PREFIXES = {Change.CANCELLED: "Annulé : ", Change.FULL: "Complet : "}
_TIMEZONE_YEARS = 10
"""How long after the last date of the feed its VTIMEZONE must be right: rules without end go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IcsEvent:
    """An event of a feed.

    ``uid`` never changes. ``revised`` and ``sequence`` are what the editor says of its last change, if
    anything: see `former` for what is told of changes. ``position`` is latitude and longitude in degrees;
    ``organizer`` a name and an e-mail address.
    """

    uid: str
    schedule: Schedule
    summary: str
    revised: date | None = None
    sequence: int = 0
    description: str = ""
    location: str = ""
    url: str = ""
    categories: tuple[str, ...] = ()
    position: tuple[float, float] | None = None
    organizer: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What the calendar says of itself: ``source`` is the address where it is found again."""

    name: str
    description: str = ""
    source: str = ""
    url: str = ""
    color: str = ""
    refresh: str = "PT12H"


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event with all its exceptions, told once, however many feeds hold it.

    ``timezone`` is empty when no hour refers to one; ``first`` is its first day.
    """

    event: IcsEvent
    timezone: str
    first: date
    parts: tuple[Vevent, ...]


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """A `ToldEvent` with the marks of its version, as it stands in any feed."""

    timezone: str
    first: date
    data: bytes


def calendar_bytes(feed: Feed, events: Iterable[IcsEvent], *, horizon: date) -> bytes:
    """The feed as a file: CRLF, lines folded at 75 octets, events in the order given.

    Args:
        feed: its name and where it is found.
        events: those without any date are left out.
        horizon: the last day up to which endless exceptions are listed (see `series`).

    Raises:
        Refusal: a schedule that `review` would have refused.
    """
    told = filter(None, (tell(event, horizon) for event in events))
    return feed_bytes(feed, map(stamp, told), horizon=horizon)


def tell(event: IcsEvent, horizon: date) -> ToldEvent | None:
    """The event with its exceptions; None without any date.

    Raises:
        Refusal: a schedule that `review` would have refused.
    """
    found = list(_series(event, horizon))
    if not found:
        return None
    firsts = (min((told.first, *told.overridden), key=lambda one: one.day) for _, told in found)
    return ToldEvent(
        event,
        event.schedule.timezone if any(_is_timed(told) for _, told in found) else "",
        min(one.day for one in firsts),
        tuple(part for one, told in found for part in _parts(one, told)),
    )


def _series(event: IcsEvent, horizon: date) -> Iterator[tuple[IcsEvent, Series]]:
    """One series for each hour, as calendars repeat them; from the second on, the UID says so."""
    for rank, portion in enumerate(portions(event.schedule), start=1):
        uid = event.uid if rank == 1 else f"{event.uid}-{rank}"
        if told := series(portion, horizon):
            yield replace(event, uid=uid, schedule=portion), told


def stamp(told: ToldEvent, former: Former | None = None) -> DatedEvent:
    """The event ready for `feed_bytes`; ``former`` is what was last published: what changed since says so."""
    data = published(told.parts, former, told.event.sequence, told.event.revised)
    return DatedEvent(told.timezone, told.first, data)


def feed_bytes(feed: Feed, events: Iterable[DatedEvent], *, horizon: date) -> bytes:
    """As `calendar_bytes`, from events already told."""
    told = tuple(events)
    head, zones = _head(feed), _timezones(told, horizon)
    return b"".join((*head, *zones, *(event.data for event in told), b"END:VCALENDAR\r\n"))


def _head(feed: Feed) -> Iterator[bytes]:
    """What stands before the events; names are texts, whose commas are escaped (RFC 7986 § 5.1)."""
    yield b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
    yield content_line("PRODID", _PRODID)
    yield b"CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"
    yield from _texts({"NAME": feed.name, "X-WR-CALNAME": feed.name, "DESCRIPTION": feed.description})
    yield content_line("REFRESH-INTERVAL", feed.refresh, VALUE="DURATION")
    yield content_line("X-PUBLISHED-TTL", feed.refresh)
    if feed.url:
        yield content_line("URL", printable(feed.url))
    yield from _texts({"COLOR": feed.color})
    if feed.source:
        yield content_line("SOURCE", printable(feed.source), VALUE="URI")


def _timezones(events: tuple[DatedEvent, ...], horizon: date) -> Iterator[bytes]:
    """A VTIMEZONE for each zone that an hour refers to, by name."""
    for name in sorted({event.timezone for event in events if event.timezone}):
        first = min(event.first for event in events if event.timezone == name)
        yield vtimezone(name, first.year - 1, max(first, horizon).year + _TIMEZONE_YEARS)


def _is_timed(told: Series) -> bool:
    return any(one.start for one in (told.first, *told.overridden))


def _parts(event: IcsEvent, told: Series) -> Iterator[Vevent]:
    """The VEVENT of the series, one for each of its dates that differs, then those beside it."""
    changed = {one.original: one for one in told.overridden}
    beside = sorted({*told.added, *(() if told.rrule else (told.first.original,))})
    if told.rrule:
        yield Vevent(event.uid, b"".join(_lines(event, told.first, *_recurrence(told))))
        for day in sorted(changed.keys() - set(beside)):
            mark = timed_line("RECURRENCE-ID", _start(day, told.first))
            yield Vevent(event.uid, b"".join(_lines(event, changed[day], mark)))
    elif event.schedule.start in beside:  # the date that its editor names goes by the name of the event
        beside.remove(event.schedule.start)
        beside.insert(0, event.schedule.start)
    for rank, day in enumerate(beside):
        uid = event.uid if rank == 0 and not told.rrule else f"{event.uid}-{day:%Y%m%d}"
        usual = told.first if day == told.first.original else occurrence_on(event.schedule, day)
        yield Vevent(uid, b"".join(_lines(event, changed.get(day) or usual)))


def _lines(event: IcsEvent, occurrence: Occurrence, *recurrence: bytes) -> Iterator[bytes]:
    """All that a VEVENT says but for its name and its version."""
    cancelled = occurrence.change is Change.CANCELLED
    yield from _period(occurrence)
    yield from recurrence
    yield content_line("STATUS", "CANCELLED" if cancelled else "CONFIRMED")
    yield content_line("TRANSP", "OPAQUE" if occurrence.start and not cancelled else "TRANSPARENT")
    yield b"CLASS:PUBLIC\r\n"
    yield from _texts(
        {
            "SUMMARY": _summary(event, occurrence),
            "DESCRIPTION": _description(event, occurrence),
            "LOCATION": event.location,
        }
    )
    if event.position:
        yield content_line("GEO", ";".join(map(str, event.position)))
    if event.url:
        yield content_line("URL", printable(event.url))
    if event.categories:
        yield content_line("CATEGORIES", ",".join(map(text_value, event.categories)))
    if event.organizer:
        name, mail = event.organizer
        yield content_line("ORGANIZER", f"mailto:{printable(mail)}", CN=name)


def _period(occurrence: Occurrence) -> Iterator[bytes]:
    """DTSTART and DTEND; a whole day ends, exclusively, on the day after (§ 3.6.1)."""
    if occurrence.start is None:
        yield timed_line("DTSTART", occurrence.day)
        yield timed_line("DTEND", occurrence.last_day + timedelta(days=1))
        return
    yield timed_line("DTSTART", occurrence.start)
    if occurrence.closing:
        yield timed_line("DTEND", occurrence.closing)


def _summary(event: IcsEvent, occurrence: Occurrence) -> str:
    """What the change is comes first: many calendars show nothing else of it."""
    return (_PREFIXES.get(occurrence.change, "") if occurrence.change else "") + event.summary


def _description(event: IcsEvent, occurrence: Occurrence) -> str:
    moved = occurrence.change is Change.MOVED
    told = f"{describe_occurrence(occurrence)}." if moved else ""
    return "\n\n".join(part for part in (told, occurrence.note, event.description) if part)


def _recurrence(told: Series) -> Iterator[bytes]:
    """The RRULE, whose UNTIL is in UTC when the series has hours (§ 3.3.10), and the days left out."""
    parts = [f"{name}={value}" for name, value in told.rrule]
    if told.until:
        last = _start(told.until, told.first)
        until = last.astimezone(UTC) if isinstance(last, datetime) else last
        parts.append(f"UNTIL={moment_value(until)}")
    yield content_line("RRULE", ";".join(parts))
    if told.excluded:
        yield timed_line("EXDATE", *(_start(day, told.first) for day in told.excluded))


def _start(day: date, first: Occurrence) -> date | datetime:
    """Where the series puts that day: a date, or the same local hour as its first."""
    return datetime.combine(day, first.start.timetz()) if first.start else day


def _texts(values: dict[str, str]) -> Iterator[bytes]:
    for name, value in values.items():
        if value:
            yield content_line(name, text_value(value))
