"""The home pages say truly whose actions they show."""

from datetime import date
from pathlib import Path

import pytest

from filquartiers.content import load
from filquartiers.model.kinds import KINDS
from filquartiers.render.web.views.home import sheets_of

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("project", "title"),
    [(ROOT, "Ce que font d’autres maisons"), (ROOT / "tests/exemples/fictif", "Ce que l’on y fait")],
)
def test_sheets_of_other_towns_are_not_called_ours(project: Path, title: str) -> None:
    site = load(project, KINDS, date(2026, 11, 21)).site
    for network in (None, *site.networks):
        sheets = sheets_of(site, network)
        assert sheets.title == title
        assert 0 < len(sheets.shown) <= sheets.count
