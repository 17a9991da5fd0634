"""A composed PDF finished for the press: what it becomes, seen by our own eyes and by other readers."""

from io import BytesIO

import pytest
from pikepdf import Dictionary, Name, Pdf, parse_content_stream
from PIL import Image, ImageChops, ImageStat

from filquartiers.press.boxes import read_boxes
from filquartiers.press.finish import finish
from filquartiers.press.geometry import MM
from filquartiers.press.job import Press
from filquartiers.press.pages import page_images
from filquartiers.press.painted import Kind
from filquartiers.press.preflight import preflight
from filquartiers.press.preflight.checks.colours import space_of
from filquartiers.press.spaces import Model
from filquartiers.press.trace import Tracer
from filquartiers.press.walk import walk
from press.makers import HELVETICA, ICC, IMPRINT, SRGB, changed, compose, draws, encoded, photo, press

EVERYTHING = """
#text(fill: rgb("#d43f2a"))[Rouge] #text(fill: luma(45%))[Gris] #text(fill: black)[Noir]
#link("https://exemple.fr")[Lien]
#rect(width: 20mm, height: 6mm, fill: gradient.linear(red, blue))
#rect(width: 20mm, height: 6mm, fill: gradient.conic(red, yellow))
#rect(width: 20mm, height: 6mm, fill: gradient.linear(rgb("#ff000080"), red))
#rect(width: 20mm, height: 3mm, fill: tiling(size: (5pt, 5pt))[#circle(radius: 2pt, fill: green)])
#rect(width: 20mm, height: 3mm, fill: rgb("#1188cc80"), stroke: 0.5pt)
#pagebreak()
#grid(columns: 3, gutter: 2mm, ..("photo.jpg", "alpha.png", "encres.jpg", "gris.jpg", "palette.png",
  "fin.png", "trait.svg")  .map(name => image(name, width: 12mm)))
"""
TRAIT = b"""<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">
<rect width="40" height="20" fill="#123456" opacity=".5"/>
<circle cx="20" cy="20" r="10" fill="#f00"/></svg>"""


def sixteen_bits():
    grey = Image.linear_gradient("L")
    return Image.frombytes(
        "I;16", grey.size, bytes(part for value in grey.tobytes() for part in (value, value))
    )


def pictures():
    see_through = photo()
    see_through.putalpha(Image.linear_gradient("L").resize(see_through.size))
    return {
        "alpha.png": encoded(see_through, "PNG"),
        "encres.jpg": encoded(photo(mode="CMYK"), "JPEG", quality=95),
        "gris.jpg": encoded(photo(mode="L"), "JPEG"),
        "palette.png": encoded(photo().quantize(16), "PNG"),
        "fin.png": encoded(sixteen_bits(), "PNG"),
        "trait.svg": TRAIT,
    }


@pytest.fixture(scope="module")
def composed(tmp_path_factory):
    return compose(tmp_path_factory.mktemp("tout"), EVERYTHING, pictures())


@pytest.fixture(scope="module")
def finished(composed):
    done = finish(composed, press(traits_de_coupe=True), IMPRINT)
    assert done.problems == ()
    return done.pdf


def painted(pdf):
    with Pdf.open(BytesIO(pdf)) as file:
        tracer = Tracer()
        for page in file.pages:
            for item in walk(page, tracer, read_boxes(page).media):
                yield item, space_of(item)


def operators(pdf, page=0):
    with Pdf.open(BytesIO(pdf)) as file:
        return [str(instruction.operator) for instruction in parse_content_stream(file.pages[page])]


def test_only_press_colours_are_left(finished):
    left = {space.process for item, space in painted(finished) if not item.in_mask}
    assert {space.model for space in left} <= {Model.CMYK, Model.GREY, Model.INKS, Model.PATTERN}
    assert not any(space.calibrated for space in left)


def test_masks_are_read_by_their_grey(finished):
    spaces = {space for item, space in painted(finished) if item.in_mask}
    assert {(space.model, space.calibrated) for space in spaces} == {(Model.GREY, False)}


def test_greys_and_blacks_are_in_black_ink_alone(finished):
    texts = [item.colour.values for item, _ in painted(finished) if item.kind is Kind.TEXT]
    assert (0, 0, 0, 1) in texts
    assert (0, 0, 0, 0.549) in texts  # 45 % of 255 is not a whole number
    strokes = [item.colour for item, _ in painted(finished) if item.kind is Kind.STROKE]
    black = [colour.values for colour in strokes if colour.space.model is Model.CMYK]
    assert black == [(0, 0, 0, 1)]


