"""The graphics state (ISO 32000-1, 8.4) and what each operator changes in it.

`State` is frozen: an operator gives another state, so that a painted object can keep the one it was
painted with. Numbers are in user space units; `ctm` leads to the page's points.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from pikepdf import Array, Dictionary, Matrix, Name, Object

from filquartiers.press.fonts import PdfFont
from filquartiers.press.geometry import Box
from filquartiers.press.resources import lookup
from filquartiers.press.spaces import CMYK, GREY, RGB, Space, read_space

NORMAL_BLENDS = ("/Normal", "/Compatible")


@dataclass(frozen=True, slots=True)
class PaintColour:
    """Values in a space, each from 0 to 1 for device colours; ``pattern`` is set for a pattern."""

    space: Space
    values: tuple[float, ...]
    pattern: Object | None = None


BLACK = PaintColour(GREY, (0.0,))


class State(NamedTuple):
    """What the next painted object will be painted with.

    A named tuple rather than a dataclass: a page makes thousands, and copying one is ten times faster.
    """

    ctm: Matrix
    clip: Box
    fill: PaintColour = BLACK
    stroke: PaintColour = BLACK
    line_width: float = 1.0
    line_cap: int = 0
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    blend: str = "/Normal"
    soft_mask: Object | None = None
    fill_overprint: bool = False
    stroke_overprint: bool = False
    overprint_mode: int = 0
    font: PdfFont | None = None
    font_size: float = 0.0
    text_mode: int = 0
    char_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    rise: float = 0.0
    leading: float = 0.0
    text: Matrix = Matrix()
    line: Matrix = Matrix()

    @property
    def transparent(self) -> bool:
        """Whether anything painted now would let the background through."""
        return (
            self.fill_alpha < 1
            or self.stroke_alpha < 1
            or self.blend not in NORMAL_BLENDS
            or self.soft_mask is not None
        )


@dataclass(frozen=True, slots=True)
class Scope:
    """Where names are looked up; ``font`` turns a font dictionary into a `PdfFont`, once for each."""

    resources: Object | None
    font: Callable[[Object], PdfFont]


Operands = Sequence[Any]
Changes = dict[str, Any]
"""Fields of the state and their new values."""
Handler = Callable[[State, Operands, Scope], Changes]


def _numbers(operands: Operands) -> tuple[float, ...]:
    return tuple(float(value) for value in operands)


def _device(space: Space, field: str) -> Handler:
    device = Name({GREY: "/DeviceGray", RGB: "/DeviceRGB", CMYK: "/DeviceCMYK"}[space])
    return lambda _, operands, scope: {
        field: PaintColour(read_space(device, scope.resources), _numbers(operands))
    }


def _space(field: str) -> Handler:
    def handle(_: State, operands: Operands, scope: Scope) -> Changes:
        space = read_space(operands[0], scope.resources)
        return {field: PaintColour(space, space.initial)}

    return handle


def _values(field: str) -> Handler:
    def handle(state: State, operands: Operands, scope: Scope) -> Changes:
        pattern = None
        if operands and isinstance(operands[-1], Name):
            pattern = lookup(scope.resources, "/Pattern", str(operands[-1]))
            operands = operands[:-1]
        return {field: PaintColour(getattr(state, field).space, _numbers(operands), pattern)}

    return handle


def _font(_: State, operands: Operands, scope: Scope) -> Changes:
    found = lookup(scope.resources, "/Font", str(operands[0]))
    return {"font": None if found is None else scope.font(found), "font_size": float(operands[1])}


def _extended(_: State, operands: Operands, scope: Scope) -> Changes:
    found = lookup(scope.resources, "/ExtGState", str(operands[0]))
    values = dict(found.items()) if isinstance(found, Dictionary) else {}
    changes: Changes = {field: read(values[key]) for key, (field, read) in EXTENDED.items() if key in values}
    if "/OP" in values:  # alone, it speaks for both kinds of painting (table 58)
        changes.setdefault("fill_overprint", changes["stroke_overprint"])
    if "/Font" in values:
        font, size = values["/Font"]
        changes |= {"font": scope.font(font), "font_size": float(size)}
    return changes


EXTENDED: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "/LW": ("line_width", float),
    "/LC": ("line_cap", int),
    "/CA": ("stroke_alpha", float),
    "/ca": ("fill_alpha", float),
    "/OP": ("stroke_overprint", bool),
    "/op": ("fill_overprint", bool),
    "/OPM": ("overprint_mode", int),
    "/BM": ("blend", lambda value: str(value[0] if isinstance(value, Array) else value)),
    "/SMask": ("soft_mask", lambda value: value if isinstance(value, Dictionary) else None),
}
"""What a key of a graphics state dictionary changes, and how it is read."""


def _text_at(matrix: Matrix) -> Changes:
    return {"text": matrix, "line": matrix}


def _move(state: State, operands: Operands, _: Scope) -> Changes:
    x, y = _numbers(operands)
    return _text_at(state.line.translated(x, y))


def _next_line(state: State, *_: object) -> Changes:
    return _text_at(state.line.translated(0, -state.leading))


def _move_leading(state: State, operands: Operands, scope: Scope) -> Changes:
    return {"leading": -float(operands[1]), **_move(state, operands, scope)}


def _word_and_char(state: State, operands: Operands, _: Scope) -> Changes:
    word, char, *_shown = operands
    return {"word_space": float(word), "char_space": float(char), **_next_line(state)}


def _set(field: str, read: Callable[[Any], float] = float) -> Handler:
    return lambda _, operands, __: {field: read(operands[0])}


OPERATORS: Mapping[str, Handler] = {
    "cm": lambda state, operands, _: {"ctm": Matrix(*_numbers(operands)) @ state.ctm},
    "w": _set("line_width"),
    "J": _set("line_cap", int),
    "gs": _extended,
    "g": _device(GREY, "fill"),
    "G": _device(GREY, "stroke"),
    "rg": _device(RGB, "fill"),
    "RG": _device(RGB, "stroke"),
    "k": _device(CMYK, "fill"),
    "K": _device(CMYK, "stroke"),
    "cs": _space("fill"),
    "CS": _space("stroke"),
    "sc": _values("fill"),
    "scn": _values("fill"),
    "SC": _values("stroke"),
    "SCN": _values("stroke"),
    "BT": lambda *_: _text_at(Matrix()),
    "Tf": _font,
    "Tc": _set("char_space"),
    "Tw": _set("word_space"),
    "TL": _set("leading"),
    "Ts": _set("rise"),
    "Tz": _set("stretch", lambda value: float(value) / 100),
    "Tr": _set("text_mode", int),
    "Td": _move,
    "TD": _move_leading,
    "Tm": lambda _, operands, __: _text_at(Matrix(*_numbers(operands))),
    "T*": _next_line,
    "'": _next_line,
    '"': _word_and_char,
}
"""What changes in the state before the operator paints anything."""


def apply(state: State, operator: str, operands: Operands, scope: Scope) -> State:
    """The state after an operator; unchanged when the operator is unknown or its operands damaged."""
    handler = OPERATORS.get(operator)
    if handler is None:
        return state
    try:
        return state._replace(**handler(state, operands, scope))
    except (TypeError, ValueError, IndexError, AttributeError, KeyError):
        return state
