"""The network's own content, read once for every test of its facts."""

from datetime import date
from pathlib import Path

import pytest

from filquartiers.content import Loaded, load
from filquartiers.model.kinds import KINDS
from filquartiers.model.site import Site

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    """What the content reader makes of ``content/``."""
    return load(ROOT, KINDS, date(2026, 11, 21))


@pytest.fixture(scope="session")
def site(loaded: Loaded) -> Site:
    """The site that it describes."""
    return loaded.site


@pytest.fixture(scope="session")
def content() -> Path:
    """The folder of the files that editors type."""
    return ROOT / "content"
