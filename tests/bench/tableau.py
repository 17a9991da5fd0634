"""Figures of runs as Markdown tables: medians, ratios, and how each stage grows with the number of sheets."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import median

from bench.arbre import Run

_STAGE = re.compile(r"^  (\S.*?) +(\d+,\d+) s\b")
STEEP = 1.15  # the exponent above which a stage would not do at ten thousand sheets
_LEAST = 0.1  # seconds of processor below which a growth says nothing: clocks tick every hundredth
BEFORE, AFTER = "(start)", "(messages, exit)"

Stage = tuple[float, float, float]  # seconds of processor, seconds, megabytes


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; the first column to the left, figures to the right."""
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def totals(runs: Mapping[tuple[int, str, str], list[Run]], actions: Mapping[str, str]) -> str:
    """A line for each size and action: ours, Hugo's when it was run, and the ratio of the medians."""
    against = any(peer == "hugo" for _, _, peer in runs)
    heads = ["sheets, action"]
    for unit in ("wall s", "CPU s", "peak MB"):
        heads += [f"{unit}: ours", "Hugo", "ratio"] if against else [unit]
    rows = []
    for size, action in dict.fromkeys((size, action) for size, action, _ in runs):
        row = [f"{size:,}, {actions[action]}"]
        for what in ("wall", "cpu", "memory"):
            ours, hugo = (_middle(runs.get((size, action, peer), []), what) for peer in ("nous", "hugo"))
            row += [_figure(ours), _figure(hugo), f"**{ours / hugo:.2f}**"] if against else [_figure(ours)]
        rows.append(row)
    return table(heads, rows)


def stages(runs: Mapping[int, list[Run]]) -> str:
    """A line for each stage: processor, wall, peak at each size, and n's exponent from a size to the next."""
    sizes = sorted(runs)
    told = {size: _medians(runs[size]) for size in sizes}
    steps = list(pairwise(sizes))
    heads = ["stage", *(f"{size:,}: CPU s | wall s | MB" for size in sizes)]
    rows = []
    for name in dict.fromkeys(name for size in sizes for name in told[size]):
        found = {size: told[size].get(name, (math.nan,) * 3) for size in sizes}
        row = [name]
        for size in sizes:
            row += [f"{found[size][0]:.2f}", f"{found[size][1]:.2f}", f"{found[size][2]:.0f}"]
        rows.append([*row, *(growth(one, found[one][0], two, found[two][0]) for one, two in steps)])
    flat = " | ".join(heads).split(" | ")
    return table([*flat, *(f"CPU ~ n^, {one:,} → {two:,}" for one, two in steps)], rows)


def steep(runs: Mapping[int, list[Run]]) -> list[str]:
    """The stages that grow faster than they should from the last size but one to the last: « name 1.65 »."""
    one, two = sorted(runs)[-2:]
    before, after = _medians(runs[one]), _medians(runs[two])
    found = {name: growth(one, before[name][0], two, after[name][0]) for name in before.keys() & after.keys()}
    return sorted(f"{name} {value}" for name, value in found.items() if value != "–" and float(value) > STEEP)


def growth(size: int, value: float, larger: int, grown: float) -> str:
    """The exponent e such that the value grows like nᵉ; a dash when the smaller is too small to tell."""
    if not (value >= _LEAST and grown > 0):
        return "–"
    exponent = math.log(grown / value) / math.log(larger / size)
    return f"{exponent:.2f}"


def stage_times(said: str) -> list[tuple[str, float]]:
    """The stages that ``--chronos`` tells, in order, in seconds."""
    found = (_STAGE.match(line) for line in said.splitlines())
    return [(one[1], float(one[2].replace(",", "."))) for one in found if one]


def split(run: Run) -> dict[str, Stage]:
    """What each stage took. The first word of the command comes when the last stage ends: from there, the
    stages are laid backwards; what comes before is the start of the program, what comes after its messages.
    """
    times = stage_times(run.said)
    start = max(0.0, run.spoke - sum(seconds for _, seconds in times))
    found = {BEFORE: (*_cpu_wall(run, 0, start),)}
    for name, seconds in times:
        found[name] = _cpu_wall(run, start, start + seconds)
        start += seconds
    found[AFTER] = _cpu_wall(run, start, run.wall)
    return found


def _cpu_wall(run: Run, start: float, end: float) -> Stage:
    cpu, memory = run.between(start, end)
    return cpu, end - start, memory


def _medians(runs: list[Run]) -> dict[str, Stage]:
    parts = [split(run) for run in runs]
    found = {}
    for name in dict.fromkeys(name for part in parts for name in part):
        columns = zip(*(part[name] for part in parts if name in part), strict=True)
        cpu, wall, memory = map(median, columns)
        found[name] = (cpu, wall, memory)
    sums = zip(*((run.cpu, run.wall, run.memory) for run in runs), strict=True)
    cpu, wall, memory = map(median, sums)
    return {**found, "**all**": (cpu, wall, memory)}


def _middle(runs: list[Run], what: str) -> float:
    return median(getattr(run, what) for run in runs) if runs else math.nan


def _figure(value: float) -> str:
    return f"{value:.2f}" if value < 100 else f"{value:.0f}"
