"""What the stages of a journey hand on to each other, and what comes of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from filquartiers.artifact import File, Settled
from filquartiers.edition import Output
from filquartiers.made import Made
from filquartiers.problems import Gravity, Problem, Where, problem
from filquartiers.write import Written

Clock = Callable[[], float]
"""Seconds that pass."""


@dataclass(frozen=True)
class Outcome:
    """What came of a build: all problems, what was written if anything was, the time of each stage.

    ``houses`` are the names of those that each file is about; ``changes`` tells readers what is new.
    """

    problems: tuple[Problem, ...]
    written: Written | None = None
    stages: tuple[tuple[str, float], ...] = ()
    houses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    changes: str = ""

    @property
    def blocked(self) -> bool:
        """Whether an error refuses publication."""
        return any(one.gravity is Gravity.ERROR for one in self.problems)


@dataclass
class Journey:
    """What the stages hand on: problems, artifacts, what print made, the time each stage took."""

    clock: Clock
    problems: list[Problem] = field(default_factory=list)
    artifacts: list[File] = field(default_factory=list)
    stages: list[tuple[str, float]] = field(default_factory=list)
    houses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    paths: set[str] = field(default_factory=set)
    printed: list[Made] = field(default_factory=list)

    @property
    def outcome(self) -> Outcome:
        """What there is to tell so far."""
        return Outcome(in_order(self.problems), None, tuple(self.stages), self.houses)

    def timed(self, stage: str, since: float) -> float:
        """Note how long a stage took; gives the time it is now, in seconds of the clock."""
        now = self.clock()
        self.stages.append((stage, now - since))
        return now

    def take(self, output: Output) -> None:
        """Note what a renderer gives; two files of one address are a problem."""
        if isinstance(output, Problem):
            self.problems.append(output)
        elif isinstance(output, Made):
            self.printed.append(output)
        elif output.path in self.paths:
            self.problems.append(problem("page-double", Where(), adresse=output.path))
        else:
            self.paths.add(output.path)
            self.artifacts.append(output)

    def sorted_out(self, found: Iterable[Settled | Problem]) -> tuple[Settled, ...]:
        """The files among what was found; the problems are noted, each once."""
        kept = []
        for one in found:
            if not isinstance(one, Problem):
                kept.append(one)
            elif one not in self.problems:
                self.problems.append(one)
        return tuple(kept)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by file, gravest first."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda one: one.sort_key))
