"""Pictures and documents of content, made fit for the web.

Photographs are turned upright, stripped of what the camera wrote (date, place: GPS), brought down to
useful widths, and saved as WebP. Documents are copied as they are.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from io import BytesIO
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from PIL import Image
from pydantic import TypeAdapter

from filquartiers.artifact import Artifact
from filquartiers.edition import Edition, Output
from filquartiers.model.addresses import IMAGES, address_at, beside, output_path
from filquartiers.model.facts.people import withheld
from filquartiers.model.files import named_pictures
from filquartiers.model.text import slugify
from filquartiers.problems import Problem, Where, problem
from filquartiers.render.photographs import LEAST_PRINTED, UnreadableError, held, photograph
from filquartiers.store import AS_JSON, Store, key_of, running

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
    outputs: tuple[Output, ...] = field(repr=False)

    def picture(self, name: str | None) -> WebPicture | None:
        """The picture of that name, or None when there is none or it cannot be shown."""
        return self.pictures.get(name or "")


Developed = tuple[WebPicture, tuple[Artifact, ...]]
DEVELOPED = TypeAdapter(Developed, config=AS_JSON)
"""How what is made of one photograph is kept."""


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
    store = Store(edition.kept / "images")
    for name, where in named_pictures(edition.site):
        if name not in pictures and name not in hidden:
            found, made = _develop(edition.content, name, where, store)
            outputs += made
            if found:
                pictures[name] = found
                outputs += _too_small(name, found.width, where)
    store.forget_the_rest()
    return Album(pictures, tuple(outputs))


def unfit(edition: Edition) -> Iterator[Problem]:
    """The pictures that cannot be shown, or not on paper: only opening one tells, so ``check`` does."""
    tried = set[str]()
    for name, where in named_pictures(edition.site):
        if name not in tried:
            tried.add(name)
            try:
                found = photograph(edition.content, name)
            except UnreadableError:
                yield problem("photo-illisible", where, fichier=name)
                continue
            yield from _too_small(name, found.width, where) if found else ()


def _too_small(name: str, width: int, where: Where) -> Iterator[Problem]:
    """That a picture so many pixels wide is left out on paper, if it is."""
    if width < LEAST_PRINTED:
        yield problem("photo-petite", where, fichier=name, mesure=width, attendu=LEAST_PRINTED)


def _develop(
    folder: Path, name: str, where: Where, store: Store
) -> tuple[WebPicture | None, Sequence[Output]]:
    """A picture at the widths of the site, or why it cannot be shown; checks tell of a missing one."""
    file = held(folder, name)
    if file is None:
        return None, ()
    try:
        found = file.stat()
        key = _key(file, name, (found.st_mtime_ns, found.st_ctime_ns, found.st_size))
        return store.recall(key, partial(_developed, folder, name), DEVELOPED)
    except (UnreadableError, OSError):
        return None, [problem("photo-illisible", where, fichier=name)]


@lru_cache(maxsize=1024)  # the preview asks at each save
def _key(file: Path, name: str, _stamp: tuple[int, ...]) -> str:
    """Names what is made of the file as it now is."""
    return key_of(running(), name, file.read_bytes())


def _developed(folder: Path, name: str) -> Developed:
    upright = photograph(folder, name)
    if upright is None:
        raise UnreadableError(name)
    versions = [_version(upright, name, width) for width in _widths(upright.width)]
    sources = tuple((address_at(file.path), width) for file, width in versions)
    return WebPicture(sources, upright.width, upright.height), tuple(file for file, _ in versions)


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
