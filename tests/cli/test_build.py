"""``filquartiers build``: what its options make."""

import pytest

from cli.conftest import DAY
from filquartiers.artifact import Artifact
from filquartiers.journey import Journey


@pytest.fixture
def brochure(project):
    """The smallest printed thing, added to the mini project."""
    file = project / "content/brochures/affiche.yaml"
    file.parent.mkdir(exist_ok=True)
    network = next((project / "content/reseaux").iterdir()).stem
    file.write_text(
        f"titre: L’affiche\nreseau: {network}\nformat: A4\nsections:\n  - section: maisons\n", "utf-8"
    )
    return file


def files(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("brochure")
def test_the_site_alone_has_no_printed_thing_and_offers_none(cli, project):
    former = project / "build/impression/affiche/affiche.pdf"
    former.parent.mkdir(parents=True)
    former.write_bytes(b"of another day")
    code, out, _ = cli("build", "--date", DAY, "--site")
    made = files(project / "build/site")
    assert code == 0
    assert "Publié dans" in out
    assert "1 retiré" in out
    assert {"index.html", "fiches/index.html"} <= made
    assert not (project / "build/impression").exists()
    assert not [name for name in made if name.endswith(".pdf")]
    assert "affiche.pdf" not in "".join(
        path.read_text("utf-8") for path in (project / "build").rglob("*.html")
    )


def test_the_time_of_each_stage_is_told_when_asked(cli):
    _, out, _ = cli("build", "--date", DAY, "--site", "--chronos")
    stages = [line.split()[0] for line in out.splitlines() if line.endswith(" s")]
    assert stages[0] == "lecture"
    assert stages[-1] == "écriture"
    assert "pages" in stages
    assert "impression" not in stages


def test_two_files_of_one_address_are_told():
    """They would write over each other."""
    journey = Journey(lambda: 0.0)
    for data in (b"un", b"deux"):
        journey.take(Artifact("site/fiches/public/index.html", data))
    assert [one.code for one in journey.problems] == ["page-double"]
    assert [one.data for one in journey.artifacts] == [b"un"]
