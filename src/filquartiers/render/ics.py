"""Events → an iCalendar file (RFC 5545, with the calendar properties of RFC 7986)."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, Timezone, vRecur

from filquartiers.model.agenda.describe import describe_occurrence
from filquartiers.model.agenda.portions import portions
from filquartiers.model.agenda.schedule import Change, Occurrence, Schedule
from filquartiers.model.agenda.series import Series, series
from filquartiers.render.vtimezone import vtimezone

_END = b"END:VCALENDAR\r\n"
_PRODID = "-//Au fil des quartiers//filquartiers//FR"
_PREFIXES = {Change.CANCELLED: "Annulé : ", Change.FULL: "Complet : "}
_TIMEZONE_YEARS = 10
"""How long after the last date of the feed its VTIMEZONE stays right: rules without end go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IcsEvent:
    """An event of a feed.

    ``uid`` never changes. ``revised`` moves only when the event does: it gives DTSTAMP and LAST-MODIFIED;
    so does ``sequence``. ``position`` is latitude and longitude in degrees.
    """

    uid: str
    schedule: Schedule
    summary: str
    revised: date
    sequence: int = 0
    description: str = ""
    location: str = ""
    url: str = ""
    categories: tuple[str, ...] = ()
    position: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What the calendar says of itself: ``source`` is the address where it is found again."""

    name: str
    description: str = ""
    source: str = ""
    url: str = ""
    color: str = ""
    refresh: timedelta = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event as it stands in any feed: written once, however many feeds hold it.

    ``timezone`` is empty when no hour refers to one; ``first`` is its first day.
    """

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
    return feed_bytes(feed, filter(None, (tell(event, horizon) for event in events)), horizon=horizon)


def tell(event: IcsEvent, horizon: date) -> ToldEvent | None:
    """The event with its exceptions, ready for `feed_bytes`; None without any date.

    Raises:
        Refusal: a schedule that `review` would have refused.
    """
    found = list(_series(event, horizon))
    if not found:
        return None
    data = b"".join(part.to_ical(sorted=False) for one, told in found for part in _components(one, told))
    timed = any(_is_timed(told) for _, told in found)
    return ToldEvent(event.schedule.timezone if timed else "", min(told.first.day for _, told in found), data)


def _series(event: IcsEvent, horizon: date) -> Iterator[tuple[IcsEvent, Series]]:
    """One series for each hour, as calendars repeat them; from the second on, the UID says so."""
    for rank, portion in enumerate(portions(event.schedule), start=1):
        uid = event.uid if rank == 1 else f"{event.uid}-{rank}"
        if told := series(portion, horizon):
            yield replace(event, uid=uid, schedule=portion), told


def feed_bytes(feed: Feed, events: Iterable[ToldEvent], *, horizon: date) -> bytes:
    """As `calendar_bytes`, from events already told."""
    told = tuple(events)
    calendar = _calendar(feed)
    for timezone in _timezones(told, horizon):
        calendar.add_component(timezone)
    head = bytes(calendar.to_ical(sorted=False)).removesuffix(_END)
    return b"".join((head, *(event.data for event in told), _END))


