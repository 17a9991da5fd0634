"""Run a content stream without painting it: each instruction with the state it meets.

Both sides of the press stand on this: `walk` turns the instructions that paint into painted objects,
`for_press` and `plate` write them again.
"""

import warnings
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array, Matrix, Object, PdfError, String, parse_content_stream

from filquartiers.press.fonts import PdfFont, read_font
from filquartiers.press.geometry import Box, Point, curve_points
from filquartiers.press.resources import identity, lookup
from filquartiers.press.state import Operands, Scope, State, apply

SHAPES = {"m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "re": 4}
"""Path operators and their number of operands."""
CURVES = frozenset("cvy")
PATH_ENDS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "n"))
TEXT_SHOWS = frozenset(("Tj", "TJ", "'", '"'))
DEEPEST_STACK = 512


@dataclass(frozen=True, slots=True)
class Step:
    """One instruction. ``state`` holds what it changed itself; ``box`` is the path it ends or the text
    it shows, in page points; ``codes`` are the characters shown.
    """

    operator: str
    operands: Operands
    state: State
    instruction: Any
    box: Box | None = None
    codes: tuple[int, ...] = ()

    def named(self, resources: Object | None, category: str) -> Object | None:
        """What its first operand stands for; nothing when it is no name that can be read."""
        with suppress(UnicodeDecodeError):
            return lookup(resources, category, str(self.operands[0])) if len(self.operands) else None
        return None


@dataclass(slots=True)
class Tracer:
    """Reads content streams; keeps the fonts it has met."""

    fonts: dict[tuple[int, int], PdfFont] = field(default_factory=dict)

    def font(self, source: Object) -> PdfFont:
        """The font behind a dictionary, read once."""
        key = identity(source)
        if key is None:
            return read_font(source)
        if key not in self.fonts:
            self.fonts[key] = read_font(source)
        return self.fonts[key]

    def trace(self, stream: Object, resources: Object | None, state: State) -> Iterator[Step]:
        """Every instruction of a page or stream; a stream that cannot be read gives none.

        Args:
            stream: a page, a form, a tile or a glyph.
            resources: its resource dictionary.
            state: the graphics state it starts with.
        """
        scope, path = Scope(resources, self.font), _Path()
        stack: list[State] = []
        for instruction in instructions(stream):
            operator, operands = _operator(instruction), instruction.operands
            if operator == "q" and len(stack) < DEEPEST_STACK:
                stack.append(state)
            elif operator == "Q" and stack:
                state = stack.pop()
            state = apply(state, operator, operands, scope)
            box: Box | None = None
            codes: tuple[int, ...] = ()
            if operator in PATH_ENDS:
                box = path.box
            elif operator in TEXT_SHOWS:
                box, codes, after = show(state, operands[-1] if len(operands) else None)
            yield Step(operator, operands, state, instruction, box, codes)
            if operator in PATH_ENDS:
                state = path.end(state)
            elif operator in TEXT_SHOWS:
                state = after
            else:
                path.follow(operator, operands, state.ctm)


def instructions(stream: Object) -> list[Any]:
    """The parsed instructions; none when the stream is damaged beyond reading."""
    try:
        with warnings.catch_warnings(action="ignore"):  # a stream that ends too soon: what it holds is read
            return list(parse_content_stream(stream))
    except (PdfError, TypeError, ValueError):
        return []


def _operator(instruction: Any) -> str:
    """Its name; empty for the bytes that stand for one in a damaged stream."""
    try:
        return str(instruction.operator)
    except UnicodeDecodeError:
        return ""


@dataclass(slots=True)
class _Path:
    """The path under construction, as the page points that bound it."""

    points: list[Point] = field(default_factory=list)
    here: Point = (0.0, 0.0)
    clips: bool = False

    @property
    def box(self) -> Box | None:
        return Box.around(self.points)

    def follow(self, operator: str, operands: Operands, ctm: Matrix) -> None:
        """Take in a path operator; damaged ones are passed over."""
        self.clips = self.clips or operator in ("W", "W*")
        if len(operands) != SHAPES.get(operator):
            return
        try:
            values = [float(value) for value in operands]
        except (TypeError, ValueError):
            return
        if operator == "re":
            x, y, width, height = values
            values = [x + width, y, x + width, y + height, x, y + height, x, y]
        points = [ctm.transform(pair) for pair in zip(values[::2], values[1::2], strict=True)]
        if operator in CURVES:
            first = self.here if operator == "v" else points[0]
            second = points[-1] if operator == "y" else points[-2]
            points = curve_points(self.here, first, second, points[-1])
        self.points += points
        self.here = points[-1]

    def end(self, state: State) -> State:
        """The state once the path is painted: clipped when it asked for it."""
        if self.clips:
            box, clip = self.box, state.clip
            nothing = Box(clip.left, clip.bottom, clip.left, clip.bottom)  # keeps a place
            state = state._replace(clip=(clip.meet(box) if box else None) or nothing)
        self.points, self.clips = [], False
        return state


def show(state: State, shown: Any) -> tuple[Box | None, tuple[int, ...], State]:
    """The box of a shown text in page points, its characters, and the state after it (9.4.4)."""
    font, size = state.font, state.font_size
    if font is None:
        return None, (), state
    codes: list[int] = []
    advance = 0.0
    for part in shown if isinstance(shown, Array) else [shown]:
        if not isinstance(part, String | bytes):
            with suppress(TypeError, ValueError):  # neither text nor number: nothing is shown, nothing moves
                advance -= float(part) / 1000 * size
            continue
        for code in font.codes(bytes(part)):
            codes.append(code)
            space = state.word_space if code == 32 and not font.double else 0.0  # noqa: PLR2004  a space
            advance += font.width(code) / 1000 * size + state.char_space + space
    advance *= state.stretch
    low, high = font.descent / 1000 * size + state.rise, font.ascent / 1000 * size + state.rise
    box = Box(min(0, advance), min(low, high), max(0, advance), max(low, high)).through(
        state.text @ state.ctm
    )
    after = state._replace(text=Matrix(1, 0, 0, 1, advance, 0) @ state.text)
    return (box if codes else None), tuple(codes), after
