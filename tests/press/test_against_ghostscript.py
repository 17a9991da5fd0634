"""The ink of a page as we measure it, and as Ghostscript does: two programs that share no line."""

import shutil
import subprocess
from io import BytesIO
from struct import pack

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from filquartiers.press.boxes import read_boxes
from filquartiers.press.inks import Inks
from filquartiers.press.plates import measure
from press.makers import ICC, SQUARE, changed, draws, form, photo, ramp, samples, stream

CLOSE = 2.0
"""Points of per cent between the two, for each ink of a page."""
WARM, COOL = [0, 0.8, 0.9, 0.1], [0.9, 0.3, 0, 0.2]
BLEND = ramp(WARM, COOL)
OVERPRINT = {"O": Dictionary(OP=True, op=True, OPM=1)}


def _shading(kind: int, **keys: object) -> dict[str, object]:
    return {"S": Dictionary(ShadingType=kind, ColorSpace=Name.DeviceCMYK, **keys)}


def _mesh(kind: int, data: bytes, **keys: object) -> dict[str, object]:
    """A mesh of 8-bit flags, 16-bit places between 60 and 140 pt and 8-bit inks (8.7.4.5.5 to 8.7.4.5.8)."""
    said = {
        "ShadingType": kind,
        "ColorSpace": Name.DeviceCMYK,
        "BitsPerCoordinate": 16,
        "BitsPerComponent": 8,
        "Decode": [60, 140, 60, 140, 0, 1, 0, 1, 0, 1, 0, 1],
    }
    return {"S": stream(data, **(said | keys))}


def _vertex(x: float, y: float, inks: list[float], flag: int | None = 0) -> bytes:
    place = pack(">HH", round(x * 65535), round(y * 65535))
    return (b"" if flag is None else bytes([flag])) + place + bytes(round(255 * ink) for ink in inks)


def _patch(kind: int) -> bytes:
    """One patch with straight sides: a Coons patch, or a tensor's with its four inner points."""
    around = [
        (0, 0),
        (0, 1 / 3),
        (0, 2 / 3),
        (0, 1),
        (1 / 3, 1),
        (2 / 3, 1),
        (1, 1),
        (1, 2 / 3),
        (1, 1 / 3),
        (1, 0),
    ]
    around += [(2 / 3, 0), (1 / 3, 0)]
    inner = [(1 / 3, 1 / 3), (1 / 3, 2 / 3), (2 / 3, 2 / 3), (2 / 3, 1 / 3)] if kind == 7 else []
    places = b"".join(pack(">HH", round(x * 65535), round(y * 65535)) for x, y in around + inner)
    inks = b"".join(bytes(round(255 * ink) for ink in one) for one in (WARM, COOL, WARM, [0, 0, 1, 0]))
    return b"\0" + places + inks


def _masked(kind: Name, drawing: str) -> dict[str, object]:
    """A soft mask from what a form draws: its lightness, or its opacity.

    Drawn in white: of a grey of half, a device's lightness is half (11.5.3); Ghostscript, which takes
    it through a profile, makes it a fifth.
    """
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray, Type=Name.Group)

    def state(pdf: Pdf) -> Dictionary:
        said = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": [0, 0, 226, 314]}
        drawn = stream(drawing, Group=group, **said)(pdf)
        return Dictionary(SMask=Dictionary(Type=Name.Mask, S=kind, G=drawn))

    return {"M": state}


def _picture(**keys: object) -> dict[str, object]:
    return {"I": samples(Name.DeviceCMYK, 160, 160, photo(160).convert("CMYK").tobytes(), **keys)}


def _soft_edged(pdf: Pdf) -> object:
    shade = photo(160).convert("L").tobytes()
    return _picture(SMask=samples(Name.DeviceGray, 160, 160, shade)(pdf))["I"](pdf)


