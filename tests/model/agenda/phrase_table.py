"""The table of phrases: read, computed again, written.

The file is meant to be read: a phrase, then « = » what we say back, « > » its first dates and how many
there are in two years, « ~ » when it stays words, « ! » the message when it is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from filquartiers.model.agenda.almanac import Almanac
from filquartiers.model.agenda.describe import describe
from filquartiers.model.agenda.expand import occurrences
from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.agenda.rule import Rule
from filquartiers.model.agenda.schedule import Schedule
from filquartiers.model.refusal import Refusal
from filquartiers.problems import Where, problem

TABLE = Path(__file__).with_name("phrases.txt")
SHOWN = 4
WEEKDAYS = ("lun", "mar", "mer", "jeu", "ven", "sam", "dim")


@dataclass(frozen=True)
class Phrase:
    """A phrase of the table, and the start and zone it is read with."""

    text: str
    start: date | None
    zone: str

    @property
    def rule(self):
        return parse_rule(self.text, start=self.start)

    @property
    def schedule(self) -> Schedule:
        rule = self.rule
        start = self.start or (rule.start if isinstance(rule, Rule) else None) or date(2026, 10, 7)
        return Schedule(start=start, rule=rule, almanac=Almanac(self.zone))

    def answer(self) -> list[str]:
        """The lines that follow the phrase in the file."""
        try:
            schedule = self.schedule
            if not isinstance(schedule.rule, Rule):
                return [f"    ~ {describe(schedule)}"]
            return [f"    = {describe(schedule)}", f"    > {dates(schedule)}"]
        except Refusal as error:
            said = problem(error.code, Where(), **error.values)
            return [f"    ! {error.code} : {said.message} {said.hint}"]


def dates(schedule: Schedule) -> str:
    """« mer 07/10/2026, mer 14/10/2026 … (105) »."""
    window_end = schedule.start + timedelta(days=730)
    found = [shown(one.day, one.last_day) for one in occurrences(schedule, date.min, window_end)]
    return ", ".join(found[:SHOWN]) + (" …" if len(found) > SHOWN else "") + f" ({len(found)})"


def shown(day: date, last_day: date) -> str:
    text = f"{WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}"
    return text if day == last_day else f"{text}–{last_day:%d/%m/%Y}"


def phrases() -> list[Phrase]:
    return [phrase for _, phrase in rows() if phrase]


def rows() -> Iterator[tuple[str, Phrase | None]]:
    """Each line that is not an answer, with its phrase when it is one."""
    start, zone = None, ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            found = re.search(r"\d{4}-\d{2}-\d{2}", line)
            start, zone = date.fromisoformat(found[0]) if found else None, line[-1]
        if line.startswith("    "):
            continue
        yield line, Phrase(line, start, zone) if line.strip() and not line.startswith("#") else None


def computed() -> str:
    """The whole file as it should be."""
    lines = []
    for line, phrase in rows():
        lines += [line, *(phrase.answer() if phrase else [])]
    return "\n".join(lines) + "\n"
