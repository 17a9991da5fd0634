"""The small project of ``tests/render/agenda``: one network, two houses, five events."""

from datetime import date
from pathlib import Path

import pytest

from filquartiers.content import load
from filquartiers.model.kinds import KINDS

ROOT = Path(__file__).parent / "agenda"


@pytest.fixture(scope="session")
def port_clair():
    loaded = load(ROOT, KINDS, date(2026, 11, 21), drafts=False)
    assert not loaded.problems
    return loaded.site
