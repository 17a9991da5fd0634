"""Colours to inks, through LittleCMS: relative colorimetric, no black point compensation.

One rule comes before the profile. A neutral grey prints in black ink alone: four inks that miss each
other by a tenth of a millimetre blur small type.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any

from pikepdf import PdfError
from PIL import Image, ImageCms, ImageMath

from filquartiers.press.spaces import Model, Space, Values

Cmyk = tuple[float, float, float, float]

NEUTRAL = 2.5 / 255
"""Two components closer than this are the same: a grey."""

SCALES = {Model.RGB: ((255, 0),) * 3, Model.LAB: ((2.55, 0), (1, 128), (1, 128))}
"""From the components of a colour to bytes: factor and offset of each."""
JPEG_SPARE = 8
"""Per cent of ink kept in reserve in a JPEG."""


class BadProfileError(ValueError):
    """An ICC profile that is unreadable, or not one of a printing condition in four inks."""


def open_profile(data: bytes) -> ImageCms.ImageCmsProfile:
    """An output profile, checked.

    Raises:
        BadProfileError: the bytes are no ICC profile, or not a CMYK output profile.
    """
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(data))
    except (OSError, ImageCms.PyCMSError) as fault:
        raise BadProfileError("illisible") from fault
    inner = profile.profile
    if inner.device_class != "prtr" or inner.xcolor_space.strip() != "CMYK":
        raise BadProfileError(f"{inner.device_class} {inner.xcolor_space}".strip())
    return profile


@dataclass(frozen=True)
class Inks:
    """Turns any colour into cyan, magenta, yellow and black, each from 0 to 1.

    Args:
        icc: the bytes of the press's output profile.
        limit: the greatest sum of the four inks, in per cent.
    """

    icc: bytes
    limit: int = 400
    _known: dict[tuple[Model, bytes, Values], Cmyk] = field(default_factory=dict, repr=False, init=False)
    _transforms: dict[tuple[bytes, str], ImageCms.ImageCmsTransform] = field(
        default_factory=dict, repr=False, init=False
    )

    @cached_property
    def _profile(self) -> ImageCms.ImageCmsProfile:
        return open_profile(self.icc)

    def colour(self, space: Space, values: Values) -> Cmyk:
        """The inks of a colour in any space.

        Raises:
            ValueError: the space has no inks of its own: a palette, spot inks, a pattern, an unknown one.
        """
        if space.model is Model.CMYK and len(values) == 4:  # noqa: PLR2004  four inks
            c, m, y, k = values
            return (c, m, y, k)
        if space.model is Model.GREY and values:
            return (0.0, 0.0, 0.0, _clamp(1 - values[0]))
        if space.model in SCALES and len(values) == 3:  # noqa: PLR2004  three lights, or L a b
            grey = _grey(space, values)
            return self._screen(space, values) if grey is None else (0.0, 0.0, 0.0, _clamp(1 - grey))
        raise ValueError(f"no inks for {space.label}")

    def _screen(self, space: Space, values: Values) -> Cmyk:
        key = (space.model, source_profile(space), values)
        if key not in self._known:
            c, m, y, k = (part / 255 for part in self.through_profile(space, [values]).tobytes())
            self._known[key] = (c, m, y, k)
        return self._known[key]

    def through_profile(self, space: Space, colours: Sequence[Values]) -> Image.Image:
        """RGB or Lab colours by the profile alone, greys included, as a row of pixels in four inks."""
        bands = (
            bytes(round(_clamp(value * factor + offset, 255)) for value in band)
            for band, (factor, offset) in zip(zip(*colours, strict=True), SCALES[space.model], strict=True)
        )
        channels = [Image.frombytes("L", (len(band), 1), band) for band in bands]
        row = Image.merge("LAB" if space.model is Model.LAB else "RGB", channels)
        return self.image(row, source_profile(space))

    def image(self, image: Image.Image, source: bytes = b"") -> Image.Image:
        """A picture in four inks, held under the ink limit.

        Args:
            image: Lab, RGB, or any mode that Pillow turns into RGB.
            source: the bytes of its own ICC profile; empty for sRGB.
        """
        lights = image if image.mode in ("RGB", "LAB") else image.convert("RGB")
        done = ImageCms.applyTransform(lights, self._transform(source, lights.mode))
        if done is None:
            raise ValueError("no image came back")
        return hold_ink(done, self.limit)

    def photograph(self, picture: Image.Image) -> Image.Image:
        """A photograph in four inks that will be kept as a JPEG, whose compression gives some ink back."""
        return hold_ink(self.image(picture), self.jpeg_limit)

    @property
    def jpeg_limit(self) -> int:
        """The ink limit of the pixels of a JPEG."""
        return self.limit - JPEG_SPARE

    def _transform(self, source: bytes, mode: str) -> ImageCms.ImageCmsTransform:
        if (source, mode) not in self._transforms:
            usual = ImageCms.createProfile("LAB" if mode == "LAB" else "sRGB")
            try:
                transform = self._build(ImageCms.ImageCmsProfile(BytesIO(source) if source else usual), mode)
            except (OSError, ImageCms.PyCMSError):
                transform = self._build(ImageCms.ImageCmsProfile(usual), mode)
            self._transforms[source, mode] = transform
        return self._transforms[source, mode]

    def _build(self, source: ImageCms.ImageCmsProfile, mode: str) -> ImageCms.ImageCmsTransform:
        # The darkest of the picture becomes the darkest of the paper, which uncoated is only a dark grey.
        return ImageCms.buildTransform(
            source,
            self._profile,
            mode,
            "CMYK",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )


def _grey(space: Space, values: Values) -> float | None:
    """How light a neutral colour is, from 0 to 1; None when it is not one."""
    if space.model is Model.LAB:
        lightness, a, b = values
        return lightness / 100 if abs(a) < 1 and abs(b) < 1 else None
    return sum(values) / 3 if max(values) - min(values) <= NEUTRAL else None


def source_profile(space: Space) -> bytes:
    """The ICC profile of a space; empty when it has none that can be read: sRGB is then taken."""
    try:
        return b"" if space.icc is None else bytes(space.icc.read_bytes())
    except PdfError:
        return b""


def hold_ink(image: Image.Image, limit: int) -> Image.Image:
    """A CMYK picture whose pixels stay under ``limit`` per cent: black kept, the colours lowered."""
    if darkest(image) <= limit:
        return image
    room = limit * 255 / 100
    c, m, y, k = image.split()
    share = ImageMath.lambda_eval(
        lambda on: on["min"](
            (room - on["k"]) / on["max"](on["float"](on["c"]) + on["m"] + on["y"], 1.0), 1.0
        ),
        c=c,
        m=m,
        y=y,
        k=k,
    )
    lowered = [
        ImageMath.lambda_eval(lambda on: on["convert"](on["p"] * on["s"], "L"), p=p, s=share)
        for p in (c, m, y)
    ]
    return Image.merge("CMYK", (*lowered, k))


def darkest(image: Image.Image) -> float:
    """The greatest sum of inks in a CMYK picture, in per cent."""
    highest: Any = total_ink(image.split()).getextrema()[1]
    return float(highest) * 100 / 255


def total_ink(plates: tuple[Image.Image, ...]) -> Image.Image:
    """The sum of grey plates (0 to 255 each), pixel by pixel."""
    first, *others = plates
    total: Image.Image = ImageMath.lambda_eval(lambda on: on["int"](on["p"]), p=first)
    for plate in others:
        total = ImageMath.lambda_eval(lambda on: on["t"] + on["p"], t=total, p=plate)
    return total


def _clamp(value: float, most: float = 1.0) -> float:
    return min(max(value, 0.0), most)
