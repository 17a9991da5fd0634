"""Our ink figures against Ghostscript's separations of the same pages."""

import shutil
import subprocess
import zlib
from io import BytesIO

import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image, ImageStat

from filquartiers.press.finish import finish
from filquartiers.press.inks import Inks, darkest, hold_ink
from filquartiers.press.plates import measure, separations
from filquartiers.press.spaces import RGB, read_space
from press.makers import (
    ICC,
    IMPRINT,
    SQUARE,
    changed,
    compose,
    draws,
    encoded,
    form,
    photo,
    press,
    ramp,
    samples,
    stream,
)

BODY = """
#rect(width: 30mm, height: 10mm, fill: cmyk(100%, 50%, 0%, 20%))
#rect(width: 30mm, height: 6mm, fill: gradient.linear(
  cmyk(0%, 90%, 90%, 0%), cmyk(90%, 60%, 0%, 10%), space: cmyk))
#image("photo.jpg", width: 30mm) #image("encres.jpg", width: 12mm) #image("gris.jpg", width: 12mm)
"""

ghostscript = pytest.mark.skipif(
    shutil.which("gs") is None,
    reason="GHOSTSCRIPT ABSENT: our ink figures are compared with no other program on this machine",
)


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    pictures = {
        "encres.jpg": encoded(photo(mode="CMYK"), "JPEG", quality=95),
        "gris.jpg": encoded(photo(mode="L"), "JPEG"),
    }
    composed = compose(tmp_path_factory.mktemp("encre"), BODY, pictures)
    see_through = {"A": Dictionary(ca=0.6)}  # typst knows of no transparent ink
    composed = changed(composed, draws(f"/A gs 0 0.5 1 0 k {SQUARE}", ExtGState=see_through))
    return finish(composed, press(), IMPRINT).pdf


def run_ghostscript(folder, pdf, *options):
    (folder / "page.pdf").write_bytes(pdf)
    done = subprocess.run(
        ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-dUseBleedBox", *options, "page.pdf"],
        cwd=folder, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout


@ghostscript
def test_the_coverage_of_each_plate_is_ghostscripts(page, tmp_path):
    said = run_ghostscript(tmp_path, page, "-sDEVICE=ink_cov", "-o", "-")
    theirs = [float(number) for number in said.split()[:4]]
    ours = measure(page, Inks(ICC)).pages[0].coverage[:4]
    assert ours == pytest.approx(theirs, abs=0.35)


@ghostscript
def test_each_plate_looks_like_ghostscripts(page, tmp_path):
    run_ghostscript(tmp_path, page, "-sDEVICE=tiffsep", "-r72", "-o", "p%d.tif")
    plates, _ = next(separations(page, Inks(ICC)))
    for name, ours in zip(("Cyan", "Magenta", "Yellow", "Black"), plates, strict=False):
        theirs = Image.open(tmp_path / f"p1({name}).tif").convert("L").point(lambda value: 255 - value)
        differences = [abs(one - other) for one, other in zip(reduced(ours), reduced(theirs), strict=True)]
        assert max(differences) < 40
        assert sum(differences) / len(differences) < 3


def reduced(plate):
    """Cells of about 4 mm: what two rasterisers must agree on."""
    return plate.resize((22, 31), Image.Resampling.BOX).tobytes()


def test_the_heaviest_place_is_where_it_was_drawn(tmp_path):
    body = "#place(dx: 20mm, dy: 30mm, rect(width: 8mm, height: 8mm, fill: cmyk(90%, 80%, 70%, 50%)))"
    pdf = finish(compose(tmp_path, body), press(), IMPRINT).pdf
    ink = measure(pdf, Inks(ICC)).pages[0]
    assert ink.heaviest == pytest.approx(290, abs=2)
    left, top = (3 + 12 + 20) * 72 / 25.4, (3 + 105 - 12 - 30 + 3 - 3) * 72 / 25.4
    assert left <= ink.place[0] <= left + 8 * 72 / 25.4
    assert top - 8 * 72 / 25.4 <= ink.place[1] <= top


OR = Array([Name.Separation, Name.Or, Name.DeviceCMYK, ramp([0, 0, 0, 0], [0, 0.2, 0.6, 0.3])])
TWO = Array([Name.DeviceN, Array([Name.Cyan, Name.Or]), Name.DeviceCMYK, ramp([0] * 4, [1, 0, 0, 0])])
LAB = Array([Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.82], Range=[-100, 100, -100, 100])])


@pytest.mark.parametrize(
    ("space", "start", "end", "coverage"),
    [
        (Name.DeviceCMYK, [0, 0, 0, 0], [1, 0, 0.5, 0], (50, 0, 25, 0, 0)),
        (Name.DeviceGray, [1], [0], (0, 0, 0, 50, 0)),
        (OR, [0], [1], (0, 0, 0, 0, 50)),
        (TWO, [1, 0], [0, 1], (50, 0, 0, 0, 50)),
    ],
    ids=["encres", "gris", "ton-direct", "deux-encres"],
)
def test_a_gradient_is_measured_whatever_its_space(space, start, end, coverage):
    shading = Dictionary(ShadingType=2, ColorSpace=space, Coords=[0, 0, 100, 0], Function=ramp(start, end))
    ink = measure(blank("/S sh", Shading={"S": shading}), Inks(ICC)).pages[0]
    assert ink.coverage == pytest.approx(coverage, abs=1.5)


