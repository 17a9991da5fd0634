"""What every client reads alike, Outlook's subset of RFC 5545 first: the faults of a feed, in words.

Each rule comes from a public thread of some calendar program; see decision 0052.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

CLASSIC = re.compile(r"FREQ=YEARLY;BYMONTH=\d{1,2};BYDAY=(?:-1|[123])(?:MO|TU|WE|TH|FR|SA|SU)")
PARTS = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "UNTIL", "COUNT"}
FORBIDDEN = ("RDATE", "EXRULE", "DURATION")
ONCE = ("UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "SUMMARY", "STATUS", "CLASS")
TEXTS = re.compile(r"(?:SUMMARY|DESCRIPTION|LOCATION|NAME|X-WR-CALNAME)")


@dataclass
class Part:
    """A component, its lines as name, parameters and value, and those inside it."""

    kind: str
    lines: list[tuple[str, str, str]] = field(default_factory=list)
    inside: list["Part"] = field(default_factory=list)

    def all(self, name: str) -> list[tuple[str, str]]:
        return [(parameters, value) for one, parameters, value in self.lines if one == name]

    def one(self, name: str) -> tuple[str, str]:
        return next(iter(self.all(name)), ("", ""))


def faults(data: bytes) -> Iterator[str]:
    """Each rule that the feed breaks; nothing when every client reads it."""
    if octets := [*_octets(data)]:
        yield from octets
        return
    calendar = _parsed(data)
    zones = {one.one("TZID")[1]: one for one in calendar.inside if one.kind == "VTIMEZONE"}
    events = [one for one in calendar.inside if one.kind == "VEVENT"]
    for name in ("VERSION", "PRODID", "METHOD", "NAME", "X-WR-CALNAME"):
        if len(calendar.all(name)) != 1:
            yield f"{name} once"
    for name, _, value in calendar.lines:
        yield from _text(name, value)
    for name, zone in zones.items():
        yield from (f"VTIMEZONE {name}: {one}" for one in _zone(zone))
    for event in events:
        yield from (f"{event.one('SUMMARY')[1]}: {one}" for one in _event(event, zones.keys()))
    masters = {event.one("UID")[1] for event in events if not event.all("RECURRENCE-ID")}
    yield from (f"without master: {one.one('UID')}" for one in events if one.one("UID")[1] not in masters)
    names = Counter((one.one("UID")[1], one.one("RECURRENCE-ID")[1]) for one in events)
    yield from (f"twice: {name}" for name, number in names.items() if number > 1)
    used = {found[1] for event in events for _, parameters, _ in event.lines if (found := _tzid(parameters))}
    yield from (f"zone of no use: {name}" for name in zones.keys() - used)


def _octets(data: bytes) -> Iterator[str]:
    *lines, last = data.split(b"\r\n")
    if last or b"\r" in b"".join(lines) or b"\n" in b"".join(lines):
        yield "lines end in CRLF"
    for line in lines:
        if len(line) > 75:
            yield f"more than 75 octets: {line!r}"
        if not line.strip():
            yield "empty line"
        try:
            line.decode()
        except UnicodeDecodeError:
            yield f"folded inside a letter: {line!r}"


def _parsed(data: bytes) -> Part:
    stack = [Part("")]
    for line in data.decode().replace("\r\n ", "").split("\r\n"):
        head, _, value = line.partition(":")
        while head.count('"') % 2:
            more, _, value = value.partition(":")
            head += f":{more}"
        name, _, parameters = head.partition(";")
        if name == "BEGIN":
            stack[-1].inside.append(Part(value))
            stack.append(stack[-1].inside[-1])
        elif name == "END":
            assert stack.pop().kind == value
        elif name:
            stack[-1].lines.append((name, parameters, value))
    return stack[0].inside[0]


def _zone(zone: Part) -> Iterator[str]:
    if len(zone.inside) not in {1, 2}:
        yield "one or two observances"
    for one in zone.inside:
        if one.all("RDATE"):
            yield "RDATE"
        if one.one("DTSTART")[1][:4] != "1970":
            yield f"starts in 1970: {one.one('DTSTART')}"
        rules = [value for _, value in one.all("RRULE")]
        if len(rules) != len(zone.inside) - 1 or not all(map(CLASSIC.fullmatch, rules)):
            yield f"the classic rule: {rules}"


def _event(event: Part, zones) -> Iterator[str]:
    for name in FORBIDDEN:
        if event.all(name):
            yield f"no {name}"
    for name in ONCE:
        if len(event.all(name)) != 1:
            yield f"{name} once"
    for name, parameters, value in event.lines:
        yield from _text(name, value)
        if not value:
            yield f"empty {name}"
        if (zone := _tzid(parameters)) and zone[1] not in zones:
            yield f"unknown zone {zone[1]}"
    yield from _dates(event)


def _dates(event: Part) -> Iterator[str]:
    start, first = event.one("DTSTART")
    if "VALUE=DATE" not in start and not _tzid(start) and not first.endswith("Z"):
        yield "floating hours"
    for name in ("EXDATE", "RECURRENCE-ID"):
        for parameters, value in event.all(name):
            # That of a moved date has the type and zone of the series, which its own start may not have.
            same = parameters == start or name == "RECURRENCE-ID"
            if not same or any(len(one) not in {8, 15} for one in value.split(",")):
                yield f"{name} is of the type of DTSTART: {parameters} {value}"
    end = event.one("DTEND")
    if end[1] and (end[0] != start or end[1] <= first):
        yield f"ends after it starts: {first} {end}"
    yield from _rule(event, dated="VALUE=DATE" in start)


def _rule(event: Part, *, dated: bool) -> Iterator[str]:
    rules = event.all("RRULE")
    if len(rules) > 1 or (rules and event.all("RECURRENCE-ID")):
        yield "one RRULE at most"
    for _, value in rules:
        parts = dict(one.split("=") for one in value.split(";"))
        if value != value.upper() or not parts.keys() <= PARTS:
            yield f"a part that not all know: {value}"
        if "UNTIL" in parts and len(parts["UNTIL"]) != (8 if dated else 16):
            yield f"UNTIL of the type of DTSTART: {value}"


def _text(name: str, value: str) -> Iterator[str]:
    if TEXTS.fullmatch(name) and re.search(r"(?<!\\)(?:\\\\)*[,;]|(?<!\\)(?:\\\\)*\\[^\\,;nN]", value):
        yield f"{name} is not escaped: {value}"


def _tzid(parameters: str) -> re.Match[str] | None:
    return re.search(r"(?:^|;)TZID=([^;]+)", parameters)
