"""Fonts (ISO 32000-1, 9.5 to 9.8): the width of what is shown, and whether the font is in the file."""

from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array, Dictionary, Name, Object

from filquartiers.press.resources import entry, number

FILES = ("/FontFile", "/FontFile2", "/FontFile3")
MISSING_WIDTH = 500.0


@dataclass(frozen=True, slots=True)
class Font:
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


def read_font(source: Object) -> Font:
    """A font dictionary, read as well as its state allows."""
    if entry(source, "/Subtype") == Name.Type0:
        return _composite(source)
    if entry(source, "/Subtype") == Name.Type3:
        return _type3(source)
    descriptor = entry(source, "/FontDescriptor")
    return Font(
        name=_name(source),
        source=source,
        embedded=_embedded(descriptor),
        widths=_simple_widths(source, 1.0),
        default_width=number(descriptor, "/MissingWidth", MISSING_WIDTH),
        ascent=number(descriptor, "/Ascent", 800),
        descent=number(descriptor, "/Descent", -200),
    )


def _composite(source: Object) -> Font:
    parts = entry(source, "/DescendantFonts")
    inner = parts[0] if isinstance(parts, Array) and len(parts) else None
    descriptor = entry(inner, "/FontDescriptor")
    return Font(
        name=_name(source),
        source=source,
        embedded=_embedded(descriptor),
        double=True,
        widths=_cid_widths(entry(inner, "/W")),
        default_width=number(inner, "/DW", 1000),
        ascent=number(descriptor, "/Ascent", 800),
        descent=number(descriptor, "/Descent", -200),
    )


def _type3(source: Object) -> Font:
    matrix = entry(source, "/FontMatrix")
    unit = abs(float(matrix[0])) if isinstance(matrix, Array) and len(matrix) else 0.001
    return Font(
        name=_name(source),
        source=source,
        embedded=True,
        type3=True,
        widths=_simple_widths(source, unit * 1000),
        default_width=0,
    )


def _name(source: Object) -> str:
    name = entry(source, "/BaseFont") or entry(source, "/Name") or "sans nom"
    return str(name).removeprefix("/")


def _embedded(descriptor: Object | None) -> bool:
    return any(entry(descriptor, key) is not None for key in FILES)


def _simple_widths(source: Object, unit: float) -> dict[int, float]:
    first, values = int(number(source, "/FirstChar", 0)), entry(source, "/Widths")
    if not isinstance(values, Array):
        return {}
    return {first + i: _float(value) * unit for i, value in enumerate(values)}


def _cid_widths(values: Object | None) -> dict[int, float]:
    """Both forms of a /W array: ``first [w w w]`` and ``first last w``."""
    widths: dict[int, float] = {}
    items: list[Any] = list(values) if isinstance(values, Array) else []
    while len(items) > 1:
        first = int(_float(items.pop(0)))
        if isinstance(items[0], Array):
            widths |= {first + i: _float(value) for i, value in enumerate(items.pop(0))}
        elif len(items) > 1:
            last, width = int(_float(items.pop(0))), _float(items.pop(0))
            widths |= dict.fromkeys(range(first, min(last, first + 65535) + 1), width)
    return widths


def _float(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return 0.0


def glyph_procedure(font: Font, code: int) -> Object | None:
    """The content stream that draws a character of a Type 3 font; None when it has none."""
    names = _differences(entry(entry(font.source, "/Encoding"), "/Differences"))
    return entry(entry(font.source, "/CharProcs"), names.get(code, ""))


def _differences(values: Object | None) -> dict[int, str]:
    names: dict[int, str] = {}
    code = 0
    for value in values if isinstance(values, Array) else ():
        if isinstance(value, Name):
            names[code] = str(value)
            code += 1
        else:
            code = int(_float(value))
    return names


def font_resources(font: Font) -> Dictionary | None:
    """The resources of a Type 3 font's drawings."""
    found = entry(font.source, "/Resources")
    return found if isinstance(found, Dictionary) else None
