"""Every object painted on a page, wherever it hides: forms, tiles, soft masks, Type 3 glyphs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pikepdf import Matrix, Name, Object, Page, Stream

from filquartiers.press.fonts import PdfFont, glyph_procedure
from filquartiers.press.geometry import UNIT, Box, read_matrix
from filquartiers.press.painted import Inside, Painted, PaintKind
from filquartiers.press.resources import entry, identity
from filquartiers.press.state import BLACK, PaintColour, State
from filquartiers.press.trace import TEXT_SHOWS, Step, Tracer

DEEPEST = 24
HAIR = 0.01
"""Points: a path no thicker than this is a straight line, level or upright."""
FILLS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
STROKES = frozenset(("S", "s", "B", "B*", "b", "b*"))
UNCOLOURED = 2
"""The paint type of a tile that takes its colour from where it is used."""
FILLED_TEXT, STROKED_TEXT = frozenset((0, 2, 4, 6)), frozenset((1, 2, 5, 6))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk is: the stream it reads and its resources, what encloses it, the objects entered."""

    stream: Object
    resources: Object | None
    base: Matrix
    inside: tuple[Inside, ...] = ()
    entered: frozenset[tuple[int, int]] = frozenset()

    def into(self, stream: Object | None, what: Inside) -> "_Place | None":
        """One level deeper; None when there is nothing there, or when the file turns in circles."""
        key = identity(stream)
        if stream is None or key in self.entered:
            return None
        own = entry(stream, "/Resources")
        return _Place(
            stream,
            self.resources if own is None else own,
            self.base,
            (*self.inside, what),
            self.entered | {key} if key else self.entered,
        )

    def painted(
        self,
        kind: PaintKind,
        box: Box | None,
        step: Step,
        colour: PaintColour | None = None,
        source: Object | None = None,
    ) -> Painted:
        """An object painted here."""
        return Painted(kind, box, step.state, colour, source, self.resources, self.inside, len(step.codes))


@dataclass(slots=True)
class Allowance:
    """How many content streams may still be entered: ten forms that draw each other ten times are 10¹⁰."""

    streams: int = 10_000

    def take(self, depth: int) -> bool:
        """Whether one more may be entered, inside of ``depth`` others."""
        self.streams = self.streams - 1 if depth <= DEEPEST else -1
        return self.streams >= 0

    @property
    def spent(self) -> bool:
        """Whether something was left out."""
        return self.streams < 0


def walk(page: Page, tracer: Tracer, media: Box, budget: Allowance | None = None) -> Iterator[Painted]:
    """Every painted object of ``page``, in painting order.

    Args:
        page: a page of any PDF, sound or not.
        tracer: keeps what is common to the pages of a file.
        media: the page's MediaBox, in points: nothing is seen outside.
        budget: says, once the walk is over, whether it had to stop before the end.
    """
    state = State(ctm=Matrix(), clip=media)
    place = _Place(page.obj, inherited(page, "/Resources"), Matrix())
    yield from _Walk(tracer, budget or Allowance()).stream(place, state)


def inherited(page: Page, key: str) -> Object | None:
    """An attribute of the page, or of the page tree above it (7.7.3.4)."""
    node: Object | None = page.obj
    for _ in range(64):
        found = entry(node, key)
        if found is not None or node is None:
            return found
        node = entry(node, "/Parent")
    return None


