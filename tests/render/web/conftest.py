"""Editions of the made-up projects, as the website's renderer receives them."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from filquartiers.content import load
from filquartiers.edition import Edition
from filquartiers.model.identity import Identity
from filquartiers.model.kinds import KINDS

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 21)


def edition_of(project: Path) -> Edition:
    """The edition of a project of this checkout."""
    loaded = load(project, KINDS, TODAY)
    assert not loaded.problems
    tokens = (ROOT / "assets/identite.yaml").read_text(encoding="utf-8")
    identity = Identity.model_validate(yaml.load(tokens, Loader=yaml.CBaseLoader))  # noqa: S506  text only
    return Edition(loaded.site, identity, project / "content", (ROOT / "templates",), (ROOT / "assets",))


@pytest.fixture(scope="session")
def mini() -> Edition:
    """Belleville-sur-Onde: one network, three houses."""
    return edition_of(ROOT / "tests/exemples/mini")


@pytest.fixture(scope="session")
def fictif() -> Edition:
    """Valmarin: one network, five houses, all kinds."""
    return edition_of(ROOT / "tests/exemples/fictif")


@pytest.fixture(scope="session")
def reel() -> Edition:
    """The real content: two networks, one of them without names."""
    return edition_of(ROOT)
