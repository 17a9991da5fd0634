"""The planned files, written whole or not at all."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from filquartiers.importers.plan import PlannedFile
from filquartiers.problems import Problem, Where, problem
from filquartiers.problems.system import reason_of
from filquartiers.write import write_bytes


def write_plan(root: Path, files: Sequence[PlannedFile]) -> Iterator[Problem]:
    """Write each file of a plan under the project ``root``; tell those that could not be.

    A file that changed since the plan was made is left alone: run the import again.
    """
    for file in files:
        path = root / file.path
        try:
            held = path.read_bytes() if path.exists() else None
            if held == file.before:
                write_bytes(path, file.data)
                continue
            reason = "il a changé pendant l’import"
        except OSError as error:
            reason = reason_of(error)
        yield problem("import-non-ecrit", Where(file.path), nom=file.path, raison=reason)
