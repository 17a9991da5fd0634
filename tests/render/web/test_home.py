"""A project that is only begun has a finished home page all the same."""

from datetime import date
from pathlib import Path
from time import perf_counter

from filquartiers.build import travel
from filquartiers.project import Project
from filquartiers.render import web


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
