"""The rules of iCalendar (RFC 5545 § 3.3.10) as French words may say them: proposals only."""

import contextlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.agenda.rrule import DAY_CODES
from filquartiers.model.agenda.rule import Rhythm, Rule, Unit
from filquartiers.model.refusal import Refusal

_WEEK = len(DAY_CODES)


def proposals(parts: dict[str, str], first: date, shift: int, last: date | None) -> Iterator[Rule]:
    """What a rule may be in words, the likeliest first.

    Args:
        parts: its parts by name; its end is not read from them.
        first: the local day of its first date.
        shift: how many days later than in its own zone its dates fall here: a rule in universal time may
            give Mondays at 23 h that are Tuesdays.
        last: the local day of its last date; None when it goes on.
    """
    kept = {name: value for name, value in parts.items() if name not in {"UNTIL", "COUNT", "WKST"}}
    if shift and "BYDAY" in kept:
        kept["BYDAY"] = re.sub("[A-Z]{2}", lambda found: _shifted(found.group(), shift), kept["BYDAY"])
    for wording in _wordings(kept, first):
        if rule := _rule(wording, first):
            yield from _bounded(rule, parts, last)


def likely(days: Sequence[date], last: date | None) -> Iterator[Rule]:
    """What the dates look like: some weekdays, the second Tuesday, the 15th of the month."""
    weekdays = tuple(sorted({day.weekday() for day in days}))
    places, numbers = {(day.day - 1) // _WEEK + 1 for day in days}, {day.day for day in days}
    rhythms = [Rhythm(unit=Unit.WEEK, every=every, weekdays=weekdays) for every in (1, 2)] if days else []
    if len(weekdays) == 1:
        positions = [-1, *places] if len(places) == 1 else [-1]
        rhythms += [Rhythm(unit=Unit.MONTH, weekdays=weekdays, positions=(one,)) for one in positions]
    if len(numbers) == 1:
        rhythms.append(Rhythm(unit=Unit.MONTH, month_days=tuple(numbers)))
    yield from (Rule(rhythm=rhythm, until=last) for rhythm in rhythms)


def _wordings(parts: dict[str, str], first: date) -> Iterator[dict[str, str]]:
    """The same rule with what its start implies, said or left unsaid."""
    unit, placed = parts.get("FREQ"), {"BYDAY", "BYMONTHDAY"} & parts.keys()
    if (unit == "MONTHLY" and not placed) or (unit == "YEARLY" and "BYMONTH" in parts and not placed):
        yield {**parts, "BYMONTHDAY": str(first.day)}
    yield parts
    if unit == "YEARLY" and parts.get("INTERVAL", "1") == "1":
        yield {"FREQ": "YEARLY"}


def _bounded(rule: Rule, parts: dict[str, str], last: date | None) -> Iterator[Rule]:
    """The rule to its end: as it is said, else on its last date."""
    if last is None:
        yield rule
        return
    if parts.get("COUNT", "").isdecimal():
        yield replace(rule, count=int(parts["COUNT"]))
    if until := _stated_end(parts, last):
        yield replace(rule, until=until)
    yield replace(rule, until=last)


def _rule(parts: dict[str, str], first: date) -> Rule | None:
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    with contextlib.suppress(Refusal, ValueError):
        found = parse_rule(text, start=first)
        return found if isinstance(found, Rule) else None
    return None


def _shifted(code: str, days: int) -> str:
    return DAY_CODES[(DAY_CODES.index(code) + days) % _WEEK] if code in DAY_CODES else code


def _stated_end(parts: dict[str, str], last: date) -> date | None:
    """The day that UNTIL names, where it is not before the last date: people typed that day."""
    found = re.match(r"(\d{4})(\d\d)(\d\d)", parts.get("UNTIL", ""))
    if found is None:
        return None
    with contextlib.suppress(ValueError):
        stated = date(*map(int, found.groups()))
        return stated if stated >= last else None
    return None
