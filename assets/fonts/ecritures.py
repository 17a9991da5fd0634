# ruff: noqa: INP001  a script run by hand, not a package
"""Make the fonts of the other scripts, once, from the Noto faces that npm distributes.

Run by hand when a script is added (docs/decisions/0065-ecritures.md tells why)::

    npm install --prefix SOMEWHERE @fontsource-variable/noto-sans@5.3.0 \
        @fontsource-variable/noto-sans-{arabic,armenian,bengali,devanagari,georgian,hebrew,tamil}@5.3.0 \
        @fontsource-variable/noto-emoji@5.3.1
    python assets/fonts/ecritures.py SOMEWHERE/node_modules

Only print needs them: a browser finds such letters in the fonts of its own machine.
"""

import sys
from io import BytesIO
from pathlib import Path
from shutil import copyfile

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).parent
FOLDER = HERE / "ecritures"
SANS = {
    "arabe": "noto-sans-arabic/files/noto-sans-arabic-arabic",
    "armenien": "noto-sans-armenian/files/noto-sans-armenian-armenian",
    "bengali": "noto-sans-bengali/files/noto-sans-bengali-bengali",
    "cyrillique": "noto-sans/files/noto-sans-cyrillic",
    "devanagari": "noto-sans-devanagari/files/noto-sans-devanagari-devanagari",
    "georgien": "noto-sans-georgian/files/noto-sans-georgian-georgian",
    "grec": "noto-sans/files/noto-sans-greek",
    "hebreu": "noto-sans-hebrew/files/noto-sans-hebrew-hebrew",
    "tamoul": "noto-sans-tamil/files/noto-sans-tamil-tamil",
}
EMOJI = "noto-emoji/files/noto-emoji-{}"
SLICES = range(10)
SOURCE = "{}-wght-normal.woff2"
KEPT_NAMES = (0, 5, 13, 14)  # copyright, version, licence and its address


def of_script(path: Path, name: str) -> TTFont:
    """One script at the weights that we set, wherever the design has them."""
    font = TTFont(path, recalcTimestamp=False)
    axes = {axis.axisTag for axis in font["fvar"].axes}
    limits = {"wght": (400, 400, 700)} | ({"wdth": 100} if "wdth" in axes else {})
    font = instancer.instantiateVariableFont(font, limits)
    return renamed(font, f"Noto Fil {name.capitalize()}")


def of_emoji(paths: list[Path]) -> TTFont:
    """The drawings of every slice, in one font, in one weight."""
    parts = []
    for path in paths:
        part = BytesIO()
        instancer.instantiateVariableFont(TTFont(path, recalcTimestamp=False), {"wght": 400}).save(part)
        part.seek(0)
        parts.append(part)
    merged = Merger().merge(parts)
    for part in ("created", "modified"):  # the day of the drawings, not of this run
        setattr(merged["head"], part, getattr(TTFont(paths[0])["head"], part))
    merged.recalcTimestamp = False
    return renamed(merged, "Noto Fil Dessins")


def renamed(font: TTFont, family: str) -> TTFont:
    """A name of its own, so that an installed original is never taken for it."""
    table = font["name"]
    axes = {axis.axisNameID for axis in font["fvar"].axes} if "fvar" in font else set()
    table.names = [record for record in table.names if record.nameID in {*KEPT_NAMES, *axes}]
    post = f"{family.replace(' ', '')}-Regular"
    own = {1: family, 2: "Regular", 3: f"filquartiers;{post}", 4: f"{family} Regular", 6: post}
    for number, text in own.items():
        table.setName(text, number, 3, 1, 0x409)
    if "STAT" in font:
        del font["STAT"]
    if "fvar" in font:
        font["fvar"].instances = []
    font.flavor = None
    return font


def main(packages: Path) -> None:
    """Write every font, and the licence that they share."""
    FOLDER.mkdir(exist_ok=True)
    for name, source in SANS.items():
        of_script(packages / SOURCE.format(source), name).save(FOLDER / f"noto-fil-{name}.ttf")
    slices = [packages / SOURCE.format(EMOJI.format(number)) for number in SLICES]
    of_emoji(slices).save(FOLDER / "noto-fil-dessins.ttf")
    copyfile(packages / "noto-sans" / "LICENSE", FOLDER / "OFL-noto.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]) / "@fontsource-variable")
