"""Fonts (ISO 32000-1, 9.5 to 9.8): the width of what is shown, and whether the font is in the file."""

from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object

from filquartiers.press.resources import as_float, entry, items, lookup, number

FILES = ("/FontFile", "/FontFile2", "/FontFile3")
MISSING_WIDTH = 500.0


@dataclass(frozen=True, slots=True)
class PdfFont:
    """What the preflight needs of a font. Widths and heights are in thousandths of the body size."""

    name: str
    source: Object = field(compare=False)
    embedded: bool = False
    type3: bool = False
    double: bool = False
    widths: dict[int, float] = field(default_factory=dict, compare=False)
    default_width: float = MISSING_WIDTH
    ascent: float = 800.0
    descent: float = -200.0

    @property
    def subset(self) -> bool:
        """Whether the name carries the six-letter mark of a subset."""
        return len(self.name) > 7 and self.name[6] == "+"  # noqa: PLR2004  « ABCDEF+Name »

    @property
    def bare_name(self) -> str:
        """The name as one says it."""
        return (self.name[7:] if self.subset else self.name).removesuffix("-Identity-H")

    def codes(self, shown: bytes) -> list[int]:
        """The character codes of a shown string: two bytes each in a composite font."""
        if not self.double:
            return list(shown)
        return [int.from_bytes(shown[i : i + 2]) for i in range(0, len(shown), 2)]

    def width(self, code: int) -> float:
        """The advance of a character."""
        return self.widths.get(code, self.default_width)


def read_font(source: Object) -> PdfFont:
    """A font dictionary, read as well as its state allows."""
    kind, inner = entry(source, "/Subtype"), source
    if kind == Name.Type0:
        inner = next(iter(items(source, "/DescendantFonts")), Dictionary())
    descriptor = None if kind == Name.Type3 else entry(inner, "/FontDescriptor")
    if kind == Name.Type0:
        widths, default = _cid_widths(inner), number(inner, "/DW", 1000)
    elif kind == Name.Type3:
        unit, *_ = items(source, "/FontMatrix") or [0.001]
        widths, default = _simple_widths(source, 1000 * abs(as_float(unit))), 0.0
    else:
        widths, default = _simple_widths(source), number(descriptor, "/MissingWidth", MISSING_WIDTH)
    return PdfFont(
        name=str(entry(source, "/BaseFont") or entry(source, "/Name") or "sans nom").removeprefix("/"),
        source=source,
        embedded=kind == Name.Type3 or any(entry(descriptor, key) is not None for key in FILES),
        type3=kind == Name.Type3,
        double=kind == Name.Type0,
        widths=widths,
        default_width=default,
        ascent=number(descriptor, "/Ascent", 800),
        descent=number(descriptor, "/Descent", -200),
    )


def _simple_widths(source: Object, unit: float = 1.0) -> dict[int, float]:
    first = int(number(source, "/FirstChar", 0))
    return {code: as_float(value) * unit for code, value in enumerate(items(source, "/Widths"), first)}


def _cid_widths(source: Object) -> dict[int, float]:
    """Both forms of a /W array: ``first [w w w]`` and ``first last w``."""
    widths: dict[int, float] = {}
    rest = iter(items(source, "/W"))
    for start, after in zip(rest, rest, strict=False):
        first = int(as_float(start))
        if isinstance(after, Array):
            widths |= {code: as_float(value) for code, value in enumerate(after, first)}
        else:
            last = min(int(as_float(after)), first + 65535)
            widths |= dict.fromkeys(range(first, last + 1), as_float(next(rest, 0)))
    return widths


def glyph_procedure(font: PdfFont, code: int) -> Object | None:
    """The content stream that draws a character of a Type 3 font; None when it has none."""
    name, here = "", 0
    for value in items(entry(font.source, "/Encoding"), "/Differences"):
        if not isinstance(value, Name):
            here = int(as_float(value))
            continue
        name = str(value) if here == code else name
        here += 1
    return lookup(font.source, "/CharProcs", name)
