"""A picture of any kind, taken apart into the plates it prints on."""

from pikepdf import Object
from PIL import Image

from filquartiers.press.inks import Inks, source_profile
from filquartiers.press.pictures import Picture, UnreadablePictureError, read_picture
from filquartiers.press.spaces import Model

PLATES = ("Cyan", "Magenta", "Yellow", "Black")
LARGEST = 900
"""Pixels on the long side: enough for a rendering at a few points per millimetre."""


def separate(
    image: Object, resources: Object | None, inks: Inks, largest: int = LARGEST
) -> list[Image.Image]:
    """A picture as five grey plates (C, M, Y, K, spot inks), 255 being full ink, at most ``largest`` wide.

    Raises:
        UnreadablePictureError: its samples or its space cannot be read.
    """
    picture = read_picture(image, resources)
    if picture.space.model is not Model.INDEXED:
        picture.samples.thumbnail((largest, largest), Image.Resampling.BOX, reducing_gap=None)
    none = Image.new("L", picture.samples.size, 0)
    if picture.space.model is Model.INKS and picture.space.count == 1:
        return _spot(picture, none)
    return [*_process(picture, inks).split(), none]


def _spot(picture: Picture, none: Image.Image) -> list[Image.Image]:
    name = picture.space.inks[0]
    index = PLATES.index(name) if name in PLATES else len(PLATES)
    return [picture.samples if i == index else none for i in range(len(PLATES) + 1)]


def _process(picture: Picture, inks: Inks) -> Image.Image:
    """The picture in four inks."""
    space, samples = picture.space, picture.samples
    if space.model is Model.CMYK:
        return samples
    if space.model is Model.GREY:
        none = Image.new("L", samples.size, 0)
        return Image.merge("CMYK", (none, none, none, Image.eval(samples, lambda value: 255 - value)))
    if space.model is Model.RGB:
        return inks.image(samples, source_profile(space))
    if space.model is Model.INDEXED and space.base:
        size = len(space.table) // max(space.base.count, 1)
        entries = [inks.colour(space, (float(min(i, size - 1)),)) for i in range(256)] if size else []
        return Image.merge(
            "CMYK", [samples.point([round(entry_[i] * 255) for entry_ in entries]) for i in range(4)]
        )
    raise UnreadablePictureError(space.label)
