"""What ``build`` does when there is something to do, and what it says."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from rich.console import Console

from filquartiers.build import RENDERERS, SITE, build
from filquartiers.cli.console import console, summary, working
from filquartiers.cli.exit import Exit
from filquartiers.cli.report import show
from filquartiers.disk import alone
from filquartiers.journey import Outcome
from filquartiers.model.numbers import decimal
from filquartiers.problems import Gravity, Problem
from filquartiers.project import Project
from filquartiers.write import Written

MOST = 300  # points told in full; beyond, nobody reads them in a terminal, and the page holds them all
Remember = Callable[[str, int], None]


def run(project: Project, remember: Remember, *, site_only: bool, timings: bool) -> int:
    """Build, tell what is wrong, and say where the result is.

    Args:
        project: the folder and the day.
        remember: is given what would be said, and the exit code, should nothing change until the next time.
        site_only: whether printed things are left out.
        timings: whether the time of each stage is told.
    """
    with alone(project.build), working("Je fais le site…"):  # from the start: older texts must not come last
        outcome = build(project, perf_counter, SITE if site_only else RENDERERS)
        code = Exit.CONTENT if outcome.blocked else Exit.FINE
        if outcome.written:
            remember(_said_again(outcome, outcome.written, project.build), code)
    out = console()
    _tell(out, outcome, project.build)
    if timings:
        for stage, seconds in outcome.stages:
            out.print(f"  {stage:<14} {decimal(seconds, 2, fixed=True):>6} s")
    return code


def _said_again(outcome: Outcome, written: Written, folder: Path) -> str:
    """What a build of the same would say."""
    kept = Written(0, written.changed + written.unchanged, 0)
    out = console()
    with out.capture() as captured:
        _tell(out, replace(outcome, written=kept, changes=""), folder)
    return captured.get()


def _tell(out: Console, outcome: Outcome, folder: Path) -> None:
    told = [one for one in outcome.problems if one.gravity < Gravity.GAP]
    shown = _gravest(told)
    show(out, shown)
    if len(shown) < len(told):
        left = f"{len(told) - len(shown)} autres points"
        out.print(f"\n… et {left}, à lire dans {_place(folder)}/a-corriger.html.")
    out.print()
    if outcome.changes:
        out.print(outcome.changes)
    out.print(_result(outcome, folder))


def _gravest(told: list[Problem]) -> list[Problem]:
    """All the errors, then as many others as one can read, in the order they came."""
    room = MOST - sum(one.gravity is Gravity.ERROR for one in told)
    kept = []
    for one in told:
        if one.gravity is Gravity.ERROR or room > 0:
            kept.append(one)
            room -= one.gravity is not Gravity.ERROR
    return kept


def _result(outcome: Outcome, folder: Path) -> str:
    told = summary(outcome.problems)
    if outcome.written is None:
        kept = " La version précédente est intacte." if (folder / "site").exists() else ""
        return f"Rien n’a été publié : {told}.{kept}"
    written = outcome.written
    files = f"{written.changed} fichiers écrits, {written.unchanged} inchangés, {written.removed} retirés"
    return f"Publié dans {_place(folder)}/ : {files} ({told})."


def _place(folder: Path) -> Path:
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder
