"""What the checks look at: the opened file, walked once."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pikepdf import Page, Pdf

from filquartiers.model.press import PressProfile
from filquartiers.press.boxes import Boxes, read_boxes
from filquartiers.press.geometry import Box
from filquartiers.press.inks import Inks
from filquartiers.press.painted import Kind, Painted
from filquartiers.press.plates import PageInk
from filquartiers.press.preflight.report import Finding
from filquartiers.press.trace import Tracer
from filquartiers.press.walk import Budget, walk
from filquartiers.problems import Where, problem

MOST_OBJECTS = 50_000
"""Painted objects looked at on one page."""

PHRASES = {
    Kind.TEXT: ("un texte", "textes"),
    Kind.FILL: ("un aplat", "aplats"),
    Kind.STROKE: ("un filet", "filets"),
    Kind.IMAGE: ("une image", "images"),
    Kind.STENCIL: ("une image au trait", "images au trait"),
    Kind.SHADING: ("un dégradé", "dégradés"),
}


@dataclass(frozen=True, slots=True)
class PageView:
    """A page, its boxes, and what is painted on it. ``label`` says what the page is made from."""

    number: int
    page: Page
    boxes: Boxes
    painted: tuple[Painted, ...]
    cut_short: bool
    label: str = ""

    @property
    def printed(self) -> Iterator[Painted]:
        """What puts ink on paper: neither masks nor what is clipped away or outside the bleed."""
        return (
            item
            for item in self.painted
            if not item.in_mask and item.box and item.box.meet(self.boxes.printed)
        )


@dataclass(frozen=True, slots=True)
class Examined:
    """An opened file, ready for the checks."""

    name: str
    pdf: Pdf
    profile: PressProfile
    inks: Inks
    pages: tuple[PageView, ...]
    ink: tuple[PageInk, ...] = ()
    unread: frozenset[tuple[int, int]] = frozenset()

    @property
    def where(self) -> Where:
        """The file, for a problem."""
        return Where(file=self.name)


def view_pages(pdf: Pdf, labels: Mapping[int, str]) -> tuple[PageView, ...]:
    """Walk every page once. ``labels`` says, by page number from 1, what a page is made from."""
    tracer, views = Tracer(), []
    for number, page in enumerate(pdf.pages, 1):
        boxes = read_boxes(page)
        budget = Budget()
        painted = tuple(islice(walk(page, tracer, boxes.media, budget), MOST_OBJECTS + 1))
        short = len(painted) > MOST_OBJECTS or budget.spent
        views.append(PageView(number, page, boxes, painted, short, labels.get(number, "")))
    return tuple(views)


@dataclass(frozen=True, slots=True)
class Row:
    """One occurrence of a problem: where, what its sentence says, what kind of object (if it counts them).

    With a ``weight`` (the smaller, the worse), only the worst of its page is told.
    """

    page: int
    values: Mapping[str, Any]
    place: Box | None = None
    kind: Kind | None = None
    weight: float | None = None

    @property
    def key(self) -> Hashable:
        """What it shares with those told in the same breath on its page."""
        told = {name: value for name, value in self.values.items() if self.weight is None or name != "mesure"}
        return (self.page, self.kind, tuple(told.items()))


def group(code: str, rows: Iterable[Row], where: Where) -> tuple[Finding, ...]:
    """One finding for all the pages on which the same thing is said.

    Objects of the same kind on a page are counted: « 12 textes ». The sentence may use ``{pages}``, and
    ``{objet}`` when the rows have a kind.
    """
    counted: dict[Hashable, list[Row]] = {}
    for row in rows:
        counted.setdefault(row.key, []).append(row)
    merged: dict[Hashable, list[Row]] = {}
    for same in counted.values():
        first = min(same, key=lambda row: row.weight or 0.0)
        spoken = dict(first.values)
        if first.kind is not None:
            one, many = PHRASES[first.kind]
            spoken["objet"] = one if len(same) == 1 else f"{len(same)} {many}"
        merged.setdefault(tuple(spoken.items()), []).append(Row(first.page, spoken, first.place))
    return tuple(_finding(code, rows, where) for rows in merged.values())


def _finding(code: str, rows: list[Row], where: Where) -> Finding:
    numbers = tuple(sorted({row.page for row in rows}))
    found = problem(code, where, pages=spell_pages(numbers), **rows[0].values)
    return Finding(found, numbers, rows[0].place)


def spell_pages(numbers: tuple[int, ...]) -> str:
    """« Page 3 », « Pages 1 à 4 et 7 »."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    spelled: list[str] = []
    for run in runs:
        spelled += [f"{run[0]} à {run[-1]}"] if len(run) > 2 else [str(number) for number in run]  # noqa: PLR2004
    if len(spelled) > 1:
        spelled = [", ".join(spelled[:-1]) + f" et {spelled[-1]}"]
    return f"{'Page' if len(numbers) == 1 else 'Pages'} {spelled[0]}"
