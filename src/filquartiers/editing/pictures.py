"""A picture that someone drops into a form: what of it is kept in ``content/images``, or why none of it is.

Kept is what the site and the largest print need, and nothing that the camera wrote: place, date, owner,
thumbnail. No picture is trusted: its header is read before its pixels, and only in the forms listed here.
"""

import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import PureWindowsPath

from PIL import Image, UnidentifiedImageError

from filquartiers.editing.refused import Refused
from filquartiers.model.files import shown_name
from filquartiers.model.numbers import decimal
from filquartiers.model.text import short_slug
from filquartiers.render.photographs import developed

FOLDER = "images"
LARGEST = 3600  # px: 303 mm at 300 per inch, an A3 poster with its bleed
MOST_PIXELS = 100_000_000  # more is no photograph, and would fill the memory
MOST_BYTES = 40_000_000
SMALL = 1000  # px; below, the paper shows it
QUALITY = 92
_INCH = 25.4  # mm
_FINE = 300  # points per inch, for a press
_FORMS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF", "BMP")
_DRAWN = frozenset({"PNG", "GIF", "BMP"})
"""Forms that lose nothing, and that drawings and captures come in."""
_RAW = frozenset(
    ".cr2 .cr3 .nef .nrw .arw .dng .orf .rw2 .raf .pef .srw .x3f".split()  # noqa: SIM905  read as a list
)
_HEIC = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"})
_DNG_VERSION = 50706  # a tag of TIFF

_NOT_ONE = "« {} » n’est pas une image que nous savons lire."
_SEND_JPEG = "Ouvrez la photo dans un logiciel d’images, enregistrez-la en JPEG, et déposez ce fichier."


@dataclass(frozen=True, slots=True)
class KeptPicture:
    """What is kept of a picture: the name it may take below ``content/``; ``told`` is to be known."""

    name: str
    data: bytes
    width: int
    height: int
    told: tuple[str, ...] = ()


def kept(name: str, data: bytes) -> KeptPicture:
    """What is kept of a picture.

    Args:
        name: as the browser says it; it may hold anything.
        data: the bytes that came.

    Raises:
        Refused: it is no picture, is damaged, too large, or of a form that is not read; with what to do.
    """
    shown = shown_name(name) or "Cette image"
    _turn_away(shown, data)
    Image.init()  # all readers, so that our list names known ones
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(data), formats=_FORMS) as opened:
            _measure(shown, opened)
            told = [*_moving(opened)]
            drawn = opened.format in _DRAWN
            opened.draft(None, (LARGEST, LARGEST))  # a JPEG need not be read finer than it is kept
            picture = developed(opened)
    except Refused:
        raise
    except (UnidentifiedImageError, Image.DecompressionBombError):
        raise Refused(f"{_NOT_ONE.format(shown)} {_SEND_JPEG}") from None
    except Exception:  # noqa: BLE001  what a damaged file brings out of its reader is not known beforehand
        raise Refused(
            f"« {shown} » est abîmée, ou incomplète : son envoi s’est peut-être interrompu. "
            "Copiez-la de nouveau depuis l’appareil, ou demandez-la de nouveau."
        ) from None
    picture.thumbnail((LARGEST, LARGEST), Image.Resampling.LANCZOS)
    ending, written = _written(picture, drawn=drawn)
    told += _small(picture)
    return KeptPicture(_name(shown, ending), written, *picture.size, tuple(told))


def _turn_away(shown: str, data: bytes) -> None:
    """What is known from its first bytes, or its name, not to be for us."""
    suffix = PureWindowsPath(shown).suffix.lower()
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not data:
        raise Refused(f"« {shown} » est vide : son envoi s’est interrompu. Déposez-la de nouveau.")
    if len(data) > MOST_BYTES:
        raise Refused(f"« {shown} » pèse plus de 40 Mo. Enregistrez-la en JPEG, et déposez ce fichier.")
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        raise Refused(
            f"« {shown} » est au format HEIC, celui des iPhone, que peu de machines lisent. "
            "Sur le téléphone : Réglages, Appareil photo, Formats, « Le plus compatible », puis reprenez la "
            "photo ; ou envoyez-la par courriel, ce qui en fait un JPEG. "
            "Sur un Mac : Aperçu, Fichier, Exporter, JPEG."
        )
    if suffix in _RAW:
        raise Refused(f"« {shown} » est le fichier brut d’un appareil photo. {_SEND_JPEG}")
    if b"<svg" in start or start.startswith((b"<?xml", b"<!doctype svg")):
        raise Refused(
            f"« {shown} » est un dessin SVG, qui peut contenir autre chose qu’une image. "
            "Exportez-le en PNG, de 2 000 points de large, et déposez ce fichier."
        )
    if start.startswith(b"%pdf"):
        raise Refused(
            f"« {shown} » est un PDF. Exportez la page en JPEG ; ou rangez le PDF dans « documents »."
        )


def _measure(shown: str, opened: Image.Image) -> None:
    """Before any pixel is read."""
    points = opened.width * opened.height
    if points > MOST_PIXELS:
        raise Refused(
            f"« {shown} » a {decimal(points / 1e6)} millions de points : c’est trop pour une photo. "
            "Enregistrez-la plus petite (3 600 points de large suffisent), et déposez ce fichier."
        )
    if _DNG_VERSION in getattr(opened, "tag_v2", ()):
        raise Refused(f"« {shown} » est le fichier brut d’un appareil photo. {_SEND_JPEG}")


def _moving(opened: Image.Image) -> tuple[str, ...]:
    moves = opened.format != "MPO" and getattr(opened, "n_frames", 1) > 1
    return ("Cette image bouge, ou a plusieurs pages : seule la première vue est gardée.",) if moves else ()


def _small(picture: Image.Image) -> tuple[str, ...]:
    """Until which width the press finds it fine enough."""
    if picture.width >= SMALL:
        return ()
    centimetres = decimal(picture.width / _FINE * _INCH / 10, 1)
    told = f"Cette image est petite ({picture.width} points de large) : sur le papier, elle est nette jusqu’à"
    return (f"{told} {centimetres} cm. Si vous avez l’original, déposez-le plutôt.",)


def _written(picture: Image.Image, *, drawn: bool) -> tuple[str, bytes]:
    """A JPEG; a drawing stays without loss, unless that weighs more. The pixels alone are taken along."""
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)
    photo = BytesIO()
    bare.save(photo, "JPEG", quality=QUALITY, subsampling="4:4:4", optimize=True)
    if drawn:
        drawing = BytesIO()
        bare.save(drawing, "PNG", optimize=True)
        if drawing.tell() <= photo.tell():
            return "png", drawing.getvalue()
    return "jpg", photo.getvalue()


def _name(shown: str, ending: str) -> str:
    """A name that every machine and every server spells alike."""
    stem = short_slug(PureWindowsPath(shown).stem) or "photo"
    if PureWindowsPath(stem).is_reserved():
        stem = f"photo-{stem}"
    return f"{FOLDER}/{stem}.{ending}"
