"""Photographs made fit for paper: upright, in sRGB, no finer than the largest place asks."""

import hashlib
from base64 import b64encode
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from filquartiers.problems import Problem, Where, problem
from filquartiers.render.photographs import UnreadableError, photograph

LARGEST = 1760  # px: 149 mm at 300 ppi, the width of an A5 page with its bleed
QUALITY = 92


@dataclass
class Pictures:
    """The photographs of ``content/`` that pages ask for, each read once.

    A missing one is told by the checks of the site; one that cannot be read is a problem here, told in
    the very words of the site so that it counts once.
    """

    folder: Path
    files: dict[str, bytes] = field(default_factory=dict)
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
        data = _saved(upright)
        path = f"images/{hashlib.sha256(data).hexdigest()[:16]}.svg"
        self.files[path] = data
        return path


def _saved(picture: Image.Image) -> bytes:
    picture.thumbnail((LARGEST, LARGEST), Image.Resampling.LANCZOS)
    out = BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, subsampling=0)
    return _wrapped(out.getvalue(), *picture.size)


def _wrapped(jpeg: bytes, width: int, height: int) -> bytes:
    """The JPEG inside an SVG: typst's binding takes text only; the PDF holds the JPEG untouched."""
    size = f'width="{width}" height="{height}"'
    source = b64encode(jpeg).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width} {height}">'
        f'<image {size} href="data:image/jpeg;base64,{source}"/></svg>'
    ).encode()
