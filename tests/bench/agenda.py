"""How much processor time ten thousand recurring events take: read, expanded over a year, exported.

Run ``python tests/bench/agenda.py``; its figures go into the note of a change, never into a test.
"""

from datetime import date, timedelta
from time import process_time

from filquartiers.model.agenda.almanac import Almanac
from filquartiers.model.agenda.expand import occurrences
from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.agenda.review import review
from filquartiers.model.agenda.schedule import Schedule
from filquartiers.render.ics import Feed, IcsEvent, calendar_bytes

EVENTS = 10_000
START = date(2026, 9, 1)
END = date(2027, 8, 31)
PHRASES = (
    "tous les mercredis de 14 h à 17 h, sauf vacances scolaires, jusqu'au 30 juin 2027",
    "les mardis et jeudis de 9 h à 12 h",
    "un jeudi sur deux à 18 h, sauf jours fériés",
    "le premier vendredi du mois de 9 h 30 à 11 h",
    "les 1er et 3e samedis du mois de 10 h à 12 h, sauf en août",
    "du lundi au vendredi de 9 h à 12 h, pendant les vacances scolaires",
    "du 12 au 16 janvier 2027",
    "le mardi, 10 séances, de 14 h à 16 h",
)


def main() -> None:
    """Print the processor time of each stage, in seconds."""
    almanac = Almanac("B")
    clock = process_time()
    phrases = [PHRASES[rank % len(PHRASES)] for rank in range(EVENTS)]
    starts = [START + timedelta(days=rank % 28) for rank in range(EVENTS)]
    schedules = [
        Schedule(start=start, rule=parse_rule(phrase, start=start), almanac=almanac)
        for phrase, start in zip(phrases, starts, strict=True)
    ]
    clock = _say("read", clock, f"{len(schedules)} rules")
    dates = sum(1 for schedule in schedules for _ in occurrences(schedule, START, END))
    clock = _say("expand", clock, f"{dates} dates")
    doubts = sum(len(review(schedule, horizon=END)) for schedule in schedules)
    clock = _say("review", clock, f"{doubts} remarks")
    events = [
        IcsEvent(uid=f"{rank}@exemple.org", schedule=schedule, summary=f"Atelier {rank}", revised=START)
        for rank, schedule in enumerate(schedules)
    ]
    data = calendar_bytes(Feed(name="Banc d'essai"), events, horizon=END)
    _say("export", clock, f"{len(data) / 1e6:.1f} MB")


def _say(stage: str, since: float, what: str) -> float:
    now = process_time()
    print(f"{stage:<8} {now - since:6.2f} s   {what}")
    return now


if __name__ == "__main__":
    main()
