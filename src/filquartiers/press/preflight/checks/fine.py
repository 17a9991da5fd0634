"""Small type and thin lines, which plates that do not quite meet would spoil (Ghent Workgroup 2022)."""

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from filquartiers.model.numbers import decimal
from filquartiers.press.geometry import Box, thickness
from filquartiers.press.painted import Painted, PaintKind
from filquartiers.press.preflight.checks.colours import body, is_black
from filquartiers.press.preflight.examined import Examined, PageView
from filquartiers.press.preflight.faults import Fault
from filquartiers.press.preflight.report import Measure
from filquartiers.press.spaces import Model

CELL = 24.0
"""Points: the side of the squares in which what is painted is kept, to be found again by place."""
REMEMBERED = 64
"""Objects kept for one square: the last ones, which are those on top."""
FEW_CELLS = 4096
"""A larger object covers so much of its page that any place is taken to be over it."""


@dataclass(slots=True)
class _Ground:
    """What lies on a page already, by place."""

    cells: dict[tuple[int, int], deque[Box]] = field(
        default_factory=lambda: defaultdict(lambda: deque(maxlen=REMEMBERED))
    )
    everywhere: deque[Box] = field(default_factory=lambda: deque(maxlen=REMEMBERED))

    def add(self, box: Box) -> None:
        """Something that leaves ink there."""
        cells = list(_cells(box))
        for cell in cells:
            self.cells[cell].append(box)
        if not cells:
            self.everywhere.append(box)

    def under(self, box: Box) -> bool:
        """Whether something lies below."""
        below = (other for cell in _cells(box) if cell in self.cells for other in self.cells[cell])
        return any(box.meet(other) for other in (*self.everywhere, *below))


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    """The squares that a box reaches; none when they are too many."""
    across = range(int(box.left // CELL), int(box.right // CELL) + 1)
    down = range(int(box.bottom // CELL), int(box.top // CELL) + 1)
    if len(across) * len(down) <= FEW_CELLS:
        yield from product(across, down)


def fine_print(file: Examined) -> Iterator[Measure | Fault]:
    """Black that makes a hole below it, grey that can make nothing else, white that would fill up.

    R0009 to R0013, R0016 and R0018 of the sheet for sheetfed CMYK.
    """
    smallest: list[float] = []
    for view in file.pages:
        ground = _Ground()
        for item in view.painted:
            if item.in_mask or item.box is None or not item.box.meet(view.boxes.printed):
                continue
            if item.kind is PaintKind.TEXT:
                smallest.append(body(item))
            yield from _told(file, view, item, item.box, ground)
            if not item.inkless and item.alpha:
                ground.add(item.box)
    if smallest:
        yield Measure("Le plus petit corps", f"{decimal(min(smallest))} pt")


def _told(file: Examined, view: PageView, item: Painted, box: Box, ground: _Ground) -> Iterator[Fault]:
    """What is wrong with one object, over what lies there already."""
    size, profile = _size(item), file.profile
    if size is None or item.flat is None:
        return
    text = item.kind is PaintKind.TEXT
    solid = profile.texte_surimpression_pt if text else profile.filet_surimpression_pt
    least = profile.texte_blanc_min_pt if text else profile.filet_min_pt
    grey = item.flat.space.model is Model.GREY and not item.flat.space.calibrated
    values = {"mesure": decimal(size, 2), "quoi": "texte" if text else "filet"}
    if item.inkless:
        if size < least and ground.under(box):
            yield Fault("blanc-fin", values | {"attendu": decimal(least, 2)}, view.number, box, None, size)
    elif grey and item.overprints:
        yield Fault("gris-surimprime", {}, view.number, box, item.kind)
    elif grey and size < solid and not any(item.flat.values):
        yield Fault("noir-en-gris", values | {"attendu": decimal(solid)}, view.number, box, None, size)
    elif size < solid and not item.overprints and _is_solid_black(item) and ground.under(box):
        yield Fault("noir-reserve", values | {"attendu": decimal(solid)}, view.number, box, None, size)


def _size(item: Painted) -> float | None:
    """The body of a text or the thickness of a line, in points; None for anything else."""
    if item.kind is PaintKind.TEXT:
        return body(item)
    if item.kind is PaintKind.STROKE:
        return thickness(item.state.ctm, item.state.line_width)
    return None


def _is_solid_black(item: Painted) -> bool:
    """Whether it is wholly covered by black ink and no other."""
    colour = item.flat
    return colour is not None and is_black(colour) and max(colour.values, default=0.0) >= 1
