"""What print has put beside the pages, and what the pages make of it."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from filquartiers.artifact import Artifact
from filquartiers.render.web import pages
from filquartiers.render.web.printed import Leaf, Printed


def picture(width: int, height: int) -> bytes:
    file = BytesIO()
    Image.new("RGB", (width, height)).save(file, "PNG")
    return file.getvalue()


def pdf() -> bytes:
    document, file = PdfDocument.new(), BytesIO()
    document.new_page(420, 595)
    document.save(file)
    return file.getvalue()


FILES = (
    Artifact("site/brochures/saison/saison.pdf", pdf()),
    Artifact("site/brochures/saison/pages/02.png", picture(64, 91)),
    Artifact("site/brochures/saison/pages/01.png", picture(64, 90)),
    Artifact("site/brochures/autre/pages/01.png", picture(1, 1)),
    Artifact("site/maisons/le-bac/le-bac-2027-01.pdf", b""),
    Artifact("site/maisons/le-bac/le-bac-2026-12.pdf", b""),
    Artifact("site/agenda/romans-2026-12.pdf", b""),
    Artifact("site/agenda/saint-nazaire-2026-12.pdf", b""),
)


@pytest.fixture(scope="module")
def printed() -> Printed:
    return Printed.of(FILES)


def test_only_the_document_of_a_page_is_offered(printed: Printed) -> None:
    assert printed.document("brochures/saison/") == "brochures/saison/saison.pdf"
    assert printed.document("brochures/autre/") == ""


def test_pages_come_in_order_with_their_size(printed: Printed) -> None:
    assert printed.leaves("brochures/saison/") == (
        Leaf(1, "brochures/saison/pages/01.png", 64, 90, ""),
        Leaf(2, "brochures/saison/pages/02.png", 64, 91, ""),
    )


@pytest.mark.parametrize(("part", "words"), [("Les maisons", "Page 3 : Les maisons"), ("", "Page 3")])
def test_a_page_is_told_by_its_part(part: str, words: str) -> None:
    assert Leaf(3, "", 1, 1, part).alternative == words


def test_the_nearest_programme_comes_first(printed: Printed) -> None:
    assert [link.label for link in printed.programmes("maisons/le-bac/")] == ["Décembre 2026", "Janvier 2027"]


def test_towns_tell_the_programmes_of_networks_apart(printed: Printed) -> None:
    towns = {"romans": "Romans", "saint-nazaire": "Saint-Nazaire"}
    labels = [link.label for link in printed.programmes("agenda/", towns)]
    assert labels == ["Décembre 2026, Romans", "Décembre 2026, Saint-Nazaire"]


def test_pages_offer_what_is_printed_and_no_dead_link_without(fictif) -> None:
    address = "site/brochures/programme/"
    files = (
        Artifact(f"{address}programme.pdf", pdf()),
        Artifact(f"{address}pages/01.png", picture(64, 90)),
    )
    for edition, offered in ((fictif, False), (replace(fictif, printed=files), True)):
        made = {one.path: one.data.decode() for one in pages(edition) if one.path.endswith(".html")}
        assert ('href="../../brochures/programme/programme.pdf"' in made[f"{address}index.html"]) is offered
        assert (
            'width="64" height="90" alt="Page 1" loading="lazy"' in made[f"{address}index.html"]
        ) is offered
        assert not any(".pdf" in html for path, html in made.items() if path.startswith("site/fiches/"))
