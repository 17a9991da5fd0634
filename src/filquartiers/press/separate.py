"""Colours and pictures of any kind, taken apart into the plates they print on."""

from collections.abc import Sequence

from PIL import Image, ImageChops

from filquartiers.press.inks import Inks, source_profile
from filquartiers.press.pictures import Picture, UnreadablePictureError
from filquartiers.press.spaces import Model, Space, Values

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
SPOT = len(PROCESS)
"""The plate that gathers every spot ink."""
PLATES = SPOT + 1
LARGEST = 900
"""Pixels on the long side: enough for a rendering at a few points per millimetre."""


def plates_of(ink: str) -> Sequence[int]:
    """The plates that an ink of a Separation or DeviceN prints on (8.6.6.4)."""
    if ink == "All":
        return range(SPOT)
    if ink == "None":
        return ()
    return (PROCESS.index(ink) if ink in PROCESS else SPOT,)


def shares(space: Space, values: Values, inks: Inks) -> Values:
    """What a colour puts on each of the `PLATES`, from 0 to 1; nothing when its space is not known."""
    if space.model is Model.INDEXED and space.base and values:
        return shares(space.base, space.entry(values[0]), inks)
    if space.model is not Model.INKS:
        try:
            return (*(min(max(ink, 0.0), 1.0) for ink in inks.colour(space, values)), 0.0)
        except ValueError:
            return (0.0,) * PLATES
    total = [0.0] * PLATES
    for ink, value in zip(space.inks, values, strict=False):
        for plate in plates_of(ink):
            total[plate] = min(max(total[plate] + value, 0.0), 1.0)
    return tuple(total)


def separate(picture: Picture, inks: Inks, largest: int = LARGEST) -> list[Image.Image]:
    """A picture as grey `PLATES`, 255 being full ink, at most ``largest`` wide.

    Raises:
        UnreadablePictureError: its space cannot be read.
    """
    space, samples = picture.space, picture.samples.copy()
    if space.model is Model.INDEXED:
        return _palette(space, samples, inks)
    samples.thumbnail((largest, largest), Image.Resampling.BOX, reducing_gap=None)
    plates = [Image.new("L", samples.size, 0)] * PLATES
    if space.model is Model.INKS:
        for ink, band in zip(space.inks, samples.split(), strict=True):
            for plate in plates_of(ink):
                plates[plate] = ImageChops.add(plates[plate], band)
    elif space.model is Model.GREY:
        plates[PROCESS.index("Black")] = ImageChops.invert(samples)
    elif space.model in (Model.CMYK, Model.RGB):
        if space.model is Model.RGB:
            samples = inks.image(samples, source_profile(space))
        plates[:SPOT] = samples.split()
    else:
        raise UnreadablePictureError(space.label)
    return plates


def _palette(space: Space, samples: Image.Image, inks: Inks) -> list[Image.Image]:
    size = len(space.table) // max(space.base.count if space.base else 0, 1)
    entries = [shares(space, (float(min(index, size - 1)),), inks) for index in range(256)]
    return [samples.point([round(one[plate] * 255) for one in entries]) for plate in range(PLATES)]
