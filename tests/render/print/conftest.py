"""The made-up network of Valmarin, composed once for all the tests of this folder."""

import io
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import yaml

from filquartiers.content import load
from filquartiers.edition import Edition
from filquartiers.model.identity import Identity
from filquartiers.model.kinds import KINDS
from filquartiers.render.print import Composed, Composer, Paper, Product, products

REPOSITORY = Path(__file__).parents[3]
VALMARIN = REPOSITORY / "tests" / "exemples" / "fictif"
TODAY = date(2026, 11, 21)
PAPER = Paper(3, lambda photo: photo.convert("CMYK"))


def edition_of(root: Path, today: date = TODAY) -> Edition:
    """A project's edition, with the templates and assets of the program."""
    identity = yaml.safe_load((REPOSITORY / "assets" / "identite.yaml").read_text(encoding="utf-8"))
    return Edition(
        site=load(root, KINDS, today).site,
        identity=Identity.model_validate(identity),
        content=root / "content",
        templates=(REPOSITORY / "templates",),
        assets=(REPOSITORY / "assets",),
    )


@pytest.fixture(scope="session")
def edition() -> Edition:
    return edition_of(VALMARIN)


@pytest.fixture(scope="session")
def composer(edition) -> Composer:
    return Composer.of(edition)


@pytest.fixture(scope="session")
def catalogue(edition) -> dict[str, Product]:
    """Every product of Valmarin, by name."""
    return {one.name: one for one in products(edition) if isinstance(one, Product)}


@pytest.fixture(scope="session")
def made(composer, catalogue):
    """Compose a product by name, once."""
    known: dict[str, Composed] = {}

    def compose(name: str) -> Composed:
        if name not in known:
            composed = composer.compose(catalogue[name], TODAY, PAPER if catalogue[name].for_press else None)
            assert isinstance(composed, Composed), composed
            known[name] = composed
        return known[name]

    return compose


@pytest.fixture(scope="session")
def raw():
    """All the text of a file, its spaces as they were set."""

    def read(pdf: bytes) -> str:
        return "\n".join(_pages(pdf))

    return read


@pytest.fixture(scope="session")
def words():
    """The text of each page, as a reader would select it: one plain space between words."""

    def read(pdf: bytes) -> list[str]:
        return [" ".join(page.replace("\ufffe", "").replace("\x02", "-").split()) for page in _pages(pdf)]

    return read


def _pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


@pytest.fixture(scope="session")
def opened():
    """A PDF to look into."""
    kept: list[pikepdf.Pdf] = []  # pages live as long as their file

    def look(pdf: bytes) -> pikepdf.Pdf:
        kept.append(pikepdf.open(io.BytesIO(pdf)))
        return kept[-1]

    return look
