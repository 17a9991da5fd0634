"""Photographs made fit for pages: fine and in the inks of a press, or lighter for a screen."""

import hashlib
from base64 import b64encode
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from filquartiers.render.photographs import LEAST_PRINTED, UnreadableError, photograph
from filquartiers.render.typography import typeset
from filquartiers.telling.values import Photo

FINE = 1760  # px: 149 mm at 300 per inch, the width of an A5 page with its bleed
LIGHT = 800  # px: the width of its text at 170 per inch, so that fifty photographs can be sent
MIDDLE = (0.5, 0.5)
HEADS = (0.5, 0.25)  # what is kept of an upright one when nothing is said: people stand in it
Inking = Callable[[Image.Image], Image.Image]


@dataclass(frozen=True)
class FinePicture:
    """A photograph, kept as a JPEG in the finest size that a page asks: a site may hold a thousand."""

    kept: bytes

    @cached_property
    def screen(self) -> bytes:
        """As typst takes it for a screen: several things show the same one."""
        return _wrapped(self._reduced(LIGHT), 74, "4:2:0")

    def press(self, inking: Inking) -> bytes:
        """As typst takes it for a press, once ``inking`` has turned it from sRGB into four inks."""
        return _wrapped(inking(self._reduced(FINE)), 92, "4:4:4")

    def _reduced(self, largest: int) -> Image.Image:
        return _narrowed(Image.open(BytesIO(self.kept)), largest)


@dataclass
class PrintedPictures:
    """The photographs of ``content/`` that pages ask for, each read once; ``hidden`` may not be shown.

    ``focuses`` says of some what is to be kept when they are cut, from their left and their top, 0 to 1.
    """

    folder: Path
    hidden: frozenset[str] = frozenset()
    focuses: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    files: dict[str, FinePicture] = field(default_factory=dict)
    known: dict[str, dict[str, Any]] = field(default_factory=dict)

    def place(self, photo: Photo) -> dict[str, Any] | None:
        """What a template needs to show a photograph: its file, sides in pixels, focus and words.

        None when it may not be shown, is missing, too small or cannot be read: checks and the site tell it.
        """
        if photo.file in self.hidden:
            return None
        if photo.file not in self.known:
            self.known[photo.file] = self._read(photo.file)
        known = self.known[photo.file]
        return known | {"alt": typeset(photo.alternative or photo.title)} if known else None

    def _read(self, name: str) -> dict[str, Any]:
        with suppress(UnreadableError):
            upright = photograph(self.folder, name)
            if upright is not None and upright.width >= LEAST_PRINTED:
                usual = HEADS if upright.height > upright.width else MIDDLE
                return self._kept(upright) | {"focus": self.focuses.get(name, usual)}
        return {}

    def _kept(self, upright: Image.Image) -> dict[str, Any]:
        kept = _narrowed(upright, FINE)
        photo = FinePicture(_jpeg(kept, 92, "4:4:4"))
        path = f"images/{hashlib.sha256(photo.kept).hexdigest()}.svg"
        self.files[path] = photo
        return {"file": f"/{path}", "width": kept.width, "height": kept.height}


def _narrowed(picture: Image.Image, width: int) -> Image.Image:
    """A picture at most so wide, whatever its height: frames are as wide as their column."""
    if picture.width <= width:
        return picture
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def _jpeg(picture: Image.Image, quality: int, subsampling: str) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG", quality=quality, subsampling=subsampling)
    return out.getvalue()


def _wrapped(picture: Image.Image, quality: int, subsampling: str) -> bytes:
    """A JPEG inside an SVG: typst's binding takes text only. The PDF holds it untouched, inks and all."""
    width, height = picture.size
    size = f'width="{width}" height="{height}"'
    source = b64encode(_jpeg(picture, quality, subsampling)).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width} {height}">'
        f'<image {size} href="data:image/jpeg;base64,{source}"/></svg>'
    ).encode()
