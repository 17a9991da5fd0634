"""Photographs made fit for pages: fine and in the inks of a press, or lighter for a screen."""

import hashlib
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from filquartiers.problems import Problem, Where, problem
from filquartiers.render.photographs import UnreadableError, photograph

FINE = 1760  # px: 149 mm at 300 per inch, the width of an A5 page with its bleed
LIGHT = 800  # px: the width of its text at 170 per inch, so that fifty photographs can be sent
Inking = Callable[[Image.Image], Image.Image]


@dataclass(frozen=True)
class Photo:
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
class Pictures:
    """The photographs of ``content/`` that pages ask for, each read once.

    A missing one is told by the checks of the site; one that cannot be read is a problem here, told in
    the very words of the site so that it counts once.
    """

    folder: Path
    files: dict[str, Photo] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    known: dict[str, str] = field(default_factory=dict)

    def place(self, name: str | None, words: str | None, title: str, where: Where) -> dict[str, Any] | None:
        """What a template needs to show a picture: its virtual file, and what it shows.

        Args:
            name: the file, as typed, relative to ``content/``.
            words: its description; ``title`` stands for it when there is none.
            title: the name of the entry.
            where: the place of the field.
        """
        if not name:
            return None
        if name not in self.known:
            self.known[name] = self._read(name, where)
        file = self.known[name]
        return {"file": f"/{file}", "alt": words or title} if file else None

    def _read(self, name: str, where: Where) -> str:
        try:
            upright = photograph(self.folder, name)
        except UnreadableError:
            self.problems.append(problem("photo-illisible", where, fichier=name))
            return ""
        if upright is None:
            return ""
        upright.thumbnail((FINE, FINE), Image.Resampling.LANCZOS)
        photo = Photo(_jpeg(upright, 92, "4:4:4"))
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
