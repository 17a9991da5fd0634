"""Pages as pictures: for the site's brochure page and for the preflight report."""

from collections.abc import Iterator
from io import BytesIO
from math import sqrt

from pypdfium2 import PdfDocument

MOST_PIXELS = 40_000_000
"""For one page: an A3 at 400 pixels per inch fits, a page of five metres does not."""


def scale(dpi: float, width: float, height: float) -> float:
    """The rendering scale for a page of this size in points, lowered when the page is a poster."""
    return min(dpi / 72, sqrt(MOST_PIXELS / max(width * height, 1)))


def page_images(pdf: bytes, dpi: float) -> Iterator[bytes]:
    """Each page as a PNG, in order; the same bytes for the same PDF.

    Args:
        pdf: a readable PDF.
        dpi: pixels per inch.
    """
    document = PdfDocument(pdf)
    try:
        for number in range(len(document)):
            page, out = document[number], BytesIO()
            image = page.render(scale=scale(dpi, *page.get_size()), draw_annots=False).to_pil()
            image.save(out, "PNG")
            page.close()
            yield out.getvalue()
    finally:
        document.close()
