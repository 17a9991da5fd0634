"""The home pages say truly whose actions they show."""

from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from filquartiers.build import travel
from filquartiers.content import load
from filquartiers.model.kinds import KINDS
from filquartiers.project import Project
from filquartiers.render import web
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


def test_a_new_project_has_no_empty_section_and_claims_nothing(tmp_path: Path) -> None:
    network = tmp_path / "content/reseaux/port-clair.md"
    network.parent.mkdir(parents=True)
    network.write_text(
        "---\nnom: Les maisons du Port\nville: Port-Clair\ndemonstration: oui\n---\n", encoding="utf-8"
    )
    journey = travel(Project(tmp_path, date(2026, 11, 21)), {"pages": web.pages}, perf_counter)
    home = next(one.data.decode() for one in journey.artifacts if one.path == "site/index.html")
    assert "La coopération" not in home
    assert "Les maisons ne sont pas encore présentées ici." in home
    assert "documents publics" not in home
