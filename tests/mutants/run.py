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

    def notices(self, tests: Iterable[str], most: float | None = None) -> bool:
        """Whether a test fails on the sources as they are here, or lasts more than ``most`` seconds."""
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
        command += ["--hypothesis-profile=mutants"]
        environment = os.environ | {
            "PYTHONPATH": str(self.folder / "src"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONHASHSEED": "0",
        }
        try:
            done = subprocess.run(
                [*command, *tests], cwd=ROOT, env=environment, timeout=most, capture_output=True, check=False
            )
        except subprocess.TimeoutExpired:
            return True
        if done.returncode not in {PASSED, FAILED, BROKEN}:
            raise RuntimeError(done.stdout.decode() + done.stderr.decode())
        return done.returncode != PASSED

    def kills(self, mutant: Mutant) -> bool:
        """Whether the nearest tests notice the mutant."""
        file = self.folder / mutant.file
        original = file.read_bytes()
        file.write_bytes(original.replace(mutant.old.encode(), mutant.new.encode()))
        try:
            return self.notices(mutant.tests, MOST)
        finally:
            file.write_bytes(original)


def main(arguments: list[str]) -> int:
    """Print the survivors, and how many of each list are killed; 0 when they are enough.

    2 when a mutant no longer applies, or when the tests fail before anything is made wrong.
    """
    parser = argparse.ArgumentParser(prog="python3 tests/mutants", description=__doc__)
    parser.add_argument("words", nargs="*", help="part of the name of a list or of a file; else, all")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time")
    options = parser.parse_args(arguments)
    words = options.words or [""]
    chosen = [one for one in mutants() if any(word in f"{one.room} {one.file}" for word in words)]
    if not chosen:
        parser.error("no list and no file is so named")
    with tempfile.TemporaryDirectory() as folder:
        benches = [Bench(Path(folder) / f"{rank}") for rank in range(options.jobs)]
        unfit = [one.stale for one in chosen if one.stale]
        if not unfit and benches[0].notices(dict.fromkeys(test for one in chosen for test in one.tests)):
            unfit = ["The tests fail before anything is made wrong."]
        print(*unfit, sep="\n", end="\n" if unfit else "")
        return 2 if unfit else _told(chosen, _tried(benches, chosen))


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


def _told(chosen: list[Mutant], tried: Iterable[bool]) -> int:
    total, dead = Counter(one.room for one in chosen), Counter[str]()
    for mutant, killed in zip(chosen, tried, strict=True):
        dead[mutant.room] += killed
        if not killed:
            print(f"survives  {mutant.name}", flush=True)
    for room in total:
        print(f"{room:<12} {dead[room]:>3} of {total[room]:>3} killed")
    print(f"{'all':<12} {dead.total():>3} of {total.total():>3} killed")
    return int(dead.total() < ENOUGH * total.total())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
