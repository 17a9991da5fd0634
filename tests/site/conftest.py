"""The sites that every page test looks at: the real content, and the made-up network."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from filquartiers.artifact import Artifact
from filquartiers.build import SITE, travel
from filquartiers.project import Project
from filquartiers.write import write

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 21)
PROJECTS = {"reel": ROOT, "fictif": ROOT / "tests" / "exemples" / "fictif"}


@dataclass(frozen=True)
class Built:
    """A site on the disk, and its files in memory."""

    name: str
    folder: Path
    files: dict[str, bytes]

    @property
    def pages(self) -> dict[str, str]:
        """Every page, by its path in the site."""
        return {path: data.decode() for path, data in self.files.items() if path.endswith(".html")}


def drawn(project: Project) -> Iterator[Artifact]:
    """What the site's renderers give, paths relative to the site."""
    for artifact in travel(project, SITE, perf_counter).artifacts:
        yield Artifact(artifact.path.removeprefix("site/"), artifact.data)


@pytest.fixture(scope="session", params=sorted(PROJECTS))
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """One of the sites, built once."""
    artifacts = tuple(drawn(Project(PROJECTS[request.param], TODAY)))
    # A sub-folder with an accent and a space: addresses must not depend on where the site lies.
    folder = tmp_path_factory.mktemp("site") / "sous dossier é"
    write(folder, artifacts)
    return Built(request.param, folder, {artifact.path: artifact.data for artifact in artifacts})
