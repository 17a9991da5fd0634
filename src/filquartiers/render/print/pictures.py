"""Photographs made fit for pages: fine and in the inks of a press, or lighter for a screen."""

import hashlib
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from pathlib import Path

from PIL import Image

from filquartiers.render.photographs import UnreadableError, photograph
from filquartiers.render.typography import typeset
from filquartiers.telling.values import Photo

FINE = 1760  # px: 149 mm at 300 per inch, the width of an A5 page with its bleed
LIGHT = 800  # px: the width of its text at 170 per inch, so that fifty photographs can be sent
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
        picture = Image.open(BytesIO(self.kept))
        picture.thumbnail((largest, largest), Image.Resampling.LANCZOS)
        return picture


@dataclass
class PrintedPictures:
    """The photographs of ``content/`` that pages ask for, each read once; ``hidden`` may not be shown."""

    folder: Path
    hidden: frozenset[str] = frozenset()
    files: dict[str, FinePicture] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)

    def place(self, photo: Photo) -> dict[str, str] | None:
        """What a template needs to show a photograph: its virtual file, and what it shows, or whose it is.

        None when it may not be shown, is missing or cannot be read: checks and the site tell it.
        """
        if photo.file in self.hidden:
            return None
        if photo.file not in self.known:
            self.known[photo.file] = self._read(photo.file)
        file = self.known[photo.file]
        return {"file": f"/{file}", "alt": typeset(photo.alternative or photo.title)} if file else None

    def _read(self, name: str) -> str:
        with suppress(UnreadableError):
            if (upright := photograph(self.folder, name)) is not None:
                return self._kept(upright)
        return ""

    def _kept(self, upright: Image.Image) -> str:
        upright.thumbnail((FINE, FINE), Image.Resampling.LANCZOS)
        photo = FinePicture(_jpeg(upright, 92, "4:4:4"))
        path = f"images/{hashlib.sha256(photo.kept).hexdigest()}.svg"
        self.files[path] = photo
        return path


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
