"""The lists of mutants beside this file: what each says, and the source that it makes.

A list is read as a patch is. ``file:`` and ``tests:`` (several, separated by spaces) hold for what follows,
until another. Each group of lines is one mutant: ``-`` the text to find, exactly once, ``+`` what is put in
its place (nothing when there is none). ``#`` opens a remark.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

LISTS = Path(__file__).parent
ROOT = LISTS.parents[1]


@dataclass(frozen=True)
class Mutant:
    """One thing made wrong: in ``file``, ``old`` becomes ``new``; ``tests`` are those that should notice."""

    room: str
    file: str
    tests: tuple[str, ...]
    old: str
    new: str

    @property
    def source(self) -> str:
        return (ROOT / self.file).read_text(encoding="utf-8")

    @property
    def stale(self) -> str:
        """Why it no longer applies, or nothing."""
        found = self.source.count(self.old)
        return "" if found == 1 else f"{self.name}: found {found} times, not once"

    @property
    def mutated(self) -> str:
        return self.source.replace(self.old, self.new)

    @property
    def name(self) -> str:
        line = self.source.partition(self.old)[0].count("\n") + 1
        old, new = (" ".join(text.split()) for text in (self.old, self.new))
        return f"{self.file}:{line}\n  - {old}\n  + {new}"


def mutants() -> list[Mutant]:
    """All of them, list after list."""
    return [one for file in sorted(LISTS.glob("*.txt")) for one in _listed(file)]


def _listed(file: Path) -> Iterator[Mutant]:
    place, tests = "", ()
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for filled, group in groupby(lines, bool):
        signs: dict[str, list[str]] = {"-": [], "+": []}
        for line in group if filled else ():
            if line.startswith("file: "):
                place = line.removeprefix("file: ")
            elif line.startswith("tests: "):
                tests = tuple(line.removeprefix("tests: ").split())
            else:
                signs[line[0]].append(line[2:])
        if signs["-"]:
            yield Mutant(file.stem, place, tests, *("\n".join(signs[sign]) for sign in "-+"))
