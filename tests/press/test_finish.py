"""A composed PDF finished for the press: what it becomes, seen by our own eyes and by other readers."""

from io import BytesIO

import pytest
from pikepdf import Dictionary, Name, Pdf
from PIL import ImageChops, ImageStat

from filquartiers.press.boxes import read_boxes
from filquartiers.press.finish import finish
from filquartiers.press.geometry import MM
from filquartiers.press.inks import darkest
from filquartiers.press.job import Press
from filquartiers.press.pages import page_images
from filquartiers.press.painted import PaintKind
from filquartiers.press.pictures import read_picture
from filquartiers.press.preflight import preflight
from filquartiers.press.preflight.checks.colours import space_of
from filquartiers.press.trace import Tracer
from filquartiers.press.walk import walk
from press.makers import (
    HELVETICA,
    ICC,
    IMPRINT,
    SQUARE,
    SRGB,
    changed,
    compose,
    draws,
    encoded,
    inked,
    photo,
    press,
)

EVERYTHING = """
#text(fill: cmyk(0%, 85%, 80%, 0%))[Rouge] #text(fill: cmyk(0%, 0%, 0%, 45%))[Gris] Noir
#link("https://exemple.fr")[Lien]
#let wide = rect.with(width: 20mm, height: 6mm)
#wide(fill: gradient.linear(cmyk(0%, 90%, 90%, 0%), cmyk(90%, 60%, 0%, 0%), space: cmyk))
#wide(fill: tiling(size: (5pt, 5pt))[#circle(radius: 2pt, fill: cmyk(80%, 0%, 90%, 0%))])
#wide(fill: cmyk(70%, 20%, 0%, 0%), stroke: 0.5pt + cmyk(0%, 0%, 0%, 100%))
#pagebreak()
#grid(columns: 2, gutter: 2mm, ..("photo.jpg", "gris.jpg").map(name => image(name, width: 12mm)))
"""


def see_through(pdf):
    """Something transparent on the first page: typst knows of no transparent ink."""
    return changed(pdf, draws(f"/A gs 0 0.5 1 0 k {SQUARE}", ExtGState={"A": Dictionary(ca=0.6)}))


@pytest.fixture(scope="module")
def composed(tmp_path_factory):
    pictures = {"gris.jpg": encoded(photo(mode="L"), "JPEG")}
    return see_through(compose(tmp_path_factory.mktemp("tout"), EVERYTHING, pictures))


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


def test_pages_look_the_same_before_and_after(composed):
    """No colour is touched: photographs in four inks among them."""
    done = finish(composed, press(), IMPRINT).pdf
    for before, after in zip(page_images(composed, 60), page_images(done, 60), strict=True):
        assert max(ImageStat.Stat(ImageChops.difference(before, after)).mean) < 0.5


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
    assert over == {(PaintKind.TEXT, (0, 0, 0, 1))}


def test_same_bytes_twice_and_others_for_another_title(composed, finished):
    again = finish(composed, press(traits_de_coupe=True), IMPRINT).pdf
    assert again == finished
    other = type(IMPRINT)("Autre", IMPRINT.when, IMPRINT.author)
    assert finish(composed, press(traits_de_coupe=True), other).pdf != finished


def test_the_sheet_of_a_finished_file_passes_every_check_but_those_of_its_content(finished):
    report = preflight(finished, press(multiple_de=2), "tout.pdf", thumbnails=False)
    assert report.errors == 0, [problem.message for problem in report.problems]


def test_a_picture_finer_than_needed_is_brought_down_never_up(tmp_path):
    fine = {"grande.jpg": inked(900, 240), "petite.jpg": inked(60, 240)}
    body = '#image("grande.jpg", width: 20mm) #image("petite.jpg", width: 20mm)'
    asked = press(couverture_encre_max=240, multiple_de=1)
    done = finish(compose(tmp_path, body, fine), asked, IMPRINT).pdf
    images = [read_picture(item.source, None) for item, _ in painted(done) if item.kind is PaintKind.IMAGE]
    assert sorted(image.samples.width for image in images) == [60, 237]
    assert all(darkest(image.samples) <= 240 for image in images)


def test_screen_colours_stay_and_are_told(tmp_path):
    done = finish(compose(tmp_path, "#text(fill: red)[Rouge]"), press(), IMPRINT)
    assert done.problems == ()
    report = preflight(done.pdf, press(multiple_de=1), "rouge.pdf", thumbnails=False)
    assert [problem.code for problem in report.problems] == ["couleur-rvb"]


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


def test_content_that_turns_in_circles_or_names_nothing_is_left_alone(sound_pdf):
    odd = changed(
        sound_pdf,
        draws("Q Q Q /Rien Do /Rien gs /Rien cs 1 scn BT (a) Tj ET 1 2 3 rg", Font={"H": HELVETICA}),
    )
    assert finish(odd, press(), IMPRINT).pdf