@dataclass(slots=True)
class _Walk:
    tracer: Tracer
    budget: Allowance

    def stream(self, place: _Place, state: State) -> Iterator[Painted]:
        """What a page, form, tile, mask or glyph paints."""
        if not self.budget.take(len(place.inside)):
            return
        for step in self.tracer.trace(place.stream, place.resources, state):
            if step.operator in TEXT_SHOWS:
                yield from self._text(step, place)
            elif step.box is not None:
                yield from self._path(step, place)
            elif step.operator in EVENTS:
                yield from EVENTS[step.operator](self, step, place)

    def _paint(
        self, kind: PaintKind, step: Step, place: _Place, box: Box | None, colour: PaintColour
    ) -> Iterator[Painted]:
        """One paint of a path or text, with what its pattern paints."""
        seen = step.state.clip.meet(box) if box else None
        if isinstance(colour.pattern, Stream):
            yield from self._tile(colour, place, step.state, seen)
        elif colour.pattern is not None:
            shading = entry(colour.pattern, "/Shading")
            yield place.painted(PaintKind.SHADING, seen, step, source=shading)
            return
        yield place.painted(kind, seen, step, colour)

    def _path(self, step: Step, place: _Place) -> Iterator[Painted]:
        state, box = step.state, step.box
        if step.operator in FILLS:
            yield from self._paint(PaintKind.FILL, step, place, box, state.fill)
        if step.operator in STROKES and box:
            yield from self._paint(PaintKind.STROKE, step, place, _stroked(box, state), state.stroke)

    def _text(self, step: Step, place: _Place) -> Iterator[Painted]:
        state = step.state
        if state.font is not None and state.font.type3:
            yield from self._glyphs(step, state.font, place)
        if state.text_mode in FILLED_TEXT:
            yield from self._paint(PaintKind.TEXT, step, place, step.box, state.fill)
        if state.text_mode in STROKED_TEXT:
            yield from self._paint(PaintKind.TEXT, step, place, step.box, state.stroke)

    def _tile(self, colour: PaintColour, place: _Place, state: State, seen: Box | None) -> Iterator[Painted]:
        tile = colour.pattern
        deeper = place.into(tile, Inside.TILE)
        if deeper is None:
            return
        ctm = read_matrix(entry(tile, "/Matrix")) @ place.base
        base = colour.space.base if entry(tile, "/PaintType") == UNCOLOURED else None
        ink = PaintColour(base, colour.values) if base else BLACK
        fresh = State(ctm=ctm, clip=state.clip, fill=ink, stroke=ink)
        # A tile is repeated: what it paints can be seen wherever the object that uses it is seen.
        for painted in self.stream(deeper, fresh):
            yield replace(painted, box=seen)

    def _glyphs(self, step: Step, font: PdfFont, place: _Place) -> Iterator[Painted]:
        place = replace(place, resources=entry(font.source, "/Resources") or place.resources)
        for code in sorted(set(step.codes)):
            deeper = place.into(glyph_procedure(font, code), Inside.GLYPH)
            if deeper is not None:
                for painted in self.stream(deeper, step.state):
                    yield replace(painted, box=step.box)

    def _object(self, step: Step, place: _Place) -> Iterator[Painted]:
        source = step.named(place.resources, "/XObject")
        if entry(source, "/Subtype") == Name.Image:
            yield _image(step, place, source)
        elif entry(source, "/Subtype") == Name.Form:
            yield from self.form(source, place, step.state, Inside.FORM)

    def _inline(self, step: Step, place: _Place) -> Iterator[Painted]:
        yield _image(step, place, step.instruction.iimage.obj)

    def _shading(self, step: Step, place: _Place) -> Iterator[Painted]:
        source = step.named(place.resources, "/Shading")
        yield place.painted(PaintKind.SHADING, step.state.clip, step, source=source)

    def _mask(self, step: Step, place: _Place) -> Iterator[Painted]:
        """The form whose drawing makes the mask, where it is set."""
        group = entry(step.state.soft_mask, "/G")
        if group is not None and entry(step.named(place.resources, "/ExtGState"), "/SMask") is not None:
            yield from self.form(group, place, step.state._replace(soft_mask=None), Inside.MASK)

    def form(self, form: Object | None, place: _Place, state: State, what: Inside) -> Iterator[Painted]:
        """What a form XObject paints (8.10), cut to its bounding box."""
        deeper = place.into(form, what)
        if deeper is None:
            return
        ctm = read_matrix(entry(form, "/Matrix")) @ state.ctm
        bounds = Box.read(entry(form, "/BBox"))
        clip = state.clip.meet(bounds.through(ctm)) if bounds else state.clip
        if clip is not None:
            inner = state._replace(ctm=ctm, clip=clip)
            yield from self.stream(replace(deeper, base=ctm), inner)


EVENTS = {
    "Do": _Walk._object,  # noqa: SLF001  the table belongs to the class above
    "INLINE IMAGE": _Walk._inline,  # noqa: SLF001  same
    "sh": _Walk._shading,  # noqa: SLF001  same
    "gs": _Walk._mask,  # noqa: SLF001  same
}


def _stroked(box: Box, state: State) -> Box:
    """The box of a path once drawn: a straight line with flat ends grows sideways only."""
    spread = state.line_width * max(abs(v) for v in state.ctm.shorthand[:4]) / 2
    flat = state.line_cap == 0
    along_x, along_y = flat and box.height < HAIR, flat and box.width < HAIR
    across, up = (0.0 if along_x else spread), (0.0 if along_y else spread)
    return Box(box.left - across, box.bottom - up, box.right + across, box.top + up)


def _image(step: Step, place: _Place, source: Object | None) -> Painted:
    state = step.state
    stencil = bool(entry(source, "/ImageMask") or entry(source, "/IM"))
    kind, colour = (PaintKind.STENCIL, state.fill) if stencil else (PaintKind.IMAGE, None)
    return place.painted(kind, state.clip.meet(UNIT.through(state.ctm)), step, colour, source)
