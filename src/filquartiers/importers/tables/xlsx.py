"""An Excel workbook (.xlsx, .xlsm): ECMA-376 part 1, § 18, what a table of events needs of it."""

import math
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from filquartiers.importers.tables.archive import Archive
from filquartiers.importers.tables.markup import Attributes, walk
from filquartiers.importers.tables.serial import (
    Format,
    built_in,
    counted,
    format_of,
    from_serial,
    shown_without_year,
)
from filquartiers.importers.tables.sheet import Area, RawSheet
from filquartiers.importers.tables.table import TableCell, Value, cell_text
from filquartiers.model.numbers import short_euros
from filquartiers.model.refusal import Refusal

BOOK = "xl/workbook.xml"
_REFERENCE = re.compile(r"(?P<letters>[A-Z]{1,3})(?P<row>[1-9]\d{0,6})")
_TRUE = {"1", "true", "on"}


@dataclass
class _Book:
    """What the sheets share: their names and places, the texts, the looks, the day that counts 0."""

    sheets: list[tuple[str, str, bool]] = field(default_factory=list)  # name, relation, hidden
    since_1904: bool = False
    texts: list[str] = field(default_factory=list)
    formats: list[Format] = field(default_factory=list)  # by look
    struck: set[int] = field(default_factory=set)  # looks whose text is struck through


def read_xlsx(archive: Archive) -> Iterator[RawSheet]:
    """Every sheet of cells of a workbook, hidden ones too.

    Raises:
        Refusal: a part is missing or damaged.
    """
    book = _Book()
    places, kinds = _places(archive)
    walk(BOOK, archive.read(BOOK), lambda name, given: _book_part(book, name, given), _nothing)
    if (texts := places.get("sharedStrings")) and texts in archive:
        _read_texts(book, texts, archive.read(texts))
    if (looks := places.get("styles")) and looks in archive:
        _read_looks(book, looks, archive.read(looks))
    for name, relation, hidden in book.sheets:
        place = places.get(relation, "")
        if kinds.get(relation) == "worksheet":  # not a sheet of charts
            reader = _SheetReader(book, RawSheet(name, hidden))
            walk(place, archive.read(place), reader.start, reader.end)
            yield reader.sheet


def _nothing(*_: str) -> None:
    """No use is made of that text."""


def _places(archive: Archive) -> tuple[dict[str, str], dict[str, str]]:
    """The part behind each relation of the workbook, « sharedStrings » and « styles »; their kinds."""
    found: dict[str, str] = {}
    kinds: dict[str, str] = {}
    name = "xl/_rels/workbook.xml.rels"

    def start(tag: str, given: Attributes) -> None:
        if tag == "Relationship":
            place = posixpath.normpath(posixpath.join("/xl", given.get("Target", ""))).lstrip("/")
            found[given.get("Id", "")] = place
            kinds[given.get("Id", "")] = kind = given.get("Type", "").rpartition("/")[2]
            found[kind] = place

    walk(name, archive.read(name), start, _nothing)
    return found, kinds


def _book_part(book: _Book, name: str, given: Attributes) -> None:
    if name == "workbookPr":
        book.since_1904 = given.get("date1904", "") in _TRUE
    elif name == "sheet":
        hidden = given.get("state", "visible") != "visible"
        book.sheets.append((given.get("name", ""), given.get("id", ""), hidden))


def _read_texts(book: _Book, name: str, data: bytes) -> None:
    """The texts that cells name by their rank; how a word is said (in Japanese) is not part of it."""
    parts: list[str] = []
    spoken = False

    def start(tag: str, _: Attributes) -> None:
        nonlocal spoken
        spoken = spoken or tag == "rPh"

    def end(tag: str, text: str) -> None:
        nonlocal spoken
        if tag == "t" and not spoken:
            parts.append(text)
        elif tag == "rPh":
            spoken = False
        elif tag == "si":
            book.texts.append("".join(parts))
            parts.clear()

    walk(name, data, start, end)


def _read_looks(book: _Book, name: str, data: bytes) -> None:
    """The format of each look that cells name by its rank, and those that strike their text through."""
    own: dict[int, Format] = {}
    struck_fonts: list[bool] = []
    inside = [""]

    def start(tag: str, given: Attributes) -> None:
        parent = inside[-1]
        inside.append(tag)
        if tag == "numFmt" and parent == "numFmts":
            own[_whole(given.get("numFmtId"))] = format_of(given.get("formatCode", ""))
        elif tag == "font" and parent == "fonts":
            struck_fonts.append(False)
        elif tag == "strike" and struck_fonts and parent == "font":
            struck_fonts[-1] = given.get("val", "1") in _TRUE
        elif tag == "xf" and parent == "cellXfs":
            rank, font = _whole(given.get("numFmtId")), _whole(given.get("fontId"))
            if font < len(struck_fonts) and struck_fonts[font]:
                book.struck.add(len(book.formats))
            book.formats.append(own[rank] if rank in own else built_in(rank))

    def end(*_: str) -> None:
        inside.pop()

    walk(name, data, start, end)


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 9 else 0  # noqa: PLR2004