@pytest.mark.parametrize(
    ("space", "model", "start", "end"),
    [
        (Name.DeviceRGB, RGB, (1, 1, 1), (0, 0, 0)),
        (Name.DeviceRGB, RGB, (1, 0, 0), (1, 1, 0.2)),
        (LAB, read_space(LAB, None), (40, 60, 40), (80, -50, 20)),
    ],
    ids=["gris", "rouges", "lab"],
)
def test_a_screen_gradient_is_measured_through_the_profile(space, model, start, end):
    shading = Dictionary(ShadingType=2, ColorSpace=space, Coords=[0, 0, 100, 0], Function=ramp(start, end))
    inks, steps = Inks(ICC), [n / 50 for n in range(51)]
    colours = [tuple(a + t * (b - a) for a, b in zip(start, end, strict=True)) for t in steps]
    means = [mean * 100 / 255 for mean in ImageStat.Stat(inks.through_profile(model, colours)).mean]
    ink = measure(blank("/S sh", Shading={"S": shading}), inks).pages[0]
    assert ink.coverage[:4] == pytest.approx(means, abs=6)  # PDFium looks up what lies between samples


def test_a_mesh_coloured_point_by_point_is_measured():
    corners = b"".join(bytes((0, x, y, 0, 255, 0, 0)) for x, y in ((0, 0), (255, 0), (0, 255)))
    mesh = stream(
        corners,
        ShadingType=4,
        ColorSpace=Name.DeviceCMYK,
        BitsPerCoordinate=8,
        BitsPerComponent=8,
        BitsPerFlag=8,
        Decode=[0, 100, 0, 100, 0, 1, 0, 1, 0, 1, 0, 1],
    )
    ink = measure(blank("/S sh", Shading={"S": mesh}), Inks(ICC)).pages[0]
    assert ink.coverage == pytest.approx((0, 50, 0, 0, 0), abs=1.5)


TILE = {"PatternType": 1, "TilingType": 1, "BBox": [0, 0, 10, 10], "XStep": 10, "YStep": 10}
INLINE = "q 10 0 0 10 0 0 cm BI /W 1 /H 1 /CS /CMYK /BPC 8 /F /AHx ID 00ff0000> EI Q"
UNCOLOURED = Array([Name.Pattern, Name.DeviceCMYK])


@pytest.mark.parametrize(
    ("content", "resources"),
    [
        (f"10 0 0 10 0 0 cm {INLINE}", {}),
        (
            "/Pattern cs /P scn 0 0 100 100 re f",
            {"Pattern": {"P": stream(INLINE, PaintType=1, Resources=Dictionary(), **TILE)}},
        ),
        (
            "/U cs 0 1 0 0 /P scn 0 0 100 100 re f",
            {
                "ColorSpace": {"U": UNCOLOURED},
                "Pattern": {"P": stream("0 0 10 10 re f", PaintType=2, Resources=Dictionary(), **TILE)},
            },
        ),
    ],
    ids=["image-dans-le-texte", "image-dans-un-motif", "motif-sans-couleur"],
)
def test_what_hides_in_a_content_is_measured(content, resources):
    ink = measure(blank(content, **resources), Inks(ICC)).pages[0]
    assert ink.coverage == pytest.approx((0, 100, 0, 0, 0), abs=0.5)


def test_a_jpeg_inside_another_filter_is_measured():
    jpeg = zlib.compress(encoded(Image.new("CMYK", (8, 8), (255, 0, 255, 0)), "JPEG"))
    image = samples(Name.DeviceCMYK, 8, 8, jpeg, Filter=Array([Name.FlateDecode, Name.DCTDecode]))
    found = measure(blank("100 0 0 100 0 0 cm /I Do", XObject={"I": image}), Inks(ICC))
    assert not found.unread
    assert found.pages[0].coverage == pytest.approx((0, 100, 0, 100, 0), abs=1)


def test_a_jpeg_larger_than_its_image_says_is_not_opened():
    jpeg = bytearray(encoded(Image.new("RGB", (8, 8)), "JPEG"))
    size = jpeg.index(b"\xff\xc0") + 5
    jpeg[size : size + 4] = b"\x27\x10" * 2  # 10 000 × 10 000
    image = samples(Name.DeviceRGB, 8, 8, bytes(jpeg), Filter=Name.DCTDecode)
    found = measure(blank("100 0 0 100 0 0 cm /I Do", XObject={"I": image}), Inks(ICC))
    assert len(found.unread) == 1
    assert found.pages[0].coverage == (0, 0, 0, 0, 0)


def test_what_a_soft_mask_draws_stays_as_it_is():
    def masked(pdf):
        half = form("1 g 0 0 100 100 re f 0 g 0 0 50 100 re f")(pdf)
        group = form("/H Do", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))(pdf)
        group.Resources = Dictionary(XObject=Dictionary(H=half))
        return Dictionary(SMask=Dictionary(S=Name.Luminosity, G=group))

    ink = measure(blank("/M gs 0 1 0 0 k 0 0 100 100 re f", ExtGState={"M": masked}), Inks(ICC)).pages[0]
    assert ink.coverage == pytest.approx((0, 50, 0, 0, 0), abs=0.5)


def blank(content, **resources):
    """A page of 100 points with nothing but this on it."""
    with Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(100, 100))
        pdf.pages[0].obj.Resources = Dictionary()
        draws(content, **resources)(pdf)
        out = BytesIO()
        pdf.save(out)
        return out.getvalue()


def test_ink_is_lowered_in_the_colours_and_black_is_kept():
    image = Image.merge("CMYK", [Image.new("L", (2, 2), value) for value in (255, 255, 128, 200)])
    held = hold_ink(image, 240)
    assert darkest(held) <= 240
    assert held.getpixel((0, 0))[3] == 200
    assert hold_ink(image, 400) is image
