"""A printed code leads to a page that the site has."""

from urllib.parse import urlsplit

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from filquartiers.artifact import File
from filquartiers.model.addresses import short
from filquartiers.render.print.typeset import qr_runs
from filquartiers.render.web import pages as web_pages

PRODUCTS = (
    "programme",
    "depliant",
    "arbre",
    "planche-valmarin",
    "fiches/atelier-velo",
    "programmes/le-phare-2026-11",
    "programmes/valmarin-2026-11",
)


@pytest.fixture(scope="module")
def site_files(edition):
    return {one.path for one in web_pages(edition) if isinstance(one, File)}


def codes(pdf: bytes) -> list[set[str]]:
    """What a telephone reads on each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            {
                found.text
                for found in zxingcpp.read_barcodes(page.render(scale=200 / 72).to_pil().convert("L"))
            }
            for page in document
        ]
    finally:
        document.close()


@pytest.mark.parametrize("name", PRODUCTS)
def test_each_code_leads_to_a_built_page(made, site_files, words, name):
    found = codes(made(name).screen)
    text = "".join("".join(page.split()) for page in words(made(name).screen))
    assert any(found)
    for address in set().union(*found):
        path = urlsplit(address).path.lstrip("/")
        assert f"site/{path}index.html" in site_files, address
        assert short(address) in text


def test_every_inner_page_of_the_brochure_has_a_code(made):
    found = codes(made("programme").press)
    assert [number for number, page in enumerate(found[1:-1], start=2) if not page] == []


def test_runs_draw_the_very_code():
    url = "https://valmarin.example/maisons/le-phare/"
    rows = qr_runs(url)
    picture = Image.new("L", (len(rows) + 8, len(rows) + 8), 255)
    for y, row in enumerate(rows):
        for start, length in row:
            for x in range(start, start + length):
                picture.putpixel((x + 4, y + 4), 0)
    large = picture.resize((picture.width * 6, picture.height * 6), Image.Resampling.NEAREST)
    (read,) = zxingcpp.read_barcodes(large)
    assert read.text == url
