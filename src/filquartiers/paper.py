"""What paper shows: inks, through the ICC profile of a press; letters, by the fonts."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms

from filquartiers.model.ciede2000 import delta_e
from filquartiers.model.colour import Lab, lab, parse
from filquartiers.model.glyphs import Points, code_points
from filquartiers.model.identity import HOUSES, Colour, Identity

FONT = "fonts/atkinson-fil.ttf"  # one of the fonts that print draws with: the others lie beside it


def printed_lab(colours: Sequence[Colour], profile: bytes) -> list[Lab]:
    """What each recipe of inks gives on the paper of ``profile``, whose white counts as white.

    Relative colorimetric, to about half a unit (8 bits a channel).

    Raises:
        OSError: the profile cannot be read.
        ImageCms.PyCMSError: it is not a CMYK profile.
    """
    press = ImageCms.ImageCmsProfile(BytesIO(profile))
    reference = ImageCms.createProfile("LAB")
    transform = ImageCms.buildTransform(
        press, reference, "CMYK", "LAB", renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC
    )
    inks = bytes(round(ink * 2.55) for colour in colours for ink in colour.cmjn)
    swatches = Image.frombytes("CMYK", (len(colours), 1), inks)
    # Channel by channel: Pillow packs a* and b* otherwise when asked for the whole.
    channels = (channel.tobytes() for channel in transform.apply(swatches).split())
    return [Lab(light / 2.55, a - 128, b - 128) for light, a, b in zip(*channels, strict=True)]


def print_gaps(identity: Identity, profile: bytes) -> list[tuple[str, Colour, float]]:
    """Each colour of an identity with its name, and how far paper is from screen (light scheme), in ΔE00.

    Raises:
        OSError: the profile cannot be read.
        ImageCms.PyCMSError: it is not a CMYK profile.
    """
    named: list[tuple[str, Colour]] = [*identity.couleurs.items(), *identity.named(HOUSES)]
    papers = printed_lab([colour for _, colour in named], profile)
    return [
        (name, colour, delta_e(lab(parse(colour.clair)), paper))
        for (name, colour), paper in zip(named, papers, strict=True)
    ]


def drawn_by(folder: Path) -> Points:
    """The characters that paper shows, from the fonts of a folder.

    Any text may be set in any of ours: what each of them holds. What they lack is looked for in those of
    other scripts, in the folder ``ecritures``, one after the other: what any of them holds.
    """
    ours, others = (_stamped(folder.glob(pattern)) for pattern in ("*.ttf", "ecritures/*.ttf"))
    return _held(ours, others)


def _stamped(fonts: Iterable[Path]) -> tuple[tuple[Path, int], ...]:
    return tuple((font, font.stat().st_mtime_ns) for font in sorted(fonts))


@lru_cache(maxsize=4)
def _held(ours: tuple[tuple[Path, int], ...], others: tuple[tuple[Path, int], ...]) -> Points:
    maps, more = ([code_points(font.read_bytes()) for font, _ in fonts] for fonts in (ours, others))
    return (frozenset.intersection(*maps) if maps else frozenset()).union(*more)
