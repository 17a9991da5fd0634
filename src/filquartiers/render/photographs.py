"""A photograph as a volunteer sends it, made fit for any use: upright, sRGB, eight bits, on white."""

import warnings
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

_SIXTEEN_BITS = ("I", "I;16", "I;16B", "I;16L", "I;16N")


LEAST_PRINTED = 160
"""Pixels across: 18 mm at 225 per inch. A smaller picture is for the screen alone."""


class UnreadableError(ValueError):
    """No picture can be had from the file: damaged, empty, or of a kind that is not read (HEIC)."""


def photograph(folder: Path, name: str) -> Image.Image | None:
    """The picture of that name, RGB; None when it is missing or leads out of the folder.

    Args:
        folder: where the editor's files are.
        name: the file, relative to it.

    Raises:
        UnreadableError: the file is there but cannot be read.
    """
    file = held(folder, name)
    if file is None:
        return None
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(file) as opened:
            return developed(opened)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadableError(name) from error


def held(folder: Path, name: str) -> Path | None:
    """The file of that name; None when it is missing or leads out of the folder."""
    file = folder / name
    return file if file.is_file() and file.resolve().is_relative_to(folder.resolve()) else None


def developed(opened: Image.Image) -> Image.Image:
    """A picture just opened, as one sees it: RGB, turned as the camera says."""
    return _in_srgb(ImageOps.exif_transpose(opened))


def _in_srgb(picture: Image.Image) -> Image.Image:
    if picture.mode in _SIXTEEN_BITS:
        # A plain conversion would cut every value above 255: the whole picture would be white.
        return picture.convert("I").point(lambda value: value * (1 / 257)).convert("L").convert("RGB")
    if picture.has_transparency_data:
        return _on_white(picture.convert("RGBA"))
    profile = picture.info.get("icc_profile")
    if profile:
        # A profile that says nothing of use counts as none.
        with suppress(ImageCms.PyCMSError, OSError):
            return _through(picture, profile)
    return picture.convert("RGB")


def _on_white(picture: Image.Image) -> Image.Image:
    paper = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(paper, picture).convert("RGB")


def _through(picture: Image.Image, profile: bytes) -> Image.Image:
    """Into sRGB by the profile that the camera or the designer put in the file (ISO 15076-1)."""
    source = ImageCms.ImageCmsProfile(BytesIO(profile))
    shown = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    return shown if shown is not None else picture.convert("RGB")
