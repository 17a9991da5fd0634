"""Try the mutants: each in a copy of the sources, against the tests that stand nearest to it."""

import argparse
import compileall
import os
import py_compile
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from mutants.mutant import ROOT, Mutant, mutants

COPIED = ("src", "templates", "assets")
MOST = 300  # seconds: beyond, the mutant turns in a circle, which is noticed too
ENOUGH = 0.9  # of the mutants are to be killed
PASSED, FAILED, BROKEN = 0, 1, 2  # what pytest answers; broken: a test file could not even be read


class Bench:
    """A copy of the sources, in which one mutant at a time is tried."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in COPIED:
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        # By their content: a mutant may have the size and the second of what it replaces.
        checked = py_compile.PycInvalidationMode.CHECKED_HASH
        compileall.compile_dir(folder / "src", quiet=1, invalidation_mode=checked)

    def notices(self, tests: Iterable[str]) -> bool:
        """Whether a test fails on the sources as they are here."""
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
        command += ["--hypothesis-profile=mutants"]
        environment = os.environ | {
            "PYTHONPATH": str(self.folder / "src"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONHASHSEED": "0",
        }
        try:
            done = subprocess.run(
                [*command, *tests], cwd=ROOT, env=environment, timeout=MOST, capture_output=True, check=False
            )
        except subprocess.TimeoutExpired:
            return True
        if done.returncode not in {PASSED, FAILED, BROKEN}:
            raise RuntimeError(done.stdout.decode() + done.stderr.decode())
        return done.returncode != PASSED

    def kills(self, mutant: Mutant) -> bool:
        """Whether the nearest tests notice the mutant."""
        file = self.folder / mutant.file
        file.write_text(mutant.mutated, encoding="utf-8")
        try:
            return self.notices(mutant.tests)
        finally:
            file.write_text(mutant.source, encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Print the killed and the survivors of each list; 0 when 90 % of all are killed, 2 when one is stale."""
    parser = argparse.ArgumentParser(prog="python3 tests/mutants", description=__doc__)
    parser.add_argument("words", nargs="*", help="part of the name of a list or of a file")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time")
    options = parser.parse_args(arguments)
    chosen = [
        one
        for one in mutants()
        if not options.words or any(word in f"{one.room} {one.file}" for word in options.words)
    ]
    stale = [one.stale for one in chosen if one.stale]
    if stale:
        print("\n".join(stale))
        return 2
    with tempfile.TemporaryDirectory() as folder:
        benches = [Bench(Path(folder) / f"{rank}") for rank in range(options.jobs)]
        tests = dict.fromkeys(test for one in chosen for test in one.tests)
        if benches[0].notices(tests):
            print("The tests fail before anything is made wrong.")
            return 2
        killed = Counter[str]()
        for mutant, noticed in zip(chosen, _tried(benches, chosen), strict=True):
            killed[mutant.room] += noticed
            if not noticed:
                print(f"survives  {mutant.name}", flush=True)
    return _told(killed, Counter(one.room for one in chosen))


def _tried(benches: list[Bench], chosen: list[Mutant]) -> Iterator[bool]:
    """Whether each is killed, in order, as soon as it is known."""
    free: SimpleQueue[Bench] = SimpleQueue()
    for bench in benches:
        free.put(bench)

    def killed(mutant: Mutant) -> bool:
        bench = free.get()
        try:
            return bench.kills(mutant)
        finally:
            free.put(bench)

    with ThreadPoolExecutor(len(benches)) as pool:
        yield from pool.map(killed, chosen)


def _told(killed: Counter[str], total: Counter[str]) -> int:
    for room in total:
        print(f"{room:<12} {killed[room]:>3} of {total[room]:>3} killed")
    print(f"{'all':<12} {killed.total():>3} of {total.total():>3} killed")
    return int(killed.total() < ENOUGH * total.total())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
