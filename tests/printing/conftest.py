"""Valmarin cut down to what a test prints: the chain is real, the network small."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from filquartiers.content import load
from filquartiers.edition import Edition
from filquartiers.model.identity import Identity
from filquartiers.model.kinds import KINDS
from filquartiers.model.site import Site

REPOSITORY = Path(__file__).parents[2]
VALMARIN = REPOSITORY / "tests" / "exemples" / "fictif"
TODAY = date(2026, 11, 21)


@pytest.fixture(scope="session")
def whole() -> Site:
    return load(VALMARIN, KINDS, TODAY).site


@pytest.fixture
def edition(whole, tmp_path):
    """An edition with the leaflet and two sheets only, in a project of its own."""

    def build(today: date = TODAY, **changes) -> Edition:
        entries = {
            **whole.entries,
            "brochure": tuple(one for one in whole.entries["brochure"] if one.slug == "depliant"),
            "fiche": whole.entries["fiche"][:2],
            "evenement": (),
            **changes,
        }
        identity = yaml.safe_load((REPOSITORY / "assets" / "identite.yaml").read_text(encoding="utf-8"))
        return Edition(
            site=Site(entries=entries, kinds=whole.kinds, today=today),
            identity=Identity.model_validate(identity),
            content=tmp_path / "content",
            templates=(REPOSITORY / "templates",),
            assets=(REPOSITORY / "assets",),
        )

    return build
