"""The smallest project, drawn: what comes out, beside what is expected, to be read like code.

``python3 tests --reecrire`` writes the expected files anew; read the difference before committing it.
"""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter

import pypdfium2
import pytest

from filquartiers.build import RENDERERS, travel
from filquartiers.project import Project

TODAY = date(2026, 11, 21)
# One of each sort: the rest of the site is held by the tests of every page.
KEPT = re.compile(
    r"site/((index|404)\.html|(maisons|pactes|fiches|agenda|reseaux)/[^/]+/index\.html|agenda/index\.html"
    r"|.*\.ics|feed\.json|atom\.xml|sitemap\.xml|robots\.txt|donnees/.*\.(json|csv))"
    r"|impression/[^/]+\.txt"
)


@pytest.fixture(scope="module")
def drawn(examples: Path) -> dict[str, bytes]:
    """Every artifact of the mini project."""
    journey = travel(Project(examples / "mini", TODAY), RENDERERS, perf_counter)
    assert [one for one in journey.problems if one.gravity == 0] == []
    return {artifact.path: artifact.data for artifact in journey.artifacts}


def test_the_files_of_the_site(drawn: dict[str, bytes], examples: Path, expect: Callable[..., None]) -> None:
    attendu = examples / "mini" / "attendu"
    kept = {path: data for path, data in drawn.items() if KEPT.fullmatch(path)}
    expect(attendu / "fichiers.txt", "".join(f"{_unhashed(path)}\n" for path in sorted(drawn)))
    for path, data in sorted(kept.items()):
        expect(attendu / path, _unhashed(data.decode()))


def test_the_text_of_the_brochure(
    drawn: dict[str, bytes], examples: Path, expect: Callable[..., None]
) -> None:
    for path in sorted(
        path for path in drawn if path.startswith("impression/") and path.endswith("-ecran.pdf")
    ):
        pdf = pypdfium2.PdfDocument(drawn[path])
        pages = [
            f"— page {number} —\n{page.get_textpage().get_text_range()}" for number, page in enumerate(pdf, 1)
        ]
        expect(examples / "mini/attendu" / f"{path}.txt", "\n".join(pages).replace("\r\n", "\n") + "\n")


def _unhashed(text: str) -> str:
    """File names carry a fingerprint of their content, which says nothing to a reader."""
    return re.sub(r"\.[0-9a-f]{8}\.", ".empreinte.", text)
