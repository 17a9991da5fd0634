"""A tagged PDF, read as a screen reader does: its structure tree (ISO 32000-2, 14.7), line by line."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from sides.words import Said


def read_pdf(pdf: bytes) -> list[Said]:
    """What the pages say, in the order of their tags; what is only drawn is not read."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [said for page in document for said in _page(page)]
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> Iterator[Said]:
    lines, tree = _lines(page), pdfium.FPDF_StructTree_GetForPage(page)
    try:
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            yield from _element(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), lines, ())
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _element(element: Any, lines: dict[int, str], above: tuple[str, ...]) -> Iterator[Said]:
    roles = (*above, _role(element))
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            yield from _element(child, lines, roles)
        else:
            mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
            if mark >= 0 and lines.get(mark, "").strip():
                block = next(role for role in reversed(roles) if role not in {"Span", "Link", "Strong", "Em"})
                yield Said(block, lines[mark], roles)


def _role(element: Any) -> str:
    length = pdfium.FPDF_StructElement_GetType(element, None, 0)
    found = ctypes.create_string_buffer(length)
    pdfium.FPDF_StructElement_GetType(element, found, length)
    return found.raw[: length - 2].decode("utf-16-le")


def _lines(page: pypdfium2.PdfPage) -> dict[int, str]:
    """The text of each marked content, by its number."""
    text, found = page.get_textpage(), {}
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=8):
        mark = pdfium.FPDFPageObj_GetMarkedContentID(drawn)
        length = pdfium.FPDFTextObj_GetText(drawn, text, None, 0)
        kept = ctypes.create_string_buffer(length)
        pdfium.FPDFTextObj_GetText(drawn, text, ctypes.cast(kept, ctypes.POINTER(ctypes.c_ushort)), length)
        found[mark] = found.get(mark, "") + kept.raw[: length - 2].decode("utf-16-le")
    return found