PLACED = "q 80 0 0 80 60 60 cm /I Do Q"
TRIANGLES = b"".join((_vertex(0, 0, WARM), _vertex(1, 0, COOL), _vertex(0, 1, WARM), _vertex(1, 1, COOL, 1)))
LATTICE = b"".join(_vertex(x, y, WARM if x == y else COOL, None) for y in (0, 1) for x in (0, 1))
SPOT = Array([Name.Separation, Name.Black, Name.DeviceCMYK, ramp([0, 0, 0, 0], [0, 0, 0, 1])])
PAGES = {
    "aplats": draws(f"0.2 0.8 0 0.1 k {SQUARE} 1 0 0 0 k 100 100 60 60 re f"),
    "filets": draws("0 0 0 1 K 5 w 40 40 m 180 240 l S 1 0 1 0 K [9 5] 0 d 40 240 m 180 40 l S"),
    "texte": draws("0 1 0 0 k BT /f0 60 Tf 40 120 Td <00010002> Tj ET"),
    "noir-separe": draws(f"/N cs 0.6 scn {SQUARE}", ColorSpace={"N": SPOT}),
    "degrade-lineaire": draws(
        "60 60 80 80 re W n /S sh", Shading=_shading(2, Coords=[60, 60, 140, 140], Function=BLEND)
    ),
    "degrade-rond": draws(
        "60 60 80 80 re W n /S sh",
        Shading=_shading(3, Coords=[100, 100, 5, 100, 100, 40], Function=BLEND, Extend=[True, True]),
    ),
    "triangles": draws("/S sh", Shading=_mesh(4, TRIANGLES, BitsPerFlag=8)),
    "treillis": draws("/S sh", Shading=_mesh(5, LATTICE, VerticesPerRow=2)),
    "carreau-de-coons": draws("/S sh", Shading=_mesh(6, _patch(6), BitsPerFlag=8)),
    "carreau-de-tenseur": draws("/S sh", Shading=_mesh(7, _patch(7), BitsPerFlag=8)),
    "image": draws(PLACED, XObject=_picture()),
    "image-retournee": draws(PLACED, XObject=_picture(Decode=[1, 0] * 4)),
    "image-a-bord-doux": draws(PLACED, XObject={"I": _soft_edged}),
    "image-a-couleur-cachee": draws(PLACED, XObject=_picture(Mask=Array([0, 120] + [0, 255] * 3))),
    "opacite": draws(f"0 1 0 0 k {SQUARE} /A gs 1 0 0 0 k {SQUARE}", ExtGState={"A": Dictionary(ca=0.4)}),
    "produit": draws(
        f"0 0.6 0.4 0 k {SQUARE} /B gs 0.7 0.2 0 0 k 70 70 60 60 re f",
        ExtGState={"B": Dictionary(BM=Name.Multiply)},
    ),
    "masque-de-lumiere": draws(
        "/M gs 1 0.5 0 0 k 40 40 140 200 re f", ExtGState=_masked(Name.Luminosity, "1 g 60 60 90 90 re f")
    ),
    "masque-d-opacite": draws(
        "/M gs 1 0.5 0 0 k 40 40 140 200 re f", ExtGState=_masked(Name.Alpha, "0.5 g 60 60 90 90 re f")
    ),
    "surimpression": draws(
        f"0 1 0 0 k {SQUARE} /O gs 0 0 0 1 k 70 70 60 60 re f 1 0 0 0 k 50 50 30 30 re f", ExtGState=OVERPRINT
    ),
    "bloc-retaille": draws("q 2 0 0 2 20 20 cm /F Do Q", XObject={"F": form("0 0 1 0 k 10 10 200 200 re f")}),
}


@pytest.mark.skipif(not shutil.which("gs"), reason="Ghostscript is not on this machine")
@pytest.mark.parametrize("name", PAGES)
def test_both_find_the_same_ink(sound_pdf, tmp_path, name):
    data = changed(sound_pdf, PAGES[name])
    ours = measure(data, Inks(ICC, 300)).pages[0].coverage[:4]
    theirs = ghostscript(data, tmp_path)
    assert max(theirs) > 1
    assert [round(abs(our - their), 1) for our, their in zip(ours, theirs, strict=True)] == pytest.approx(
        [0] * 4, abs=CLOSE
    )


def ghostscript(data, folder):
    """The mean of each ink on the first page, bleed included, in per cent."""
    with Pdf.open(BytesIO(data)) as pdf:
        page = pdf.pages[0]
        page.obj.MediaBox = page.obj.CropBox = read_boxes(page).printed.array()
        pdf.save(folder / "page.pdf")
    command = [
        "gs",
        "-q",
        "-dSAFER",
        "-dBATCH",
        "-dNOPAUSE",
        "-sDEVICE=ink_cov",
        "-r144",
        "-dLastPage=1",
        "-o",
        "-",
    ]
    said = subprocess.run([*command, folder / "page.pdf"], check=True, capture_output=True, text=True).stdout
    return [float(word) for word in said.split()[:4]]
