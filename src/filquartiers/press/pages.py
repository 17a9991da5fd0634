"""Pages as pictures: for the site's brochure page and for the preflight report."""

from collections.abc import Iterator
from io import BytesIO
from math import sqrt

from PIL import Image
from pypdfium2 import PdfDocument

MOST_PIXELS = 40_000_000
"""For one page: an A3 at 400 pixels per inch fits, a page of five metres does not."""


def draw(document: PdfDocument, number: int, dpi: float, **options: bool) -> Image.Image:
    """One page, from 0, without its annotations; a poster comes out coarser. ``options`` are PDFium's."""
    page = document[number]
    try:
        width, height = page.get_size()
        scale = min(dpi / 72, sqrt(MOST_PIXELS / max(width * height, 1)))
        image: Image.Image = page.render(scale=scale, draw_annots=False, **options).to_pil()
        return image
    finally:
        page.close()


def page_images(pdf: bytes, dpi: float) -> Iterator[Image.Image]:
    """Each page as a picture, in order; the same pixels for the same PDF.

    Args:
        pdf: a readable PDF.
        dpi: pixels per inch.
    """
    document = PdfDocument(pdf)
    try:
        yield from (draw(document, number, dpi) for number in range(len(document)))
    finally:
        document.close()


def png(image: Image.Image) -> bytes:
    """The picture as a PNG file."""
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
