"""A copy of the real content, to add to."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from filquartiers.cli import run
from filquartiers.content import load
from filquartiers.model.kinds import KINDS
from filquartiers.problems import Gravity

ROOT = Path(__file__).parents[2]


class Project:
    """A folder, and the commands that one runs in it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def new(self, *words: str) -> int:
        return run(["new", *words, "--projet", str(self.root)])

    def errors(self) -> list[str]:
        found = load(self.root, KINDS, date(2027, 1, 4), drafts=True).problems
        return [f"{one.where}: {one.message}" for one in found if one.gravity is Gravity.ERROR]

    def files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def project(tmp_path: Path) -> Project:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return Project(tmp_path)
