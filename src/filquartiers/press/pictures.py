"""Pictures inside a PDF: read as samples, written back.

What is read here are *samples as the PDF means them*: /Decode applied, Adobe's inverted CMYK JPEGs the
right way round (0 is no ink), 16 bits brought to 8.
"""

import warnings
from copy import copy
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfError, PdfImage, PikepdfError, Stream
from PIL import Image, ImageChops
from pypdfium2 import PdfiumError

from filquartiers.press.pages import page_images
from filquartiers.press.resources import as_float, entry, items, number
from filquartiers.press.spaces import CMYK, GREY, RGB, Model, Space, read_space

MODES = ("L", "RGB", "CMYK")
DEVICES = {1: GREY, 3: RGB, 4: CMYK}
SHADES = {1: 255, 2: 85, 4: 17}
"""How far apart samples of so many bits are, once brought to 8."""
JPEG_QUALITY = 92
DAMAGE = (
    OSError, ValueError, TypeError, AttributeError, LookupError, SyntaxError, NotImplementedError,
    PikepdfError, PdfiumError, StopIteration, Image.DecompressionBombError,
)  # fmt: skip
"""What Pillow and pikepdf raise on pictures that they cannot read."""
ONE_TO_ONE = 72
"""Pixels per inch at which a point of the page is a pixel."""
LARGEST = 80_000_000
"""Pixels: an A3 at 600 per inch; more is a bomb, not a picture."""


class UnreadablePictureError(ValueError):
    """A picture whose samples cannot be had: unknown filter, damaged data, more components than we know."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Samples and the space they are in: mode ``L`` for one component, ``RGB``, ``CMYK``.

    ``shown`` is 255 where it is painted and 0 where a colour key hides it (8.9.6.4); None without a key.
    """

    samples: Image.Image
    space: Space
    shown: Image.Image | None = None


def picture_space(image: Object, resources: Object | None) -> Space:
    """The colour space of an image; a JPEG 2000 without one is taken by its number of channels."""
    written = entry(image, "/ColorSpace") or entry(image, "/CS")
    if written is None and _last_filter(image) == "/JPXDecode":
        try:
            return DEVICES.get(len(_opened(image).getbands()), RGB)
        except DAMAGE:
            return RGB
    return read_space(written, resources)


def read_picture(image: Any, resources: Object | None) -> Picture:
    """The samples of an image XObject.

    Raises:
        UnreadablePictureError: see the class.
    """
    if number(image, "/Width", 0) * number(image, "/Height", 0) > LARGEST:
        raise UnreadablePictureError("too large")
    space = picture_space(image, resources)
    try:
        samples = _samples(image, space)
    except DAMAGE as fault:
        raise UnreadablePictureError(str(fault)) from fault
    if len(samples.getbands()) != space.count:
        raise UnreadablePictureError("components do not match")
    return Picture(_decoded(samples, entry(image, "/Decode"), space), space, _shown(samples, image, space))


def _last_filter(image: Object) -> str:
    filters = entry(image, "/Filter")
    *_, last = items(image, "/Filter") or ["" if filters is None else filters]
    return str(last)


