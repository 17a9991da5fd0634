"""What a section is made of. Each block has one drawing on screen, one on paper, chosen by its ``type``."""

from dataclasses import dataclass, field
from typing import ClassVar

from filquartiers.telling.values import Day, Knot, Link, LongText, Phone, Verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of a section, under a heading of its own when it has a ``title``.

    ``name`` is that of the field it comes from, where one part of a section may be shown without the others.
    What only leads to other things is not ``on_paper``.
    """

    type: ClassVar[str]
    on_paper: ClassVar[bool] = True
    title: str = ""
    name: Verbatim = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Block):
    """A long text."""

    type: ClassVar[str] = "texte"
    passage: LongText = field(default_factory=LongText)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Block):
    """One sentence of ours or of an editor's short field: small as a ``note``, or ``great``."""

    type: ClassVar[str] = "phrase"
    words: str = ""
    note: bool = False
    great: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Points(Block):
    """Short texts, one after the other; ``numbered`` when their number counts, ``great`` in large letters."""

    type: ClassVar[str] = "points"
    items: tuple[str, ...] = ()
    numbered: bool = False
    great: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value, or several; ``note`` makes it more precise. A house is shown with its knot."""

    label: str
    values: tuple[Link, ...] = ()
    note: str = ""
    houses: tuple[Knot, ...] = ()
    wide: bool = False

    @property
    def words(self) -> str:
        """The values in one line."""
        return " · ".join(value.label for value in self.values)

    @property
    def together(self) -> bool:
        """Whether its values are only words, and stand on one line."""
        return bool(self.values) and all(value.address is None for value in self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts(Block):
    """Labelled values."""

    type: ClassVar[str] = "donnees"
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A name, what makes it more precise, and words of its own."""

    name: str
    note: str = ""
    words: str = ""
    address: Verbatim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows(Block):
    """People, organisations, promises: one a line."""

    type: ClassVar[str] = "lignes"
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Links(Block):
    """Where to go on from here."""

    type: ClassVar[str] = "liens"
    on_paper: ClassVar[bool] = False
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class More(Block):
    """The way on from a section."""

    type: ClassVar[str] = "suite"
    on_paper: ClassVar[bool] = False
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Files(Block):
    """Files to take; one that is missing leads nowhere."""

    type: ClassVar[str] = "fichiers"
    on_paper: ClassVar[bool] = False
    files: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that stands large, what it counts, and when and where it was counted."""

    value: str
    label: str
    prefix: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures(Block):
    """Key figures."""

    type: ClassVar[str] = "chiffres"
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A date that counts. What is only intended is ``planned``, and ``note`` says so."""

    day: Day
    text: str
    planned: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline(Block):
    """Dates that count, in the order they were typed."""

    type: ClassVar[str] = "reperes"
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One line of a budget: ``amount`` in words, ``depth`` 1 for a part of the line above it."""

    label: str
    amount: str
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetSide(Block):
    """Charges, or products: lines, then their sum and, when it differs, the total the document states."""

    type: ClassVar[str] = "budget"
    lines: tuple[BudgetLine, ...] = ()
    totals: tuple[BudgetLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance(Block):
    """What the two sides of a budget come to: words, and the amount that one exceeds the other by."""

    type: ClassVar[str] = "bilan"
    words: str = ""
    amount: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One session of a table of workshops; ``address`` is the page of its event."""

    day: Day
    hours: str
    address: Verbatim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshops(Block):
    """A series of workshops: for whom and where, one line an axis, one column a round."""

    type: ClassVar[str] = "ateliers"
    note: str = ""
    rounds: tuple[str, ...] = ()
    rows: tuple[tuple[str, tuple[Cell, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class OpeningDay:
    """A day of the week, or several, and its hours; or the word that tells it is closed."""

    day: str
    hours: tuple[str, ...]
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening(Block):
    """The opening hours of a week, day by day; ``grouped`` puts days in a row that are alike on one line."""

    type: ClassVar[str] = "horaires"
    days: tuple[OpeningDay, ...] = ()
    grouped: tuple[OpeningDay, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue(Block):
    """Where one goes: the name, the room, the street, how to call."""

    type: ClassVar[str] = "lieu"
    on_paper: ClassVar[bool] = False
    place: Link = field(default_factory=lambda: Link(""))
    room: str = ""
    street: str = ""
    phones: tuple[Phone, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to be careful of: words, then points; ``onward`` are the words before each of its links."""

    title: str
    words: str = ""
    points: tuple[str, ...] = ()
    onward: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page, under its heading. ``name`` tells it from the others, and is its anchor."""

    name: Verbatim
    title: str
    blocks: tuple[Block, ...]

    @property
    def on_paper(self) -> bool:
        """Whether a part of it is."""
        return any(block.on_paper for block in self.blocks)
