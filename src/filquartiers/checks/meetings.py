"""The dates to come, side by side: closed doors, public holidays, rooms and publics asked for twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from filquartiers.model.agenda.dates import write_date
from filquartiers.model.agenda.schedule import Change, Occurrence
from filquartiers.model.agenda.times import write_times
from filquartiers.model.facts.dates import dates_between
from filquartiers.model.kinds import Evenement, Maison
from filquartiers.model.site import Site
from filquartiers.model.text import folded
from filquartiers.problems import Problem, problem

AHEAD = timedelta(days=120)  # how far clashes are looked for
UNTOLD = timedelta(hours=1)  # how long something without an end is taken to last


@dataclass(frozen=True, slots=True)
class Meeting:
    """One date of an event, with its hours."""

    event: Evenement
    date: Occurrence
    start: datetime
    end: datetime


def dates_to_come(site: Site) -> Iterator[Problem]:
    """All that is doubtful in the dates of the coming months, worked out once."""
    found = meetings(site)
    yield from outside_opening(found)
    yield from on_holidays(found)
    yield from clashes(found)


def meetings(site: Site) -> list[Meeting]:
    """The dates to come that have hours, in order; cancelled ones are left out."""
    found = [one for event in site.of(Evenement) for one in _dates(event, site.today)]
    return sorted(found, key=lambda one: (one.start, one.event.slug))


def _dates(event: Evenement, today: date) -> Iterator[Meeting]:
    for one in dates_between(event, today, today + AHEAD):
        if one.start and one.change is not Change.CANCELLED:
            yield Meeting(event, one, one.start, one.closing or one.start + UNTOLD)


def outside_opening(found: Iterable[Meeting]) -> Iterator[Problem]:
    """Events in a house while it is closed; one notice an event, on its first such date."""
    told: set[str] = set()
    for one in found:
        house = one.event.maisons[0] if len(one.event.maisons) == 1 else None
        if house is None or one.event.lieu or not house.horaires or one.event.slug in told:
            continue
        if not is_open(house, one):
            told.add(one.event.slug)
            yield problem(
                "hors-ouverture",
                one.event.where(_field(one.event)),
                maison=house.title,
                quand=_when(one),
            )


def is_open(house: Maison, one: Meeting) -> bool:
    """Whether the house is open from the start to the end of a meeting."""
    day = next((day for day in house.horaires if day.jour == one.start.weekday()), None)
    for hours in day.plages if day else ():
        opening, closing = hours.on(one.start.date())
        start, end = one.start.replace(tzinfo=None), one.end.replace(tzinfo=None)
        if opening <= start and (closing is None or end <= closing):
            return True
    return False


def on_holidays(found: Iterable[Meeting]) -> Iterator[Problem]:
    """Events that fall on a public holiday; one notice an event, on its first such date."""
    told: set[str] = set()
    for one in found:
        schedule = one.event.schedule
        name = schedule.almanac.public_holiday(one.date.day) if schedule else ""
        if name and one.event.slug not in told:
            told.add(one.event.slug)
            yield problem("jour-ferie", one.event.where(_field(one.event)), quand=_when(one), fete=name)


def clashes(found: Iterable[Meeting]) -> Iterator[Problem]:
    """Two events in the same room at the same hour, or for the same public in two houses of a network.

    An event is told of once for each room or public it shares, at its first such date.
    """
    told: set[tuple[str, str, str]] = set()
    for one, other in _overlaps(found):
        if one.event.slug == other.event.slug:
            continue
        code, what = _clash(one.event, other.event)
        if code and (other.event.slug, code, what) not in told:
            told |= {(event.slug, code, what) for event in (one.event, other.event)}
            where = other.event.where("titre")
            yield problem(code, where, autre=one.event.titre, quoi=what, quand=_when(other))


def _overlaps(ordered: Iterable[Meeting]) -> Iterator[tuple[Meeting, Meeting]]:
    """Every pair of meetings that overlap, found in one pass over the hours in order."""
    going: defaultdict[str, list[Meeting]] = defaultdict(list)
    for one in ordered:
        for place in _places(one.event):
            going[place] = [other for other in going[place] if other.end > one.start]
            yield from ((other, one) for other in going[place])
            going[place].append(one)


def _places(event: Evenement) -> Iterator[str]:
    """What an event may share with another: its rooms, its publics in its network."""
    if event.salle:
        yield from (f"{house.slug}/{folded(event.salle)}" for house in event.maisons)
    if event.network:
        yield from (f"{event.network.slug}:{folded(public)}" for public in event.public)


def _clash(one: Evenement, other: Evenement) -> tuple[str, str]:
    """The code of a clash and what is shared; two empty words when there is none."""
    houses = [house for house in one.maisons if house in other.maisons]
    if houses and one.salle and other.salle and folded(one.salle) == folded(other.salle):
        return "salle-prise", f"{other.salle}, {houses[0].title}"
    shared = [public for public in other.public if folded(public) in map(folded, one.public)]
    special = [public for public in shared if folded(public) != "tous publics"]
    if special and one.maisons and other.maisons and not houses:
        return "public-partage", special[0]
    return "", ""


def _field(event: Evenement) -> str:
    return "recurrence" if event.recurrence else "debut"


def _when(one: Meeting) -> str:
    day, times = write_date(one.date.day), one.date.times
    if times and one.date.last_day > one.date.day:
        times = replace(times, end=None)
    return f"{day}, {write_times(times)}" if times else day
