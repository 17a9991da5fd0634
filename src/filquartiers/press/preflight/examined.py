"""What the checks look at: the opened file, walked once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from pikepdf import Page, Pdf

from filquartiers.model.press import PressProfile
from filquartiers.press.boxes import Boxes, read_boxes
from filquartiers.press.geometry import Box
from filquartiers.press.inks import Inks
from filquartiers.press.painted import Painted
from filquartiers.press.plates import PageInk
from filquartiers.press.trace import Tracer
from filquartiers.press.walk import Allowance, walk

MOST_OBJECTS = 50_000
"""Painted objects looked at on one page."""


@dataclass(frozen=True, slots=True)
class PageView:
    """A page, its boxes, and what is painted on it. ``label`` says what the page is made from."""

    number: int
    page: Page
    boxes: Boxes
    painted: tuple[Painted, ...]
    cut_short: bool
    label: str = ""


@dataclass(frozen=True, slots=True)
class Examined:
    """An opened file, ready for the checks."""

    pdf: Pdf
    profile: PressProfile
    inks: Inks
    pages: tuple[PageView, ...]
    ink: tuple[PageInk, ...] = ()
    unread: frozenset[tuple[int, int]] = frozenset()

    @property
    def printed(self) -> Iterator[tuple[PageView, Painted, Box]]:
        """What puts ink on paper, with its box: neither masks nor what is clipped away or off the bleed."""
        for view in self.pages:
            sheet = view.boxes.printed
            for item in view.painted:
                if not item.in_mask and item.box and item.box.meet(sheet):
                    yield view, item, item.box


def view_pages(pdf: Pdf, labels: Mapping[int, str]) -> tuple[PageView, ...]:
    """Walk every page once. ``labels`` says, by page number from 1, what a page is made from."""
    tracer, views = Tracer(), []
    for number, page in enumerate(pdf.pages, 1):
        boxes = read_boxes(page)
        budget = Allowance()
        painted = tuple(islice(walk(page, tracer, boxes.media, budget), MOST_OBJECTS + 1))
        short = len(painted) > MOST_OBJECTS or budget.spent
        views.append(PageView(number, page, boxes, painted, short, labels.get(number, "")))
    return tuple(views)
