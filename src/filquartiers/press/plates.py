"""The printing plates of a page: how much of each ink lands where.

Each plate is the same PDF with every colour replaced by the share of one ink, as a grey, and rendered.
So transparency, clips, tiles, soft masks and overprinting count as they do on a press: the figures are
those of what is printed, not of what was asked for object by object.
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from pikepdf import Pdf
from PIL import Image, ImageChops, ImageStat
from pypdfium2 import PdfDocument

from filquartiers.press.boxes import read_boxes
from filquartiers.press.geometry import Box, Point
from filquartiers.press.inks import Inks, total_ink
from filquartiers.press.pages import draw
from filquartiers.press.plate import Plates
from filquartiers.press.separate import PLATES, SPOT

RESOLUTION = 72
"""Pixels per inch of the rendered plates."""
CELL = 3
"""Pixels on the side of the square over which ink is summed: 1.06 mm."""


@dataclass(frozen=True, slots=True)
class PageInk:
    """The ink of a page, bleed included.

    ``coverage`` is the mean of each plate (C, M, Y, K, spot inks), in per cent. ``heaviest`` is the
    greatest sum of inks, in per cent, over a square of about a millimetre centred on ``place``, in page
    points.
    """

    coverage: tuple[float, ...]
    heaviest: float
    place: Point


@dataclass(frozen=True, slots=True)
class Measured:
    """The ink of every page, and the object numbers of the pictures that could not be read."""

    pages: tuple[PageInk, ...]
    unread: frozenset[tuple[int, int]]


def measure(data: bytes, inks: Inks, *, spots: bool = True) -> Measured:
    """Measure the ink of every page.

    Args:
        data: a readable PDF.
        inks: what turns colours of other spaces into inks.
        spots: whether to count spot inks too; without any, this saves a fifth of the time.
    """
    unread: set[tuple[int, int]] = set()
    pages = tuple(_weigh(plates, box) for plates, box in separations(data, inks, spots=spots, unread=unread))
    return Measured(pages, frozenset(unread))


def separations(
    data: bytes, inks: Inks, *, spots: bool = True, unread: set[tuple[int, int]] | None = None
) -> Iterator[tuple[list[Image.Image], Box]]:
    """The plates of each page, as grey pictures where 255 is full ink, with the box they cover.

    Args:
        data: a readable PDF.
        inks: as in `measure`.
        spots: as in `measure`.
        unread: receives the object numbers of the pictures that could not be read.
    """
    with Pdf.open(BytesIO(data)) as pdf:
        boxes = [read_boxes(page).printed for page in pdf.pages]
        for page, box in zip(pdf.pages, boxes, strict=True):  # marks outside the bleed do not count as ink
            page.obj.MediaBox = page.obj.CropBox = box.array()
            page.obj.Rotate = 0
        plates = Plates(pdf, inks, PLATES if spots else SPOT)
        files = [PdfDocument(file) for file in plates.files()]
    if unread is not None:
        unread |= plates.unread
    try:
        for number, box in enumerate(boxes):
            yield [_ink(file, number) for file in files], box
    finally:
        for file in files:
            file.close()


def _ink(file: PdfDocument, number: int) -> Image.Image:
    return ImageChops.invert(draw(file, number, RESOLUTION, grayscale=True, may_draw_forms=False))


def _weigh(plates: list[Image.Image], box: Box) -> PageInk:
    coverage = tuple(ImageStat.Stat(plate).mean[0] * 100 / 255 for plate in plates)
    cells = total_ink(tuple(plate.reduce(CELL) for plate in plates))
    sums = array("i", cells.tobytes())
    heaviest = max(sums)
    row, column = divmod(sums.index(heaviest), cells.width)
    step = CELL * box.width / plates[0].width
    place = (box.left + (column + 0.5) * step, box.top - (row + 0.5) * step)
    return PageInk(coverage, heaviest * 100 / 255, place)
