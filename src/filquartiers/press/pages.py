"""Pages as pictures: for the site's brochure page and for the preflight report."""

from collections.abc import Iterator
from io import BytesIO

from pypdfium2 import PdfDocument


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
            page.render(scale=dpi / 72, draw_annots=False).to_pil().save(out, "PNG", optimize=True)
            page.close()
            yield out.getvalue()
    finally:
        document.close()
