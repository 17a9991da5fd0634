"""The project that the tests of the preview spoil."""

import shutil
from pathlib import Path

import pytest

from serve.scene import played, sheets


@pytest.fixture
def root(tmp_path: Path, examples: Path) -> Path:
    """A copy of the smallest whole project."""
    shutil.copytree(examples / "mini" / "content", tmp_path / "content")
    return tmp_path


@pytest.fixture
def play(root: Path):
    """Starts a preview of ``root`` with the renderers of the test's choice."""

    def start(site=None, printed=None, *, watched: bool = True):
        return played(root, {"fiches": sheets} if site is None else site, printed, watched=watched)

    return start
