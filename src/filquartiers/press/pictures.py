"""Pictures inside a PDF: read as samples, written back.

What is read here are *samples as the PDF means them*: /Decode applied, Adobe's inverted CMYK JPEGs the
right way round (0 is no ink), 16 bits brought to 8.
"""

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pikepdf import Array, Name, Object, Pdf, PdfError, PdfImage, Stream, StreamDecodeLevel
from PIL import Image, ImageChops

from filquartiers.press.resources import entry, number
from filquartiers.press.spaces import BY_COUNT, CMYK, GREY, RGB, Model, Space, read_space

MODES = {1: "L", 3: "RGB", 4: "CMYK"}
PACKED = {1: "P;1", 2: "P;2", 4: "P;4"}
JPEG_QUALITY = 92
DAMAGE = (OSError, ValueError, TypeError, AttributeError, PdfError, NotImplementedError, SyntaxError)
"""What Pillow and pikepdf raise on pictures that they cannot read."""
LARGEST = 80_000_000
"""Pixels: an A3 at 600 per inch, and a little under what Pillow warns of; more is a bomb, not a picture."""


class UnreadablePictureError(ValueError):
    """A picture whose samples cannot be had: unknown filter, damaged data, more components than we know."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Samples and the space they are in: mode ``L`` for one component, ``RGB``, ``CMYK``."""

    samples: Image.Image
    space: Space


def picture_space(image: Object, resources: Object | None) -> Space:
    """The colour space of an image; a JPEG 2000 without one is taken by its number of channels."""
    written = entry(image, "/ColorSpace") or entry(image, "/CS")
    if written is None and _last_filter(image) == "/JPXDecode":
        try:
            bands = len(_open(image).getbands())
        except UnreadablePictureError:
            bands = 0
        return {1: GREY, 3: RGB, 4: CMYK}.get(bands, RGB)
    return read_space(written, resources)


def read_picture(image: Any, resources: Object | None) -> Picture:
    """The samples of an image XObject.

    Raises:
        UnreadablePictureError: see the class.
    """
    if number(image, "/Width", 0) * number(image, "/Height", 0) > LARGEST:
        raise UnreadablePictureError("too large")
    space, filter_name = picture_space(image, resources), _last_filter(image)
    try:
        if filter_name in ("/DCTDecode", "/JPXDecode"):
            samples = _open(image)
        elif filter_name in ("/CCITTFaxDecode", "/JBIG2Decode"):
            samples = PdfImage(image).as_pil_image().convert("L")
        else:
            samples = _raw(image, space)
        samples.load()
    except DAMAGE as fault:
        raise UnreadablePictureError(str(fault)) from fault
    if BY_COUNT.get(len(samples.getbands())) is None or len(samples.getbands()) != space.count:
        raise UnreadablePictureError("components do not match")
    return Picture(_decoded(samples, entry(image, "/Decode"), space), space)


def _last_filter(image: Object) -> str:
    filters = entry(image, "/Filter")
    if isinstance(filters, Array):
        return str(filters[-1]) if len(filters) else ""
    return str(filters) if filters is not None else ""


def _open(image: Any) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            opened = Image.open(BytesIO(_encoded(image)))
        if opened.mode == "CMYK" and opened.format == "JPEG":
            return ImageChops.invert(opened)  # Pillow has turned Adobe's convention over; the PDF has not
    except (*DAMAGE, Image.DecompressionBombWarning, Image.DecompressionBombError) as fault:
        raise UnreadablePictureError(str(fault)) from fault
    return opened if opened.mode in MODES.values() else opened.convert("RGB")


def _encoded(image: Any) -> bytes:
    """The JPEG or JPEG 2000 file, once the filters around it are undone."""
    return bytes(
        image.read_bytes(StreamDecodeLevel.generalized) if _wrapped(image) else image.read_raw_bytes()
    )


def _wrapped(image: Object) -> bool:
    filters = entry(image, "/Filter")
    return isinstance(filters, Array) and len(filters) > 1


def _raw(image: Any, space: Space) -> Image.Image:
    size = (int(image.Width), int(image.Height))
    bits, data = int(number(image, "/BitsPerComponent", 8)), image.read_bytes()
    if bits == 16:  # noqa: PLR2004  the high byte is the 8-bit value
        data, bits = data[::2], 8
    if bits == 8:  # noqa: PLR2004  a byte
        return Image.frombytes(MODES.get(space.count, "?"), size, data)
    if space.count != 1 or bits not in PACKED:
        raise UnreadablePictureError("packed samples of several components")
    indices = Image.frombytes("P", size, data, "raw", PACKED[bits])
    grey = Image.frombytes("L", size, indices.tobytes())
    step = 1 if space.model is Model.INDEXED else 255 // ((1 << bits) - 1)
    return grey.point([min(value * step, 255) for value in range(256)])


def _decoded(samples: Image.Image, decode: Object | None, space: Space) -> Image.Image:
    """The samples once /Decode is applied: in practice, left alone or turned over."""
    if not isinstance(decode, Array) or space.model is Model.INDEXED or len(decode) < 2:  # noqa: PLR2004
        return samples
    return ImageChops.invert(samples) if float(decode[0]) > float(decode[1]) else samples


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
