"""The first Wednesday of a season."""

from datetime import date

import pytest


@pytest.fixture
def october() -> date:
    return date(2026, 10, 7)
