"""The picture that goes with a link when it is shared: a name, and the thread with its houses.

1200 × 630 pixels, the size that the Open Graph and Twitter cards ask for; drawn from the tokens, the fonts
and the real houses, the same bytes for the same site.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont, features

from filquartiers.model.identity import Identity
from filquartiers.render.pen import Piece, Point, curve, disc
from filquartiers.render.thread import strand

WIDTH, HEIGHT = 1200, 630  # px
FINE = 2  # drawn that many times larger, then reduced
MARGIN, TOP, LINE = 80, 72, 1.02
LARGEST, SMALLEST, STEP = 128, 56, 8  # px: the size of the name, which must hold in two lines
NOTE = 34
KNOT, STROKE, LEVEL, THREAD = 42, 12, 26, 420  # px: a house, the thread, a level across it, where it starts
MOST = 12  # houses: more would touch
# Said each time: a shaper left to itself takes the language of the machine, and a Turkish « fi » differs.
IN_FRENCH: Mapping[str, Any] = {"language": "fr"} if features.check_feature("raqm") else {}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a card is about: its words, and for each house its letters and the rank of its colour, from 1."""

    name: str
    note: str
    houses: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Fonts:
    """The files of the two families, as TrueType."""

    display: Path
    text: Path

    @property
    def stamps(self) -> tuple[tuple[int, int], ...]:
        """Dates (ns) and sizes of both, which tell a font from the one that replaces it."""
        found = (file.stat() for file in (self.display, self.text))
        return tuple((one.st_mtime_ns, one.st_size) for one in found)

    def name(self, size: float) -> ImageFont.FreeTypeFont:
        """The display face, at its heaviest."""
        font = ImageFont.truetype(self.display, round(size * FINE))
        font.set_variation_by_axes([800])
        return font

    def note(self, size: float) -> ImageFont.FreeTypeFont:
        """The text face."""
        return ImageFont.truetype(self.text, round(size * FINE))


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a card, those of its houses in their order."""

    paper: str
    ink: str
    muted: str
    thread: str
    houses: tuple[str, ...]


def card_png(identity: Identity, subject: Subject, fonts: Fonts) -> bytes:
    """The card as a PNG."""
    colours = identity.couleurs
    palette = Palette(
        paper=colours["papier"].clair,
        ink=colours["encre"].clair,
        muted=colours["texte_secondaire"].clair,
        thread=colours["fil"].clair,
        houses=tuple(identity.house(rank - 1).clair for _, rank in subject.houses[:MOST]),
    )
    return _drawn(palette, subject, fonts, fonts.stamps)


@lru_cache(maxsize=64)  # the preview asks at each save
def _drawn(palette: Palette, subject: Subject, fonts: Fonts, _stamps: tuple[tuple[int, int], ...]) -> bytes:
    picture = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), palette.paper)
    pen = ImageDraw.Draw(picture)
    end = _write_name(pen, subject.name, fonts, palette.ink)
    place = (MARGIN * FINE, end + NOTE * FINE // 2)
    pen.text(place, subject.note, font=fonts.note(NOTE), fill=palette.muted, **IN_FRENCH)
    _draw_thread(pen, palette, subject, fonts)
    file = BytesIO()
    picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).quantize(128).save(file, "PNG", optimize=True)
    return file.getvalue()


def _write_name(pen: ImageDraw.ImageDraw, name: str, fonts: Fonts, colour: str) -> int:
    """The name as large as two lines allow; gives where it ends, in pixels."""
    for size in range(LARGEST, SMALLEST - 1, -STEP):
        font = fonts.name(size)
        lines = tuple(_lines(name, font))
        if len(lines) <= 2:  # noqa: PLR2004  two lines
            break
    height = round(size * LINE * FINE)
    for rank, line in enumerate(lines):
        pen.text((MARGIN * FINE, TOP * FINE + rank * height), line, font=font, fill=colour, **IN_FRENCH)
    return TOP * FINE + len(lines) * height


def _lines(text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    """The words, in lines no longer than the card allows."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer, **IN_FRENCH) > (WIDTH - 2 * MARGIN) * FINE:
            yield line
            longer = word
        line = longer
    yield line


def _draw_thread(pen: ImageDraw.ImageDraw, palette: Palette, subject: Subject, fonts: Fonts) -> None:
    """From the left edge to the right one, through a knot for each house."""
    houses = subject.houses[:MOST]
    knots = _knots(len(houses))
    thread, paper = palette.thread, palette.paper
    for before, after in pairwise([(-STROKE, THREAD + LEVEL), *knots, (WIDTH + STROKE, THREAD + LEVEL)]):
        for x, y in curve(_bend(before, after)):
            pen.ellipse(disc(x, y, STROKE / 2, FINE), fill=thread)
    font = fonts.name(KNOT * 0.72)
    for (x, y), (letters, _), own in zip(knots, houses, palette.houses, strict=True):
        for radius, colour in ((KNOT + STROKE, thread), (KNOT, paper), (KNOT - STROKE / 2, own)):
            pen.ellipse(disc(x, y, radius, FINE), fill=colour)
        pen.text((x * FINE, y * FINE), letters, font=font, fill=paper, anchor="mm", **IN_FRENCH)


def _knots(count: int) -> list[Point]:
    levels = strand(count).levels
    step = (WIDTH - 2 * MARGIN) / max(count, 1)
    return [(MARGIN + (rank + 0.5) * step, THREAD + level * LEVEL) for rank, level in enumerate(levels)]


def _bend(start: Point, end: Point) -> Piece:
    """A curve that leaves and arrives level, as on the pages."""
    middle = (start[0] + end[0]) / 2
    return start, (middle, start[1]), (middle, end[1]), end
