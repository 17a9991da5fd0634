"""Photographs made fit for pages: as fine as the largest place asks, lighter for a screen."""

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from filquartiers.problems import Problem, Where, problem
from filquartiers.render.photographs import UnreadableError, photograph
from filquartiers.render.print.product import Variant

# Pixels, JPEG quality, and how coarse the colours may be. Press: 149 mm at 300 ppi, the width of an A5
# page with its bleed. Screen: the width of its text at 170 ppi, so that fifty photographs can be sent.
SIZES: dict[Variant, tuple[int, int, str]] = {"press": (1760, 92, "4:4:4"), "screen": (800, 74, "4:2:0")}


@dataclass
class Pictures:
    """The photographs of ``content/`` that pages ask for, each read once.

    A missing one is told by the checks of the site; one that cannot be read is a problem here, told in
    the very words of the site so that it counts once.
    """

    folder: Path
    files: dict[str, Mapping[Variant, bytes]] = field(default_factory=dict)
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
        versions = {variant: _saved(upright, *size) for variant, size in SIZES.items()}
        path = f"images/{hashlib.sha256(versions['press']).hexdigest()[:16]}.svg"
        self.files[path] = versions
        return path


def _saved(picture: Image.Image, largest: int, quality: int, subsampling: str) -> bytes:
    smaller, out = picture.copy(), BytesIO()
    smaller.thumbnail((largest, largest), Image.Resampling.LANCZOS)
    smaller.save(out, "JPEG", quality=quality, subsampling=subsampling)
    return _wrapped(out.getvalue(), *smaller.size)


def _wrapped(jpeg: bytes, width: int, height: int) -> bytes:
    """The JPEG inside an SVG: typst's binding takes text only; the PDF holds the JPEG untouched."""
    size = f'width="{width}" height="{height}"'
    source = b64encode(jpeg).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width} {height}">'
        f'<image {size} href="data:image/jpeg;base64,{source}"/></svg>'
    ).encode()
