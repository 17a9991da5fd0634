"""Phrases of flyers against dates told by hand: how many are read, refused, wrong.

``PYTHONPATH=src python tests/model/agenda/flyers.py`` prints the count and what is not as expected; with the
``src`` of another checkout in ``PYTHONPATH``, it judges that one.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from filquartiers.model.agenda.almanac import Almanac
from filquartiers.model.agenda.describe import describe
from filquartiers.model.agenda.expand import occurrences
from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.agenda.rule import Rule
from filquartiers.model.agenda.schedule import Schedule
from filquartiers.model.refusal import Refusal

TABLE = Path(__file__).with_name("flyers.txt")
START, LAST = date(2026, 10, 7), date(2027, 8, 31)
ALMANAC = Almanac("B")
ALMANAC_ZONE = "B"
WEEK = ("lun", "mar", "mer", "jeu", "ven", "sam", "dim")
READ, KEPT, REFUSED, WRONG = (
    "lues, dates justes",
    "refusées ou gardées en mots, à raison",
    "non lues",
    "fausses",
)

Answer = set[tuple[date, str]]


@dataclass
class Flyer:
    """A phrase, and what is told of it by hand: conditions on the day, each with hours; none to refuse."""

    text: str
    told: list[tuple[str, str]] = field(default_factory=list)
    refused: bool = False
    words: str = ""

    @property
    def expected(self) -> Answer:
        return {
            (day, hours)
            for condition, hours in self.told
            for day in _days(condition)
            if eval(condition, {}, _names(day))  # noqa: S307  our own table
        }

    @property
    def schedule(self) -> Schedule | None:
        """What is read; None when it is refused or stays words."""
        try:
            rule = parse_rule(self.text, start=START)
        except Refusal:
            return None
        if not isinstance(rule, Rule):
            return None
        return Schedule(start=START, rule=rule, almanac=ALMANAC)

    @property
    def verdict(self) -> str:
        schedule = self.schedule
        if schedule is None:
            return KEPT if self.refused else REFUSED
        return READ if not self.refused and answer(schedule) == self.expected else WRONG


def answer(schedule: Schedule) -> Answer:
    """Each date with its hours, up to the end of the window."""
    found: Answer = set()
    for one in occurrences(schedule, date.min, LAST):
        word = getattr(one.times, "word", "")
        hours = f"{word} {one.times}".lstrip() if one.times else one.part_of_day
        found.add((one.day, hours))
    return found


def flyers() -> list[Flyer]:
    found: list[Flyer] = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        mark, rest = line[:6].strip(), line[6:]
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith("    "):
            found.append(Flyer(line))
        elif mark == ">":
            condition, _, hours = rest.partition(" | ")
            found[-1].told.append((condition, hours))
        elif mark == "!":
            found[-1].refused = True
        elif mark == "=":
            found[-1].words = rest
    return found


def rewritten() -> str:
    """The table with what we tell of each phrase that is read."""
    lines: list[str] = []
    told: dict[str, str] = {one.text: describe(one.schedule) for one in flyers() if one.schedule}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("    = "):
            continue
        lines.append(line)
        if line in told:
            lines.append(f"    = {told[line]}")
    return "\n".join(lines) + "\n"


def _days(condition: str) -> Iterator[date]:
    """Days from the start on, or from a month before when a condition lists dates."""
    first = START - timedelta(days=31) if condition.startswith("le(") else START
    yield from (first + timedelta(days=rank) for rank in range((LAST - first).days + 1))


def _names(day: date) -> dict[str, object]:
    """What a condition may say of a day."""
    one = ALMANAC.school.break_on(day, ALMANAC_ZONE)
    eve = day - timedelta(days=1)
    monday = one.first + timedelta(days=(7 - one.first.weekday()) % 7) if one else day
    weekdays = {name: day.weekday() == rank for rank, name in enumerate(WEEK)}
    return weekdays | {
        "d": day,
        "j": day.day,
        "rang": (day.day - 1) // 7 + 1,
        "rang_veille": (eve.day - 1) // 7 + 1,
        "dernier": (day + timedelta(days=7)).month != day.month,
        "pair": day.isocalendar().week % 2 == 0,
        "ferie": bool(ALMANAC.public_holiday(day)),
        "vac": one is not None,
        "vacances": lambda name: one is not None and one.name == name,
        "premiere_semaine": one is not None
        and one.name != "Ascension"
        and monday <= day <= monday + timedelta(days=6),
        "jour": date.fromisoformat,
        "le": lambda *days: day.isoformat() in days,
        "entre": lambda first, last: first <= day.isoformat() <= last,
        "quinzaine": lambda first: ((day - _monday(date.fromisoformat(first))).days // 7) % 2 == 0,
    }


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def main() -> None:
    """Print the count, then each phrase that is not as told."""
    found = flyers()
    count = Counter(one.verdict for one in found)
    print(f"{len(found)} tournures")
    for verdict in (READ, KEPT, REFUSED, WRONG):
        print(f"{count[verdict]:5} {verdict}")
    for one in found:
        if one.verdict in {REFUSED, WRONG}:
            print(f"- {one.verdict} : {one.text}")


if __name__ == "__main__":
    sys.exit(main())
