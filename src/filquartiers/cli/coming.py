"""The next dates of each event, as the program understood its rule: the surest proof-reading."""

from datetime import date, timedelta

from rich.text import Text

from filquartiers.cli.console import console
from filquartiers.content import load
from filquartiers.model.agenda.describe import describe_occurrence
from filquartiers.model.facts.dates import is_over, next_dates, when_in_words
from filquartiers.model.kinds import Evenement
from filquartiers.project import Project

MARGIN = "    "
MOST = 5
AHEAD = timedelta(days=400)  # every yearly event has its next date in it


def show_dates(project: Project) -> None:
    """Print, event by event, its rule in words and its five next dates."""
    out = console()
    for event in load(project.root, project.kinds, project.today, drafts=True).site.of(Evenement):
        out.print(Text(f"\n{event.title}", style="bold"))
        told = " (seulement dit, sans date calculée)" if event.is_told else ""
        out.print(f"{MARGIN}{when_in_words(event)}{told}", markup=False)
        for line in lines_of(event, project.today):
            out.print(f"{MARGIN}– {line}", markup=False)


def lines_of(event: Evenement, today: date) -> list[str]:
    """The next dates of an event in words, at most `MOST`; else why there are none."""
    found = next_dates(event, today, today + AHEAD)[:MOST]
    if found or event.is_told:
        return [describe_occurrence(one) for one in found]
    if is_over(event, today):
        return ["plus aucune date à venir"]
    return ["dates inconnues : voyez les messages plus bas"]
