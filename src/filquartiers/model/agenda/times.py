"""French times of day and ranges of hours, read in all their usual forms and written in one."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from filquartiers.model.agenda.dates import DATE, read_date, write_date
from filquartiers.model.agenda.words import MONTH, excerpt, fold, tidy
from filquartiers.model.refusal import Refusal

_MINUTES = r"(?: ?\d{2}(?! ?h)(?: ?(?:min|mn|m)\b)?)?"
_CLOCK = rf"(?:\d{{1,2}} ?(?:heures?|h){_MINUTES}|\d{{1,2}}:\d{{2}}|midi|minuit)(?![a-z0-9])"
_COUNTED = "(?:fois|(?:seance|atelier|rencontre|rendez|date|cour|jour|semaine|moi|an)s?)"
_NO_COUNT = rf"(?![0-9:/.h-])(?! ?(?:h|heures?|er|e|eme|{MONTH}|{_COUNTED})\b)"
_UNTIL = r"(?: ?-> ?| ?[-/>→] ?| a | au | jusqu'a |,? jusqu'a )"
_END = rf"(?:{_CLOCK}|\d{{1,2}}{_NO_COUNT})"
_WORD = "(?:a partir de|a compter de|des|vers)"
_BOTH = rf"(?:de |a )?(?P<start>{_CLOCK}){_UNTIL}(?P<end>{_END})"
_BARE_START = rf"(?:de |a )?(?P<start>\d{{1,2}}){_UNTIL}(?P<end>{_CLOCK})"
_BETWEEN = rf"entre (?P<start>{_CLOCK}|\d{{1,2}}) et (?P<end>{_CLOCK})"
_SINGLE = rf"(?:a )?(?P<start>{_CLOCK})"
_WORDED = rf"(?P<word>{_WORD}) (?P<start>{_CLOCK})(?:{_UNTIL}(?P<end>{_END}))?"
_PATTERNS = (_WORDED, _BOTH, _BARE_START, _BETWEEN, _SINGLE)
_FORMS = tuple(map(re.compile, _PATTERNS))
_PARTS = re.compile(r"(\d{1,2}) ?(?:heures?|h|:)? ?(\d{2})?")

TIMES = "(?:" + "|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern) for pattern in _PATTERNS) + ")"
"""Pattern of a time or a range of hours inside a folded phrase, without groups."""

_MOMENT = re.compile(rf"(?:le )?(?P<date>{DATE})(?:,? ?(?P<times>{TIMES}))?")

LONGEST_NIGHT = timedelta(hours=14)
"""Up to that length, what ends the day after is one evening; « 17h-14h » is a slip."""


@dataclass(frozen=True, slots=True, order=True)
class Times:
    """From an hour, local, to another when it is known; an ``end`` before ``start`` is the day after.

    ``word`` is « vers » or « à partir de » when the hour is told so: people read it with the hour.
    """

    start: time
    end: time | None = None
    word: str = ""

    def __str__(self) -> str:
        """For other programs, as ISO 8601: ``09:30/11:00``, ``18:00``."""
        return "/".join(f"{hour:%H:%M}" for hour in (self.start, self.end) if hour is not None)

    @property
    def past_midnight(self) -> bool:
        """Whether it ends on the day after; at midnight sharp counts as such."""
        return self.end is not None and self.end <= self.start

    def on(self, day: date) -> tuple[datetime, datetime | None]:
        """The naive local start and end of what begins that day."""
        if self.end is None:
            return datetime.combine(day, self.start), None
        end_day = day + timedelta(days=1) if self.past_midnight else day
        return datetime.combine(day, self.start), datetime.combine(end_day, self.end)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, with its hours when they are known."""

    day: date
    times: Times | None = None

    def __str__(self) -> str:
        """For other programs, as ISO 8601: ``2027-04-06T14:00/16:00``, ``2027-04-06``."""
        return f"{self.day.isoformat()}T{self.times}" if self.times else self.day.isoformat()


def read_time(text: str) -> time:
    """An hour: « 18h », « 9 h 30 », « 09:30 », « midi ».

    Raises:
        Refusal: ``heure-illisible`` or ``heure-impossible``.
    """
    typed = tidy(text)
    if not re.fullmatch(_CLOCK, fold(typed)):
        raise Refusal("heure-illisible", texte=excerpt(typed))
    return _clock(fold(typed), typed)


def read_times(text: str) -> Times:
    """An hour or a range of hours: « 9h30-11h », « de 14 h à 17 h », « 22h à 2h », « vers 18 h ».

    Raises:
        Refusal: ``heure-illisible``, ``heure-impossible`` or ``fin-avant-debut``.
    """
    typed = tidy(text)
    match = next(filter(None, (form.fullmatch(fold(typed)) for form in _FORMS)), None)
    if match is None:
        raise Refusal("heure-illisible", texte=excerpt(typed))
    found = match.groupdict()
    word = "" if not found.get("word") else "vers" if found["word"] == "vers" else "à partir de"
    start = _clock(match["start"], typed)
    if not found.get("end"):
        return Times(start, word=word)
    times = Times(start, _clock(match["end"], typed), word)
    first, last = times.on(date.min)
    if last is not None and times.past_midnight and last - first > LONGEST_NIGHT:
        raise Refusal("fin-avant-debut", texte=typed)
    return times


def read_moment(text: str, *, since: date | None = None) -> Moment:
    """A day, as `read_date` reads it, and maybe its hours: « jeudi 6 avril 2017 9h - 12h »."""
    typed = tidy(text)
    match = _MOMENT.fullmatch(fold(typed))
    if match is None:
        return Moment(read_date(text, since=since))
    day = read_date(typed[slice(*match.span("date"))], since=since)
    times = read_times(typed[slice(*match.span("times"))]) if match["times"] else None
    return Moment(day, times)


def write_time(hour: time) -> str:
    """« 14 h 30 », « 18 h », « minuit »."""
    if hour == time(0):
        return "minuit"
    return f"{hour.hour} h {hour.minute:02}" if hour.minute else f"{hour.hour} h"


def write_start(times: Times) -> str:
    """When it starts, as it is told: « 14 h 30 », « vers 15 h »."""
    return f"{times.word} {write_time(times.start)}".lstrip()


def write_times(times: Times) -> str:
    """« de 9 h 30 à 11 h », « à 18 h », « vers 18 h », « à partir de 15 h jusqu'à 17 h »."""
    if times.word:
        end = f" jusqu'à {write_time(times.end)}" if times.end is not None else ""
        return f"{write_start(times)}{end}"
    if times.end is None:
        return f"à {write_time(times.start)}"
    return f"de {write_time(times.start)} à {write_time(times.end)}"


def write_times_short(times: Times) -> str:
    """« 9 h 30 – 11 h », « 18 h », « vers 18 h »: for tables and cards."""
    if times.end is None:
        return write_start(times)
    return f"{write_start(times)} – {write_time(times.end)}"


def write_moment(moment: Moment) -> str:
    """« jeudi 6 avril 2017, de 9 h à 12 h »."""
    day = write_date(moment.day)
    return f"{day}, {write_times(moment.times)}" if moment.times else day


def _clock(folded: str, typed: str) -> time:
    """A time from text known to be shaped as one."""
    if folded in {"midi", "minuit"}:
        return time(12 if folded == "midi" else 0)
    match = _PARTS.match(folded)
    hours, minutes = (int(part or 0) for part in match.groups()) if match else (99, 0)
    if (hours, minutes) == (24, 0):
        return time(0)
    try:
        return time(hours, minutes)
    except ValueError:
        raise Refusal("heure-impossible", texte=typed) from None
