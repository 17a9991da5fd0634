"""What stands on each page, so that a report can name the sheet and not only a number."""

from pypdfium2 import PdfDocument


def page_titles(pdf: bytes) -> dict[int, str]:
    """The bookmark that each page is under, by page number from 1; pages before the first have none."""
    document = PdfDocument(pdf)
    try:
        begins: dict[int, str] = {}
        for mark in document.get_toc():
            target = mark.get_dest()
            if target is not None and target.get_index() is not None:
                begins[target.get_index() + 1] = mark.get_title()  # the deepest one of a page comes last
        titles: dict[int, str] = {}
        title = ""
        for number in range(1, len(document) + 1):
            title = begins.get(number, title)
            titles |= {number: title} if title else {}
        return titles
    finally:
        document.close()
