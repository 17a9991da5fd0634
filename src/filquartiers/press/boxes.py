"""The boxes of a press page (ISO 32000-1, 14.11.2), and the marks drawn around it."""

from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Page, Pdf

from filquartiers.press.geometry import MM, Box
from filquartiers.press.resources import add, number
from filquartiers.press.walk import inherited

MARK_LENGTH = 5 * MM
MARK_WIDTH = 0.25
"""Points."""
SMALLEST = 1.0
"""A MediaBox thinner than this, in points, is damaged."""
A4 = Box(0, 0, 595.276, 841.89)


@dataclass(frozen=True, slots=True)
class Boxes:
    """The sheet, what is printed, what is kept: each as written, None when absent or damaged.

    ``unit`` is what a length of the page is multiplied by where it is shown (UserUnit, 14.11.2).
    """

    media: Box
    trim: Box | None
    bleed: Box | None
    crop: Box | None
    unit: float = 1.0

    @property
    def cut(self) -> Box:
        """Where the page is cut; the whole sheet when the file does not say."""
        return self.trim or self.media

    @property
    def printed(self) -> Box:
        """What is printed before the cut; the cut itself when the file does not say."""
        return self.bleed or self.cut


def read_boxes(page: Page) -> Boxes:
    """The boxes of a page, its tree included; a missing MediaBox reads as A4, as viewers take it."""
    media = Box.read(inherited(page, "/MediaBox"))
    if media is None or min(media.width, media.height) < SMALLEST:
        media = A4
    trim, bleed = (Box.read(page.obj.get(key)) for key in ("/TrimBox", "/BleedBox"))
    crop, unit = Box.read(inherited(page, "/CropBox")), number(page.obj, "/UserUnit", 1.0)
    return Boxes(media, trim, bleed, crop, unit)


def set_boxes(pdf: Pdf, page: Page, bleed_mm: float, *, marks: bool) -> None:
    """Write Trim, Bleed and MediaBox, with crop marks outside the bleed when asked.

    Args:
        pdf: the file of the page.
        page: composed with its bleed: what lies between TrimBox and MediaBox.
        bleed_mm: what the press asks beyond the cut, in millimetres.
        marks: whether to draw crop marks, on a sheet enlarged for them.
    """
    boxes = read_boxes(page)
    trim = boxes.cut
    bleed = trim.grown(bleed_mm * MM).meet(boxes.media) or trim
    media = boxes.media
    if marks:
        media = trim.grown(bleed_mm * MM + MARK_LENGTH + MM)
        _draw_marks(pdf, page, trim, max(bleed_mm, 3) * MM)
    for key in ("/CropBox", "/ArtBox"):
        if key in page.obj:
            del page.obj[key]
    page.obj.MediaBox, page.obj.BleedBox, page.obj.TrimBox = media.array(), bleed.array(), trim.array()


def _draw_marks(pdf: Pdf, page: Page, trim: Box, gap: float) -> None:
    """Two lines at each corner, in the registration colour: every ink at full strength."""
    resources = page.obj.get("/Resources")
    if not isinstance(resources, Dictionary):
        resources = page.obj.Resources = Dictionary()
    add(pdf, resources, "/ColorSpace", "/FqRepere", _registration(pdf))
    near, far = gap + MM / 2, gap + MM / 2 + MARK_LENGTH
    lines = []
    for x in (trim.left, trim.right):
        lines += [(x, trim.bottom - near, x, trim.bottom - far), (x, trim.top + near, x, trim.top + far)]
    for y in (trim.bottom, trim.top):
        lines += [(trim.left - near, y, trim.left - far, y), (trim.right + near, y, trim.right + far, y)]
    drawn = "\n".join(f"{a:.3f} {b:.3f} m {c:.3f} {d:.3f} l S" for a, b, c, d in lines)
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(f"Q\nq /FqRepere CS 1 SCN {MARK_WIDTH} w 0 J\n{drawn}\nQ".encode())
    page.contents_coalesce()


def _registration(pdf: Pdf) -> Array:
    """The separation that prints on every plate (8.6.6.4)."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], Range=[0, 1] * 4)
    return Array([Name.Separation, Name.All, Name.DeviceCMYK, pdf.make_indirect(tint)])
