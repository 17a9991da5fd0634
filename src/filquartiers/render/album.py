"""Pictures and documents of content, made fit for the web.

Photographs are turned upright, stripped of what the camera wrote (date, place: GPS), brought down to
useful widths, and saved as WebP. Documents are copied as they are.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from PIL import Image

from filquartiers.artifact import Artifact
from filquartiers.edition import Edition, Output
from filquartiers.model.addresses import IMAGES, address_at, beside, output_path
from filquartiers.model.facts.people import withheld
from filquartiers.model.files import in_texts, pictures_in_fields
from filquartiers.model.text import slugify
from filquartiers.problems import Where, problem
from filquartiers.render.photographs import UnreadableError, photograph

WIDTHS = (480, 960, 1600)  # px
QUALITY = 72


@dataclass(frozen=True, slots=True)
class WebPicture:
    """A photograph ready for ``<img>``: addresses from the root of the site, sizes in pixels."""

    sources: tuple[tuple[str, int], ...]
    width: int
    height: int

    @property
    def largest(self) -> str:
        """The address of the widest version."""
        return self.sources[-1][0]


@dataclass(frozen=True, slots=True)
class Album:
    """Every picture of the site by the name its editor typed, and the files, documents among them."""

    pictures: Mapping[str, WebPicture]
    outputs: tuple[Output, ...]

    def picture(self, name: str | None) -> WebPicture | None:
        """The picture of that name, or None when there is none or it cannot be shown."""
        return self.pictures.get(name or "")


def album(edition: Edition) -> Album:
    """Read, convert and copy all that entries name; what is missing or unreadable is a problem.

    Those that show someone without consent are left out.
    """
    pictures: dict[str, WebPicture] = {}
    hidden = withheld(edition.site)
    outputs: list[Output] = [
        Artifact(output_path(unquote(address)), (edition.content / name).read_bytes())
        for name, address in edition.documents.items()
        if name not in hidden
    ]
    for name, where in _named_pictures(edition):
        if name not in pictures and name not in hidden:
            found, made = _develop(edition.content, name, where)
            outputs += made
            pictures |= {name: found} if found else {}
    return Album(pictures, tuple(outputs))


def pictures(edition: Edition) -> Iterator[Output]:
    """The album alone: what ``check`` tries, since a picture is only known once it is opened."""
    yield from album(edition).outputs


def _named_pictures(edition: Edition) -> Iterator[tuple[str, Where]]:
    for entry in edition.site.everything():
        yield from pictures_in_fields(entry)
        yield from ((link.name, where) for link, where in in_texts(entry, pictures=True))


def _develop(folder: Path, name: str, where: Where) -> tuple[WebPicture | None, list[Output]]:
    """A picture at the widths of the site, or why it cannot be shown; checks tell of a missing one."""
    try:
        upright = photograph(folder, name)
    except UnreadableError:
        return None, [problem("photo-illisible", where, fichier=name)]
    if upright is None:
        return None, []
    versions = [_version(upright, name, width) for width in _widths(upright.width)]
    sources = tuple((address_at(file.path), width) for file, width in versions)
    return WebPicture(sources, upright.width, upright.height), [file for file, _ in versions]


def _widths(width: int) -> list[int]:
    """The useful widths, never larger than the photograph."""
    return [wanted for wanted in WIDTHS if wanted < width] + ([width] if width <= WIDTHS[-1] else [])


def _version(picture: Image.Image, name: str, width: int) -> tuple[Artifact, int]:
    height = max(1, round(picture.height * width / picture.width))
    file = BytesIO()
    # A new file: nothing of what the camera wrote comes along.
    picture.resize((width, height), Image.Resampling.LANCZOS).save(file, "WEBP", quality=QUALITY, method=4)
    data = file.getvalue()
    mark = hashlib.sha256(data).hexdigest()[:8]
    # A space would end an address of ``srcset``; an accent is not spelled alike on every server.
    stem = slugify(PurePosixPath(name).stem) or "image"
    return Artifact(output_path(beside(IMAGES, f"{stem}-{width}.{mark}.webp")), data), width