def _samples(image: Any, space: Space) -> Image.Image:
    """As they are, whatever their space: read in that of a device with as many components."""
    bare = copy(image)
    bare.ColorSpace = {1: Name.DeviceGray, 3: Name.DeviceRGB, 4: Name.DeviceCMYK}[space.count]
    samples = _drawn(bare) if _last_filter(image) == "/JBIG2Decode" else _opened(bare)
    if space.model is Model.INDEXED:  # indices were read as shades
        step = SHADES.get(int(number(image, "/BitsPerComponent", 8)), 1)
        return samples.point([value // step for value in range(256)])
    return samples


def _opened(image: Any) -> Image.Image:
    with warnings.catch_warnings(action="ignore"):  # 16 bits brought to 8
        samples = PdfImage(image).as_pil_image(apply_decode_array=False, apply_mask=False)
    if samples.width * samples.height > LARGEST:
        raise UnreadablePictureError("too large")
    samples.load()
    if samples.mode == "I;16":
        return samples.point(lambda value: value / 256).convert("L")
    if samples.mode == "CMYK" and samples.format == "JPEG":
        return ImageChops.invert(samples)  # Pillow has turned Adobe's convention over; the PDF has not
    return samples if samples.mode in MODES else samples.convert("L" if samples.mode == "1" else "RGB")


def _shown(samples: Image.Image, image: Any, space: Space) -> Image.Image | None:
    """All but the samples whose every component, as stored, lies between the two of the key."""
    key = [as_float(bound, -1) for bound in items(image, "/Mask")]
    if len(key) != 2 * space.count:
        return None
    # Indices are read as they are, shades brought to 8 bits.
    most = 255 if space.model is Model.INDEXED else 2 ** int(number(image, "/BitsPerComponent", 8)) - 1
    hidden = Image.new("L", samples.size, 255)
    for band, low, high in zip(samples.split(), key[::2], key[1::2], strict=True):
        within = [255 * (low <= round(value * most / 255) <= high) for value in range(256)]
        hidden = ImageChops.darker(hidden, band.point(within))
    return ImageChops.invert(hidden)


def _drawn(image: Any) -> Image.Image:
    """A picture in JBIG2 (7.4.7) as the renderer has it: no library of ours decodes that filter."""
    size = int(number(image, "/Width", 0)), int(number(image, "/Height", 0))
    with Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=size)
        page.Resources = Dictionary(XObject=Dictionary(I=_own(pdf, image)))
        page.Contents = pdf.make_stream(b"%d 0 0 %d 0 0 cm /I Do" % size)
        out = BytesIO()
        pdf.save(out)
    return next(page_images(out.getvalue(), ONE_TO_ONE)).convert("L")


def _own(pdf: Pdf, image: Any) -> Stream:
    """The picture in another file, with what all its pages share."""
    stream = pdf.make_stream(image.read_raw_bytes(), Filter=Name.JBIG2Decode)
    parameters = entry(image, "/DecodeParms")
    shared = entry(parameters[0] if isinstance(parameters, Array) else parameters, "/JBIG2Globals")
    if isinstance(shared, Stream):
        stream.DecodeParms = Dictionary(JBIG2Globals=pdf.make_stream(shared.read_bytes()))
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width, stream.Height = image.Width, image.Height
    stream.BitsPerComponent, stream.ColorSpace = 1, Name.DeviceGray
    return stream


def _decoded(samples: Image.Image, decode: Object | None, space: Space) -> Image.Image:
    """The samples once /Decode is applied: in practice, left alone or turned over."""
    if not isinstance(decode, Array) or space.model is Model.INDEXED or len(decode) < 2:  # noqa: PLR2004
        return samples
    return ImageChops.invert(samples) if as_float(decode[0]) > as_float(decode[1]) else samples


def write_photograph(image: Any, samples: Image.Image) -> None:
    """Put a photograph in four inks (0 is none) into an image, as a JPEG; its soft mask stays."""
    describe(image, samples.size, Name.DeviceCMYK)
    out = BytesIO()
    samples.save(out, "JPEG", quality=JPEG_QUALITY, subsampling=0, optimize=True)
    image.write(out.getvalue(), filter=Name.DCTDecode)
    image.Decode = Array([1, 0] * 4)  # Pillow follows Adobe: the file holds the inverse of the inks


def describe(image: Any, size: tuple[int, int], space: Name) -> None:
    """Say that an image holds bytes in another space and size, to be put into it."""
    for key in ("/Decode", "/DecodeParms", "/SMaskInData", "/Intent"):
        if key in image:
            del image[key]
    image.Width, image.Height = size
    image.BitsPerComponent, image.ColorSpace = 8, space


def from_inline(pdf: Pdf, inline: Any) -> Stream:
    """An image XObject for an inline image, so that one way of writing serves both.

    Raises:
        UnreadablePictureError: its data cannot be had.
    """
    try:
        stream = Stream(pdf, bytes(inline.read_raw_bytes()))
    except (PdfError, ValueError, TypeError, NotImplementedError) as fault:
        raise UnreadablePictureError(str(fault)) from fault
    for key, value in inline.obj.items():
        if key != "/Length":
            stream[key] = value
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    return stream
