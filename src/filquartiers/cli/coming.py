"""The next dates of each event, as the program understood its rule: the surest proof-reading."""

from rich.text import Text

from filquartiers.build import Project
from filquartiers.cli.console import console
from filquartiers.content import load
from filquartiers.model.agenda.describe import describe, describe_occurrence
from filquartiers.model.agenda.review import upcoming
from filquartiers.model.kinds import Evenement
from filquartiers.model.refusal import Refusal

MARGIN = "    "


def show_dates(project: Project) -> None:
    """Print, event by event, its rule in words and its five next dates."""
    out = console()
    for event in load(project.root, project.kinds, project.today, drafts=True).site.of(Evenement):
        out.print(Text(f"\n{event.title}", style="bold"))
        if event.schedule is None or event.is_told:
            out.print(f"{MARGIN}{event.summary} (seulement dit, sans date calculée)", markup=False)
            continue
        out.print(f"{MARGIN}{describe(event.schedule)}", markup=False)
        for line in _lines(event, project):
            out.print(f"{MARGIN}– {line}", markup=False)


def _lines(event: Evenement, project: Project) -> list[str]:
    if event.schedule is None:
        return []
    try:
        found = upcoming(event.schedule, project.today)
    except Refusal:
        return ["dates inconnues : voyez les messages plus bas"]
    return [describe_occurrence(one) for one in found] or ["plus aucune date à venir"]
