"""Small PDFs for the tests: composed by the real compiler, or drawn operator by operator."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from struct import pack

import typst
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image, ImageCms

from filquartiers.model.press import PressProfile
from filquartiers.press.finish import finish
from filquartiers.press.inks import Inks
from filquartiers.press.job import Imprint, Press

ICC = (Path(__file__).parents[2] / "assets/icc/FOGRA39L_coated.icc").read_bytes()
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
SQUARE = "60 60 40 40 re f"
WHEN = datetime(2026, 1, 5, 9, tzinfo=UTC)
IMPRINT = Imprint("Essai", WHEN, "Maison d'essai")

PAGE = """
#set page(width: 74mm, height: 105mm, bleed: 3mm, margin: 12mm, fill: cmyk(8%, 0%, 12%, 0%))
#set text(font: "Libertinus Serif", size: 10pt, fill: cmyk(0%, 0%, 0%, 100%))
"""
FOUR_PAGES = """
#box(width: 20mm, height: 8mm, fill: cmyk(0%, 80%, 70%, 0%)) Bonjour
#line(length: 30mm, stroke: 0.5pt + cmyk(0%, 0%, 0%, 100%))
#image("photo.jpg", width: 12mm)
#pagebreak() Deux #pagebreak() Trois #pagebreak() Quatre
"""


def press(**profile: object) -> Press:
    return Press(PressProfile(**profile), ICC)


def photo(side: int = 160, mode: str = "RGB") -> Image.Image:
    """A made-up picture with every hue, from light to dark."""
    hue = Image.linear_gradient("L").resize((side, side))
    return Image.merge("RGB", (hue, hue.rotate(90), hue.rotate(200))).convert(mode)


def inked(side: int = 160, limit: int = 300) -> bytes:
    """The same as composed for a press: a JPEG in four inks."""
    return encoded(Inks(ICC, limit).photograph(photo(side)), "JPEG", quality=95, subsampling=0)


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def compose(folder: Path, body: str, pictures: dict[str, bytes] | None = None, head: str = PAGE) -> bytes:
    """The PDF of a typst source, as the brochure's templates would give it."""
    for name, data in ({"photo.jpg": inked()} | (pictures or {})).items():
        (folder / name).write_bytes(data)
    source = folder / "page.typ"
    source.write_text(head + body, encoding="utf-8")
    return typst.compile(str(source), ignore_system_fonts=True, timestamp=int(WHEN.timestamp()))


def sound(folder: Path, **profile: object) -> bytes:
    """A press file in which nothing is wrong."""
    finished = finish(compose(folder, FOUR_PAGES), press(**profile), IMPRINT)
    assert not finished.problems
    return finished.pdf


def changed(pdf: bytes, change: Callable[[Pdf], object], **save: object) -> bytes:
    """The same file once ``change`` has been at it."""
    with Pdf.open(BytesIO(pdf)) as file:
        change(file)
        out = BytesIO()
        file.save(out, **save)
        return out.getvalue()


def draws(content: str, **resources: dict[str, object]) -> Callable[[Pdf], None]:
    """A change that paints ``content`` over the first page, with more resources."""

    def change(pdf: Pdf) -> None:
        page = pdf.pages[0]
        for category, entries in resources.items():
            key = f"/{category}"
            if key not in page.Resources:
                page.Resources[key] = Dictionary()
            for name, value in entries.items():
                made = value(pdf) if callable(value) else value
                page.Resources[key][f"/{name}"] = made
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(f"Q q\n{content}\nQ".encode())

    return change


def stream(data: bytes | str, **keys: object) -> Callable[[Pdf], Stream]:
    raw = data.encode() if isinstance(data, str) else data
    return lambda pdf: pdf.make_indirect(Stream(pdf, raw, **keys))


def form(content: str, **keys: object) -> Callable[[Pdf], Stream]:
    return stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 100, 100], **keys)


def samples(space: object, width: int, height: int, data: bytes, **keys: object) -> Callable[[Pdf], Stream]:
    said = {"Type": Name.XObject, "Subtype": Name.Image, "BitsPerComponent": 8, "ColorSpace": space}
    return stream(data, Width=width, Height=height, **(said | keys))


def jbig2(image: Image.Image) -> bytes:
    """A black and white picture as the two segments of an embedded JBIG2 stream (ITU-T T.88, 7.2 and 7.4.6).

    Its one region is coded as in a fax of group 4, which Pillow knows how to write.
    """
    tiff = Image.open(BytesIO(encoded(image, "TIFF", compression="group4")))
    (start,), (length,) = tiff.tag_v2[273], tiff.tag_v2[279]  # where its one strip is
    fax = encoded(image, "TIFF", compression="group4")[start : start + length]
    page = pack(">IIIIBH", *image.size, 0, 0, 0, 0)
    region = pack(">IIIIB", *image.size, 0, 0, 0) + b"\1" + fax
    return b"".join(
        pack(">IBBBI", number, kind, 0, 1, len(data)) + data
        for number, (kind, data) in enumerate([(48, page), (38, region)])
    )


def icc_space(components: int, profile: bytes) -> Callable[[Pdf], Array]:
    return lambda pdf: Array([Name.ICCBased, stream(profile, N=components)(pdf)])


def ramp(start: list[float], end: list[float]) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=start, C1=end, N=1)


HELVETICA = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
