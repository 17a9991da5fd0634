"""Pages as pictures: for the site's brochure page and for the preflight report."""

from collections.abc import Iterator
from io import BytesIO
from math import sqrt

from PIL import Image
from pypdfium2 import PdfDocument

MOST_PIXELS = 40_000_000
"""For one page: an A3 at 400 pixels per inch fits, a page of five metres does not."""


def scale(dpi: float, width: float, height: float) -> float:
    """The rendering scale for a page of this size in points, lowered when the page is a poster."""
    return min(dpi / 72, sqrt(MOST_PIXELS / max(width * height, 1)))


def page_images(pdf: bytes, dpi: float) -> Iterator[Image.Image]:
    """Each page as a picture, in order; the same pixels for the same PDF.

    Args:
        pdf: a readable PDF.
        dpi: pixels per inch.
    """
    document = PdfDocument(pdf)
    try:
        for number in range(len(document)):
            page = document[number]
            image = page.render(scale=scale(dpi, *page.get_size()), draw_annots=False).to_pil()
            page.close()
            yield image
    finally:
        document.close()


def png(image: Image.Image) -> bytes:
    """The picture as a PNG file."""
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
