"""The graphics state (ISO 32000-1, 8.4) and what each operator changes in it.

`State` is frozen: an operator gives another state, so that a painted object can keep the one it was
painted with. Numbers are in user space units; `ctm` leads to the page's points.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from pikepdf import Array, Dictionary, Matrix, Name, Object

from filquartiers.press.fonts import Font
from filquartiers.press.geometry import Box
from filquartiers.press.resources import entry, lookup
from filquartiers.press.spaces import CMYK, GREY, RGB, Space, read_space

NORMAL_BLENDS = ("/Normal", "/Compatible")


@dataclass(frozen=True, slots=True)
class Colour:
    """Values in a space, each from 0 to 1 for device colours; ``pattern`` is set for a pattern."""

    space: Space
    values: tuple[float, ...]
    pattern: Object | None = None


BLACK = Colour(GREY, (0.0,))


class State(NamedTuple):
    """What the next painted object will be painted with.

    A named tuple rather than a dataclass: a page makes thousands, and copying one is ten times faster.
    """

    ctm: Matrix
    clip: Box
    fill: Colour = BLACK
    stroke: Colour = BLACK
    line_width: float = 1.0
    line_cap: int = 0
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    blend: str = "/Normal"
    soft_mask: Object | None = None
    fill_overprint: bool = False
    stroke_overprint: bool = False
    overprint_mode: int = 0
    font: Font | None = None
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
    """Where names are looked up; ``font`` turns a font dictionary into a `Font`, once for each."""

    resources: Object | None
    font: Callable[[Object], Font]


Operands = Sequence[Any]
Handler = Callable[[State, Operands, Scope], State]


def _numbers(operands: Operands) -> tuple[float, ...]:
    return tuple(float(value) for value in operands)


def _with(state: State, field: str, value: float | Colour) -> State:
    changes: dict[str, Any] = {field: value}
    return state._replace(**changes)


def _set(field: str) -> Handler:
    return lambda state, operands, _scope: _with(state, field, float(operands[0]))


def _matrix(state: State, operands: Operands, _scope: Scope) -> State:
    return state._replace(ctm=Matrix(*_numbers(operands)) @ state.ctm)


def _device(field: str, space: Space) -> Handler:
    device = {GREY: "/DeviceGray", RGB: "/DeviceRGB", CMYK: "/DeviceCMYK"}[space]

    def handle(state: State, operands: Operands, scope: Scope) -> State:
        real = read_space(Name(device), scope.resources)
        return _with(state, field, Colour(real, _numbers(operands)))

    return handle


def _space(field: str) -> Handler:
    def handle(state: State, operands: Operands, scope: Scope) -> State:
        space = read_space(operands[0], scope.resources)
        return _with(state, field, Colour(space, space.initial))

    return handle


def _values(field: str) -> Handler:
    def handle(state: State, operands: Operands, scope: Scope) -> State:
        space, pattern = getattr(state, field).space, None
        if operands and isinstance(operands[-1], Name):
            pattern = lookup(scope.resources, "/Pattern", str(operands[-1]))
            operands = operands[:-1]
        return _with(state, field, Colour(space, _numbers(operands), pattern))

    return handle


def _font(state: State, operands: Operands, scope: Scope) -> State:
    found = lookup(scope.resources, "/Font", str(operands[0]))
    font = None if found is None else scope.font(found)
    return state._replace(font=font, font_size=float(operands[1]))


def _extended(state: State, operands: Operands, scope: Scope) -> State:
    changes = lookup(scope.resources, "/ExtGState", str(operands[0]))
    if not isinstance(changes, Dictionary):
        return state
    for key, value in changes.items():
        setter = EXTENDED.get(key)
        state = setter(state, value, scope) if setter else state
    # /OP alone speaks for both kinds of painting (table 58).
    if Name.OP in changes and "/op" not in changes:
        state = state._replace(fill_overprint=bool(changes.OP))
    return state


def _soft_mask(state: State, value: Any, _scope: Scope) -> State:
    return state._replace(soft_mask=value if isinstance(value, Dictionary) else None)


def _blend(state: State, value: Any, _scope: Scope) -> State:
    first = value[0] if isinstance(value, Array) and len(value) else value
    return state._replace(blend=str(first))


def _extended_font(state: State, value: Any, scope: Scope) -> State:
    return state._replace(font=scope.font(value[0]), font_size=float(value[1]))


EXTENDED: dict[str, Callable[[State, Any, Scope], State]] = {
    "/LW": lambda state, value, _: state._replace(line_width=float(value)),
    "/LC": lambda state, value, _: state._replace(line_cap=int(value)),
    "/CA": lambda state, value, _: state._replace(stroke_alpha=float(value)),
    "/ca": lambda state, value, _: state._replace(fill_alpha=float(value)),
    "/OP": lambda state, value, _: state._replace(stroke_overprint=bool(value)),
    "/op": lambda state, value, _: state._replace(fill_overprint=bool(value)),
    "/OPM": lambda state, value, _: state._replace(overprint_mode=int(value)),
    "/BM": _blend,
    "/SMask": _soft_mask,
    "/Font": _extended_font,
}


def _begin_text(state: State, _operands: Operands, _scope: Scope) -> State:
    return state._replace(text=Matrix(), line=Matrix())


def _text_matrix(state: State, operands: Operands, _scope: Scope) -> State:
    matrix = Matrix(*_numbers(operands))
    return state._replace(text=matrix, line=matrix)


def _move(state: State, operands: Operands, _scope: Scope) -> State:
    x, y = _numbers(operands)
    matrix = Matrix(1, 0, 0, 1, x, y) @ state.line
    return state._replace(text=matrix, line=matrix)


def _move_leading(state: State, operands: Operands, scope: Scope) -> State:
    return _move(state._replace(leading=-float(operands[1])), operands, scope)


def _next_line(state: State, _operands: Operands, scope: Scope) -> State:
    return _move(state, (0, -state.leading), scope)


def _word_and_char(state: State, operands: Operands, scope: Scope) -> State:
    word, char, *_ = operands
    return _next_line(state._replace(word_space=float(word), char_space=float(char)), (), scope)


OPERATORS: dict[str, Handler] = {
    "cm": _matrix,
    "w": _set("line_width"),
    "J": lambda state, operands, _: state._replace(line_cap=int(operands[0])),
    "gs": _extended,
    "g": _device("fill", GREY),
    "G": _device("stroke", GREY),
    "rg": _device("fill", RGB),
    "RG": _device("stroke", RGB),
    "k": _device("fill", CMYK),
    "K": _device("stroke", CMYK),
    "cs": _space("fill"),
    "CS": _space("stroke"),
    "sc": _values("fill"),
    "scn": _values("fill"),
    "SC": _values("stroke"),
    "SCN": _values("stroke"),
    "BT": _begin_text,
    "Tf": _font,
    "Tc": _set("char_space"),
    "Tw": _set("word_space"),
    "TL": _set("leading"),
    "Ts": _set("rise"),
    "Tz": lambda state, operands, _: state._replace(stretch=float(operands[0]) / 100),
    "Tr": lambda state, operands, _: state._replace(text_mode=int(operands[0])),
    "Td": _move,
    "TD": _move_leading,
    "Tm": _text_matrix,
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
        return handler(state, operands, scope)
    except (TypeError, ValueError, IndexError, AttributeError, KeyError):
        return state


def soft_mask_group(state: State) -> Object | None:
    """The form whose drawing makes the mask; None without a mask."""
    return entry(state.soft_mask, "/G")