class _SheetReader:
    """One sheet being read, element after element."""

    def __init__(self, book: _Book, sheet: RawSheet) -> None:
        self.sheet = sheet
        self._book = book
        self._row = self._column = 0
        self._kind = self._formula = self._value = ""
        self._look = 0
        self._has_formula = self._hidden = False

    def start(self, tag: str, given: Attributes) -> None:
        """Note what an opening tag says."""
        if tag == "row":
            self._row, self._column = _whole(given.get("r")) or self._row + 1, -1
            flat = _is_flat(given.get("ht"), given.get("customHeight"))
            self._hidden = flat or given.get("hidden", "") in _TRUE
        elif tag == "c":
            self._row, self._column = _place(given.get("r"), self._row, self._column + 1)
            self._kind, self._look = given.get("t", "n"), _whole(given.get("s"))
            self._formula = self._value = ""
            self._has_formula = False
        elif tag == "col" and (given.get("hidden", "") in _TRUE or _is_flat(given.get("width"), "1")):
            self.sheet.hide(_whole(given.get("min")) - 1, _whole(given.get("max")) - 1)
        elif tag == "mergeCell":
            self.sheet.areas.extend(_area(given.get("ref", "")))

    def end(self, tag: str, text: str) -> None:
        """Take the text of a closed element."""
        if tag in {"v", "t"}:
            self._value += text
        elif tag == "f":
            self._formula, self._has_formula = text, True
        elif tag == "c":
            self._close()

    def _close(self) -> None:
        """The cell is whole."""
        place = self._row, self._column
        if self._has_formula and not self._value:
            self.sheet.formulas[place] = f"={self._formula}"
            return
        if self._has_formula:
            self.sheet.computed.append(place)
        if self._kind == "e":
            self.sheet.errors[place] = self._value
        elif self._value:
            self.sheet.put(*place, self._cell(), hidden=self._hidden)

    def _cell(self) -> TableCell:
        value = self._typed()
        shape = self._book.formats[self._look] if self._look < len(self._book.formats) else Format()
        shown = shown_without_year(value, shape) if isinstance(value, date) else ""
        day = counted(value, since_1904=self._book.since_1904)
        text = short_euros(Decimal(str(value))) if shape.euros and _is_number(value) else cell_text(value)
        return TableCell(text, value, shown, day, struck=self._look in self._book.struck)

    def _typed(self) -> Value:
        if self._kind == "s":
            return self._shared()
        if self._kind == "b":
            return self._value.strip() in _TRUE
        if self._kind in {"str", "inlineStr"}:
            return self._value
        try:
            if self._kind == "d":
                moment = datetime.fromisoformat(self._value.strip())
                return (
                    moment.replace(tzinfo=None) if moment.time().isoformat() != "00:00:00" else moment.date()
                )
            number = float(self._value)
        except ValueError:
            return self._value
        shape = self._book.formats[self._look] if self._look < len(self._book.formats) else Format()
        return from_serial(number, shape, since_1904=self._book.since_1904) if shape else number

    def _shared(self) -> str:
        rank = self._value.strip()
        if not rank.isdecimal() or int(rank) >= len(self._book.texts):
            raise Refusal("classeur-illisible", raison="des cellules citent des textes qu’il n’a pas")
        return self._book.texts[int(rank)]


def _is_number(value: Value) -> bool:
    return isinstance(value, float) and math.isfinite(value)


def _is_flat(size: str | None, chosen: str | None) -> bool:
    """Whether a row or a column was drawn so thin that nothing of it shows."""
    try:
        return chosen in _TRUE and size is not None and float(size) == 0
    except ValueError:
        return False


def _place(reference: str | None, row: int, column: int) -> tuple[int, int]:
    """Where « B12 » is: row and rank; without a reference, the cell that follows."""
    found = _REFERENCE.fullmatch(reference or "")
    if not found:
        return row, column
    rank = 0
    for letter in found["letters"]:
        rank = rank * 26 + ord(letter) - ord("A") + 1
    return int(found["row"]), rank - 1


def _area(reference: str) -> Iterator[Area]:
    first, _, last = reference.partition(":")
    top, left = _place(first, 0, 0)
    bottom, right = _place(last, 0, 0)
    if top and bottom >= top and right >= left:
        yield Area(top, left, bottom, right)