def test_a_colour_of_the_identity_gets_its_exact_recipe(composed):
    exact = Press(press().profile, ICC, {(0xD4, 0x3F, 0x2A): (0, 85, 90, 5)})
    done = finish(composed, exact, IMPRINT).pdf
    texts = [item.colour.values for item, _ in painted(done) if item.kind is Kind.TEXT]
    assert (0, 0.85, 0.9, 0.05) in texts


def test_pages_look_the_same_before_and_after(composed):
    """Colours move into the gamut of the press, shapes and pictures do not: no inversion, no loss."""
    done = finish(composed, press(), IMPRINT).pdf
    for before, after in zip(page_images(composed, 60), page_images(done, 60), strict=True):
        one, other = (Image.open(BytesIO(data)).convert("RGB") for data in (before, after))
        difference = ImageStat.Stat(ImageChops.difference(one, other))
        assert max(difference.mean) < 6
        assert max(ImageStat.Stat(ImageChops.difference(one.convert("L"), other.convert("L"))).mean) < 4


def test_boxes_are_exact_and_marks_lie_outside_the_bleed(finished):
    with Pdf.open(BytesIO(finished)) as file:
        boxes = read_boxes(file.pages[0])
    assert boxes.trim.width == pytest.approx(74 * MM, abs=0.02)
    assert boxes.trim.height == pytest.approx(105 * MM, abs=0.02)
    assert boxes.bleed.width == pytest.approx(80 * MM, abs=0.02)
    assert boxes.media.holds(boxes.bleed.grown(5 * MM))
    marks = [item for item, _ in painted(finished) if item.colour and item.colour.space.inks == ("All",)]
    assert len(marks) == 16
    assert all(item.box.meet(boxes.bleed) is None for item in marks)


def test_without_marks_the_sheet_is_the_bleed(composed):
    with Pdf.open(BytesIO(finish(composed, press(), IMPRINT).pdf)) as file:
        boxes = read_boxes(file.pages[0])
    assert boxes.media == boxes.bleed


def test_a_bleed_narrower_than_composed_is_cut_to_what_the_press_asks(tmp_path):
    wide = compose(tmp_path, "#set page(bleed: 5mm)\nA")
    with Pdf.open(BytesIO(finish(wide, press(), IMPRINT).pdf)) as file:
        boxes = read_boxes(file.pages[0])
    assert boxes.trim.left - boxes.bleed.left == pytest.approx(3 * MM, abs=0.02)


def test_the_file_says_what_it_is(finished):
    with Pdf.open(BytesIO(finished)) as file:
        intent = file.Root.OutputIntents[0]
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        assert intent.S == Name.GTS_PDFX
        assert intent.DestOutputProfile.read_bytes() == ICC
        assert file.docinfo.Trapped == Name("/False")
        assert str(file.docinfo.Title) == "Essai"
        assert str(file.docinfo.CreationDate) == "D:20260105090000Z"
        assert file.pdf_version == "1.6"
        with file.open_metadata() as xmp:
            assert xmp["xmp:CreateDate"] == "2026-01-05T09:00:00+00:00"
            assert xmp["xmpMM:DocumentID"].startswith("uuid:")


def test_nothing_that_acts_is_left(finished):
    with Pdf.open(BytesIO(finished)) as file:
        assert not {"/StructTreeRoot", "/Outlines", "/Names", "/AcroForm"} & set(file.Root.keys())
        assert not any("/Annots" in page.obj for page in file.pages)


def test_black_text_overprints_and_nothing_else_does(tmp_path):
    body = """#rect(fill: cmyk(0%, 60%, 80%, 0%))[
      #text(fill: cmyk(0%, 0%, 0%, 100%))[Noir] #text(fill: cmyk(0%, 0%, 0%, 50%))[Gris]
    ]"""
    done = finish(compose(tmp_path, body), press(), IMPRINT).pdf
    over = {(item.kind, item.colour.values) for item, _ in painted(done) if item.overprints}
    assert over == {(Kind.TEXT, (0, 0, 0, 1))}


def test_a_dark_colour_whose_recipe_is_black_overprints_too(tmp_path):
    ink = Press(press().profile, ICC, {(0x1C, 0x20, 0x30): (0, 0, 0, 100)})
    done = finish(compose(tmp_path, '#text(fill: rgb("#1c2030"))[Encre]'), ink, IMPRINT).pdf
    (text,) = [item for item, _ in painted(done) if item.kind is Kind.TEXT]
    assert text.colour.values == (0, 0, 0, 1)
    assert text.overprints


