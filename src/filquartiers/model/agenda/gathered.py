"""Days and hours in the order they are told: one timetable, or hours for each day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from filquartiers.model.agenda.date_lists import read_dates
from filquartiers.model.agenda.rule import DayHours
from filquartiers.model.agenda.times import Times, write_times
from filquartiers.model.agenda.words import PARTS_OF_DAY, joined
from filquartiers.model.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Said:
    """One clause of days or of hours: ``value`` is weekdays, the text of dates, hours or a part of the day.

    ``rank`` is the place of the clause in the phrase. What is ``alone`` (« un mardi sur deux ») joins no
    other days.
    """

    value: tuple[int, ...] | str | Times
    clause: str
    rank: int
    names_days: bool
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Gathered:
    """The days that a phrase names, and their hours as a `Rule` holds them."""

    weekdays: tuple[int, ...] | None = None
    days: tuple[date, ...] = ()
    times: Times | None = None
    part_of_day: str = ""
    timetable: tuple[DayHours, ...] = ()


_Block = list[Said]


def gather(said: Iterable[Said], since: date | None) -> Gathered:
    """Days with the hours told next to them.

    « le mardi de 9 h à 11 h et le jeudi à 18 h » gives each its hours; « les mardis et jeudis à 18 h » and
    « à 18 h, le mardi » one timetable for all.

    Raises:
        Refusal: ``regle-contradictoire`` names two clauses that leave doubt.
    """
    blocks = _blocks(said)
    heads = [block for block in blocks if block[0].names_days]
    hours = [block for block in blocks if not block[0].names_days]
    for block in hours:
        _check_order(block)
    one_timetable = len({_hours_of(block) for block in hours}) <= 1
    if len(heads) <= 1 and one_timetable:
        weekdays, days = _days_of(heads, since)[0] if heads else ((), ())
        return _simple(DayHours(weekdays, days, *_hours_of(hours[0] if hours else [])))
    if len(heads) != len(hours) or any(one.alone for head in heads for one in head):
        _contradict(heads if len(heads) > 1 else hours)
    pairs = zip(_days_of(heads, since), map(_hours_of, hours), strict=True)
    table = tuple(_merged([DayHours(*days, *told) for days, told in pairs]))
    if len(table) == 1:
        return _simple(table[0])
    weekdays = tuple(sorted(day for one in table for day in one.weekdays))
    return Gathered(
        weekdays or None, tuple(sorted(day for one in table for day in one.days)), timetable=table
    )


def _simple(one: DayHours) -> Gathered:
    """The same hours for all days."""
    days, weekdays = one.days, one.weekdays or None
    if len(one.times) > 1:
        table = (DayHours(times=one.times, part_of_day=one.part_of_day),)
        return Gathered(weekdays, days, timetable=table)
    return Gathered(weekdays, days, one.times[0] if one.times else None, one.part_of_day)


def _blocks(said: Iterable[Said]) -> list[_Block]:
    """Days and hours in turn: days next to days are one list, and so are hours."""
    blocks: list[_Block] = []
    for one in said:
        last = blocks[-1][-1] if blocks else None
        if last is None or last.names_days != one.names_days:
            blocks.append([one])
        elif not one.names_days:
            blocks[-1].append(one)
        elif one.value != last.value:
            touching = one.rank == last.rank + 1 and type(one.value) is type(last.value)
            if not touching or one.alone or last.alone:
                raise Refusal("regle-contradictoire", premier=last.clause, second=one.clause)
            blocks[-1].append(one)
    return blocks


def _contradict(blocks: list[_Block]) -> None:
    raise Refusal("regle-contradictoire", premier=blocks[0][0].clause, second=blocks[-1][0].clause)


def _days_of(heads: list[_Block], since: date | None) -> list[tuple[tuple[int, ...], tuple[date, ...]]]:
    """The weekdays and the days of each block; a date takes its year from the one that follows it."""
    found: list[tuple[tuple[int, ...], tuple[date, ...]]] = []
    following: date | None = None
    for block in reversed(heads):
        weekdays, days = set[int](), set[date]()
        for one in reversed(block):
            if isinstance(one.value, tuple):
                weekdays.update(one.value)
            elif isinstance(one.value, str):
                days.update(read := read_dates(one.value, since=since, following=following))
                following = read[0]
        found.append((tuple(sorted(weekdays)), tuple(sorted(days))))
    return found[::-1]


def _hours_of(block: _Block) -> tuple[tuple[Times, ...], str]:
    """The hours of a block, in order, and the part of the day that it names."""
    times = sorted({one.value for one in block if isinstance(one.value, Times)}, key=str)
    parts = {one.value for one in block if isinstance(one.value, str)}
    for first, second in pairwise(times):
        if _end(first) > second.on(date.min)[0]:
            told = [one.clause for one in block if one.value in {first, second}]
            raise Refusal("regle-contradictoire", premier=told[0], second=told[-1])
    if times and len(parts) > 1:
        raise Refusal("regle-contradictoire", premier=block[0].clause, second=block[-1].clause)
    named = [part for part in PARTS_OF_DAY if part in parts]
    return tuple(times), joined(named) if named else ""


def _check_order(block: _Block) -> None:
    """Hours out of order (« mercredi et samedi, 14h-16h et 10h-12h ») may be those of each day in turn."""
    told = list(dict.fromkeys(one.value for one in block if isinstance(one.value, Times)))
    if told != sorted(told, key=str):
        _contradict([[one] for one in block if isinstance(one.value, Times)])


def _end(times: Times) -> datetime:
    start, end = times.on(date.min)
    return end or start + timedelta(minutes=1)


def _merged(table: list[DayHours]) -> Iterator[DayHours]:
    """Days told twice get all their hours; days that have the same hours come together, in order."""
    weekdays = sorted({day for one in table for day in one.weekdays})
    days = sorted({day for one in table for day in one.days})
    by_hours: dict[tuple[tuple[Times, ...], str], tuple[list[int], list[date]]] = {}
    for weekday in weekdays:
        hours = _together([one for one in table if weekday in one.weekdays])
        by_hours.setdefault(hours, ([], []))[0].append(weekday)
    for day in days:
        hours = _together([one for one in table if day in one.days])
        by_hours.setdefault(hours, ([], []))[1].append(day)
    for (times, part), (some, dates) in by_hours.items():
        yield DayHours(tuple(some), tuple(dates), times, part)


def _together(several: list[DayHours]) -> tuple[tuple[Times, ...], str]:
    said: list[Said] = []
    for one in several:
        said += [Said(times, write_times(times), 0, names_days=False) for times in one.times]
        said += [Said(one.part_of_day, one.part_of_day, 0, names_days=False)] if one.part_of_day else []
    return _hours_of(said)
