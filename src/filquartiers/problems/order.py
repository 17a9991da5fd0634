"""The order in which problems are told: the files with the gravest first, each file as it is read."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from filquartiers.problems.types import Problem


def by_file(problems: Iterable[Problem]) -> Iterator[tuple[str, list[Problem]]]:
    """Each file with its problems, gravest first in both; files of equal gravity by name."""
    ordered = sorted(problems, key=lambda one: one.sort_key)
    groups = [(file, list(group)) for file, group in groupby(ordered, key=lambda one: one.where.file)]
    yield from sorted(groups, key=lambda pair: (min(one.gravity for one in pair[1]), pair[0]))