def _calendar(feed: Feed) -> Calendar:
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", _PRODID)
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    _add_stated(calendar, {"NAME": feed.name, "X-WR-CALNAME": feed.name})
    calendar.add("REFRESH-INTERVAL", feed.refresh, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", feed.refresh, parameters={"VALUE": "DURATION"})
    _add_stated(calendar, {"DESCRIPTION": feed.description, "URL": feed.url, "COLOR": feed.color})
    if feed.source:
        calendar.add("SOURCE", feed.source, parameters={"VALUE": "URI"})
    return calendar


def _timezones(events: tuple[ToldEvent, ...], horizon: date) -> Iterator[Timezone]:
    """A VTIMEZONE for each zone that an hour refers to, by name."""
    for name in sorted({event.timezone for event in events if event.timezone}):
        first = min(event.first for event in events if event.timezone == name)
        yield vtimezone(name, first.year - 1, max(first, horizon).year + _TIMEZONE_YEARS)


def _is_timed(told: Series) -> bool:
    return any(one.start for one in (told.first, *told.overridden))


def _components(event: IcsEvent, told: Series) -> Iterator[Event]:
    """The main VEVENT, then one for each date that differs."""
    main = _event(event, told.first)
    if told.rrule:
        main.add("RRULE", _recurrence(told))
    _add_dates(main, "EXDATE", told.excluded, told.first)
    _add_dates(main, "RDATE", told.added, told.first)
    yield main
    for occurrence in told.overridden:
        component = _event(event, occurrence)
        component.add("RECURRENCE-ID", _start(occurrence.original, told.first))
        yield component


def _event(event: IcsEvent, occurrence: Occurrence) -> Event:
    component = Event()
    component.add("UID", event.uid)
    stamp = datetime.combine(event.revised, datetime.min.time(), UTC)
    component.add("DTSTAMP", stamp)
    component.add("LAST-MODIFIED", stamp)
    component.add("SEQUENCE", event.sequence)
    _add_period(component, occurrence)
    cancelled = occurrence.change is Change.CANCELLED
    component.add("STATUS", "CANCELLED" if cancelled else "CONFIRMED")
    component.add("TRANSP", "OPAQUE" if occurrence.start and not cancelled else "TRANSPARENT")
    _add_stated(
        component,
        {
            "SUMMARY": _summary(event, occurrence),
            "DESCRIPTION": _description(event, occurrence),
            "LOCATION": event.location,
            "URL": event.url,
        },
    )
    if event.categories:
        component.add("CATEGORIES", [_printable(category) for category in event.categories])
    if event.position:
        component.add("GEO", event.position)
    return component


def _add_period(component: Event, occurrence: Occurrence) -> None:
    """DTSTART and DTEND; a whole day ends, exclusively, on the day after (§ 3.6.1)."""
    if occurrence.start is None:
        component.add("DTSTART", occurrence.day)
        component.add("DTEND", occurrence.last_day + timedelta(days=1))
        return
    component.add("DTSTART", occurrence.start)
    if occurrence.closing:
        component.add("DTEND", occurrence.closing)


def _summary(event: IcsEvent, occurrence: Occurrence) -> str:
    """What the change is comes first: many calendars show nothing else of it."""
    return (_PREFIXES.get(occurrence.change, "") if occurrence.change else "") + event.summary


def _description(event: IcsEvent, occurrence: Occurrence) -> str:
    moved = occurrence.change is Change.MOVED
    told = f"{describe_occurrence(occurrence)}." if moved else ""
    return "\n\n".join(part for part in (told, occurrence.note, event.description) if part)


def _recurrence(told: Series) -> vRecur:
    """The RRULE; UNTIL is in UTC when the series has hours (§ 3.3.10)."""
    parts = dict(told.rrule)
    if told.until:
        parts["UNTIL"] = _until(told.until, told.first)
    recurrence: vRecur = vRecur.from_ical(";".join(f"{name}={value}" for name, value in parts.items()))
    return recurrence


def _until(day: date, first: Occurrence) -> str:
    last = _start(day, first)
    return f"{last.astimezone(UTC):%Y%m%dT%H%M%SZ}" if isinstance(last, datetime) else f"{last:%Y%m%d}"


def _add_dates(component: Event, name: str, days: tuple[date, ...], first: Occurrence) -> None:
    """EXDATE or RDATE, on one line."""
    if days:
        parameters: dict[str, str] = {} if first.start else {"VALUE": "DATE"}
        component.add(name, [_start(day, first) for day in days], parameters=parameters)


def _start(day: date, first: Occurrence) -> date | datetime:
    """Where the series puts that day: a date, or the same local hour as its first."""
    return datetime.combine(day, first.start.timetz()) if first.start else day


def _add_stated(component: Calendar | Event, values: dict[str, str]) -> None:
    for name, value in values.items():
        if value:
            component.add(name, _printable(value))


def _printable(text: str) -> str:
    """``text`` without the control characters that § 3.1 forbids; line ends stay."""
    return "".join(char for char in text if char == "\n" or unicodedata.category(char) != "Cc")