def test_same_bytes_twice_and_others_for_another_title(composed, finished):
    again = finish(composed, press(traits_de_coupe=True), IMPRINT).pdf
    assert again == finished
    other = type(IMPRINT)("Autre", IMPRINT.when, IMPRINT.author)
    assert finish(composed, press(traits_de_coupe=True), other).pdf != finished


def test_the_sheet_of_a_finished_file_passes_every_check_but_those_of_its_content(finished):
    report = preflight(finished, press(multiple_de=2), "tout.pdf", thumbnails=False)
    assert report.errors == 0, [problem.message for problem in report.problems]


def test_a_picture_finer_than_needed_is_brought_down_never_up(tmp_path):
    fine = {"grande.jpg": encoded(photo(900), "JPEG", quality=90), "petite.jpg": encoded(photo(60), "JPEG")}
    body = '#image("grande.jpg", width: 20mm) #image("petite.jpg", width: 20mm)'
    done = finish(compose(tmp_path, body, fine), press(), IMPRINT).pdf
    widths = sorted(int(item.source.Width) for item, _ in painted(done) if item.kind is Kind.IMAGE)
    assert widths == [60, 237]


def test_pictures_stay_under_the_ink_limit(tmp_path):
    dark = {"nuit.png": encoded(photo().point(lambda value: value // 6), "PNG")}
    done = finish(
        compose(tmp_path, '#image("nuit.png", width: 12mm)', dark), press(couverture_encre_max=240), IMPRINT
    )
    report = preflight(done.pdf, press(couverture_encre_max=240, multiple_de=1), "nuit.pdf", thumbnails=False)
    assert report.problems == ()


def test_x1a_is_an_older_pdf_and_refuses_transparency(composed, tmp_path):
    flat = finish(compose(tmp_path, "Bonjour"), press(norme="PDF/X-1a"), IMPRINT)
    assert flat.problems == ()
    assert flat.pdf.startswith(b"%PDF-1.4")
    report = preflight(flat.pdf, press(norme="PDF/X-1a", multiple_de=1), "x1a.pdf", thumbnails=False)
    assert report.problems == ()
    refused = finish(composed, press(norme="PDF/X-1a"), IMPRINT)
    assert [problem.code for problem in refused.problems] == ["transparence-x1a"]


def test_bad_input_gives_one_sentence_and_no_file(composed):
    for data, icc, code in (
        (b"", ICC, "pdf-illisible"),
        (composed[:500], ICC, "pdf-illisible"),
        (composed, b"pas un profil", "profil-icc"),
        (composed, SRGB, "profil-icc"),
    ):
        done = finish(data, Press(press().profile, icc), IMPRINT)
        assert done.pdf == b""
        assert [problem.code for problem in done.problems] == [code]


def test_what_cannot_be_converted_is_said(sound_pdf):
    mesh = Dictionary(
        ShadingType=4, ColorSpace=Name.DeviceRGB, BitsPerCoordinate=8, BitsPerComponent=8, BitsPerFlag=8
    )
    pdf = changed(sound_pdf, draws("/S sh", Shading={"S": mesh}))
    assert [problem.code for problem in finish(pdf, press(), IMPRINT).problems] == ["conversion-impossible"]


def test_inline_pictures_and_spot_inks_are_taken_along(sound_pdf):
    spot = [
        Name.Separation,
        Name.Or,
        Name.DeviceRGB,
        Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 1, 1], C1=[0.8, 0.6, 0], N=1),
    ]
    content = "q 0.8 0 0 0.8 60 60 cm BI /W 4 /H 4 /CS /RGB /BPC 8 /F /AHx ID " + "ff0000" * 16 + "> EI Q"
    pdf = changed(
        sound_pdf, draws(content + " /Or cs 1 scn 70 70 9 9 re f", ColorSpace={"Or": lambda _: spot})
    )
    done = finish(pdf, press(), IMPRINT)
    assert done.problems == ()
    report = preflight(done.pdf, press(), "or.pdf", thumbnails=False)
    assert {problem.code for problem in report.problems} == {"ton-direct"}


def test_content_that_turns_in_circles_or_names_nothing_is_left_alone(sound_pdf):
    odd = changed(
        sound_pdf,
        draws("Q Q Q /Rien Do /Rien gs /Rien cs 1 scn BT (a) Tj ET 1 2 3 rg", Font={"H": HELVETICA}),
    )
    assert finish(odd, press(), IMPRINT).pdf


def test_content_is_rewritten_in_cmyk_operators_only(finished):
    used = set(operators(finished)) | set(operators(finished, 1))
    assert {"k", "K"} <= used
    assert not used & {"rg", "RG", "g", "G"}
