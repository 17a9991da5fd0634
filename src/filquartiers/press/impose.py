"""A booklet for an office printer: two pages side by side on each face, in the order of a saddle stitch."""

from io import BytesIO
from typing import Any

from pikepdf import Dictionary, Name, Page, Pdf

from filquartiers.press.boxes import read_boxes
from filquartiers.press.geometry import MM

A4_LANDSCAPE = (297 * MM, 210 * MM)
NEARLY_A4 = 3 * MM


def saddle_order(count: int) -> list[tuple[int | None, int | None]]:
    """Left and right page of each face, from 0, for ``count`` pages; None where the last sheet is blank.

    Faces come front then back, sheet by sheet, from the outside in: printed on both sides (flipped on
    the short edge), folded and stapled, they read in order.
    """
    total = count + -count % 4
    slots: list[int | None] = [n if n < count else None for n in range(total)]
    faces = []
    for sheet in range(total // 4):
        first, last = 2 * sheet, total - 1 - 2 * sheet
        faces += [(slots[last], slots[first]), (slots[first + 1], slots[last - 1])]
    return faces


def booklet(pdf: bytes) -> bytes:
    """Impose a PDF two-up, at its own size: A5 pages on A4 landscape.

    Args:
        pdf: a readable PDF, with or without bleed: pages are cut at their TrimBox.

    Returns:
        A PDF without links or bookmarks; the same bytes for the same input.
    """
    with Pdf.open(BytesIO(pdf)) as source, Pdf.new() as target:
        pages = list(source.pages)
        for pair in saddle_order(len(pages)):
            _face(target, [None if index is None else pages[index] for index in pair], pages[0])
        out = BytesIO()
        target.save(out, deterministic_id=True)
        return out.getvalue()


def _face(target: Pdf, pair: list[Page | None], model: Page) -> None:
    cut = read_boxes(model).cut
    width, height = _sheet(cut.width, cut.height)
    left, bottom = width / 2 - cut.width, (height - cut.height) / 2
    target.add_blank_page(page_size=(width, height))
    face, drawn = target.pages[-1], []
    forms: dict[str, Any] = {}
    for side, page in enumerate(pair):
        if page is None:
            continue
        box, name = read_boxes(page).cut, f"/Page{side}"
        forms[name] = target.copy_foreign(page.as_form_xobject())
        x, y = left + side * cut.width - box.left, bottom - box.bottom
        drawn.append(f"q 1 0 0 1 {x:.4f} {y:.4f} cm {name} Do Q")
    face.obj.Resources = Dictionary(XObject=Dictionary(forms))
    face.obj.Contents = target.make_stream("\n".join(drawn).encode())
    face.obj.TrimBox = face.obj.MediaBox
    if Name.Rotate in face.obj:
        del face.obj.Rotate


def _sheet(width: float, height: float) -> tuple[float, float]:
    """The two-up sheet: exactly A4 when the pages are A5, as 2 × 148 mm is not quite 297."""
    wide, high = A4_LANDSCAPE
    if abs(2 * width - wide) < NEARLY_A4 and abs(height - high) < NEARLY_A4:
        return A4_LANDSCAPE
    return 2 * width, height
