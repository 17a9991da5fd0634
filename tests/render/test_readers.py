"""Every phrase of the table gives the same dates to every reader, across four changes of clock.

``python -m pytest tests/render/test_readers.py -s`` prints the table: readers × phrases, dates, differences.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from filquartiers.model.agenda.expand import occurrences
from filquartiers.model.agenda.rule import Rule
from filquartiers.model.agenda.schedule import Change, Occurrence, Override, Schedule
from filquartiers.model.agenda.times import Times
from filquartiers.model.refusal import Refusal
from filquartiers.render.ics import Feed, IcsEvent, calendar_bytes
from model.agenda.phrase_table import phrases
from render.readers import NODE_READERS, PYTHON_READERS, Found, Reader, has_node, told

FIRST, LAST, HORIZON = date(2026, 9, 1), date(2028, 11, 30), date(2028, 12, 31)
ASKED = FIRST - timedelta(days=3), LAST + timedelta(days=3)
"""More than is compared: a day begins elsewhere at another hour."""
READERS = [
    *(pytest.param(name, one, id=name) for name, one in PYTHON_READERS.items()),
    *(
        pytest.param(
            name,
            one,
            id=name,
            marks=[pytest.mark.node, pytest.mark.skipif(not has_node(name), reason=f"{name} ou Node manque")],
        )
        for name, one in NODE_READERS.items()
    ),
]


def computed() -> Iterator[tuple[str, Schedule]]:
    """Each phrase of the table that gives dates, and what it says."""
    for phrase in phrases():
        try:
            if isinstance(phrase.schedule.rule, Rule):
                list(occurrences(phrase.schedule, FIRST, FIRST))
                yield phrase.text, phrase.schedule
        except Refusal:
            continue


def with_changes(schedule: Schedule) -> Schedule:
    """The second date cancelled, the third moved by a day and an hour, the fourth full, two days added."""
    days = [one.day for one in occurrences(schedule, FIRST, LAST)][1:4]
    hours = Times(time(20), time(21, 30)) if schedule.hours else None
    what = (Change.CANCELLED, Change.MOVED, Change.FULL)
    changes = [
        Override(
            change=change,
            day=day,
            new_day=day + timedelta(days=1) if change is Change.MOVED else None,
            times=hours if change is Change.MOVED else None,
        )
        for change, day in zip(what, days, strict=False)
    ]
    changes += [Override(change=Change.ADDED, day=date(2027, 3, 28), times=hours)]
    changes += [Override(change=Change.ADDED, day=date(2027, 11, 1))]
    return replace(schedule, changes=tuple(changes))


PLAIN = [schedule for _, schedule in computed()]
ELSEWHERE = (
    "Indian/Reunion",
    "America/Martinique",
    "America/Miquelon",
    "Pacific/Noumea",
    "Africa/Casablanca",
)
SETS = {
    "plain": PLAIN,
    "changed": [*map(with_changes, PLAIN)],
    "elsewhere": [replace(with_changes(one), timezone=zone) for zone in ELSEWHERE for one in PLAIN[:25]],
}


def _meant(one: Occurrence) -> tuple[str, str, bool]:
    end = one.closing or one.start or one.last_day + timedelta(days=1)
    return told(one.start or one.day), told(end), one.change is Change.CANCELLED


def _within(dates: list[tuple[str, str, bool]]) -> list[tuple[str, str, bool]]:
    return sorted(one for one in dates if str(FIRST) <= one[0] < str(LAST))


def _by_event(found: Found) -> Found:
    """The dates that stand beside a series are those of its event."""
    events: Found = {}
    for uid, dates in found.items():
        events.setdefault(uid.partition("@")[0], []).extend(dates)
    return events


@pytest.mark.parametrize("which", SETS)
@pytest.mark.parametrize(("name", "reader"), READERS)
def test_every_reader_finds_our_dates(name: str, reader: Reader, which: str) -> None:
    schedules = SETS[which]
    events = [
        IcsEvent(uid=f"{rank:04}@essai", schedule=one, summary=f"Essai {rank}")
        for rank, one in enumerate(schedules)
    ]
    found = _by_event(reader(calendar_bytes(Feed(name="Essai"), events, horizon=HORIZON), *ASKED))
    ours = {
        f"{rank:04}": [_meant(day) for day in occurrences(one, *ASKED)] for rank, one in enumerate(schedules)
    }
    wrong = {key for key, dates in ours.items() if _within(found.get(key, [])) != _within(dates)}
    dates = sum(map(len, ours.values()))
    print(f"\n{name:<22} {which:<8} {len(ours):>4} phrases {dates:>6} dates {len(wrong):>3} différences")  # noqa: T201  the table
    assert not wrong, [(schedules[int(key)], found.get(key, [])[:3]) for key in sorted(wrong)[:3]]


def test_the_table_is_not_empty() -> None:
    assert len(PLAIN) > 200
